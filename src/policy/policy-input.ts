import { parseProperties } from '../config/parse-config.js'
import { ProblemList } from '../config/problem-list.js'
import { readProperties } from '../config/read-values.js'
import type { CorsConfig } from '../config/types.js'
import { chooserSource, isPolicy, type PolicyChooser, type PolicySource, sourceOf } from './chooser.js'
import { CompiledPolicy, type CorsPolicy } from './compiled-policy.js'
import type { LivePolicy } from './live-policy.js'

/** What every adapter takes: a config to compile, a compiled or live policy, or a function that chooses one. */
export type PolicyInput<Request = never> = CorsConfig | CorsPolicy | LivePolicy | PolicyChooser<Request>

/** @throws CorsConfigError if the input is a config with problems */
export function policySource<Request>(input: PolicyInput<Request>): PolicySource {
  const problems = new ProblemList()
  const source = readPolicyInput(input, problems)
  problems.throwIfAny()
  return source as PolicySource
}

/** @returns undefined if there are problems */
export function readPolicyInput(input: unknown, problems: ProblemList): PolicySource | undefined {
  if (isPolicy(input)) return sourceOf(input)
  if (typeof input === 'function') return chooserSource(input as PolicyChooser<unknown>)
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

export { isPolicy, type PolicyChooser, type PolicySource } from './chooser.js'
