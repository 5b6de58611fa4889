import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { PolicySource } from '../policy/policy-input.js'
import { type DeclaredRoute, HiddenRoute, isBetter, type Match, RouterPlace, ScopeFallback } from './fastify-places.js'

/**
 * Constraints for Fastify's router (https://github.com/delvedor/find-my-way#constraints) that a preflight matches by
 * the method it asks about, and that no other request matches.
 */

/** The constraint's name: an identifier, since the router compiles it into code. */
export const CONSTRAINT = 'corsPreflight'

/** A second one without a meaning. The router tries handlers with more constraints first, so it tries ours first. */
export const FIRST = 'corsPreflightFirst'

/**
 * How many matching places without a route of the requested method are searched, as long as routes with different
 * policies may follow. Apps have few such places: `/a/b`, `/a/:id`, `/:x/:y`, `/a/*`, `/*`.
 */
const MAX_PLACES = 8

const LOOKUP = Symbol('cors-policy.lookup')

/** What a preflight asks about, and what the router finds out; kept on its request. */
export interface Lookup {
  readonly method: string
  readonly host: string | undefined
  /** The route that it asks about, and the hidden route that said so. */
  route?: DeclaredRoute
  hidden?: HiddenRoute
  /** Set at a route that leaves CORS to the app. After that only routes of the app take the preflight. */
  declined?: false | 'untouched'
  /** The answer, once no other route can change it. Refused if the search took too long. */
  end?: PolicySource | 'refused' | undefined
  /** How many places had no route for it. */
  places: number
  /** Set at the fallback of a scope if its routes may still match, as well as routes that the router has yet to try. */
  passed?: boolean
}

type PreflightMessage = IncomingMessage & { [LOOKUP]?: Lookup }

/** What a preflight asks about, once the router has looked for it. */
export function lookupOf(request: PreflightMessage): Lookup | undefined {
  return request[LOOKUP]
}

/** New ones for each app, since the router writes on them. */
export function preflightStrategies() {
  const always = { get: () => -1, set: () => {} }
  const strategies = [
    { name: CONSTRAINT, mustMatchWhenDerived: false, deriveConstraint, storage: () => new HiddenRoutes() },
    { name: FIRST, mustMatchWhenDerived: false, deriveConstraint: () => true, storage: () => always },
  ]
  // Fastify's types only allow strings as values, and only handlers in a store.
  return strategies as unknown as Parameters<FastifyInstance['addConstraintStrategy']>[0][]
}

function deriveConstraint(request: PreflightMessage): Lookup | undefined {
  if (request.method !== 'OPTIONS') return undefined
  const { origin, host, ':authority': authority, 'access-control-request-method': method } = request.headers
  if (origin === undefined || method === undefined) return undefined
  const lookup: Lookup = { method, host: host || (authority as string | undefined), places: 0 }
  request[LOOKUP] = lookup
  return lookup
}

/** Which hidden routes at one place of the router have which value, as bits. The router asks both ways. */
class HiddenRoutes {
  readonly #hidden: HiddenRoute[] = []
  readonly #bits: number[] = []

  /** @param value a hidden route's while routes are added, what a preflight asks about afterwards */
  get(value: HiddenRoute | Lookup): number {
    if (value instanceof HiddenRoute) return this.#bits[this.#hidden.indexOf(value)] ?? 0
    if (value.declined !== undefined) return 0
    const index = this.#find(value)
    if (index < 0) return this.#pass(value)
    return takes(this.#hidden[index] as HiddenRoute, value) ? (this.#bits[index] as number) : 0
  }

  set(hidden: HiddenRoute, bits: number): void {
    for (const other of this.#hidden)
      if (hidden instanceof RouterPlace && other instanceof RouterPlace) hidden.meet(other)
    this.#hidden.push(hidden)
    this.#bits.push(bits)
  }

  /**
   * There is no route of the requested method here. If no other route can change the answer, or if too many places
   * have been searched, the router gets the first hidden route and stops.
   */
  #pass(lookup: Lookup): number {
    const [hidden] = this.#hidden
    if (this.#hidden.length === 1 && hidden instanceof RouterPlace && !lookup.passed)
      lookup.end = hidden.endFor(lookup.method)
    if (lookup.end !== undefined) return this.#bits[0] as number
    lookup.places++
    if (lookup.places < MAX_PLACES) return 0
    lookup.end = 'refused'
    return this.#bits[0] as number
  }

  /** Of those that fit equally well, the first. @returns its index, -1 if there is none */
  #find(lookup: Lookup): number {
    let found = -1
    let best: Match | undefined
    for (let i = 0; i < this.#hidden.length; i++) {
      const candidate = this.#hidden[i] as HiddenRoute
      const match = candidate.match(lookup.method, lookup.host)
      if (match === undefined || (best !== undefined && !isBetter(match, best))) continue
      best = match
      found = i
      lookup.hidden = candidate
      lookup.route = match.route
    }
    return found
  }
}

/** Whether the hidden route answers. If not, notes why. */
function takes(hidden: HiddenRoute, lookup: Lookup): boolean {
  const { setting } = lookup.route as DeclaredRoute
  if (setting === false || setting === 'untouched') {
    lookup.declined = setting
  } else if (hidden instanceof ScopeFallback) {
    const verdict = hidden.judge(lookup.method)
    if (verdict === 'pass') lookup.passed = true
    else if (verdict === 'decline' || lookup.passed) lookup.declined = false
    return verdict === 'answer' && !lookup.passed
  }
  return lookup.declined === undefined
}
