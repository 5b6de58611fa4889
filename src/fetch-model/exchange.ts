import type { ResponseTainting } from './fetch-state.js'
import { type HeaderFields, type HeaderList, toHeaderList } from './header-list.js'
import type { PreflightCache } from './preflight-cache.js'
import { type Check, type Step, type StepName, stepOf } from './step.js'

/** A request as it leaves the browser. */
export interface OutgoingRequest {
  readonly kind: 'preflight' | 'actual'
  readonly method: string
  /** Absolute, without a fragment. */
  readonly url: string
  /** The script's headers and those that CORS adds. Whatever else a browser sends (Cookie, Host, User-Agent) is not here. */
  readonly headers: HeaderList
  /** Whether cookies, client certificates and HTTP authentication go along, if there are any. */
  readonly credentials: boolean
  /** `basic` as long as every URL so far was of the page's own origin. */
  readonly responseTainting: ResponseTainting
}

/** What a server answers. Bodies play no part. */
export interface ServerResponse {
  readonly status: number
  readonly headers?: HeaderFields | undefined
}

/** What a browser received. */
export interface ReceivedResponse {
  readonly status: number
  readonly headers: HeaderList
}

/**
 * Where the answers come from: recorded ones in the order of the requests, or a function that is asked each time.
 * Undefined, or too few of them, stands for a connection that failed.
 */
export type Responses =
  | Iterable<ServerResponse | undefined>
  | ((request: OutgoingRequest) => ServerResponse | undefined)

/** What is written down while a request runs its course. */
export interface Trace {
  readonly steps: Step[]
  readonly sent: OutgoingRequest[]
  readonly received: (ReceivedResponse | undefined)[]
  readonly cache: PreflightCache
  readonly respond: (request: OutgoingRequest) => ServerResponse | undefined
}

export function startTrace(responses: Responses): Trace {
  return { steps: [], sent: [], received: [], cache: [], respond: toResponder(responses) }
}

function toResponder(responses: Responses): Trace['respond'] {
  if (typeof responses === 'function') return responses
  const iterator = responses[Symbol.iterator]()
  return () => {
    const next = iterator.next()
    return next.done === true ? undefined : next.value
  }
}

/** Writes a step down. @returns whether it passed */
export function note(trace: Trace, step: StepName, check: Check): boolean {
  trace.steps.push(stepOf(step, check))
  return check.ok
}

/** Sends a request. @returns undefined if the connection failed */
export function send(trace: Trace, request: OutgoingRequest): ReceivedResponse | undefined {
  trace.sent.push(request)
  const response = trace.respond(request)
  const received = response && { status: response.status, headers: toHeaderList(response.headers ?? {}) }
  trace.received.push(received)
  return received
}
