import type { FastifyInstance } from 'fastify'
import type { PolicySource } from '../policy/policy-input.js'
import type { RouteSetting } from './fastify-options.js'

/** A route of the app, as far as its preflights are concerned. */
export interface DeclaredRoute {
  readonly fastify: FastifyInstance
  readonly url: string
  readonly setting: RouteSetting
  readonly host: RouteHost
  readonly condition: Condition
  /** Counts the routes of an app as they are declared. */
  readonly order: number
}

/** The host constraint of a route. */
export type RouteHost = string | RegExp | undefined

/** The other constraints of a route, which a preflight does not carry. Routes with the same ones share one object. */
export interface Condition {
  readonly names: readonly string[]
  readonly values: readonly unknown[]
}

export const NO_CONDITION: Condition = { names: [], values: [] }

/** A route that may serve the request, and how its host matches: exactly, by an expression, or because it takes any. */
export interface Match {
  readonly route: DeclaredRoute
  readonly rank: number
}

/** Whether the router prefers the first of two routes at one place, if both match. */
export function isBetter({ rank, route }: Match, other: Match): boolean {
  return rank === other.rank ? comesBefore(route, other.route) : rank > other.rank
}

/** The router tries the expressions of routes with fewer constraints first. */
function comesBefore(route: DeclaredRoute, other: DeclaredRoute): boolean {
  const more = route.condition.names.length - other.condition.names.length
  return more === 0 ? route.order < other.order : more < 0
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
  readonly #declared = new Map<string, DeclaredRoute[]>()
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
    for (const routes of this.#declared.values()) yield* routes
  }

  add(method: string, route: DeclaredRoute): void {
    const routes = this.#byMethod.get(method) ?? new HostRoutes()
    this.#byMethod.set(method, routes)
    routes.add(route)
    this.#declared.set(method, [...this.declared(method), route])
  }

  /** The routes of a method, also those of one host that differ in their conditions. */
  declared(method: string): readonly DeclaredRoute[] {
    return this.#declared.get(method) ?? []
  }

  meet(other: RouterPlace): void {
    this.#rivals.add(other)
  }

  match(method: string, host: string | undefined): Match | undefined {
    return this.#byMethod.get(method)?.match(host)
  }
}

/** The routes of one method at one place, by host. The choice among them is that of the router. */
class HostRoutes {
  readonly #exact = new Map<string, DeclaredRoute>()
  /** In the order in which the router tries them. */
  readonly #expressions: { readonly expression: RegExp; readonly route: DeclaredRoute }[] = []
  #any: DeclaredRoute | undefined

  /** The first of one host stays. */
  add(route: DeclaredRoute): void {
    const { host } = route
    if (host === undefined) this.#any ??= route
    else if (typeof host === 'string') {
      if (!this.#exact.has(host)) this.#exact.set(host, route)
    } else {
      const index = this.#expressions.findIndex((other) => comesBefore(route, other.route))
      const expression = { expression: withoutState(host), route }
      this.#expressions.splice(index < 0 ? this.#expressions.length : index, 0, expression)
    }
  }

  /**
   * The expressions come from the app, as hosts of its routes. They run in the same order, and on the same text, as in
   * the router for the request that follows.
   */
  match(host: string | undefined): Match | undefined {
    if (host !== undefined) {
      const exact = this.#exact.get(host)
      if (exact !== undefined) return { route: exact, rank: 3 }
      for (const { expression, route } of this.#expressions) {
        if (expression.test(host)) return { route, rank: 2 }
      }
    }
    return this.#any && { route: this.#any, rank: 1 }
  }
}

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
