import { isDeepStrictEqual } from 'node:util'
import type { FastifyInstance, RouteHandlerMethod, RouteOptions } from 'fastify'
import { LivePolicy } from '../policy/live-policy.js'
import type { PolicySource } from '../policy/policy-input.js'
import { CONSTRAINT, FIRST, preflightStrategies, type RouteHost, Target } from './fastify-router.js'
import { mayMatch } from './url-pattern.js'

/** A route's policy: its own, none (`false`), or that of its scope (undefined). */
export type RouteSetting = PolicySource | false | undefined

/** A route as `onRoute` announces it. */
export type AnnouncedRoute = RouteOptions & { readonly routePath: string }

/** The constraints of the router's own: one that hidden routes respect, and one that no preflight carries. */
const ROUTERS_OWN: readonly string[] = ['host', 'version']

/** A route that a preflight may ask about. */
interface KnownRoute {
  readonly fastify: FastifyInstance
  readonly url: string
  readonly target: Target<RouteSetting>
}

const TARGET = Symbol('cors-policy.target')

/**
 * Which route does a preflight ask about? Fastify's own router answers: beside each route with a policy stands a hidden
 * OPTIONS route of the same URL and host, constrained to preflights whose Access-Control-Request-Method the route takes.
 * So parameters, wildcards and hosts match for the preflight just as they will for the request that follows.
 *
 * The hidden routes exist only where two policies can meet; an app with one policy answers every preflight with that.
 * One instance serves all registrations of an app.
 */
export class PreflightRoutes {
  readonly #handler: RouteHandlerMethod
  readonly #routes = new Map<string, KnownRoute>()
  readonly #scopes = new Map<FastifyInstance, number>()
  readonly #waiting: (() => void)[] = []
  #active = false
  #mayHide = false

  /** @param handler of the hidden routes */
  constructor(handler: RouteHandlerMethod) {
    this.#handler = handler
  }

  /** Whether two policies can meet, so that it matters which route a preflight asks about. */
  get active(): boolean {
    return this.#active
  }

  /**
   * Whether a preflight that no route takes may still ask about one: a constraint of the app's own may keep the router
   * from choosing any route without it, the hidden ones among them (`mustMatchWhenDerived`).
   */
  get mayHide(): boolean {
    return this.#mayHide
  }

  /** From now on hidden routes exist, also for the routes known so far. */
  activate(fastify: FastifyInstance): void {
    if (this.#active) return
    this.#active = true
    for (const strategy of preflightStrategies()) fastify.addConstraintStrategy(strategy)
    for (const register of this.#waiting.splice(0)) register()
  }

  /**
   * @param fastify where the route is declared
   * @throws Error if a preflight could ask about it and about another one, and the two have different settings
   */
  add(fastify: FastifyInstance, route: AnnouncedRoute, setting: RouteSetting): void {
    const constraints = route.constraints ?? {}
    if (Object.keys(constraints).some((name) => !ROUTERS_OWN.includes(name))) this.#mayHide = true
    const host = constraints['host'] as RouteHost
    const key = `${this.#scopeId(fastify)} ${String(host)} ${route.routePath}`
    const known = this.#routes.get(key)
    const target = known?.target ?? new Target<RouteSetting>(host)
    for (const method of [route.method].flat()) addSetting(target, method, setting, route.url)
    if (known !== undefined) return
    this.#routes.set(key, { fastify, url: route.url, target })
    const register = () => this.#register(fastify, route, target)
    if (this.#active) register()
    else this.#waiting.push(register)
  }

  /** The routes that take the method and, going by their patterns alone, may serve the URL. */
  candidates(method: string, url: string): { fastify: FastifyInstance; setting: RouteSetting }[] {
    return [...this.#routes.values()]
      .filter((route) => route.target.settings.has(method) && mayMatch(route.url, url))
      .map(({ fastify, target }) => ({ fastify, setting: target.settings.get(method) }))
  }

  /**
   * @param policyOf tells the policy of a route from where it is declared and what it says itself
   * @throws Error if a preflight could ask about two routes with different policies, and nothing in it tells which
   */
  check(policyOf: (fastify: FastifyInstance, setting: RouteSetting) => PolicySource | false): void {
    const routes = new Map([...this.#routes.values()].map((route) => [route.target, route]))
    for (const { fastify, url, target } of routes.values()) {
      for (const rival of target.rivals) {
        const other = (routes.get(rival) as KnownRoute).fastify
        for (const [method, setting] of target.settings) {
          if (!rival.settings.has(method)) continue
          const policy = policyOf(fastify, setting)
          if (!isSameSetting(policy, policyOf(other, rival.settings.get(method)))) throw ambiguous(method, url)
        }
      }
    }
  }

  #scopeId(fastify: FastifyInstance): number {
    const id = this.#scopes.get(fastify) ?? this.#scopes.size
    this.#scopes.set(fastify, id)
    return id
  }

  #register(fastify: FastifyInstance, route: AnnouncedRoute, target: Target<RouteSetting>): void {
    const options: RouteOptions & { prefixTrailingSlash?: unknown } = {
      method: 'OPTIONS',
      // A route `/` below a prefix is two, `/prefix` and `/prefix/`, and announces itself as the first alone.
      url: route.routePath === '' && fastify.prefix !== '' ? '/' : route.routePath,
      constraints: { [CONSTRAINT]: target, [FIRST]: true },
      config: { [TARGET]: target } as object,
      schema: { hide: true } as object,
      handler: this.#handler,
    }
    if (route.prefixTrailingSlash !== undefined) options.prefixTrailingSlash = route.prefixTrailingSlash
    fastify.route(options as RouteOptions)
  }
}

/** Whether a route is one of the hidden ones. */
export function isHidden(config: object | undefined): boolean {
  return config !== undefined && TARGET in config
}

/** The setting of the route that a preflight asks about, from the config of the hidden route that took it. */
export function settingAsked(config: object, method: string): RouteSetting {
  return (config as { [TARGET]: Target<RouteSetting> })[TARGET].settings.get(method)
}

function addSetting(target: Target<RouteSetting>, method: string, setting: RouteSetting, url: string): void {
  if (target.settings.has(method) && !isSameSetting(target.settings.get(method), setting)) throw ambiguous(method, url)
  target.settings.set(method, setting)
}

function isSameSetting(a: RouteSetting, b: RouteSetting): boolean {
  if (a === b) return true
  // Two live policies may be the same now, and not any more in a minute.
  if (!a || !b || LivePolicy.is(a) || LivePolicy.is(b)) return false
  return isDeepStrictEqual(a.current.config, b.current.config)
}

function ambiguous(method: string, url: string): Error {
  return new Error(
    `cors-policy: ${method} ${url} is declared twice, with constraints that a preflight does not carry, and with different policies: give both the same config.cors`,
  )
}
