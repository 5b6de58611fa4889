import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AdapterInput, adapterSource } from '../policy/policy-input.js'
import { applyPolicy } from './node-policy.js'

/** Middleware for Express 4 and 5, Connect, and whatever else passes a request, a response and `next`. */
export type CorsMiddleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void

/**
 * Middleware that applies a policy: before body parsers, authentication and rate limits, for the whole app, a router
 * or a path. It answers preflights itself and calls `next` for everything else.
 *
 * @throws CorsConfigError if the input is a config with problems
 */
export function cors<Request extends IncomingMessage = IncomingMessage>(input: AdapterInput<Request>): CorsMiddleware {
  const source = adapterSource(input)
  return (request, response, next) => {
    if (!applyPolicy(source, request, response, 'express')) next()
  }
}

export default cors
