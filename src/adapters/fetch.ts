import { headersOfAnswer } from '../policy/answer.js'
import { policyFor } from '../policy/chooser.js'
import { type AdapterInput, adapterSource } from '../policy/policy-input.js'
import { checkHandler, faultError } from './adapter-fault.js'
import { finish } from './fetch-response.js'
import { begin, end, outgoingOf, tellNode } from './fetch-state.js'

/** A handler of the Fetch API's shape: Bun, Deno, Cloudflare Workers, Next.js, Hono, H3 and others. */
export type FetchHandler<Req extends Request, Rest extends unknown[], Result extends Response | undefined> = (
  request: Req,
  ...rest: Rest
) => Result | Promise<Result>

export interface WithCorsOptions<Req extends Request = Request> {
  /**
   * Makes a response of what the handler throws, so that pages can read it. It gets the policy's headers like any other
   * response. Without this option the error is thrown on, and the server's own answer to it has no CORS headers.
   */
  readonly onError?: ((error: unknown, request: Req) => Response | Promise<Response>) | undefined
}

const NO_CONTENT = 204

/** On the response that tells @hono/node-server that the handler has written to Node's own response. */
const ALREADY_SENT = 'x-hono-already-sent'

/**
 * Wraps a handler: preflights are answered before it, every other response gets the policy's headers. What the handler
 * throws is thrown, unless `onError` makes a response of it; `undefined`, as Bun's handlers return it after an upgrade,
 * is returned. Anything else that is not a Response rejects with a TypeError.
 *
 * @throws CorsConfigError if the input is a config with problems
 * @throws TypeError if the handler or `onError` is not a function
 */
export function withCors<Req extends Request, Rest extends unknown[], Result extends Response | undefined>(
  input: AdapterInput<Req>,
  handler: FetchHandler<Req, Rest, Result>,
  options?: WithCorsOptions<Req>,
): (request: Req, ...rest: Rest) => Promise<Result | Response> {
  const source = adapterSource(input)
  checkHandler(handler)
  const onError = readOnError(options)
  return async function (this: unknown, request, ...rest) {
    const current = policyFor(source, request)
    const { headers, method } = request
    const origin = headers.get('origin') ?? undefined
    const requestMethod = headers.get('access-control-request-method') ?? undefined
    const answer = current.answerFor(
      method,
      origin,
      requestMethod,
      headers.get('sec-fetch-site') ?? undefined,
      current.enforces ? (headers.get('host') ?? new URL(request.url).host) : undefined,
    )
    const requestHeaders = headers.get('access-control-request-headers') ?? undefined
    const said = { answer, fields: headersOfAnswer(answer, origin, requestMethod, requestHeaders) }
    tellNode(request, rest, answer, origin)
    const pending = begin(request, origin, said)
    try {
      if (answer.status !== undefined) {
        const headers = { Vary: answer.varyText, ...said.fields, ...lengthOf(answer.status) }
        return new Response(null, { status: answer.status, headers })
      }
      const response = await responseOf(() => handler.call(this, request, ...rest), request, onError)
      if (pending === undefined || response === undefined) return response
      // Anywhere else it is a header like any other, which an upstream may have sent.
      if (response.headers.has(ALREADY_SENT) && outgoingOf(rest)) return response
      return finish(response, pending)
    } finally {
      if (pending !== undefined) end(request)
    }
  }
}

function readOnError<Req extends Request>(options: WithCorsOptions<Req> | undefined): WithCorsOptions<Req>['onError'] {
  if (options === undefined) return undefined
  if (typeof options !== 'object' || options === null) throw faultError({ code: 'options-type', value: options })
  const name = Object.keys(options).find((key) => key !== 'onError')
  if (name !== undefined) throw faultError({ code: 'option-unknown', name })
  const { onError } = options
  if (onError !== undefined && typeof onError !== 'function')
    throw faultError({ code: 'on-error-type', value: onError })
  return onError
}

/** What the handler returns, or what `onError` makes of what it throws. */
async function responseOf<Req extends Request, Result extends Response | undefined>(
  handle: () => Result | Promise<Result>,
  request: Req,
  onError: WithCorsOptions<Req>['onError'],
): Promise<Result | Response> {
  try {
    const result = await handle()
    return result === undefined ? result : checkedResponse(result)
  } catch (error) {
    if (onError === undefined) throw error
    return checkedResponse(await onError(error, request))
  }
}

/** Told by what is used of it: servers and test environments have classes of their own. */
function checkedResponse<Result extends Response>(value: Result): Result {
  const { status, headers } = Object(value) as Partial<Response>
  if (typeof status === 'number' && typeof headers?.get === 'function') return value
  throw faultError({ code: 'not-a-response', value })
}

/** RFC 9110 section 8.6: no Content-Length with 204. Without one on any other status, a server may chunk the empty body. */
function lengthOf(status: number): Record<string, string> {
  return status === NO_CONTENT ? {} : { 'Content-Length': '0' }
}
