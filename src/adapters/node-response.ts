import { type IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { Answer } from '../policy/answer.js'
import { type FlatHeaders, type GivenHeaders, mergeHeaders, put, toHeaderObject } from './header-merge.js'

/**
 * The one way in which an answer gets on a response of node:http, https and http2. Whatever sends a response — a
 * handler, an error, a stream, a proxy, a hijacked reply — passes `writeHead` as the last thing before the headers go
 * out. There the answer is merged into them: what the handler did to Vary is still there to be merged, and what an
 * upstream said about CORS to be replaced. One shared function does it for all responses, so that nothing is created
 * per request but what it needs to know.
 */

const PENDING = Symbol('cors-policy.pending')

/** An answer that waits for its response's headers. */
interface Pending {
  answer: Answer
  /** The request's own, kept apart: a handler may change the request, but not whom the policy has allowed. */
  origin: string | undefined
  asked: IncomingHttpHeaders
  /** What `writeHead` was: Node's own, or another wrapper's. */
  readonly writeHead: WriteHead
}

type WriteHead = (this: NodeResponse, status: number, ...rest: unknown[]) => ServerResponse

/** A response that may have an answer waiting. Those of http2's compatible API do all that is asked of them here. */
export type NodeResponse = ServerResponse & { [PENDING]?: Pending }

const NO_CONTENT = 204
const NODES_WRITE_HEAD = ServerResponse.prototype.writeHead as WriteHead

/** Whether an answer has been attached to the response. */
export function hasAnswer(response: NodeResponse): boolean {
  return response[PENDING] !== undefined
}

/**
 * Has the answer merged into the response's headers when they go out. The last one attached is the one that counts.
 *
 * @param asked the headers of the request that it answers
 */
export function attachAnswer(response: NodeResponse, answer: Answer, asked: IncomingHttpHeaders): void {
  const pending = response[PENDING]
  const { origin } = asked
  if (pending === undefined) {
    response[PENDING] = { answer, origin, asked, writeHead: response.writeHead as WriteHead }
    response.writeHead = writeHeadWithAnswer as ServerResponse['writeHead']
  } else {
    pending.answer = answer
    pending.origin = origin
    pending.asked = asked
  }
}

/**
 * Answers at once, without a body. A response whose headers have gone out cannot be answered any more, and no handler
 * will run that could end it: then the connection is closed, as Express does it, unless the response is complete.
 *
 * @param asked the headers of the request that it answers
 */
export function sendAnswer(response: NodeResponse, answer: Answer, asked: IncomingHttpHeaders): void {
  if (response.headersSent) {
    if (!response.writableEnded) response.destroy()
    return
  }
  const headers = mergeHeaders(response, undefined, answer, asked.origin, asked)
  const status = answer.status as number
  // RFC 9110 section 8.6: no Content-Length with 204. Without one on any other status, Node would chunk the empty body.
  if (status === NO_CONTENT) response.removeHeader('content-length')
  else put(headers ?? response, 'Content-Length', '0')
  const writeHead = response[PENDING]?.writeHead ?? (response.writeHead as WriteHead)
  callWriteHead(writeHead, response, status, undefined, headers)
  response.end()
}

/** Stands in for `writeHead` on each response that has an answer waiting. */
function writeHeadWithAnswer(
  this: NodeResponse,
  status: number,
  reasonOrHeaders?: string | GivenHeaders,
  headers?: GivenHeaders,
): ServerResponse {
  const { answer, origin, asked, writeHead } = this[PENDING] as Pending
  const reason = typeof reasonOrHeaders === 'string' ? reasonOrHeaders : undefined
  const given = reason === undefined ? (headers ?? (reasonOrHeaders as GivenHeaders | undefined)) : headers
  // Too late, or a list that Node refuses: let it say so itself.
  if (this.headersSent || isOddList(given)) return writeHead.call(this, status, reasonOrHeaders, headers)
  const merged = mergeHeaders(this, given ?? undefined, answer, origin, asked)
  return callWriteHead(writeHead, this, status, reason, merged)
}

/** With no more arguments than there are: wrappers of others count them. */
function callWriteHead(
  writeHead: WriteHead,
  response: NodeResponse,
  status: number,
  reason: string | undefined,
  headers: FlatHeaders | undefined,
): ServerResponse {
  if (headers === undefined) {
    return reason === undefined ? writeHead.call(response, status) : writeHead.call(response, status, reason)
  }
  const given = inFormFor(writeHead, response, headers)
  return reason === undefined
    ? writeHead.call(response, status, given)
    : writeHead.call(response, status, reason, given)
}

/**
 * Node's own take the list as it is. Of the functions that others put in its place, many know objects alone: on-headers
 * before 1.1, for one, and so compression, morgan and express-session, which make nonsense of a list.
 */
function inFormFor(writeHead: WriteHead, response: NodeResponse, headers: FlatHeaders): GivenHeaders {
  if (writeHead === NODES_WRITE_HEAD) return headers
  return writeHead === Object.getPrototypeOf(response).writeHead ? headers : toHeaderObject(headers)
}

function isOddList(given: GivenHeaders | undefined): boolean {
  return Array.isArray(given) && !Array.isArray(given[0]) && given.length % 2 !== 0
}
