import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

/**
 * A constraint for Fastify's router (https://github.com/delvedor/find-my-way#constraints) that a preflight matches by
 * the method it asks about, and no other request at all.
 */

/** The constraint's name: an identifier, since the router compiles it into code. */
export const CONSTRAINT = 'corsPreflight'

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
  /** The router takes two constraints for the same if their enumerable properties are. */
  readonly id = targets++

  constructor(host: RouteHost) {
    this.#host = host
  }

  get host(): RouteHost {
    return this.#host
  }

  get settings(): Map<string, Setting> {
    return this.#settings
  }

  takes({ method, host }: Asked): boolean {
    if (!this.#settings.has(method)) return false
    if (this.#host === undefined) return true
    return this.#host instanceof RegExp ? this.#host.test(String(host)) : this.#host === host
  }
}

/** Whether the route that the preflight asks about leaves CORS to the app. */
export function isDeclined(request: PreflightMessage): boolean {
  return request[ASKED]?.declined === true
}

/** A new one for each app, since the router writes on it. */
export function preflightStrategy() {
  const strategy = {
    name: CONSTRAINT,
    mustMatchWhenDerived: false,
    deriveConstraint,
    storage: () => new TargetStorage(),
  }
  // Fastify's types know neither values that are no string nor stores that hold anything but handlers.
  return strategy as unknown as Parameters<FastifyInstance['addConstraintStrategy']>[0]
}

function deriveConstraint(request: PreflightMessage): Asked | undefined {
  if (request.method !== 'OPTIONS') return undefined
  const { origin, host, ':authority': authority, 'access-control-request-method': method } = request.headers
  if (origin === undefined || method === undefined) return undefined
  const asked: Asked = { method, host: host ?? (authority as string | undefined), declined: false }
  request[ASKED] = asked
  return asked
}

/** Which hidden routes of one URL pattern have which target, as bits. The router asks both ways. */
class TargetStorage {
  readonly #bits = new Map<Target<unknown>, number>()

  /** @param value a target while routes are added, what a preflight asks about afterwards */
  get(value: Target<unknown> | Asked): number {
    if (value instanceof Target) return this.#bits.get(value) ?? 0
    let bits = 0
    for (const [target, bit] of this.#bits) {
      if (!target.takes(value)) continue
      if (target.settings.get(value.method) === false) value.declined = true
      bits |= bit
    }
    return value.declined ? 0 : bits
  }

  set(target: Target<unknown>, bits: number): void {
    this.#bits.set(target, bits)
  }
}
