import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'
import { type AdapterInput, adapterSource } from '../policy/policy-input.js'
import { checkListener } from './adapter-fault.js'
import { applyPolicy } from './node-policy.js'

export type { DecisionMessage } from './node-request.js'

/** A request listener of node:http, https or http2. */
export type RequestListener<
  Request extends IncomingMessage | Http2ServerRequest,
  Response extends ServerResponse | Http2ServerResponse,
> = (request: Request, response: Response) => unknown

/**
 * What `withCors` makes of a listener. One for node:http can be given to a server of http2 too, whose compatible API
 * has what it uses; TypeScript cannot infer for `createSecureServer(options, withCors(…))` what it will be called with.
 */
export type CorsListener<
  Request extends IncomingMessage | Http2ServerRequest,
  Response extends ServerResponse | Http2ServerResponse,
> = [IncomingMessage] extends [Request]
  ? RequestListener<Http2ServerRequest, Http2ServerResponse> & RequestListener<Request, Response>
  : RequestListener<Request, Response>

/**
 * Wraps a request listener of `http.createServer`, `https.createServer`, `http2.createServer` or
 * `http2.createSecureServer`: preflights are answered before it, every other response gets the policy's headers.
 *
 * @returns a listener that returns what the given one does
 * @throws CorsConfigError if the input is a config with problems
 * @throws TypeError if the listener is not a function
 */
export function withCors<
  Request extends IncomingMessage | Http2ServerRequest = IncomingMessage,
  Response extends ServerResponse | Http2ServerResponse = ServerResponse & { req: IncomingMessage },
>(input: AdapterInput<Request>, listener: RequestListener<Request, Response>): CorsListener<Request, Response> {
  const source = adapterSource(input)
  checkListener(listener)
  const wrapped: RequestListener<Request, Response> = function (this: unknown, request, response) {
    // http2's compatible API has all of node:http's that is used here.
    const answered = applyPolicy(source, request as IncomingMessage, response as unknown as ServerResponse, 'node')
    return answered ? undefined : listener.call(this, request, response)
  }
  return wrapped as CorsListener<Request, Response>
}
