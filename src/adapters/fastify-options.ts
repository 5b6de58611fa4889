import type { FastifyRequest } from 'fastify'
import { ProblemList } from '../config/problem-list.js'
import type { CorsConfigProblem, CorsConfigProblemCode } from '../config/problems.js'
import { readProperties } from '../config/read-values.js'
import type { CorsConfig } from '../config/types.js'
import type { AnyPolicy } from '../policy/any-policy.js'
import {
  type AdapterInput,
  compileProperties,
  isPolicy,
  type PolicyChooser,
  type PolicySource,
  readAdapterInput,
} from '../policy/policy-input.js'
import { display } from '../text/display.js'
import { optionTexts } from '../text/fastify.js'

/** Policies that routes choose by name. */
export type NamedPolicies = Readonly<Record<string, AdapterInput<FastifyRequest>>>

/**
 * What `app.register(cors, …)` takes: a config, a compiled or a live policy, or either with `policies` that routes
 * choose by name. A policy is then the option `policy`, and so is a function that chooses one.
 */
export type CorsPluginOptions =
  | (CorsConfig & { readonly policies?: NamedPolicies | undefined })
  | {
      readonly policy: AnyPolicy | PolicyChooser<FastifyRequest>
      readonly policies?: NamedPolicies | undefined
    }
  | AnyPolicy

/**
 * What a route's `config.cors` takes: a policy by its name, a policy of its own, `false` for no CORS headers, or
 * `'untouched'` to keep those that the route's handler sets.
 */
export type RouteCors = false | 'untouched' | (string & {}) | AdapterInput<FastifyRequest>

/** What a route says about CORS, compiled. Undefined: nothing, and the policy of its scope counts. */
export type RouteSetting = PolicySource | false | 'untouched' | undefined

/** The plugin's options, compiled. */
export interface ParsedOptions {
  readonly source: PolicySource
  readonly named: ReadonlyMap<string, PolicySource>
}

/** @throws CorsConfigError with every problem of the options, those of the named policies among them */
export function parsePluginOptions(options: unknown): ParsedOptions {
  const problems = new ProblemList()
  if (isPolicy(options)) return { source: readAdapterInput(options, problems) as PolicySource, named: new Map() }
  const properties = readProperties(options, '', problems)
  const policies = properties?.get('policies')
  properties?.delete('policies')
  const source = properties && readOwnPolicy(properties, problems)
  const named = policies === undefined ? new Map() : readNamed(policies, problems.under('policies'))
  problems.throwIfAny()
  return { source: source as PolicySource, named }
}

/**
 * @param route names the route in the error
 * @param find looks for a named policy
 * @throws CorsConfigError if the value is not a config, or names no policy
 */
export function parseRouteCors(
  value: unknown,
  route: string,
  find: (name: string) => PolicySource | undefined,
): PolicySource | false | 'untouched' {
  if (value === false || value === 'untouched') return value
  const problems = new ProblemList(`config.cors of ${route}`)
  const source = typeof value === 'string' ? find(value) : readAdapterInput(value, problems)
  if (typeof value === 'string' && source === undefined) {
    problems.report(worded('wrong-type', '', value, optionTexts.unknownPolicy(display(value))))
  }
  problems.throwIfAny()
  return source as PolicySource
}

function readOwnPolicy(properties: Map<string, unknown>, problems: ProblemList): PolicySource | undefined {
  const policy = properties.get('policy')
  if (policy === undefined) return compileProperties(properties, problems)
  properties.delete('policy')
  for (const [name, value] of properties) {
    problems.report(worded('unknown-option', name, value, optionTexts.besidePolicy()))
  }
  if (isPolicy(policy) || typeof policy === 'function') return readAdapterInput(policy, problems)
  problems.report(worded('wrong-type', 'policy', policy, optionTexts.noPolicy(display(policy))))
  return undefined
}

function readNamed(policies: unknown, problems: ProblemList): Map<string, PolicySource> {
  const named = new Map<string, PolicySource>()
  for (const [name, input] of readProperties(policies, '', problems) ?? []) {
    if (name === 'untouched') {
      problems.report(worded('wrong-type', name, input, optionTexts.reservedName(display(name))))
    }
    const source = readAdapterInput(input, problems.under(name))
    if (source !== undefined) named.set(name, source)
  }
  return named
}

/** A problem of the plugin's own options, for which the config's catalogue has no sentence. */
function worded(code: CorsConfigProblemCode, path: string, value: unknown, message: string): CorsConfigProblem {
  return { code, path, value, message } as CorsConfigProblem
}
