export { defineConfig } from './config/define-config.js'
export type { OriginRowProblem, OriginRowProblemCode } from './config/origin-row.js'
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
export type { LiveOrigins, RowOptions } from './policy/live-origins.js'
export { type LivePolicy, livePolicy } from './policy/live-policy.js'
export type { AdapterInput, PolicyChooser, PolicyInput } from './policy/policy-input.js'
export type { RowSource, RowsChange } from './policy/row-load.js'
