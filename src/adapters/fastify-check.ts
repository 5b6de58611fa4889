import type { CompiledPolicy } from '../policy/compiled-policy.js'
import { isLivePolicy } from '../policy/is-live-policy.js'
import type { PolicySource } from '../policy/policy-input.js'
import { confusable } from './fastify-conditions.js'
import type { DeclaredRoute, RouterPlace, ScopeFallback } from './fastify-places.js'
import type { CorsRouteFault } from './fastify-problems.js'
import { mayPrecede } from './url-pattern.js'

/** How a route is answered: by a policy, or with nothing but Vary. */
export type Outcome = PolicySource | false | 'untouched'

export type OutcomeOf = (route: DeclaredRoute) => Outcome

/** A route that takes OPTIONS requests: one of the app, or the fallback of a scope. */
export interface OptionsRoute {
  readonly route: DeclaredRoute
  readonly place: RouterPlace
  /** Of its pattern. */
  readonly forms: readonly string[]
  /**
   * Takes the methods of routes with another policy that this route may hide: the router could choose this route for the
   * preflight, and the other one for the request that follows.
   */
  disputed: ReadonlySet<string>
}

/** The same for two policies that answer alike. */
type Key = object | string | false

/** The methods at one place whose routes may get different answers. */
interface Others {
  readonly place: RouterPlace
  readonly methods: readonly string[]
}

/**
 * What is known about the routes of an app once all are declared. It is computed at startup, not per request.
 */
export class RouteCheck {
  readonly #outcomeOf: OutcomeOf
  readonly #optionsRoutes: OptionsRoute[] = []
  readonly #fallbacks = new Map<RouterPlace, ScopeFallback[]>()
  /** How scopes without a fallback answer: their preflights get a 404. */
  readonly #ends = new Set<Key>()
  readonly #keys = new WeakMap<CompiledPolicy, string>()
  readonly #keysAt = new Map<RouterPlace, Map<string, Set<Key>>>()
  readonly #keysByMethod = new Map<string, Set<Key>>()
  readonly #others = new Map<Key, Others[]>()
  #isDone = false

  constructor(outcomeOf: OutcomeOf) {
    this.#outcomeOf = outcomeOf
  }

  addOptionsRoute(route: OptionsRoute): void {
    this.#optionsRoutes.push(route)
  }

  addFallback(fallback: ScopeFallback): void {
    this.#optionsRoutes.push(fallback)
    const { place } = fallback
    this.#fallbacks.set(place, [...(this.#fallbacks.get(place) ?? []), fallback])
  }

  /** A scope without a fallback. */
  addEnd(source: PolicySource): void {
    this.#ends.add(this.#keyOfOutcome(source))
  }

  /** @returns the routes between which a preflight could not tell, although their policies differ */
  run(places: readonly RouterPlace[]): readonly CorsRouteFault[] {
    // Each scope asks for it when the app is ready.
    if (this.#isDone) return []
    this.#isDone = true
    for (const place of places) this.#collect(place)
    for (const options of this.#optionsRoutes) {
      options.disputed = this.#disputedBy(options.forms, this.#keyOf(options.route))
    }
    for (const fallbacks of this.#fallbacks.values()) {
      const isShared = new Set(fallbacks.map(({ route }) => this.#keyOf(route))).size > 1
      for (const fallback of fallbacks) fallback.shared = isShared
    }
    for (const place of places) this.#settle(place)
    return this.#findAmbiguous(places)
  }

  isAnsweredBy(route: DeclaredRoute, outcome: Outcome): boolean {
    return this.#keyOf(route) === this.#keyOfOutcome(outcome)
  }

  /** Whether all routes of that method get this answer. */
  agree(method: string, outcome: Outcome): boolean {
    const keys = this.#keysByMethod.get(method)
    return keys === undefined || (keys.size === 1 && keys.has(this.#keyOfOutcome(outcome)))
  }

  #findAmbiguous(places: readonly RouterPlace[]): readonly CorsRouteFault[] {
    const keys = new Map(places.flatMap((place) => [...place].map((route) => [route, this.#keyOf(route)])))
    const faults = new Map<string, CorsRouteFault>()
    for (const { method, route, other } of confusable(places, (one, two) => keys.get(one) !== keys.get(two))) {
      const { url } = route
      if (faults.has(`${method} ${url}`)) continue
      const elsewhere = other.url === url ? {} : { other: other.url }
      faults.set(`${method} ${url}`, { code: 'preflight-ambiguous', method, url, ...elsewhere })
    }
    return [...faults.values()]
  }

  #collect(place: RouterPlace): void {
    const here = new Map<string, Set<Key>>()
    for (const method of place.methods) {
      const keys = new Set(place.declared(method).map((route) => this.#keyOf(route)))
      here.set(method, keys)
      this.#keysByMethod.set(method, new Set([...(this.#keysByMethod.get(method) ?? []), ...keys]))
    }
    this.#keysAt.set(place, here)
  }

  /** The methods of routes that get another answer and that a route with this pattern may hide. */
  #disputedBy(forms: readonly string[], key: Key): ReadonlySet<string> {
    const others = this.#others.get(key) ?? this.#findOthers(key)
    this.#others.set(key, others)
    return new Set(others.flatMap(({ place, methods }) => (mayPrecede(forms, place.forms) ? methods : [])))
  }

  #findOthers(key: Key): Others[] {
    return [...this.#keysAt].flatMap(([place, here]) => {
      const methods = [...here].filter(([, keys]) => keys.size > 1 || !keys.has(key)).map(([method]) => method)
      return methods.length > 0 ? [{ place, methods }] : []
    })
  }

  /**
   * Tells a place how to answer a preflight for a method that has no route there. If every route that the router could
   * still find gets the same answer, the router need not look for one.
   */
  #settle(place: RouterPlace): void {
    const [route] = place
    // A place that has only OPTIONS routes, or none, is not asked.
    if (route === undefined) return
    const end = this.#outcomeOf({ ...route, setting: undefined }) as PolicySource
    const key = this.#keyOfOutcome(end)
    const isEnd = this.#ends.has(key) && this.#ends.size > 1
    const precedes = this.#optionsRoutes.some(
      (options) =>
        this.#keyOf(options.route) !== key && (options.place === place || mayPrecede(place.forms, options.forms)),
    )
    if (!isEnd && !precedes) place.settle(end, this.#disputedBy(place.forms, key))
  }

  #keyOf(route: DeclaredRoute): Key {
    return this.#keyOfOutcome(this.#outcomeOf(route))
  }

  #keyOfOutcome(outcome: Outcome): Key {
    // Two live policies may be the same now, and not any more in a minute.
    if (outcome === false || outcome === 'untouched' || isLivePolicy(outcome)) return outcome
    // Nobody knows what a function chooses.
    if (outcome.choose !== undefined) return outcome
    const policy = outcome.current
    const key = this.#keys.get(policy) ?? JSON.stringify(policy.config)
    this.#keys.set(policy, key)
    return key
  }
}
