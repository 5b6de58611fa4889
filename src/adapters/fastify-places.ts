import type { FastifyInstance } from 'fastify'
import type { PolicySource } from '../policy/policy-input.js'
import type { RouteSetting } from './fastify-options.js'

/** A route of the app, as far as its preflights are concerned. */
export interface DeclaredRoute {
  readonly fastify: FastifyInstance
  readonly url: string
  readonly setting: RouteSetting
}

/** The host constraint of a route. */
export type RouteHost = string | RegExp | undefined

/** A route that may serve the request, and how its host matches: exactly, by an expression, or because it takes any. */
export interface Match {
  readonly route: DeclaredRoute
  readonly rank: number
}

/** The value of the constraint on a hidden route. The router compares two by their enumerable properties. */
export abstract class HiddenRoute {
  static #count = 0
  readonly id = HiddenRoute.#count++

  /** The route that serves a request of that method to that host, if there is one. */
  abstract match(method: string, host: string | undefined): Match | undefined
}

/** The routes at one place of the router, for all methods and hosts. */
export class RouterPlace extends HiddenRoute {
  #isHidden = false
  readonly #forms: readonly string[]
  readonly #byMethod = new Map<string, HostRoutes>()
  readonly #rivals = new Set<RouterPlace>()
  #end: PolicySource | undefined
  #disputed: ReadonlySet<string> = new Set()

  /** @param forms of its pattern */
  constructor(forms: readonly string[]) {
    super()
    this.#forms = forms
  }

  get forms(): readonly string[] {
    return this.#forms
  }

  get methods(): Iterable<string> {
    return this.#byMethod.keys()
  }

  /** Other patterns of the same place: they are written differently, but mean the same to the router. */
  get rivals(): Iterable<RouterPlace> {
    return this.#rivals
  }

  /** Notes that it has its hidden route. @returns whether it had none */
  hide(): boolean {
    const isFirst = !this.#isHidden
    this.#isHidden = true
    return isFirst
  }

  /**
   * @param end the answer to a preflight for a method that has no route here
   * @param disputed the methods for which that is not certain
   */
  settle(end: PolicySource, disputed: ReadonlySet<string>): void {
    this.#end = end
    this.#disputed = disputed
  }

  /** The answer to a preflight for a method that has no route here. Undefined: unknown. */
  endFor(method: string): PolicySource | undefined {
    return this.#disputed.has(method) ? undefined : this.#end
  }

  /** All routes. */
  *[Symbol.iterator](): Iterator<DeclaredRoute> {
    for (const routes of this.#byMethod.values()) yield* routes
  }

  /** @returns the route that has been declared for the same method and host, with other constraints */
  add(method: string, host: RouteHost, route: DeclaredRoute): DeclaredRoute | undefined {
    const routes = this.#byMethod.get(method) ?? new HostRoutes()
    this.#byMethod.set(method, routes)
    return routes.add(host, route)
  }

  meet(other: RouterPlace): void {
    this.#rivals.add(other)
  }

  /** None, if there are none. */
  routesOf(method: string): HostRoutes {
    return this.#byMethod.get(method) ?? NO_ROUTES
  }

  match(method: string, host: string | undefined): Match | undefined {
    return this.#byMethod.get(method)?.match(host)
  }
}

/** The routes of one method at one place, by host. The choice among them is that of the router. */
class HostRoutes {
  readonly #exact = new Map<string, DeclaredRoute>()
  readonly #expressions = new Map<string, { readonly expression: RegExp; readonly route: DeclaredRoute }>()
  #any: DeclaredRoute | undefined

  /** @returns the route that has been added for the same host, and stays */
  add(host: RouteHost, route: DeclaredRoute): DeclaredRoute | undefined {
    const before = this.get(host)
    if (before !== undefined) return before
    if (host === undefined) this.#any = route
    else if (typeof host === 'string') this.#exact.set(host, route)
    else this.#expressions.set(String(host), { expression: withoutState(host), route })
    return undefined
  }

  get(host: RouteHost): DeclaredRoute | undefined {
    if (host === undefined) return this.#any
    return typeof host === 'string' ? this.#exact.get(host) : this.#expressions.get(String(host))?.route
  }

  /** The routes here and there that have the same host. */
  pairsWith(other: HostRoutes): [DeclaredRoute, DeclaredRoute][] {
    const pairs = [
      [this.#any, other.#any],
      ...[...this.#exact].map(([host, route]) => [route, other.#exact.get(host)]),
      ...[...this.#expressions].map(([host, { route }]) => [route, other.#expressions.get(host)?.route]),
    ]
    return pairs.filter((pair): pair is [DeclaredRoute, DeclaredRoute] => !pair.includes(undefined))
  }

  *[Symbol.iterator](): Iterator<DeclaredRoute> {
    if (this.#any !== undefined) yield this.#any
    yield* this.#exact.values()
    for (const { route } of this.#expressions.values()) yield route
  }

  /**
   * The expressions come from the app, as hosts of its routes. They run in the same order, and on the same text, as in
   * the router for the request that follows.
   */
  match(host: string | undefined): Match | undefined {
    if (host !== undefined) {
      const exact = this.#exact.get(host)
      if (exact !== undefined) return { route: exact, rank: 3 }
      for (const { expression, route } of this.#expressions.values()) {
        if (expression.test(host)) return { route, rank: 2 }
      }
    }
    return this.#any && { route: this.#any, rank: 1 }
  }
}

const NO_ROUTES = new HostRoutes()

/** What a scope answers where it knows no route: there is none, or it was declared before the plugin loaded. */
export class ScopeFallback extends HiddenRoute {
  readonly #route: DeclaredRoute
  readonly #forms: readonly string[]
  readonly #place: RouterPlace
  #disputed: ReadonlySet<string> = new Set()
  #isShared = false

  /**
   * @param forms of its pattern
   * @param place where it is: an OPTIONS route of the app goes first there
   */
  constructor(route: DeclaredRoute, forms: readonly string[], place: RouterPlace) {
    super()
    this.#route = route
    this.#forms = forms
    this.#place = place
  }

  get route(): DeclaredRoute {
    return this.#route
  }

  get forms(): readonly string[] {
    return this.#forms
  }

  get place(): RouterPlace {
    return this.#place
  }

  /** Takes the methods for which a route with another policy may serve some of the URLs. */
  set disputed(methods: ReadonlySet<string>) {
    this.#disputed = methods
  }

  /** Takes whether another scope has its fallback at the same place, with another policy. */
  set shared(isShared: boolean) {
    this.#isShared = isShared
  }

  match(_method: string, host: string | undefined): Match | undefined {
    return this.#place.match('OPTIONS', host) === undefined ? { route: this.#route, rank: 0 } : undefined
  }

  /** Whether the request that follows certainly gets no route with another policy. `pass`: it may get one. */
  judge(method: string): 'answer' | 'pass' | 'decline' {
    if (this.#disputed.has(method)) return 'pass'
    return this.#isShared ? 'decline' : 'answer'
  }
}

/** A global or sticky expression would go on where its last match ended. */
function withoutState({ source, flags }: RegExp): RegExp {
  return new RegExp(source, flags.replace(/[gy]/g, ''))
}
