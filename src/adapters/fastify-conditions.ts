import { isSafeMethod } from '../http/methods.js'
import type { DeclaredRoute, RouterPlace } from './fastify-places.js'
import { mayMeet, mayPrecede } from './url-pattern.js'

/** Two routes of one method. A preflight gets the policy of one, and the request that follows may get the other. */
export interface Confusable {
  readonly method: string
  readonly route: DeclaredRoute
  readonly other: DeclaredRoute
}

/**
 * Pairs of routes between which a condition decides. A condition is a constraint that a preflight does not carry: the
 * router's version, or any of the app's. How the app's match is unknown.
 *
 * @param differ whether two routes have different policies
 */
export function* confusable(
  places: readonly RouterPlace[],
  differ: (route: DeclaredRoute, other: DeclaredRoute) => boolean,
): Generator<Confusable> {
  for (const place of places) {
    for (const method of place.methods) {
      const routes = place.declared(method)
      for (const [i, route] of routes.entries()) {
        const others = [...routes.slice(0, i), ...[...place.rivals].flatMap((rival) => rival.declared(method))]
        for (const other of others) if (areMixed(route, other) && differ(route, other)) yield { method, route, other }
      }
    }
  }
  const conditional = new Set(places.filter(hasCondition))
  for (const place of places) {
    for (const next of conditional.has(place) ? places : conditional) {
      const found = place === next ? undefined : acrossPlaces(place, next, differ)
      if (found !== undefined) yield found
    }
  }
}

/**
 * At one place, the router prefers the route with more constraints that match. It takes one of the hosts there for a
 * request, so a route with a host is only mixed with routes of the same host and with those that have none.
 */
function areMixed(route: DeclaredRoute, other: DeclaredRoute): boolean {
  const hosts = [route.host, other.host].map((host) => host && String(host))
  return route.condition !== other.condition && (hosts[0] === hosts[1] || hosts.includes(undefined))
}

/**
 * A request for which no route at one place has the right condition goes on to the next place whose pattern matches.
 * That cannot happen if the first place has a route with the same condition.
 */
function acrossPlaces(
  place: RouterPlace,
  next: RouterPlace,
  differ: (route: DeclaredRoute, other: DeclaredRoute) => boolean,
): Confusable | undefined {
  for (const method of place.methods) {
    // Any page can send GET and HEAD without a preflight.
    if (isSafeMethod(method)) continue
    const routes = place.declared(method)
    for (const other of next.declared(method)) {
      if (routes.some((route) => servesBefore(route, other))) continue
      const route = routes.find((route) => mayShareHost(route, other) && differ(route, other))
      // The patterns are compared last, since that takes the longest.
      if (route === undefined) continue
      const isNext = mayPrecede(place.forms, next.forms) && mayMeet(place.forms, next.forms)
      return isNext ? { method, route, other } : undefined
    }
  }
  return undefined
}

function servesBefore({ host, condition }: DeclaredRoute, other: DeclaredRoute): boolean {
  return condition === other.condition && (host === undefined || host === other.host)
}

function mayShareHost({ host }: DeclaredRoute, { host: otherHost }: DeclaredRoute): boolean {
  return typeof host !== 'string' || typeof otherHost !== 'string' || host === otherHost
}

function hasCondition(place: RouterPlace): boolean {
  return [...place].some(({ condition }) => condition.names.length > 0)
}
