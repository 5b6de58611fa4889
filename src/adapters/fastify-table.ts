import type { FastifyInstance } from 'fastify'
import type { PolicySource } from '../policy/policy-input.js'
import { type OptionsRoute, type Outcome, type OutcomeOf, RouteCheck } from './fastify-check.js'
import type { RouteSetting } from './fastify-options.js'
import {
  type Condition,
  type DeclaredRoute,
  type HiddenRoute,
  NO_CONDITION,
  type RouteHost,
  RouterPlace,
  ScopeFallback,
} from './fastify-places.js'
import type { CorsRouteFault } from './fastify-problems.js'
import { preflightStrategies } from './fastify-router.js'
import { formsOf, placeOf } from './url-pattern.js'

/** What preflights depend on of a route that has been declared. */
export interface RouteFacts {
  /** With the prefix of its scope. */
  readonly url: string
  readonly methods: readonly string[]
  /** Without the prefix. */
  readonly path: string
  readonly prefixTrailingSlash: unknown
  /** Its host constraint, if the router matches it in its own way. */
  readonly host: RouteHost
  readonly condition: Condition
  /** Whether the app decides how one of its constraints matches. */
  readonly mayHide: boolean
}

/** Adds a hidden route to a scope. */
export type RegisterHidden = (fastify: FastifyInstance, path: string, hidden: HiddenRoute) => void

/** The routes of an app in which policies can differ, and the hidden routes. */
export class PreflightTable {
  readonly #check: RouteCheck
  readonly #places = new Map<string, RouterPlace>()
  readonly #register: RegisterHidden
  #mayHide = false
  #declared = 0

  /**
   * @param fastify an instance of the app
   * @param outcomeOf says how a route is answered
   */
  constructor(fastify: FastifyInstance, outcomeOf: OutcomeOf, register: RegisterHidden) {
    this.#check = new RouteCheck(outcomeOf)
    this.#register = register
    for (const strategy of preflightStrategies()) fastify.addConstraintStrategy(strategy)
  }

  /**
   * Whether a preflight may ask about a route although the router finds none. If one route has a constraint of the app
   * with `mustMatchWhenDerived`, the router may drop all routes without it.
   */
  get mayHide(): boolean {
    return this.#mayHide
  }

  /** @returns what is known about a route that takes OPTIONS requests, for each of its URLs; nothing for other routes */
  add(fastify: FastifyInstance, route: RouteFacts, setting: RouteSetting): readonly OptionsRoute[] {
    const { methods, url, host, condition } = route
    const takesOptions = methods.includes('OPTIONS')
    if (takesOptions && route.mayHide) this.#mayHide = true
    const declared: DeclaredRoute = { fastify, url, setting, host, condition, order: this.#declared++ }
    const paths = pathsOf(fastify, route)
    // The router allows 31 handlers with constraints at one place. A route with a host that takes OPTIONS needs no
    // hidden route, because the router chooses it for the preflights of that host.
    const needsHidden = !takesOptions || paths.length > 1 || host === undefined || condition.names.length > 0
    const known = paths.map((path): OptionsRoute => {
      const place = this.#placeAt(fastify, path)
      if (needsHidden && place.hide()) this.#register(fastify, path, place)
      for (const method of methods) place.add(method, declared)
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
      const route: DeclaredRoute = {
        fastify,
        url,
        setting: undefined,
        host: undefined,
        condition: NO_CONDITION,
        order: this.#declared++,
      }
      const fallback = new ScopeFallback(route, formsOf(url), this.#placeAt(fastify, path))
      this.#check.addFallback(fallback)
      this.#register(fastify, path, fallback)
    }
  }

  /** @returns the routes between which a preflight could not tell, although their policies differ */
  check(): readonly CorsRouteFault[] {
    return this.#check.run([...this.#places.values()])
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
}

/** A route `/` below a prefix is two, `/prefix` and `/prefix/`, and announces itself as the first. */
function pathsOf(fastify: FastifyInstance, { path, prefixTrailingSlash }: RouteFacts): string[] {
  const isTwo = path === '' && fastify.prefix !== '' && prefixTrailingSlash !== 'no-slash'
  return isTwo ? ['', '/'] : [path]
}

/** As Fastify joins a prefix and a path. */
function urlOf({ prefix }: FastifyInstance, path: string): string {
  return path.startsWith('/') && path !== '/' && prefix.endsWith('/') ? prefix + path.slice(1) : prefix + path
}
