import { display } from '../text/display.js'
import { argumentError } from './argument-error.js'
import { checkRequest, checkResponse } from './check-arguments.js'
import {
  type BrowserState,
  type Course,
  type Exchange,
  freshBrowser,
  type OutgoingRequest,
  type ReceivedResponse,
  type ServerResponse,
} from './exchange.js'
import { type FetchResult, fetchCourse } from './fetch.js'
import type { VisibleResponse } from './filtered-response.js'
import type { Note } from './notes.js'
import type { BrowserRequest } from './request.js'
import { firstFailure, type Step } from './step.js'

/**
 * Where the answers come from: recorded ones in the order of the requests, or a function that is asked each time.
 * Undefined, or a missing one, means a connection that failed.
 */
export type Responses =
  | Iterable<ServerResponse | undefined>
  | ((request: OutgoingRequest) => ServerResponse | undefined)

/** What becomes of a request. */
export interface Evaluation {
  /** As it was given. */
  readonly request: BrowserRequest
  /**
   * `readable`: the script gets the response, as far as the model knows; see `notes`. `opaque`: it gets something of
   * which it can read nothing. `blocked`: it gets an error and nothing else. Every step passed if, and only if, the
   * response is readable.
   */
  readonly outcome: 'readable' | 'opaque' | 'blocked'
  /** What the browser did, in order. The last one is the one that failed, if one did. */
  readonly steps: readonly Step[]
  /** What left the browser, in order. */
  readonly sent: readonly OutgoingRequest[]
  /** What came back: the answer to `sent[i]` is `received[i]`, null where the connection failed. */
  readonly received: readonly (ReceivedResponse | null)[]
  /** The response that was looked at last, which may have come from a cache; absent where there was none. */
  readonly last?: Exchange
  /** What the script gets; absent where the request was blocked. */
  readonly response?: VisibleResponse
  /** What CORS does not decide and a browser does, as far as it can be told from the requests and responses. */
  readonly notes: readonly Note[]
}

/**
 * The browser's half of the CORS protocol, as the Fetch standard has it (https://fetch.spec.whatwg.org/#http-cors-protocol):
 * which requests are sent, and what the script gets in the end. Pure: it starts with empty caches each time; for a
 * browser that remembers see `createBrowser`.
 *
 * Not in the model: response bodies and what an element makes of them, service workers, Content-Security-Policy, HSTS,
 * blocked ports, referrer policies except the default, frames inside pages of other sites, `data:` and `blob:` URLs.
 *
 * @param responses what servers answer; see {@link Responses}
 * @throws TypeError for a value of the wrong type, which it names
 */
export function evaluate(request: BrowserRequest, responses: Responses): Evaluation {
  return evaluateIn(freshBrowser(), request, responses)
}

/** The same, in a browser that may remember something. */
export function evaluateIn(browser: BrowserState, request: BrowserRequest, responses: Responses): Evaluation {
  const respond = toResponder(responses)
  const course = evaluationCourse(browser, request)
  let next = course.next()
  while (next.done !== true) next = course.next(respond(next.value))
  return next.value
}

/** The same, for answers that take their time: it yields each request, and is given the answer. */
export function* evaluationCourse(browser: BrowserState, request: BrowserRequest): Course<Evaluation> {
  checkRequest(request)
  return toEvaluation(request, yield* fetchCourse(request, browser))
}

function toEvaluation(request: BrowserRequest, { trace, response }: FetchResult): Evaluation {
  const { steps, sent, received, last, notes } = trace
  const failed = firstFailure(steps)
  const outcome = failed === undefined ? 'readable' : response === undefined ? 'blocked' : 'opaque'
  return { request, outcome, steps, sent, received, ...(last && { last }), ...(response && { response }), notes }
}

function toResponder(responses: Responses): (request: OutgoingRequest) => ServerResponse | undefined {
  if (typeof responses === 'function') return checked(responses)
  if (typeof responses !== 'object' || responses === null || !(Symbol.iterator in responses)) {
    throw argumentError({ code: 'responses-type', path: 'responses', value: display(responses) })
  }
  const iterator = responses[Symbol.iterator]()
  return checked(() => {
    const next = iterator.next()
    return next.done === true ? undefined : next.value
  })
}

function checked(respond: (request: OutgoingRequest) => ServerResponse | undefined): typeof respond {
  return (request) => {
    const response = respond(request)
    checkResponse(response)
    return response
  }
}
