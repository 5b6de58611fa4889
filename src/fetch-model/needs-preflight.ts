import { isSafelistedMethod } from '../http/methods.js'
import type { FetchState } from './fetch-state.js'
import { type HeaderFields, toHeaderList } from './header-list.js'
import { unsafeRequestHeaderNames } from './safelisted-request-header.js'
import { type Check, pass } from './step.js'

/** What decides whether a cross-origin request needs a preflight. */
export interface PreflightFacts {
  /** Normalised, as the browser sends it. */
  readonly method: string
  readonly headers: HeaderFields
  /** Whether the body is a stream, or the script listens for upload events. */
  readonly useCorsPreflight: boolean
}

/** Whether a cross-origin request in cors mode needs a preflight: https://fetch.spec.whatwg.org/#concept-main-fetch. */
export function needsPreflight(facts: PreflightFacts): boolean {
  return needsMethodPreflight(facts) || unsafeRequestHeaderNames(toHeaderList(facts.headers)).length > 0
}

/** Whether a preflight is needed whatever the headers are: because of the method, or of how the body is sent. */
export function needsMethodPreflight({ method, useCorsPreflight }: Omit<PreflightFacts, 'headers'>): boolean {
  return useCorsPreflight || !isSafelistedMethod(method)
}

/** The decision as a step, which never fails. */
export function preflightNeedStep(state: FetchState): Check {
  const method = isSafelistedMethod(state.method) ? null : state.method
  const upload = state.useCorsPreflight
  const headers = unsafeRequestHeaderNames(state.headers)
  if (method === null && !upload && headers.length === 0) return pass({ code: 'preflight-not-needed' })
  return pass({ code: 'preflight-needed', method, upload, headers })
}
