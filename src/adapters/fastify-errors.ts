import type { FastifyReply, FastifyRequest } from 'fastify'
import { policyFor } from '../policy/chooser.js'
import { type AdapterInput, adapterSource } from '../policy/policy-input.js'
import { answerTo } from './node-request.js'
import { attachAnswer, sendAnswer } from './node-response.js'

/** The type of Fastify's `frameworkErrors` option. */
export type FrameworkErrorHandler = (
  error: Error & { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
) => void

/**
 * For Fastify's `frameworkErrors` option. A malformed URL, or a parameter that is too long, reaches no route and no
 * hook of a plugin; with this, such an error gets the policy's headers too, and a preflight its answer.
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
    const answer = answerTo(policyFor(source, request), raw, 'fastify')
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
