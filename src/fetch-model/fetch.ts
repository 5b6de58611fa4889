import { buildRequest } from './build-request.js'
import { corsCheck } from './cors-check.js'
import { deliver } from './deliver.js'
import { type BrowserState, type Course, note, type ReceivedResponse, startTrace, type Trace } from './exchange.js'
import type { PassedFact } from './facts.js'
import { type FetchState, isSameOrigin, serializeRequestOrigin } from './fetch-state.js'
import { filterRedirect, type VisibleResponse } from './filtered-response.js'
import { isBlockedAsMixed, remarkOnBlocked, upgradeMixedContent } from './mixed-content.js'
import { needsPreflight } from './needs-preflight.js'
import { networkOrCacheFetch } from './network.js'
import { runPreflight } from './preflight.js'
import { followRedirect, isRedirectStatus, locationUrl } from './redirect.js'
import { remarkOnResponse, remarkOnTarget } from './remarks.js'
import type { BrowserRequest } from './request.js'
import { resourcePolicyCheck } from './resource-policy.js'
import { fail, pass } from './step.js'

/** Everything that happened, and what the script gets: undefined where the request was blocked. */
export interface FetchResult {
  readonly trace: Trace
  readonly response: VisibleResponse | undefined
}

/** A request's course through the browser, which asks for each answer as it goes. */
export function* fetchCourse(request: BrowserRequest, browser: BrowserState): Course<FetchResult> {
  const trace = startTrace(browser)
  const state = buildRequest(request, trace)
  const response = state && (yield* mainFetch(state, trace))
  return { trace, response }
}

/** https://fetch.spec.whatwg.org/#concept-main-fetch, once per URL. @returns undefined for a network error */
function* mainFetch(first: FetchState, trace: Trace): Course<VisibleResponse | undefined> {
  let state: FetchState | undefined = first
  while (state !== undefined) {
    state = taint(upgradeMixedContent(state, trace), trace)
    if (state === undefined) return undefined
    const response: ReceivedResponse | undefined = yield* httpFetch(state, trace)
    if (response === undefined) return undefined
    if (!isRedirectStatus(response.status) || state.mode === 'websocket') return deliver(state, response, trace)
    if (state.redirect !== 'follow') return stopAtRedirect(state, response, trace)
    const target = locationUrl(response, state.url)
    if (target === null) return deliver(state, response, trace)
    state = followRedirect(state, response.status, target, trace)
  }
  return undefined
}

/** The part of main fetch ahead of HTTP: which rules hold for the current URL. */
function taint(state: FetchState, trace: Trace): FetchState | undefined {
  const { mode, url } = state
  if (isBlockedAsMixed(state) && trace.browser.ignoresMixedContent !== true) {
    note(trace, 'mixed-content', fail({ code: 'mixed-content', subject: url.href }))
    remarkOnBlocked(state, trace)
    return undefined
  }
  const tainted = mode === 'navigate' || mode === 'websocket' ? withoutCors(state, trace) : withCors(state, trace)
  if (tainted !== undefined) remarkOnTarget(tainted, trace)
  return tainted
}

/** Navigations and handshakes, whose responses no script of the page reads or asks to read. */
function withoutCors(state: FetchState, trace: Trace): FetchState {
  const { origin, mode, url } = state
  const target = url.origin
  const fact: PassedFact = mode === 'websocket' ? { code: 'handshake', target, origin } : { code: 'navigation', target }
  note(trace, 'request-mode', pass(fact))
  return state
}

function withCors(state: FetchState, trace: Trace): FetchState | undefined {
  const { origin, mode, url } = state
  if (isSameOrigin(origin, url.origin) && state.tainting === 'basic') {
    note(trace, 'request-mode', pass({ code: 'same-origin', target: url.origin }))
    return state
  }
  const failure = modeFailure(state)
  if (failure !== undefined) {
    note(trace, 'request-mode', failure)
    return undefined
  }
  const cors = mode !== 'no-cors'
  const back = isSameOrigin(origin, url.origin)
  note(trace, 'request-mode', pass({ code: 'cross-origin', target: url.origin, origin, back, cors }))
  return { ...state, tainting: cors ? 'cors' : 'opaque' }
}

function modeFailure({ origin, mode, redirect, url }: FetchState) {
  if (mode === 'same-origin') return fail({ code: 'mode-same-origin', subject: url.origin, origin })
  if (mode === 'no-cors' && redirect !== 'follow') return fail({ code: 'mode-no-cors-redirect', subject: redirect })
  if (url.protocol === 'https:' || url.protocol === 'http:') return undefined
  return fail({ code: 'scheme-not-http', subject: url.href })
}

/** https://fetch.spec.whatwg.org/#concept-http-fetch, up to the point where redirects are looked at. */
function* httpFetch(state: FetchState, trace: Trace): Course<ReceivedResponse | undefined> {
  if (state.tainting !== 'cors') return yield* checkedFetch(state, trace)
  const response = (yield* runPreflight(state, trace)) ? yield* checkedFetch(state, trace) : undefined
  if (response === undefined && needsPreflight(state)) trace.browser.preflights.clear(state)
  return response
}

function* checkedFetch(state: FetchState, trace: Trace): Course<ReceivedResponse | undefined> {
  const response = yield* networkOrCacheFetch(state, trace)
  if (response === undefined) return undefined
  remarkOnResponse(state, response, trace)
  if (state.tainting === 'cors') {
    const check = corsCheck(response.headers, serializeRequestOrigin(state), state.credentials)
    if (!note(trace, 'cors-check', check)) return undefined
  }
  if (state.tainting === 'opaque' && !note(trace, 'resource-policy', resourcePolicyCheck(response.headers, state))) {
    return undefined
  }
  return response
}

function stopAtRedirect(state: FetchState, response: ReceivedResponse, trace: Trace): VisibleResponse | undefined {
  const subject = String(response.status)
  if (state.redirect === 'error') {
    note(trace, 'redirect-mode', fail({ code: 'redirect-error', subject }))
    return undefined
  }
  note(trace, 'redirect-mode', fail({ code: 'redirect-manual', subject }))
  return filterRedirect(state, response)
}
