import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { type Answer, NO_CORS } from '../policy/answer.js'
import { policyFor } from '../policy/chooser.js'
import { hasEarlierHooks } from './fastify-internals.js'
import { type CorsPluginOptions, parsePluginOptions, type RouteCors } from './fastify-options.js'
import type { AnnouncedRoute } from './fastify-preflight.js'
import { Scope } from './fastify-scope.js'
import { logRefusal } from './log-refusal.js'
import { answerTo } from './node-request.js'
import { attachAnswer, hasAnswer, sendAnswer } from './node-response.js'

export { corsFrameworkErrors, type FrameworkErrorHandler } from './fastify-errors.js'
export type { CorsPluginOptions, NamedPolicies, RouteCors } from './fastify-options.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Replaces the scope's CORS policy for this route: a config, a compiled or live policy, the name of one of the
     * plugin's `policies`, or false for no CORS headers at all.
     */
    cors?: RouteCors
  }
}

async function corsPolicy(fastify: FastifyInstance, options: CorsPluginOptions): Promise<void> {
  const { parent } = new Scope(fastify, parsePluginOptions(options), notFound)
  // The hooks of the outer registration run in this scope too, and find this one's policy.
  if (parent !== undefined) return
  fastify.addHook('onRoute', announceRoute)
  const isLate = hasEarlierHooks(fastify)
  fastify.addHook('onRequest', onRequest)
  if (isLate) fastify.addHook('onSend', lateHook())
}

/** Of hidden routes. Reached only if another plugin has taken their config away, by which our hook would know them. */
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
 * For requests that another hook has answered before ours had its turn, such as an authentication that was registered
 * first: without CORS headers, a browser would show the page nothing of the 401.
 */
function lateHook() {
  let warned = false
  return (request: FastifyRequest, reply: FastifyReply, payload: unknown, done: LateDone): void => {
    if (hasAnswer(reply.raw)) {
      done(null, payload)
      return
    }
    if (!warned) {
      warned = true
      request.log.warn('cors-policy: another onRequest hook answers before CORS: register cors-policy first')
    }
    const answer = answerFor(request)
    attachAnswer(reply.raw, answer, request.raw.headers)
    if (answer.status !== undefined) {
      reply.code(answer.status).removeHeader('content-type').removeHeader('content-length')
      // A stream that nobody reads would stay open, and what it reads from with it.
      ;(payload as { destroy?(): void } | null | undefined)?.destroy?.()
    }
    done(null, answer.status === undefined ? payload : null)
  }
}

type LateDone = (error: null, payload: unknown) => void

function answerFor(request: FastifyRequest): Answer {
  const source = (Scope.of(request.server) as Scope).sourceFor(request)
  if (source === false) return NO_CORS
  const policy = policyFor(source, request, (message, err) => request.log.error({ err }, message))
  const answer = answerTo(policy, request.raw, 'fastify')
  if (answer.refused) logRefusal(request, policy)
  return answer
}

const plugin: FastifyPluginAsync<CorsPluginOptions> = fastifyPlugin(corsPolicy, {
  name: 'cors-policy',
  fastify: '5.x',
})

export default plugin
