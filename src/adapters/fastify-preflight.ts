import type { FastifyInstance, RouteHandlerMethod, RouteOptions } from 'fastify'
import type { PolicySource } from '../policy/policy-input.js'
import { type OptionsRoute, type Outcome, type OutcomeOf, RouteCheck } from './fastify-check.js'
import type { RouteSetting } from './fastify-options.js'
import { type DeclaredRoute, type HiddenRoute, type RouteHost, RouterPlace, ScopeFallback } from './fastify-places.js'
import { CONSTRAINT, FIRST, preflightStrategies } from './fastify-router.js'
import { formsOf, placeOf } from './url-pattern.js'

/** A route as `onRoute` announces it. */
export type AnnouncedRoute = RouteOptions & { readonly routePath: string; readonly prefixTrailingSlash?: unknown }

/** Constraints that the router has by itself: hidden routes respect the first, and preflights never carry the second. */
const ROUTERS_OWN: readonly string[] = ['host', 'version']

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
  readonly #check: RouteCheck
  readonly #places = new Map<string, RouterPlace>()
  readonly #waiting: (() => void)[] = []
  #active = false
  #mayHide = false

  /**
   * @param handler of the hidden routes
   * @param outcomeOf says how a route is answered
   */
  constructor(handler: RouteHandlerMethod, outcomeOf: OutcomeOf) {
    this.#handler = handler
    this.#check = new RouteCheck(outcomeOf)
  }

  /** Whether policies can differ, so that it matters which route a preflight asks about. */
  get active(): boolean {
    return this.#active
  }

  /**
   * Whether a preflight may ask about a route although the router finds none. If one route has a constraint of the app
   * with `mustMatchWhenDerived`, the router may drop all routes without it.
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

  /** @returns what is known of the route if it takes OPTIONS requests, for each of its URLs */
  add(fastify: FastifyInstance, route: AnnouncedRoute, setting: RouteSetting): readonly OptionsRoute[] {
    const constraints = route.constraints ?? {}
    const host = constraints['host'] as RouteHost
    const methods = [route.method].flat()
    const takesOptions = methods.includes('OPTIONS')
    if (takesOptions && Object.keys(constraints).some((name) => !ROUTERS_OWN.includes(name))) this.#mayHide = true
    const declared: DeclaredRoute = { fastify, url: route.url, setting }
    const paths = pathsOf(fastify, route)
    // The router allows 31 handlers with constraints at one place. A route with a host that takes OPTIONS needs no
    // hidden route, because the router chooses it for the preflights of that host.
    const needsHidden = !takesOptions || paths.length > 1 || Object.keys(constraints).join() !== 'host'
    const known = paths.map((path): OptionsRoute => {
      const place = this.#placeAt(fastify, path)
      if (needsHidden && place.hide()) this.#hide(fastify, path, place)
      for (const method of methods) {
        const before = place.add(method, host, declared)
        if (before !== undefined) this.#check.addDoubled(method, before, declared)
      }
      return { route: declared, place, forms: place.forms, disputed: new Set() }
    })
    if (!takesOptions) return []
    for (const options of known) this.#check.addOptionsRoute(options)
    return known
  }

  /** A scope that answers preflights for unknown URLs in its 404 handler. */
  addEnd(source: PolicySource): void {
    this.#check.addEnd(source)
  }

  /** Lets the scope answer preflights for unknown URLs. */
  addFallback(fastify: FastifyInstance): void {
    for (const path of fastify.prefix === '' ? ['/*'] : ['', '/*']) {
      const url = urlOf(fastify, path)
      const route: DeclaredRoute = { fastify, url, setting: undefined }
      const fallback = new ScopeFallback(route, formsOf(url), this.#placeAt(fastify, path))
      this.#check.addFallback(fallback)
      this.#register(fastify, path, fallback)
    }
  }

  /** @throws CorsRouteError if a preflight could ask about two routes with different policies, and cannot tell which */
  check(): void {
    this.#check.run([...this.#places.values()])
  }

  /** Whether the route is answered so. */
  isAnsweredBy(route: DeclaredRoute, outcome: Outcome): boolean {
    return this.#check.isAnsweredBy(route, outcome)
  }

  /** Whether all routes of that method get this answer. */
  agree(method: string, outcome: Outcome): boolean {
    return this.#check.agree(method, outcome)
  }

  #placeAt(fastify: FastifyInstance, path: string): RouterPlace {
    const url = urlOf(fastify, path)
    const name = placeOf(url)
    const place = this.#places.get(name) ?? new RouterPlace(formsOf(url))
    this.#places.set(name, place)
    return place
  }

  #hide(fastify: FastifyInstance, path: string, place: RouterPlace): void {
    const register = () => this.#register(fastify, path, place)
    if (this.#active) register()
    else this.#waiting.push(register)
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

/** A route `/` below a prefix is two, `/prefix` and `/prefix/`, and announces itself as the first. */
function pathsOf(fastify: FastifyInstance, { routePath, prefixTrailingSlash }: AnnouncedRoute): string[] {
  const isTwo = routePath === '' && fastify.prefix !== '' && prefixTrailingSlash !== 'no-slash'
  return isTwo ? ['', '/'] : [routePath]
}

/** As Fastify joins a prefix and a path. */
function urlOf({ prefix }: FastifyInstance, path: string): string {
  return path.startsWith('/') && path !== '/' && prefix.endsWith('/') ? prefix + path.slice(1) : prefix + path
}
