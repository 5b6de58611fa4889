import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { PolicySource } from '../policy/policy-input.js'
import { logTexts } from '../text/fastify.js'
import type { OptionsRoute, Outcome } from './fastify-check.js'
import { routeConfig } from './fastify-internals.js'
import { type ParsedOptions, parseRouteCors, type RouteSetting } from './fastify-options.js'
import type { DeclaredRoute } from './fastify-places.js'
import { type AnnouncedRoute, hiddenIn, PreflightRoutes } from './fastify-preflight.js'
import { CorsRouteError, type CorsRouteFault } from './fastify-problems.js'
import { lookupOf } from './fastify-router.js'
import type { PreflightTable } from './fastify-table.js'
import { isPreflight } from './node-request.js'

const SCOPE = Symbol('cors-policy.scope')
const SETTING = Symbol('cors-policy.setting')
const OPTIONS_ROUTES = Symbol('cors-policy.options-routes')

/** By the outermost Fastify instance of an app. */
const preflightsOf = new WeakMap<FastifyInstance, PreflightRoutes>()

/** The part of a route's `config` that is ours: `cors` as the user wrote it, and what was made of it. */
interface RouteConfig {
  readonly cors?: unknown
  readonly url?: string
  readonly [SETTING]?: RouteSetting
  readonly [OPTIONS_ROUTES]?: readonly OptionsRoute[]
}

/**
 * How a request is answered. `unseen`: the route has a `config.cors` that was never read. `refused`: a preflight whose
 * route took too long to find. Otherwise: as its route says.
 */
export type RequestOutcome = Outcome | 'unseen' | 'refused'

/** One registration of the plugin: the policy of a Fastify scope and of all inner scopes without their own. */
export class Scope {
  /** The registration around this one. */
  readonly parent: Scope | undefined
  readonly #source: PolicySource
  /** Its own policy and those of the scopes around it, innermost first. */
  readonly #sources: readonly PolicySource[]
  readonly #named: ReadonlyMap<string, PolicySource>
  readonly #preflights: PreflightRoutes
  readonly #announced: { readonly route: AnnouncedRoute; readonly cors: unknown }[] = []
  readonly #reported = new Set<string>()

  /**
   * @param handler of the hidden OPTIONS routes; the hook answers before it is reached
   * @throws CorsRouteError if the scope has a policy already
   */
  constructor(fastify: FastifyInstance, { source, named }: ParsedOptions, handler: RouteHandlerMethod) {
    if (Object.hasOwn(fastify, SCOPE)) throw new CorsRouteError([{ code: 'scope-registered-twice' }])
    this.parent = Scope.of(fastify)
    this.#source = source
    this.#sources = [source, ...this.#outerSources]
    this.#named = named
    const root = rootOf(fastify)
    this.#preflights = preflightsOf.get(root) ?? new PreflightRoutes(handler, Scope.#outcomeOf)
    preflightsOf.set(root, this.#preflights)
    fastify.decorate<unknown>(SCOPE, this)
    fastify.addHook('onReady', async () => this.#check())
  }

  /** The innermost scope with a policy. */
  static of(fastify: FastifyInstance): Scope | undefined {
    return (fastify as { readonly [SCOPE]?: Scope })[SCOPE]
  }

  static #outcomeOf({ fastify, setting }: DeclaredRoute): Outcome {
    return setting ?? (Scope.of(fastify) as Scope).#source
  }

  /** Called after the plugin has added its hooks, which the hidden routes need. */
  open(fastify: FastifyInstance): void {
    // A scope does not answer for routes outside it, so it has to know which ones are inside.
    if (fastify === rootOf(fastify)) {
      this.#preflights.addEnd(this.#source)
      return
    }
    const table = this.#preflights.activate(fastify)
    // If the scope around it begins at the same URL, that scope answers for unknown URLs.
    const outer = Object.getPrototypeOf(fastify) as FastifyInstance
    if (this.parent !== undefined && outer.prefix === fastify.prefix) table.addEnd(this.#source)
    else table.addFallback(fastify)
  }

  /**
   * Compiles what a route says about CORS.
   *
   * @throws CorsConfigError if that is not a config and names no policy
   */
  addRoute(fastify: FastifyInstance, route: AnnouncedRoute): void {
    const config = route.config as RouteConfig | undefined
    if (hiddenIn(config) !== undefined) return
    this.#announced.push({ route, cors: config?.cors })
    let setting: RouteSetting
    if (config?.cors !== undefined) {
      setting = parseRouteCors(config.cors, nameOf(route), (name) => this.#find(name))
      this.#preflights.activate(fastify)
    }
    const optionsRoutes = this.#preflights.add(fastify, route, setting)
    if (setting === undefined && optionsRoutes === undefined) return
    route.config = { ...config, [SETTING]: setting, [OPTIONS_ROUTES]: optionsRoutes } as object
  }

  /** How a request is answered. */
  outcomeFor(request: FastifyRequest): RequestOutcome {
    const config = routeConfig(request) as RouteConfig
    const { table } = this.#preflights
    if (table !== undefined && isPreflight(request.raw)) return this.#outcomeForPreflight(request, config, table)
    return config.cors === undefined ? this.#source : this.#ownOutcome(request, config)
  }

  /** Whether all routes of a method get this answer. Undefined if all routes of the app do. */
  agreeing(outcome: Outcome): ((method: string) => boolean) | undefined {
    const { table } = this.#preflights
    return table && ((method) => table.agree(method, outcome))
  }

  /** The policies of the scopes around a route with this answer, without the route's own policy. */
  sourcesAround(outcome: RequestOutcome): readonly PolicySource[] {
    return outcome === this.#source ? this.#outerSources : this.#sources
  }

  get #outerSources(): readonly PolicySource[] {
    return this.parent === undefined ? [] : this.parent.#sources
  }

  /**
   * @throws CorsRouteError if a route has changed since it was declared, or if a preflight could ask about two routes
   * with different policies, and cannot tell which
   */
  #check(): void {
    const faults: CorsRouteFault[] = []
    for (const { route, cors } of this.#announced.splice(0)) {
      if ((route.config as RouteConfig | undefined)?.cors === cors) continue
      faults.push({ code: 'route-changed', method: String(route.method), url: route.url })
    }
    faults.push(...(this.#preflights.table?.check() ?? []))
    if (faults.length > 0) throw new CorsRouteError(faults)
  }

  #outcomeForPreflight(request: FastifyRequest, config: RouteConfig, table: PreflightTable): RequestOutcome {
    const lookup = lookupOf(request.raw)
    if (lookup?.declined !== undefined) return lookup.declined
    if (lookup?.end !== undefined) return this.#reportEnd(request, lookup.end)
    if (lookup?.route !== undefined && lookup.hidden === hiddenIn(config)) return Scope.#outcomeOf(lookup.route)
    // The router has chosen an OPTIONS route of the app, or none.
    const [known, second] = config[OPTIONS_ROUTES] ?? []
    const here = lookup && second === undefined ? known?.place.match(lookup.method, lookup.host) : undefined
    if (here !== undefined) return Scope.#outcomeOf(here.route)
    const outcome = config.cors === undefined ? this.#source : this.#ownOutcome(request, config)
    return typeof outcome !== 'object' || isCertain(request, config, outcome, table) ? outcome : false
  }

  #ownOutcome(request: FastifyRequest, config: RouteConfig): RequestOutcome {
    const { cors, [SETTING]: setting } = config
    if (setting !== undefined) return setting
    if (cors === false || cors === 'untouched') return cors
    const url = String(config.url)
    if (!this.#reported.has(url)) {
      this.#reported.add(url)
      request.log.error(logTexts['route-unseen']({ url }))
    }
    return 'unseen'
  }

  #reportEnd(request: FastifyRequest, end: PolicySource | 'refused'): RequestOutcome {
    if (end === 'refused' && !this.#reported.has(end)) {
      this.#reported.add(end)
      request.log.warn(logTexts['route-unclear']())
    }
    return end
  }

  #find(name: string): PolicySource | undefined {
    return this.#named.get(name) ?? (this.parent === undefined ? undefined : this.parent.#find(name))
  }
}

/** Whether the request that follows certainly gets no route with another policy. */
function isCertain(request: FastifyRequest, config: RouteConfig, outcome: Outcome, table: PreflightTable): boolean {
  const lookup = lookupOf(request.raw)
  if (lookup?.passed) return false
  if (lookup?.route !== undefined && !table.isAnsweredBy(lookup.route, outcome)) return false
  if (request.is404 && !table.mayHide) return true
  const method = request.headers['access-control-request-method'] as string
  const known = config[OPTIONS_ROUTES] ?? []
  if (known.length > 0 && !known.some(({ disputed }) => disputed.has(method))) return true
  return table.agree(method, outcome)
}

function nameOf({ method, url }: AnnouncedRoute): string {
  return `${[method].flat()} ${url}`
}

/** A scope inherits from the scope around it. The outermost one inherits from no Fastify instance. */
function rootOf(fastify: FastifyInstance): FastifyInstance {
  const outer = Object.getPrototypeOf(fastify) as FastifyInstance
  return 'register' in outer ? rootOf(outer) : fastify
}
