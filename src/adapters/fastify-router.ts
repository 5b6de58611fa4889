import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { PolicySource } from '../policy/policy-input.js'
import { type DeclaredRoute, HiddenRoute, Place, ScopeFallback } from './fastify-places.js'

/**
 * Constraints for Fastify's router (https://github.com/delvedor/find-my-way#constraints) that a preflight matches by
 * the method it asks about, and that no other request matches.
 */

/** The constraint's name: an identifier, since the router compiles it into code. */
export const CONSTRAINT = 'corsPreflight'

/** A second one without a meaning: the router tries handlers with more constraints first, so ours before the app's. */
export const FIRST = 'corsPreflightFirst'

/**
 * As many places of the router that match a URL, and have no route of the method that is asked about, are looked at.
 * Each costs as much as a look-up of an origin. In an app they are few: `/a/b`, `/a/:id`, `/:x/:y`, `/a/*`, `/*`.
 */
const MAX_PLACES = 16

const ASKED = Symbol('cors-policy.asked')

/** What a preflight asks about, and what the router finds out; kept on its request. */
export interface Asked {
  readonly method: string
  readonly host: string | undefined
  /** The route that it asks about, and the hidden route that said so. */
  route?: DeclaredRoute
  hidden?: HiddenRoute
  /** Set at a route that leaves CORS to the app: from there on no hidden route takes the preflight, only the app's do. */
  declined?: false | 'untouched'
  /** How it is answered, once it is certain that no route makes a difference. */
  end?: PolicySource | undefined
  /** How many places had no route for it. */
  places: number
  /** Set at the fallback of a scope whose routes come into question as well as routes that the router has yet to try. */
  passed?: boolean
}

type PreflightMessage = IncomingMessage & { [ASKED]?: Asked }

/** What a preflight asks about, once the router has looked for it. */
export function askedOf(request: PreflightMessage): Asked | undefined {
  return request[ASKED]
}

/** New ones for each app, since the router writes on them. */
export function preflightStrategies() {
  const always = { get: () => -1, set: () => {} }
  const strategies = [
    { name: CONSTRAINT, mustMatchWhenDerived: false, deriveConstraint, storage: () => new HiddenRoutes() },
    { name: FIRST, mustMatchWhenDerived: false, deriveConstraint: () => true, storage: () => always },
  ]
  // Fastify's types know neither values that are no string nor stores that hold anything but handlers.
  return strategies as unknown as Parameters<FastifyInstance['addConstraintStrategy']>[0][]
}

function deriveConstraint(request: PreflightMessage): Asked | undefined {
  if (request.method !== 'OPTIONS') return undefined
  const { origin, host, ':authority': authority, 'access-control-request-method': method } = request.headers
  if (origin === undefined || method === undefined) return undefined
  const asked: Asked = { method, host: host || (authority as string | undefined), places: 0 }
  request[ASKED] = asked
  return asked
}

/** Which hidden routes at one place of the router have which value, as bits. The router asks both ways. */
class HiddenRoutes {
  readonly #bits = new Map<HiddenRoute, number>()

  /** @param value a hidden route's while routes are added, what a preflight asks about afterwards */
  get(value: HiddenRoute | Asked): number {
    if (value instanceof HiddenRoute) return this.#bits.get(value) ?? 0
    if (value.declined !== undefined) return 0
    const hidden = this.#find(value)
    if (hidden === undefined) return this.#pass(value)
    return takes(hidden, value) ? (this.#bits.get(hidden) as number) : 0
  }

  set(hidden: HiddenRoute, bits: number): void {
    for (const other of this.#bits.keys()) {
      if (hidden instanceof Place && other instanceof Place) hidden.meet(other)
    }
    this.#bits.set(hidden, bits)
  }

  /** No route here is of the method that is asked about. Ends the search if no other can make a difference, or if it is long. */
  #pass(asked: Asked): number {
    const [[hidden, bits] = []] = this.#bits
    if (this.#bits.size === 1 && hidden instanceof Place && !asked.passed) asked.end = hidden.endFor(asked.method)
    if (asked.end !== undefined) return bits as number
    asked.places++
    if (asked.places < MAX_PLACES) return 0
    asked.declined = false
    return bits as number
  }

  /** Of those that fit equally well, the first. */
  #find(asked: Asked): HiddenRoute | undefined {
    let hidden: HiddenRoute | undefined
    let rank = -1
    for (const candidate of this.#bits.keys()) {
      const match = candidate.match(asked.method, asked.host)
      if (match === undefined || match.rank <= rank) continue
      rank = match.rank
      hidden = candidate
      asked.hidden = candidate
      asked.route = match.route
    }
    return hidden
  }
}

/** Whether the hidden route answers. If not, notes why. */
function takes(hidden: HiddenRoute, asked: Asked): boolean {
  const { setting } = asked.route as DeclaredRoute
  if (setting === false || setting === 'untouched') {
    asked.declined = setting
  } else if (hidden instanceof ScopeFallback) {
    const verdict = hidden.judge(asked.method)
    if (verdict === 'pass') asked.passed = true
    else if (verdict === 'decline' || asked.passed) asked.declined = false
    return verdict === 'answer' && !asked.passed
  }
  return asked.declined === undefined
}
