import type { CorsConfig } from '../config/types.js'
import { compilePolicy } from './compile-policy.js'
import { CompiledPolicy, type CorsPolicy } from './compiled-policy.js'
import { LivePolicy } from './live-policy.js'

/** What every adapter takes: a config to compile, a compiled policy, or one that can be replaced. */
export type PolicyInput = CorsConfig | CorsPolicy | LivePolicy

/** Where an adapter finds the policy for the next request. */
export interface PolicySource {
  readonly current: CompiledPolicy
}

/** @throws CorsConfigError if the input is a config with problems */
export function policySource(input: PolicyInput): PolicySource {
  // A live policy compiles its own, so what it holds is always compiled.
  if (input instanceof LivePolicy) return input as { readonly current: CorsPolicy } as PolicySource
  const policy = input instanceof CompiledPolicy ? input : compilePolicy(input as CorsConfig)
  return Object.freeze({ current: policy as CompiledPolicy })
}
