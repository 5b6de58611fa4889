import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'
import { type PolicyInput, policySource } from '../policy/policy-input.js'
import { applyPolicy } from './node-policy.js'

export type { DecisionMessage } from './node-request.js'

/** A request listener of node:http, https or http2. */
export type RequestListener<
  Request extends IncomingMessage | Http2ServerRequest,
  Response extends ServerResponse | Http2ServerResponse,
> = (request: Request, response: Response) => unknown

/**
 * Wraps a request listener of `http.createServer`, `https.createServer`, `http2.createServer` or
 * `http2.createSecureServer`: preflights are answered before it, every other response gets the policy's headers.
 *
 * @returns a listener that returns what the given one does
 * @throws CorsConfigError if the input is a config with problems
 */
export function withCors<
  Request extends IncomingMessage | Http2ServerRequest = IncomingMessage,
  Response extends ServerResponse | Http2ServerResponse = ServerResponse & { req: IncomingMessage },
>(input: PolicyInput<Request>, listener: RequestListener<Request, Response>): RequestListener<Request, Response> {
  const source = policySource(input)
  return function (this: unknown, request, response) {
    // http2's compatible API has all of node:http's that is used here.
    const answered = applyPolicy(source, request as IncomingMessage, response as unknown as ServerResponse, 'node')
    return answered ? undefined : listener.call(this, request, response)
  }
}
