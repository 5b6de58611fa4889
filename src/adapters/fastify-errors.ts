import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Answer, FORBIDDEN } from '../policy/answer.js'
import { policyFor } from '../policy/chooser.js'
import { type AdapterInput, adapterSource } from '../policy/policy-input.js'
import { lookupOf } from './fastify-router.js'
import { answerTo } from './node-request.js'
import { attachAnswer, sendAnswer } from './node-response.js'

/** The type of Fastify's `frameworkErrors` option. */
export type FrameworkErrorHandler = (
  error: Error & { code?: string; statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
) => void

/** A preflight that is refused whatever its origin. */
export const REFUSED_PREFLIGHT: Answer = Object.freeze({ ...FORBIDDEN, kind: 'preflight' })

/** An asynchronous constraint of the app has failed. */
const ASYNC_CONSTRAINT = 'FST_ERR_ASYNC_CONSTRAINT'

/**
 * For Fastify's `frameworkErrors` option. A malformed URL, a parameter that is too long, or a constraint that fails
 * reaches no route and no hook of a plugin; with this, such an error gets the policy's headers too, and a preflight its
 * answer. If a constraint fails where policies differ by route, the preflight is refused: a constraint that needs a token
 * fails for each preflight, and the request that follows may get any route.
 *
 * @param handler answers; without one, Fastify's usual error body is sent
 * @throws CorsConfigError if the input is a config with problems
 */
export function corsFrameworkErrors(
  input: AdapterInput<FastifyRequest>,
  handler: FrameworkErrorHandler = sendError,
): FrameworkErrorHandler {
  const source = adapterSource(input)
  return (error, request, reply) => {
    const { raw } = request
    const isUnclear = error.code === ASYNC_CONSTRAINT && lookupOf(raw) !== undefined
    const answer = isUnclear ? REFUSED_PREFLIGHT : answerTo(policyFor(source, request), raw, 'fastify')
    if (answer.status === undefined) {
      attachAnswer(reply.raw, answer, raw.headers)
      handler(error, request, reply)
    } else {
      reply.hijack()
      sendAnswer(reply.raw, answer, raw.headers)
    }
  }
}

const sendError: FrameworkErrorHandler = (error, _request, reply) => {
  reply.send(error)
}
