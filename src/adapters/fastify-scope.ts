import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { PolicySource } from '../policy/policy-input.js'
import { routeConfig } from './fastify-internals.js'
import { type ParsedOptions, parseRouteCors } from './fastify-options.js'
import { type AnnouncedRoute, isHidden, PreflightRoutes, type RouteSetting, settingAsked } from './fastify-preflight.js'
import { isDeclined } from './fastify-router.js'
import { isPreflight } from './node-request.js'

const SCOPE = Symbol('cors-policy.scope')
const SETTING = Symbol('cors-policy.setting')

/** By the outermost Fastify instance of an app. */
const preflightsOf = new WeakMap<FastifyInstance, PreflightRoutes>()

/** The part of a route's `config` that is ours: `cors` as the user wrote it, and what was made of it. */
interface RouteConfig {
  readonly cors?: unknown
  readonly url?: string
  readonly [SETTING]?: RouteSetting
}

/** One registration of the plugin: the policy of a Fastify scope, and of those inside it that have none of their own. */
export class Scope {
  /** The registration around this one. */
  readonly parent: Scope | undefined
  readonly #source: PolicySource
  readonly #named: ReadonlyMap<string, PolicySource>
  readonly #preflights: PreflightRoutes
  readonly #announced: { readonly route: AnnouncedRoute; readonly cors: unknown }[] = []
  readonly #reported = new Set<string>()

  /**
   * @param handler of the hidden OPTIONS routes; the hook answers before it is reached
   * @throws Error if the scope has a policy already
   */
  constructor(fastify: FastifyInstance, { source, named }: ParsedOptions, handler: RouteHandlerMethod) {
    if (Object.hasOwn(fastify, SCOPE)) {
      throw new Error('cors-policy is registered twice in one scope: register it once, or inside a plugin of its own')
    }
    this.parent = Scope.of(fastify)
    this.#source = source
    this.#named = named
    const root = rootOf(fastify)
    this.#preflights = preflightsOf.get(root) ?? new PreflightRoutes(handler)
    preflightsOf.set(root, this.#preflights)
    // Routes outside this scope are not for it to answer for, so it has to know which ones are inside.
    if (fastify !== root) this.#preflights.activate(fastify)
    fastify.decorate<unknown>(SCOPE, this)
    fastify.addHook('onReady', async () => this.#check())
  }

  /** The innermost scope with a policy. */
  static of(fastify: FastifyInstance): Scope | undefined {
    return (fastify as { readonly [SCOPE]?: Scope })[SCOPE]
  }

  /** The policy of a route, from where it is declared and what it says itself. */
  static policyOf(fastify: FastifyInstance, setting: RouteSetting): PolicySource | false {
    return setting ?? (Scope.of(fastify) as Scope).#source
  }

  /**
   * Compiles what a route says about CORS.
   *
   * @throws CorsConfigError if that is no config and names no policy
   * @throws Error if a preflight for the route would have two answers
   */
  addRoute(fastify: FastifyInstance, route: AnnouncedRoute): void {
    const config = route.config as RouteConfig | undefined
    if (isHidden(config)) return
    this.#announced.push({ route, cors: config?.cors })
    let setting: RouteSetting
    if (config?.cors !== undefined) {
      setting = parseRouteCors(config.cors, `${[route.method].flat()} ${route.url}`, (name) => this.#find(name))
      route.config = { ...config, [SETTING]: setting } as object
      this.#preflights.activate(fastify)
    }
    this.#preflights.add(fastify, route, setting)
  }

  /** The policy for a request, or false if it gets none. */
  sourceFor(request: FastifyRequest): PolicySource | false {
    const config = routeConfig(request) as RouteConfig
    if (this.#preflights.active && isPreflight(request.raw)) return this.#sourceForPreflight(request, config)
    return config.cors === undefined ? this.#source : this.#ownSource(request, config)
  }

  /** @throws Error if what was known of the routes when they were declared is not all that there is to know */
  #check(): void {
    for (const { route, cors } of this.#announced.splice(0)) {
      if ((route.config as RouteConfig | undefined)?.cors === cors) continue
      throw new Error(
        `cors-policy: a plugin has changed config.cors of ${[route.method].flat()} ${route.url} when it was compiled already: register that plugin first`,
      )
    }
    this.#preflights.check(Scope.policyOf)
  }

  #sourceForPreflight(request: FastifyRequest, config: RouteConfig): PolicySource | false {
    const method = request.headers['access-control-request-method'] as string
    if (isDeclined(request.raw)) return false
    if (isHidden(config)) return settingAsked(config, method) ?? this.#source
    const source = config.cors === undefined ? this.#source : this.#ownSource(request, config)
    if (request.is404 && !this.#preflights.mayHide) return source
    // An OPTIONS route of the app, which may stand in front of the route that the preflight asks about.
    const candidates = this.#preflights.candidates(method, request.url)
    const agree = candidates.every(({ fastify, setting }) => Scope.policyOf(fastify, setting) === source)
    return agree && source
  }

  #ownSource(request: FastifyRequest, config: RouteConfig): PolicySource | false {
    const setting = config[SETTING]
    if (setting !== undefined) return setting
    const url = String(config.url)
    if (!this.#reported.has(url)) {
      this.#reported.add(url)
      request.log.error(
        `cors-policy: ${url} gets no CORS headers: it was declared before the plugin was loaded, which so has not seen its config.cors. Await app.register(cors, …) first`,
      )
    }
    return false
  }

  #find(name: string): PolicySource | undefined {
    return this.#named.get(name) ?? (this.parent === undefined ? undefined : this.parent.#find(name))
  }
}

/** A scope inherits from the one around it, the outermost from no Fastify instance. */
function rootOf(fastify: FastifyInstance): FastifyInstance {
  const outer = Object.getPrototypeOf(fastify) as FastifyInstance
  return 'register' in outer ? rootOf(outer) : fastify
}
