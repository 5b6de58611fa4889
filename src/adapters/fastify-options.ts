import type { FastifyRequest } from 'fastify'
import { ProblemList } from '../config/problem-list.js'
import { readProperties } from '../config/read-values.js'
import type { CorsConfig } from '../config/types.js'
import type { CorsPolicy } from '../policy/compiled-policy.js'
import type { LivePolicy } from '../policy/live-policy.js'
import {
  compileProperties,
  isPolicy,
  type PolicyChooser,
  type PolicyInput,
  type PolicySource,
  readPolicyInput,
} from '../policy/policy-input.js'
import { display } from '../text/display.js'

/** Policies that routes choose by name. */
export type NamedPolicies = Readonly<Record<string, PolicyInput<FastifyRequest>>>

/**
 * What `app.register(cors, …)` takes: a config, or, as `policy`, a compiled policy, a live one or a function that
 * chooses one; and with either, `policies` that routes choose by name.
 */
export type CorsPluginOptions =
  | (CorsConfig & { readonly policies?: NamedPolicies | undefined })
  | {
      readonly policy: CorsPolicy | LivePolicy | PolicyChooser<FastifyRequest>
      readonly policies?: NamedPolicies | undefined
    }

/** What a route's `config.cors` takes: nothing of ours but Vary, a policy by its name, or a policy of its own. */
export type RouteCors = false | string | PolicyInput<FastifyRequest>

/** The plugin's options, compiled. */
export interface ParsedOptions {
  readonly source: PolicySource
  readonly named: ReadonlyMap<string, PolicySource>
}

/** @throws CorsConfigError with every problem of the options, those of the named policies among them */
export function parsePluginOptions(options: unknown): ParsedOptions {
  const problems = new ProblemList()
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
 * @throws CorsConfigError if the value is no config, or names no policy
 */
export function parseRouteCors(
  value: unknown,
  route: string,
  find: (name: string) => PolicySource | undefined,
): PolicySource | false {
  if (value === false) return false
  const problems = new ProblemList(`config.cors of ${route}`)
  const source = typeof value === 'string' ? find(value) : readPolicyInput(value, problems)
  if (typeof value === 'string' && source === undefined) {
    const how = "add it to the plugin's policies, and await the registration before the routes"
    problems.add('wrong-type', '', value, `${display(value)} names no policy of this scope: ${how}`)
  }
  problems.throwIfAny()
  return source as PolicySource
}

function readOwnPolicy(properties: Map<string, unknown>, problems: ProblemList): PolicySource | undefined {
  const policy = properties.get('policy')
  if (policy === undefined) return compileProperties(properties, problems)
  properties.delete('policy')
  for (const [name, value] of properties) {
    problems.add('unknown-option', name, value, 'is no option beside policy, which is compiled already')
  }
  if (isPolicy(policy) || typeof policy === 'function') return readPolicyInput(policy, problems)
  problems.add(
    'wrong-type',
    'policy',
    policy,
    'must be what compilePolicy() or livePolicy() returned, or a function that chooses one',
  )
  return undefined
}

function readNamed(policies: unknown, problems: ProblemList): Map<string, PolicySource> {
  const named = new Map<string, PolicySource>()
  for (const [name, input] of readProperties(policies, '', problems) ?? []) {
    const source = readPolicyInput(input, problems.under(name))
    if (source !== undefined) named.set(name, source)
  }
  return named
}
