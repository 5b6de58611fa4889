import { parseProperties } from '../config/parse-config.js'
import { ProblemList } from '../config/problem-list.js'
import { readProperties } from '../config/read-values.js'
import type { CorsConfig } from '../config/types.js'
import type { AnyPolicy } from './any-policy.js'
import { CompiledPolicy } from './compiled-policy.js'
import { LivePolicy } from './live-policy.js'

/** What every adapter takes: a config to compile, a compiled policy, or one that can be replaced. */
export type PolicyInput = CorsConfig | AnyPolicy

/** Where an adapter finds the policy for the next request. */
export interface PolicySource {
  readonly current: CompiledPolicy
}

/** @throws CorsConfigError if the input is a config with problems */
export function policySource(input: PolicyInput): PolicySource {
  const problems = new ProblemList()
  const source = readPolicyInput(input, problems)
  problems.throwIfAny()
  return source as PolicySource
}

/** @returns undefined if there are problems */
export function readPolicyInput(input: unknown, problems: ProblemList): PolicySource | undefined {
  if (isPolicy(input)) return sourceOf(input)
  const properties = readProperties(input, '', problems)
  return properties && compileProperties(properties, problems)
}

/**
 * @param properties of a config, as `readProperties` gives them
 * @returns undefined if there are problems
 */
export function compileProperties(
  properties: ReadonlyMap<string, unknown>,
  problems: ProblemList,
): PolicySource | undefined {
  const parsed = parseProperties(properties, problems)
  return parsed && sourceOf(new CompiledPolicy(parsed))
}

export function isPolicy(value: unknown): value is CompiledPolicy | LivePolicy {
  return CompiledPolicy.is(value) || LivePolicy.is(value)
}

function sourceOf(policy: CompiledPolicy | LivePolicy): PolicySource {
  // What a live policy holds, it has compiled.
  return LivePolicy.is(policy) ? (policy as LivePolicy & PolicySource) : Object.freeze({ current: policy })
}
