import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

/**
 * A constraint for Fastify's router (https://github.com/delvedor/find-my-way#constraints) that a preflight matches by
 * the method it asks about, and no other request at all.
 */

/** The constraint's name: an identifier, since the router compiles it into code. */
export const CONSTRAINT = 'corsPreflight'

/** A second one, which means nothing: the router tries handlers with more constraints first, so these before the app's. */
export const FIRST = 'corsPreflightFirst'

const ASKED = Symbol('cors-policy.asked')

/** What a preflight asks about; kept on its request while the router looks for the route. */
interface Asked {
  readonly method: string
  readonly host: string | undefined
  /** Set at a route with `cors: false`: from there on no hidden route takes the preflight, only the app's own do. */
  declined: boolean
}

type PreflightMessage = IncomingMessage & { [ASKED]?: Asked }

/** The host constraint of a route. */
export type RouteHost = string | RegExp | undefined

let targets = 0

/** The value of the constraint on a hidden route: the methods of its URL, with what each route says of CORS. */
export class Target<Setting> {
  readonly #host: RouteHost
  readonly #settings = new Map<string, Setting>()
  readonly #rivals = new Set<Target<Setting>>()
  /** The router takes two constraints for the same if their enumerable properties are. */
  readonly id = targets++

  constructor(host: RouteHost) {
    // A global or sticky expression would go on where its last match ended.
    this.#host = host instanceof RegExp ? new RegExp(host.source, host.flags.replace(/[gy]/g, '')) : host
  }

  get settings(): Map<string, Setting> {
    return this.#settings
  }

  /** Those at the same place in the router and of the same host: a preflight does not tell them apart. */
  get rivals(): ReadonlySet<Target<Setting>> {
    return this.#rivals
  }

  meet(other: Target<Setting>): void {
    if (String(this.#host) === String(other.#host)) this.#rivals.add(other)
  }

  /** How well it fits what a preflight asks about, the way in which the router ranks hosts; 0 if not at all. */
  rank({ method, host }: Asked): number {
    if (!this.#settings.has(method)) return 0
    if (this.#host === undefined) return 1
    if (host === undefined) return 0
    if (this.#host instanceof RegExp) return this.#host.test(host) ? 2 : 0
    return this.#host === host ? 3 : 0
  }
}

/** Whether the route that the preflight asks about leaves CORS to the app. */
export function isDeclined(request: PreflightMessage): boolean {
  return request[ASKED]?.declined === true
}

/** New ones for each app, since the router writes on them. */
export function preflightStrategies() {
  const always = { get: () => -1, set: () => {} }
  const strategies = [
    { name: CONSTRAINT, mustMatchWhenDerived: false, deriveConstraint, storage: () => new TargetStorage() },
    { name: FIRST, mustMatchWhenDerived: false, deriveConstraint: () => true, storage: () => always },
  ]
  // Fastify's types know neither values that are no string nor stores that hold anything but handlers.
  return strategies as unknown as Parameters<FastifyInstance['addConstraintStrategy']>[0][]
}

function deriveConstraint(request: PreflightMessage): Asked | undefined {
  if (request.method !== 'OPTIONS') return undefined
  const { origin, host, ':authority': authority, 'access-control-request-method': method } = request.headers
  if (origin === undefined || method === undefined) return undefined
  const asked: Asked = { method, host: host || (authority as string | undefined), declined: false }
  request[ASKED] = asked
  return asked
}

/** Which hidden routes of one URL pattern have which target, as bits. The router asks both ways. */
class TargetStorage {
  readonly #bits = new Map<Target<unknown>, number>()

  /** @param value a target while routes are added, what a preflight asks about afterwards */
  get(value: Target<unknown> | Asked): number {
    if (value instanceof Target) return this.#bits.get(value) ?? 0
    const target = this.#find(value)
    if (target?.settings.get(value.method) === false) value.declined = true
    return target === undefined || value.declined ? 0 : (this.#bits.get(target) as number)
  }

  set(target: Target<unknown>, bits: number): void {
    for (const other of this.#bits.keys()) other.meet(target)
    this.#bits.set(target, bits)
  }

  /** The best of all methods' hosts would hide those of the method that is asked about. Of equals, the first. */
  #find(asked: Asked): Target<unknown> | undefined {
    let best: Target<unknown> | undefined
    for (const target of this.#bits.keys()) {
      if (target.rank(asked) > (best?.rank(asked) ?? 0)) best = target
    }
    return best
  }
}
