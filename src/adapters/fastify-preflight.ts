import type { FastifyInstance, RouteHandlerMethod, RouteOptions } from 'fastify'
import type { PolicySource } from '../policy/policy-input.js'
import type { OptionsRoute, OutcomeOf } from './fastify-check.js'
import type { RouteSetting } from './fastify-options.js'
import { type Condition, type HiddenRoute, NO_CONDITION, type RouteHost } from './fastify-places.js'
import { CONSTRAINT, FIRST } from './fastify-router.js'
import { PreflightTable, type RouteFacts } from './fastify-table.js'

/** A route as `onRoute` announces it. */
export type AnnouncedRoute = RouteOptions & { readonly routePath: string; readonly prefixTrailingSlash?: unknown }

const HIDDEN = Symbol('cors-policy.hidden')

/** Constraints that the router has by itself. An app can put its own in their place. */
const BUILT_IN: readonly string[] = ['host', 'version']

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
  /** Of the built-in constraints that routes have: whether the app has put its own in their place. */
  readonly #replaced = new Map<string, boolean>()
  readonly #conditions: Condition[] = [NO_CONDITION]
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
    const facts = this.#factsOf(fastify, route)
    this.#whenActive((table) => known.push(...table.add(fastify, facts, setting)))
    return facts.methods.includes('OPTIONS') ? known : undefined
  }

  /** A scope that answers preflights for unknown URLs in its 404 handler. */
  addEnd(source: PolicySource): void {
    this.#whenActive((table) => table.addEnd(source))
  }

  /** Fastify goes on to write on a route that it has announced, so what we need of it is read at once. */
  #factsOf(fastify: FastifyInstance, route: AnnouncedRoute): RouteFacts {
    const { url, method, routePath: path, prefixTrailingSlash, constraints = {} } = route
    const names = Object.keys(constraints).sort()
    const isKnown = (name: string) => BUILT_IN.includes(name) && !this.#isReplaced(fastify, name)
    const knowsHost = names.includes('host') && isKnown('host')
    return {
      url,
      methods: [method].flat(),
      path,
      prefixTrailingSlash,
      host: knowsHost ? (constraints['host'] as RouteHost) : undefined,
      condition: this.#conditionOf(constraints, knowsHost ? names.filter((name) => name !== 'host') : names),
      mayHide: !names.every(isKnown),
    }
  }

  #conditionOf(constraints: Readonly<Record<string, unknown>>, names: readonly string[]): Condition {
    const values = names.map((name) => constraints[name])
    const isSame = (list: readonly unknown[], other: readonly unknown[]) =>
      list.length === other.length && list.every((value, i) => Object.is(value, other[i]))
    const known = this.#conditions.find((other) => isSame(other.names, names) && isSame(other.values, values))
    if (known !== undefined) return known
    const condition = { names, values }
    this.#conditions.push(condition)
    return condition
  }

  /**
   * A route is announced before the router has it. So when the first route with a constraint is announced, the router
   * has the constraint only if the app has put its own in its place, or if a route that was never announced uses it.
   * Nobody can tell which, so both count as replaced.
   */
  #isReplaced(fastify: FastifyInstance, name: string): boolean {
    const isReplaced = this.#replaced.get(name) ?? fastify.hasConstraintStrategy(name)
    this.#replaced.set(name, isReplaced)
    return isReplaced
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
