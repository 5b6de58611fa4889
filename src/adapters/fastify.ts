import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import { fastifyPlugin } from 'fastify-plugin'
import { type Answer, FORBIDDEN, NO_CORS } from '../policy/answer.js'
import { policyFor } from '../policy/chooser.js'
import type { CompiledPolicy } from '../policy/compiled-policy.js'
import type { Decision } from '../policy/decision.js'
import type { PolicySource } from '../policy/policy-input.js'
import { logTexts } from '../text/fastify.js'
import { forbiddenBy, isForeignWrite } from './fastify-enforce.js'
import { REFUSED_PREFLIGHT } from './fastify-errors.js'
import { hasEarlierHooks } from './fastify-internals.js'
import { withoutOtherMethods } from './fastify-methods.js'
import { type CorsPluginOptions, parsePluginOptions, type RouteCors } from './fastify-options.js'
import type { AnnouncedRoute } from './fastify-preflight.js'
import { Scope } from './fastify-scope.js'
import { logRefusal } from './log-refusal.js'
import { answerTo, factsOf, publish } from './node-request.js'
import { attachAnswer, hasAnswer, sendAnswer } from './node-response.js'

export { corsFrameworkErrors, type FrameworkErrorHandler } from './fastify-errors.js'
export type { CorsPluginOptions, NamedPolicies, RouteCors } from './fastify-options.js'
export { CorsRouteError, type CorsRouteFault, type CorsRouteProblem } from './fastify-problems.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Replaces the scope's CORS policy for this route: a config, a compiled or live policy, the name of one of the
     * plugin's `policies`, `false` for no CORS headers, or `'untouched'` to keep those that the handler sets.
     */
    cors?: RouteCors
  }
}

/** Vary, and whatever the response says about CORS by itself. */
const UNTOUCHED: Answer = Object.freeze({ ...NO_CORS, untouched: true })

async function corsPolicy(fastify: FastifyInstance, options: CorsPluginOptions): Promise<void> {
  const scope = new Scope(fastify, parsePluginOptions(options), notFound)
  // The hooks of the outer registration run in this scope too, and find this one's policy.
  if (scope.parent === undefined) addHooks(fastify)
  scope.open(fastify)
}

function addHooks(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', announceRoute)
  const isLate = hasEarlierHooks(fastify)
  if (isLate) fastify.log.warn(logTexts['hook-earlier']())
  fastify.addHook('onRequest', onRequest)
  if (isLate !== false) fastify.addHook('onSend', lateHook(isLate === true))
}

/** The handler of hidden routes. It only runs if another plugin removed the config by which our hook knows them. */
const notFound: RouteHandlerMethod = (_, reply) => {
  reply.callNotFound()
}

function announceRoute(this: FastifyInstance, route: AnnouncedRoute): void {
  ;(Scope.of(this) as Scope).addRoute(this, route)
}

function onRequest(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const answer = answerFor(request)
  if (answer.kind === 'actual') {
    attachAnswer(reply.raw, answer, request.raw.headers)
    done()
  } else {
    reply.hijack()
    sendAnswer(reply.raw, answer, request.raw.headers)
  }
}

/**
 * For requests that another hook answers before ours runs, such as an authentication that was registered first. Without
 * CORS headers, the page would not see the 401.
 *
 * @param warned whether it has been said already that this may be
 */
function lateHook(warned: boolean) {
  return (request: FastifyRequest, reply: FastifyReply, payload: unknown, done: LateDone): void => {
    if (hasAnswer(reply.raw)) {
      done(null, payload)
      return
    }
    if (!warned) {
      warned = true
      request.log.warn(logTexts['hook-answered']())
    }
    const answer = answerFor(request)
    attachAnswer(reply.raw, answer, request.raw.headers)
    if (answer.status !== undefined) {
      reply.code(answer.status).removeHeader('content-type').removeHeader('content-length')
      close(payload)
    }
    done(null, answer.status === undefined ? payload : null)
  }
}

/** A stream of Node or of the web, or a Response: one that nobody reads would stay open, together with its source. */
function close(payload: unknown): void {
  const response = payload as { body?: unknown } | null | undefined
  const stream = (response?.body ?? payload) as { destroy?(): void; cancel?(): unknown } | null | undefined
  stream?.destroy?.()
  // How a source fails when it is cancelled is of no use to anybody. A method of the app's own may return no promise.
  void (async () => stream?.cancel?.())().catch(() => {})
}

type LateDone = (error: null, payload: unknown) => void

function answerFor(request: FastifyRequest): Answer {
  const { raw } = request
  const scope = Scope.of(request.server) as Scope
  const outcome = scope.outcomeFor(request)
  if (outcome === 'unseen') return isForeignWrite(raw) ? FORBIDDEN : NO_CORS
  if (outcome === 'refused') return REFUSED_PREFLIGHT
  const choose = (source: PolicySource) =>
    policyFor(source, request, (message, err) => request.log.error({ err }, message))
  const policy = typeof outcome === 'object' ? choose(outcome) : undefined
  const forbidding = forbiddenBy(raw, policy, scope.sourcesAround(outcome), choose)
  if (forbidding !== undefined) return forbid(request, forbidding)
  if (policy === undefined) return outcome === 'untouched' ? UNTOUCHED : NO_CORS
  const answer = answerTo(policy, raw, 'fastify')
  if (answer.refused) logRefusal(request, () => policy.decide(factsOf(raw)))
  const agrees = answer.kind === 'preflight' ? scope.agreeing(outcome as PolicySource) : undefined
  return agrees === undefined
    ? answer
    : withoutOtherMethods(answer, raw.headers['access-control-request-method'] as string, agrees)
}

/** @param policy whose origins may write */
function forbid(request: FastifyRequest, policy: CompiledPolicy): Answer {
  const facts = factsOf(request.raw)
  const { kind, status, vary } = FORBIDDEN
  const decision: Decision = { ...policy.decide(facts), kind, status, vary, headers: {} }
  publish('fastify', policy, facts, decision)
  logRefusal(request, () => decision)
  return FORBIDDEN
}

const plugin: FastifyPluginAsync<CorsPluginOptions> = fastifyPlugin(corsPolicy, {
  name: 'cors-policy',
  fastify: '5.x',
})

export default plugin
