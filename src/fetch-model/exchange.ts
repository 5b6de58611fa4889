import type { Engine } from './engine.js'
import { toHeaderList } from './header-list.js'
import type { HttpCache } from './http-cache.js'
import type { Exchange, OutgoingRequest, ReceivedResponse, ServerResponse } from './messages.js'
import { type Note, type NoteFact, noteOf } from './notes.js'
import { PreflightCache } from './preflight-cache.js'
import { type Check, type Step, type StepName, stepOf } from './step.js'

export type { Exchange, OutgoingRequest, ReceivedResponse, ServerResponse } from './messages.js'

/** What a browser remembers from one request to the next. */
export interface BrowserState {
  readonly preflights: PreflightCache
  /** Absent where there is no HTTP cache. */
  readonly httpCache?: HttpCache
  /** Whose limits hold; absent: nobody's. */
  readonly engine?: Engine
  /** Milliseconds. */
  readonly now: () => number
  /** Whether to go on where a browser blocks mixed content: somebody else then says so. */
  readonly ignoresMixedContent?: boolean
}

/** What is written down while a request runs its course. */
export interface Trace {
  readonly steps: Step[]
  readonly notes: Note[]
  readonly sent: OutgoingRequest[]
  readonly received: (ReceivedResponse | null)[]
  readonly browser: BrowserState
  /** The exchange that was looked at last, which may have come from a cache. */
  last: Exchange | undefined
}

/** Asks for the answer to each request, and is told it; undefined where the connection failed. */
export type Course<Result> = Generator<OutgoingRequest, Result, ServerResponse | undefined>

/** A browser that has just been installed, in which no time passes. */
export function freshBrowser(): BrowserState {
  return { preflights: new PreflightCache(), now: () => 0 }
}

export function startTrace(browser: BrowserState): Trace {
  return { steps: [], notes: [], sent: [], received: [], browser, last: undefined }
}

/** Writes a step down. @returns whether it passed */
export function note(trace: Trace, step: StepName, check: Check): boolean {
  trace.steps.push(stepOf(step, check))
  return check.ok
}

/** Writes down what CORS does not decide, once. */
export function remark(trace: Trace, fact: NoteFact): void {
  const added = noteOf(fact)
  if (!trace.notes.some(({ text }) => text === added.text)) trace.notes.push(added)
}

/** Sends a request. @returns undefined if the connection failed */
export function* send(trace: Trace, request: OutgoingRequest): Course<ReceivedResponse | undefined> {
  trace.sent.push(request)
  const response = yield request
  const received = response && {
    status: response.status,
    headers: toHeaderList(response.headers ?? {}, 'response.headers'),
  }
  trace.received.push(received ?? null)
  look(trace, request, received ?? null)
  return received
}

/** Remembers which response the next steps are about. */
export function look(trace: Trace, request: OutgoingRequest, response: ReceivedResponse | null): void {
  trace.last = { request, response }
}
