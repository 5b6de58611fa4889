import { parseProperties } from '../config/parse-config.js'
import { ProblemList } from '../config/problem-list.js'
import { readProperties } from '../config/read-values.js'
import type { CorsConfig } from '../config/types.js'
import type { AnyPolicy } from './any-policy.js'
import { chooserSource, isPolicy, type PolicyChooser, type PolicySource, sourceOf } from './chooser.js'
import { CompiledPolicy } from './compiled-policy.js'

/** A config to compile, a compiled policy or a live one. */
export type PolicyInput = CorsConfig | AnyPolicy

/** What every adapter takes: as well as these, a function that chooses the policy for a request. */
export type AdapterInput<Request> = PolicyInput | PolicyChooser<Request>

/** @throws CorsConfigError if the input is a config with problems, or no policy can be made of it */
export function policySource(input: PolicyInput): PolicySource {
  return sourceBy(readPolicyInput, input)
}

/** @throws CorsConfigError if the input is a config with problems */
export function adapterSource<Request>(input: AdapterInput<Request>): PolicySource {
  return sourceBy(readAdapterInput, input)
}

function sourceBy(read: typeof readPolicyInput, input: unknown): PolicySource {
  const problems = new ProblemList()
  const source = read(input, problems)
  problems.throwIfAny()
  return source as PolicySource
}

/** @returns undefined if there are problems */
export function readPolicyInput(input: unknown, problems: ProblemList): PolicySource | undefined {
  if (isPolicy(input)) return sourceOf(input)
  const properties = readProperties(input, '', problems)
  return properties && compileProperties(properties, problems)
}

/** @returns undefined if there are problems */
export function readAdapterInput(input: unknown, problems: ProblemList): PolicySource | undefined {
  if (typeof input === 'function') return chooserSource(input as PolicyChooser<unknown>)
  return readPolicyInput(input, problems)
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
