import { buildRequest } from './build-request.js'
import { corsCheck } from './cors-check.js'
import {
  note,
  type OutgoingRequest,
  type ReceivedResponse,
  type Responses,
  send,
  startTrace,
  type Trace,
} from './exchange.js'
import {
  type FetchState,
  includesCredentials,
  isSameOrigin,
  originHeader,
  requestUrl,
  serializeRequestOrigin,
} from './fetch-state.js'
import { filterRedirect, filterResponse, type VisibleResponse } from './filtered-response.js'
import { type BrowserFix, fixesFor } from './fixes.js'
import { runPreflight } from './preflight.js'
import { followRedirect, isRedirectStatus, locationUrl } from './redirect.js'
import type { BrowserRequest } from './request.js'
import { resourcePolicyCheck } from './resource-policy.js'
import { fail, firstFailure, pass, type Step } from './step.js'

/** What becomes of a request. */
export interface Evaluation {
  /** As it was given. */
  readonly request: BrowserRequest
  /**
   * `readable`: the script gets the response. `opaque`: it gets something of which it can read nothing. `blocked`: it
   * gets a TypeError and nothing else. Every step passed if, and only if, the response is readable.
   */
  readonly outcome: 'readable' | 'opaque' | 'blocked'
  /** What the browser did, in order. The last one is the one that failed, if one did. */
  readonly steps: readonly Step[]
  /** What left the browser, in order. */
  readonly sent: readonly OutgoingRequest[]
  /** What came back: the answer to `sent[i]` is `received[i]`, null where the connection failed. */
  readonly received: readonly (ReceivedResponse | null)[]
  /** What the script gets; absent where the request was blocked. */
  readonly response?: VisibleResponse
  /** What would get it past the step that failed, on the server or in the page. */
  readonly fixes: readonly BrowserFix[]
}

/**
 * The browser's half of the CORS protocol, as the Fetch standard has it (https://fetch.spec.whatwg.org/#http-cors-protocol):
 * which requests are sent, and what the script gets in the end. Pure; never throws for a request or a response that
 * has the right types.
 *
 * Not in the model: caches but for preflights, service workers, Content-Security-Policy, mixed content, HSTS, blocked
 * ports, embedder policies, referrer policies but for the default one, `data:`, `blob:` and `about:` URLs.
 *
 * @param responses what servers answer; see {@link Responses}
 */
export function evaluate(request: BrowserRequest, responses: Responses): Evaluation {
  const trace = startTrace(responses)
  const state = buildRequest(request, trace)
  const response = state && mainFetch(state, trace)
  const failed = firstFailure(trace.steps)
  const outcome = failed === undefined ? 'readable' : response === undefined ? 'blocked' : 'opaque'
  return {
    request,
    outcome,
    steps: trace.steps,
    sent: trace.sent,
    received: trace.received.map((received) => received ?? null),
    ...(response && { response }),
    fixes: failed === undefined ? [] : fixesFor(failed, trace, request),
  }
}

/** https://fetch.spec.whatwg.org/#concept-main-fetch, once per URL. @returns undefined for a network error */
function mainFetch(first: FetchState, trace: Trace): VisibleResponse | undefined {
  let state: FetchState | undefined = first
  while (state !== undefined) {
    state = taint(state, trace)
    if (state === undefined) return undefined
    const response = httpFetch(state, trace)
    if (response === undefined) return undefined
    if (!isRedirectStatus(response.status)) return deliver(state, response, trace)
    if (state.redirect !== 'follow') return stopAtRedirect(state, response, trace)
    const target = locationUrl(response, state.url)
    if (target === null) return deliver(state, response, trace)
    state = followRedirect(state, response.status, target, trace)
  }
  return undefined
}

/** The switch of main fetch: which rules hold for the current URL. */
function taint(state: FetchState, trace: Trace): FetchState | undefined {
  const { origin, mode, url } = state
  if (isSameOrigin(origin, url.origin) && state.tainting === 'basic') {
    note(trace, 'request-mode', pass(`${url.origin} is the page's own origin: CORS plays no part`))
    return state
  }
  if (mode === 'same-origin') {
    const why = `${url.origin} is not the page's origin ${origin}, and the mode is same-origin`
    note(trace, 'request-mode', fail('mode-same-origin', why, url.origin))
    return undefined
  }
  if (mode === 'no-cors' && state.redirect !== 'follow') {
    const why = `In no-cors mode the redirect mode has to be follow, not ${state.redirect}`
    note(trace, 'request-mode', fail('mode-no-cors-redirect', why, state.redirect))
    return undefined
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    const why = `The scheme of ${url.href} is neither http nor https`
    note(trace, 'request-mode', fail('scheme-not-http', why, url.href))
    return undefined
  }
  const tainting = mode === 'no-cors' ? 'opaque' : 'cors'
  note(trace, 'request-mode', pass(describeTainting(tainting, state)))
  return { ...state, tainting }
}

function describeTainting(tainting: 'opaque' | 'cors', { origin, url }: FetchState): string {
  const where = isSameOrigin(origin, url.origin)
    ? `The request comes back to ${url.origin} from a foreign origin`
    : `${url.origin} is not the page's origin ${origin}`
  return tainting === 'opaque'
    ? `${where}, and the mode is no-cors: it is sent without CORS, and nobody can read the response`
    : `${where}, and the mode is cors: the server has to agree`
}

/** https://fetch.spec.whatwg.org/#concept-http-fetch, up to the point where redirects are looked at. */
function httpFetch(state: FetchState, trace: Trace): ReceivedResponse | undefined {
  if (state.tainting === 'cors' && !runPreflight(state, trace)) return undefined
  const response = send(trace, actualRequest(state))
  if (response === undefined) {
    note(trace, 'network', fail('network-error', 'The request got no response'))
    return undefined
  }
  if (state.tainting === 'cors') {
    const check = corsCheck(response.headers, serializeRequestOrigin(state), state.credentials)
    if (!note(trace, 'cors-check', check)) return undefined
  }
  if (state.tainting === 'opaque') {
    const check = resourcePolicyCheck(response.headers, state.origin, state.url)
    if (!note(trace, 'resource-policy', check)) return undefined
  }
  return response
}

function actualRequest(state: FetchState): OutgoingRequest {
  const origin = originHeader(state)
  return {
    kind: 'actual',
    method: state.method,
    url: requestUrl(state.url),
    headers: origin === undefined ? state.headers : [...state.headers, ['Origin', origin]],
    credentials: includesCredentials(state),
    responseTainting: state.tainting,
  }
}

function stopAtRedirect(state: FetchState, response: ReceivedResponse, trace: Trace): VisibleResponse | undefined {
  const status = String(response.status)
  if (state.redirect === 'error') {
    note(
      trace,
      'redirect-mode',
      fail('redirect-error', `The status is ${status}, and the redirect mode is error`, status),
    )
    return undefined
  }
  const why = `The status is ${status}, and the redirect mode is manual: the script sees that there is a redirect, and no more`
  note(trace, 'redirect-mode', fail('redirect-manual', why, status))
  return filterRedirect(state, response)
}

function deliver(state: FetchState, response: ReceivedResponse, trace: Trace): VisibleResponse {
  const filtered = filterResponse(state, response)
  if (filtered.type === 'opaque') {
    const why = 'The response is opaque: the script sees neither its status nor its headers nor its body'
    note(trace, 'filtered-response', fail('response-opaque', why))
    return filtered
  }
  const { length } = filtered.hiddenHeaders
  const hidden = length === 0 ? 'every header' : `all headers but ${filtered.hiddenHeaders.join(', ')}`
  note(trace, 'filtered-response', pass(`The script sees the status ${response.status} and ${hidden}`))
  return filtered
}
