import type { FastifyInstance, RouteHandlerMethod, RouteOptions } from 'fastify'
import type { PolicySource } from '../policy/policy-input.js'
import type { OptionsRoute, OutcomeOf } from './fastify-check.js'
import type { RouteSetting } from './fastify-options.js'
import type { HiddenRoute } from './fastify-places.js'
import { CONSTRAINT, FIRST } from './fastify-router.js'
import { PreflightTable, type RouteFacts } from './fastify-table.js'

/** A route as `onRoute` announces it. */
export type AnnouncedRoute = RouteOptions & { readonly routePath: string; readonly prefixTrailingSlash?: unknown }

const HIDDEN = Symbol('cors-policy.hidden')

/**
 * Finds the route that a preflight asks about, with Fastify's own router. Each route gets a hidden OPTIONS route with
 * the same URL. It only takes preflights whose Access-Control-Request-Method and Host the route takes. So parameters
 * and wildcards match as they do for the request that follows, and we never match URLs.
 *
 * Hidden routes exist only where policies can differ. An app with one policy answers every preflight with it.
 * One instance serves all registrations of an app.
 */
export class PreflightRoutes {
  readonly #handler: RouteHandlerMethod
  readonly #outcomeOf: OutcomeOf
  readonly #waiting: ((table: PreflightTable) => void)[] = []
  #table: PreflightTable | undefined

  /**
   * @param handler of the hidden routes
   * @param outcomeOf says how a route is answered
   */
  constructor(handler: RouteHandlerMethod, outcomeOf: OutcomeOf) {
    this.#handler = handler
    this.#outcomeOf = outcomeOf
  }

  /** What is known of all routes. Undefined as long as policies cannot differ, and no preflight depends on its route. */
  get table(): PreflightTable | undefined {
    return this.#table
  }

  /** From now on hidden routes exist, also for the routes known so far. */
  activate(fastify: FastifyInstance): PreflightTable {
    if (this.#table !== undefined) return this.#table
    const table = new PreflightTable(fastify, this.#outcomeOf, (...place) => this.#register(...place))
    this.#table = table
    for (const use of this.#waiting.splice(0)) use(table)
    return table
  }

  /**
   * @returns what is known about a route that takes OPTIONS requests, for each of its URLs. The list is empty until
   * policies can differ.
   */
  add(fastify: FastifyInstance, route: AnnouncedRoute, setting: RouteSetting): readonly OptionsRoute[] | undefined {
    const known: OptionsRoute[] = []
    const facts = factsOf(route)
    this.#whenActive((table) => known.push(...table.add(fastify, facts, setting)))
    return facts.methods.includes('OPTIONS') ? known : undefined
  }

  /** A scope that answers preflights for unknown URLs in its 404 handler. */
  addEnd(source: PolicySource): void {
    this.#whenActive((table) => table.addEnd(source))
  }

  #whenActive(use: (table: PreflightTable) => void): void {
    if (this.#table === undefined) this.#waiting.push(use)
    else use(this.#table)
  }

  #register(fastify: FastifyInstance, path: string, hidden: HiddenRoute): void {
    const options: RouteOptions & { prefixTrailingSlash: string } = {
      method: 'OPTIONS',
      url: path,
      constraints: { [CONSTRAINT]: hidden, [FIRST]: true },
      config: { [HIDDEN]: hidden } as object,
      schema: { hide: true } as object,
      handler: this.#handler,
      prefixTrailingSlash: 'slash',
    }
    fastify.route(options)
  }
}

/** The hidden route that has this config. */
export function hiddenIn(config: object | undefined): HiddenRoute | undefined {
  return (config as { readonly [HIDDEN]?: HiddenRoute } | undefined)?.[HIDDEN]
}

/** Fastify goes on to write on a route that it has announced, so what we need of it is read at once. */
function factsOf({ url, method, routePath, prefixTrailingSlash, constraints }: AnnouncedRoute): RouteFacts {
  return { url, methods: [method].flat(), path: routePath, prefixTrailingSlash, constraints: { ...constraints } }
}
