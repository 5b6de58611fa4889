import { CORS_RESPONSE_FIELDS } from '../http/field-names.js'
import { mergeVary } from '../http/vary.js'
import { type Answer, headersOf } from '../policy/answer.js'
import { policyFor } from '../policy/chooser.js'
import { type PolicyInput, policySource } from '../policy/policy-input.js'

/** A handler of the Fetch API's shape: Bun, Deno, Cloudflare Workers, Hono, H3 and others. */
export type FetchHandler<Rest extends unknown[], Result extends Response | undefined> = (
  request: Request,
  ...rest: Rest
) => Result | Promise<Result>

const NO_CONTENT = 204

/** Statuses of a response that stands for none: a network error, an opaque one, and a switch of protocols. */
const NOT_A_RESPONSE: readonly number[] = [0, 101]

/** Responses that have been given to a client. One that a handler returns again is not its own any more. */
const touched = new WeakSet<Response>()

/**
 * Wraps a handler: preflights are answered before it, every other response gets the policy's headers. What the handler
 * throws is thrown; `undefined`, as Bun's handlers return it after an upgrade, is returned.
 *
 * @throws CorsConfigError if the input is a config with problems
 */
export function withCors<Rest extends unknown[], Result extends Response | undefined>(
  input: PolicyInput<Request>,
  handler: FetchHandler<Rest, Result>,
): (request: Request, ...rest: Rest) => Promise<Result | Response> {
  const source = policySource(input)
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
      current.enforces ? hostOf(request) : undefined,
    )
    const requestHeaders = headers.get('access-control-request-headers') ?? undefined
    const fields = headersOf(answer, origin, requestMethod, requestHeaders)
    if (answer.status !== undefined) {
      const headers = { Vary: answer.varyText, ...fields, ...lengthOf(answer.status) }
      return new Response(null, { status: answer.status, headers })
    }
    const response = await handler.call(this, request, ...rest)
    if (response === undefined || NOT_A_RESPONSE.includes(response.status)) return response
    return applyAnswer(response, answer, fields)
  }
}

/** RFC 9110 section 8.6: no Content-Length with 204. Without one on any other status, a server may chunk the empty body. */
function lengthOf(status: number): Record<string, string> {
  return status === NO_CONTENT ? {} : { 'Content-Length': '0' }
}

function hostOf(request: Request): string {
  return request.headers.get('host') ?? new URL(request.url).host
}

/** In place where that is possible: a copy of a response has a stream for a body, and so no known length. */
function applyAnswer(response: Response, answer: Answer, fields: Readonly<Record<string, string>>): Response {
  if (touched.has(response)) return applyToCopy(response, answer, fields)
  try {
    setFields(response.headers, answer, fields)
    touched.add(response)
    return response
  } catch {
    // Those of `fetch` and of `Response.redirect` are immutable.
    return applyToCopy(response, answer, fields)
  }
}

function applyToCopy(response: Response, answer: Answer, fields: Readonly<Record<string, string>>): Response {
  const copy = new Response(response.body, response)
  setFields(copy.headers, answer, fields)
  return copy
}

function setFields(headers: Headers, answer: Answer, fields: Readonly<Record<string, string>>): void {
  headers.set('Vary', mergeVary(headers.get('vary') ?? '', answer.vary))
  for (const name of CORS_RESPONSE_FIELDS) headers.delete(name)
  for (const [name, value] of Object.entries(fields)) headers.set(name, value)
}
