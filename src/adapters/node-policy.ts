import type { IncomingMessage, ServerResponse } from 'node:http'
import { type PolicySource, policyFor } from '../policy/chooser.js'
import { answerTo, type NodeAdapter } from './node-request.js'
import { attachAnswer, sendAnswer } from './node-response.js'

/**
 * Applies a policy to one request.
 *
 * @returns whether the response has been sent, and no handler must run
 */
export function applyPolicy(
  source: PolicySource,
  request: IncomingMessage,
  response: ServerResponse,
  adapter: NodeAdapter,
): boolean {
  const answer = answerTo(policyFor(source, request), request, adapter)
  if (answer.status === undefined) {
    attachAnswer(response, answer, request.headers)
    return false
  }
  sendAnswer(response, answer, request.headers)
  return true
}
