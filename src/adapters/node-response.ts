import { type IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { Answer } from '../policy/answer.js'
import { flatten, put, putAnswer, strip, takeSetFields } from './header-merge.js'
import { isLookalike, sendOnLookalike, setOnLookalike } from './lookalike-response.js'
import { type NodeResponse, PENDING, type Pending } from './pending-answer.js'
import {
  type FlatHeaders,
  type GivenHeaders,
  indexOfHeaders,
  isFlat,
  isPairs,
  isPlain,
  NODES_WRITE_HEAD,
  type WriteHead,
  type WriteHeadArguments,
  withLines,
} from './write-head.js'

export type { NodeResponse } from './pending-answer.js'

/**
 * The one way in which an answer gets on a response of node:http, https and http2. Whatever sends a response — a
 * handler, an error, a stream, a proxy, a hijacked reply — passes `writeHead` as the last thing before the headers go
 * out. There the answer is merged into them: what the handler did to Vary is still there to be merged, and what an
 * upstream said about CORS to be replaced. One shared function does it for all responses, so that nothing is created
 * per request but what it needs to know.
 *
 * All other headers go out as Node sends them without us. What that is depends on the form in which they were given
 * and on whether others were set before, and it differs between versions of Node, between HTTP/1 and HTTP/2, and
 * between the functions that others put in the place of `writeHead`. So each gets the form that the handler chose.
 */

const NO_CONTENT = 204

/** Whether an answer has been attached to the response. */
export function hasAnswer(response: NodeResponse): boolean {
  return response[PENDING] !== undefined
}

/**
 * Has the answer merged into the response's headers when they go out. The last one attached is the one that counts.
 *
 * @param incoming the headers of the request that it answers
 */
export function attachAnswer(response: NodeResponse, answer: Answer, incoming: IncomingHttpHeaders): void {
  const pending = response[PENDING]
  const { origin } = incoming
  if (pending !== undefined) {
    pending.answer = answer
    pending.origin = origin
    pending.incoming = incoming
  } else if (isLookalike(response)) setOnLookalike(response, { answer, origin, incoming })
  else {
    response[PENDING] = { answer, origin, incoming, writeHead: response.writeHead as WriteHead }
    response.writeHead = writeHeadWithAnswer as ServerResponse['writeHead']
  }
}

/**
 * Answers at once, without a body. A response whose headers have gone out cannot be answered any more, and no handler
 * will run that could end it: then the connection is closed, as Express does it, unless the response is complete.
 *
 * @param incoming the headers of the request that it answers
 */
export function sendAnswer(response: NodeResponse, answer: Answer, incoming: IncomingHttpHeaders): void {
  if (response.headersSent) {
    if (!response.writableEnded) response.destroy?.()
    return
  }
  const outgoing = { answer, origin: incoming.origin, incoming }
  const status = answer.status as number
  // RFC 9110 section 8.6: no Content-Length with 204. Without one on any other status, Node would chunk the empty body.
  const length = status === NO_CONTENT ? undefined : '0'
  if (isLookalike(response)) {
    setOnLookalike(response, outgoing)
    sendOnLookalike(response, status, length)
    return
  }
  const writeHead = response[PENDING]?.writeHead ?? (response.writeHead as WriteHead)
  const names = response.getHeaderNames()
  const vary = takeSetFields(response, names, outgoing)
  if (length === undefined) response.removeHeader('content-length')
  if (writeHead === NODES_WRITE_HEAD && names.length === 0) {
    const headers: FlatHeaders = []
    putAnswer(headers, vary, outgoing)
    if (length !== undefined) headers.push('Content-Length', length)
    writeHead.call(response, status, headers)
  } else {
    putAnswer(response, vary, outgoing)
    if (length !== undefined) put(response, 'Content-Length', length)
    writeHead.call(response, status)
  }
  response.end()
}

/** Replaces `writeHead` on each response with a pending answer. */
function writeHeadWithAnswer(this: NodeResponse, ...args: WriteHeadArguments): ServerResponse {
  const pending = this[PENDING]
  // Borrowed for another response, or too late: let Node say so itself.
  if (pending === undefined || this.headersSent) return (pending?.writeHead ?? NODES_WRITE_HEAD).apply(this, args)
  const index = indexOfHeaders(args)
  const given = (args[index] ?? undefined) as GivenHeaders | undefined
  const names = this.getHeaderNames()
  if (names.length > 0 || !(this instanceof ServerResponse)) return writeSet(this, args, names, pending)
  return pending.writeHead === NODES_WRITE_HEAD
    ? writeToNode(this, args, given, pending)
    : writeToWrapper(this, args, given, pending)
}

/**
 * Where headers are set, or HTTP/2 is spoken, Node sets what it is given too. So the answer's fields are set in addition to
 * them, and what was given is passed on.
 */
function writeSet(
  response: NodeResponse,
  args: WriteHeadArguments,
  names: readonly string[],
  pending: Pending,
): ServerResponse {
  let vary = takeSetFields(response, names, pending)
  let passed = args
  // Node looks into one of them, and a wrapper may look into the other.
  for (let i = 1; i < args.length; i++) {
    const given = args[i]
    if (typeof given !== 'object' || given === null) continue
    const stripped = strip(given, pending)
    vary = stripped.vary ?? vary
    if (stripped.headers !== given) passed = passed.with(i, stripped.headers) as WriteHeadArguments
  }
  putAnswer(response, vary, pending)
  return pending.writeHead.apply(response, passed)
}

/** To Node's own function, where no header is set: a flat list, which costs it the least work. */
function writeToNode(
  response: NodeResponse,
  args: WriteHeadArguments,
  given: GivenHeaders | undefined,
  pending: Pending,
): ServerResponse {
  if (given === undefined) return writeFlat(response, args, [], undefined, pending)
  if (typeof given !== 'object') return writeSet(response, args, [], pending)
  // What Node refuses, it shall refuse as it was given.
  if (isFlat(given) && given.length % 2 !== 0) return pending.writeHead.apply(response, args)
  const headers: FlatHeaders = []
  // Headers that were set and removed leave a trace in Node that nothing shows: then it refuses pairs.
  const vary = isPairs(given) ? null : flatten(given, headers, pending)
  return vary === null ? writeAdded(response, args, given, pending) : writeFlat(response, args, headers, vary, pending)
}

function writeFlat(
  response: NodeResponse,
  [status, second]: WriteHeadArguments,
  headers: FlatHeaders,
  vary: string | undefined,
  pending: Pending,
): ServerResponse {
  putAnswer(headers, vary, pending)
  return typeof second === 'string'
    ? pending.writeHead.call(response, status, second, headers)
    : pending.writeHead.call(response, status, headers)
}

/**
 * To a function that others have put in the place of Node's, where no header is set. If it passes on what it is given,
 * then Node must still find no header set, or would take repeated names for one. So the answer's fields are among the
 * headers. But on-headers before 1.1, and so older versions of compression, morgan and express-session, take a list for
 * pairs: where it makes no difference to Node, the answer's fields are set in addition to a list.
 */
function writeToWrapper(
  response: NodeResponse,
  args: WriteHeadArguments,
  given: GivenHeaders | undefined,
  pending: Pending,
): ServerResponse {
  return typeof given !== 'object' || (isFlat(given) && isPlain(given))
    ? writeSet(response, args, [], pending)
    : writeAdded(response, args, given, pending)
}

/** The answer's fields are among the headers, in the form in which those were given. */
function writeAdded(
  response: NodeResponse,
  args: WriteHeadArguments,
  given: GivenHeaders,
  pending: Pending,
): ServerResponse {
  const [status, second] = args
  const headers = addAnswer(given, pending)
  if (indexOfHeaders(args) === 1) return pending.writeHead.apply(response, args.with(1, headers) as WriteHeadArguments)
  // Node looks into the third; on-headers, and so morgan and others, into the second unless that is a string.
  const reason = typeof second === 'string' ? second : addAnswer(second ?? {}, pending)
  return pending.writeHead.call(response, status, reason, headers)
}

function addAnswer(given: GivenHeaders, pending: Pending): GivenHeaders {
  const { headers, vary } = strip(given, pending)
  const lines: FlatHeaders = []
  putAnswer(lines, vary, pending)
  return withLines(headers, lines)
}
