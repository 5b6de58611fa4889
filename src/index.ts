export { defineConfig } from './config/define-config.js'
export { parseConfig } from './config/parse-config.js'
export { parseOrigins } from './config/parse-origins.js'
export {
  CorsConfigError,
  type CorsConfigFault,
  type CorsConfigProblem,
  type CorsConfigProblemCode,
} from './config/problems.js'
export type {
  AnonymousCorsConfig,
  CommonCorsConfig,
  CorsConfig,
  CredentialedCorsConfig,
  Exempted,
  MethodName,
  OriginPattern,
} from './config/types.js'
export type { AnyPolicy } from './policy/any-policy.js'
export { compilePolicy } from './policy/compile-policy.js'
export type { AllowsOptions, CorsPolicy } from './policy/compiled-policy.js'
export type { Decision, DecisionReason, RequestFacts } from './policy/decision.js'
export { type LivePolicy, livePolicy } from './policy/live-policy.js'
export type { PolicyInput } from './policy/policy-input.js'
