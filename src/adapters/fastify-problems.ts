import { type Catalogue, render } from '../text/catalogue.js'
import { routeErrorText, routeFaultTexts } from '../text/fastify.js'

/** What is wrong with the routes of an app. The union is closed. */
export type CorsRouteFault =
  /** The plugin is registered twice in one scope. */
  | { readonly code: 'scope-registered-twice' }
  /** Another plugin changed `config.cors` of a route after it had been compiled. */
  | { readonly code: 'route-changed'; readonly method: string; readonly url: string }
  /**
   * What a preflight does not carry, such as a version, decides whether this route or another one serves the request, and
   * their policies differ. `other` is the URL of the other route, if it has another one.
   */
  | { readonly code: 'preflight-ambiguous'; readonly method: string; readonly url: string; readonly other?: string }

/** One thing that is wrong with the routes of an app, with the sentence that says so. */
export type CorsRouteProblem = CorsRouteFault & { readonly message: string }

/**
 * Thrown at startup when the routes of an app and their policies do not fit together. The message is for people;
 * programs read `problems`. A bad config of a route is a `CorsConfigError` that names the route.
 */
export class CorsRouteError extends Error {
  static {
    // On the prototype, as Node's own errors have it: it is not a property of each error.
    CorsRouteError.prototype.name = 'CorsRouteError'
  }

  readonly code = 'ERR_CORS_ROUTE'
  readonly problems: readonly CorsRouteProblem[]

  /** @param faults at least one */
  constructor(faults: readonly CorsRouteFault[]) {
    const problems = faults.map((fault) => Object.freeze({ ...fault, message: render(texts, fault) }))
    super(routeErrorText(problems.map(({ message, code }) => `${message} [${code}]`)))
    this.problems = Object.freeze(problems)
  }
}

const texts = routeFaultTexts satisfies Catalogue<CorsRouteFault>
