import type { CompiledPolicy } from '../policy/compiled-policy.js'
import { LivePolicy } from '../policy/live-policy.js'
import type { PolicySource } from '../policy/policy-input.js'
import type { DeclaredRoute, Place, ScopeFallback } from './fastify-places.js'
import { CorsRouteError, type CorsRouteFault } from './fastify-problems.js'
import { mayPrecede } from './url-pattern.js'

/** How a route is answered: by a policy, or with nothing but Vary. */
export type Outcome = PolicySource | false | 'untouched'

export type OutcomeOf = (route: DeclaredRoute) => Outcome

/** A route that takes OPTIONS requests: one of the app, or the fallback of a scope. */
export interface OptionsRoute {
  readonly route: DeclaredRoute
  readonly place: Place
  /** Of its pattern. */
  readonly forms: readonly string[]
  /**
   * Takes the methods of routes with another policy that it may precede: the router takes it for the preflight, and the
   * other one for the request that follows.
   */
  disputed: ReadonlySet<string>
}

/** The same for two policies that answer alike. */
type Key = object | string | false

/** How the routes at one place are answered, by method. */
type Keys = ReadonlyMap<string, ReadonlySet<Key>>

/**
 * What is found out about the routes of an app when all are known, so that nothing has to be found out per request.
 */
export class RouteCheck {
  readonly #outcomeOf: OutcomeOf
  readonly #doubled: (readonly [method: string, route: DeclaredRoute, other: DeclaredRoute])[] = []
  readonly #optionsRoutes: OptionsRoute[] = []
  readonly #fallbacks = new Map<Place, ScopeFallback[]>()
  readonly #keys = new WeakMap<CompiledPolicy, string>()
  readonly #keysByMethod = new Map<string, Set<Key>>()
  #isDone = false

  constructor(outcomeOf: OutcomeOf) {
    this.#outcomeOf = outcomeOf
  }

  /** Two routes of one method, URL and host. */
  addDoubled(method: string, route: DeclaredRoute, other: DeclaredRoute): void {
    this.#doubled.push([method, route, other])
  }

  addOptionsRoute(route: OptionsRoute): void {
    this.#optionsRoutes.push(route)
  }

  addFallback(fallback: ScopeFallback): void {
    this.#optionsRoutes.push(fallback)
    const { place } = fallback
    this.#fallbacks.set(place, [...(this.#fallbacks.get(place) ?? []), fallback])
  }

  /** @throws CorsRouteError if a preflight could ask about two routes with different policies, and cannot tell which */
  run(places: Iterable<Place>): void {
    // Each scope asks for it when the app is ready.
    if (this.#isDone) return
    this.#isDone = true
    const known = [...places]
    this.#refuseAmbiguous(known)
    const keysOf = new Map(known.map((place) => [place, this.#keysAt(place)]))
    for (const keys of keysOf.values()) this.#collect(keys)
    for (const options of this.#optionsRoutes) options.disputed = this.#disputedBy(options, keysOf)
    for (const fallbacks of this.#fallbacks.values()) {
      const isShared = new Set(fallbacks.map(({ route }) => this.#keyOf(route))).size > 1
      for (const fallback of fallbacks) fallback.shared = isShared
    }
  }

  isAnsweredBy(route: DeclaredRoute, outcome: Outcome): boolean {
    return this.#keyOf(route) === this.#keyOfOutcome(outcome)
  }

  /** Whether all routes of that method, wherever they are, are answered so. */
  agree(method: string, outcome: Outcome): boolean {
    const keys = this.#keysByMethod.get(method)
    return keys === undefined || (keys.size === 1 && keys.has(this.#keyOfOutcome(outcome)))
  }

  #refuseAmbiguous(places: readonly Place[]): void {
    const faults = new Map<string, CorsRouteFault>()
    for (const [method, route, other] of [...this.#doubled, ...places.flatMap(doubledAmongRivals)]) {
      if (this.#keyOf(route) === this.#keyOf(other)) continue
      faults.set(`${method} ${route.url}`, { code: 'preflight-ambiguous', method, url: route.url })
    }
    if (faults.size > 0) throw new CorsRouteError([...faults.values()])
  }

  #collect(keys: Keys): void {
    for (const [method, here] of keys) {
      const all = this.#keysByMethod.get(method) ?? new Set()
      this.#keysByMethod.set(method, all)
      for (const key of here) all.add(key)
    }
  }

  #disputedBy({ route, forms }: OptionsRoute, keysOf: ReadonlyMap<Place, Keys>): ReadonlySet<string> {
    const key = this.#keyOf(route)
    const disputed = new Set<string>()
    for (const [place, keys] of keysOf) {
      const others = [...keys].filter(([, here]) => here.size > 1 || !here.has(key))
      if (others.length === 0 || !mayPrecede(forms, place.forms)) continue
      for (const [method] of others) disputed.add(method)
    }
    return disputed
  }

  #keysAt(place: Place): Keys {
    return new Map(
      [...place.methods].map((method) => [
        method,
        new Set([...place.routesOf(method)].map((route) => this.#keyOf(route))),
      ]),
    )
  }

  #keyOf(route: DeclaredRoute): Key {
    return this.#keyOfOutcome(this.#outcomeOf(route))
  }

  #keyOfOutcome(outcome: Outcome): Key {
    // Two live policies may be the same now, and not any more in a minute.
    if (outcome === false || outcome === 'untouched' || LivePolicy.is(outcome)) return outcome
    const policy = outcome.current
    const key = this.#keys.get(policy) ?? JSON.stringify(policy.config)
    this.#keys.set(policy, key)
    return key
  }
}

function doubledAmongRivals(place: Place): [string, DeclaredRoute, DeclaredRoute][] {
  return [...place.rivals].flatMap((rival) =>
    [...place.methods].flatMap((method) =>
      place
        .routesOf(method)
        .pairsWith(rival.routesOf(method))
        .map(([route, other]): [string, DeclaredRoute, DeclaredRoute] => [method, route, other]),
    ),
  )
}
