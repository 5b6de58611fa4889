import { ALLOW_HEADERS, ALLOW_METHODS, REQUEST_HEADERS, REQUEST_METHOD } from '../http/field-names.js'
import { corsCheck } from './cors-check.js'
import { PREFLIGHT_LIMITS } from './engine.js'
import { type Course, note, type OutgoingRequest, send, type Trace } from './exchange.js'
import { type FetchState, fetchSite, requestUrl, serializeRequestOrigin } from './fetch-state.js'
import { extractTokens, type HeaderList } from './header-list.js'
import { needsPreflight, preflightNeedStep } from './needs-preflight.js'
import {
  authorizationCheck,
  headersCheck,
  listsCheck,
  methodCheck,
  parseMaxAge,
  statusCheck,
} from './preflight-check.js'
import { unsafeRequestHeaderNames } from './safelisted-request-header.js'
import { fail, pass } from './step.js'

/** https://fetch.spec.whatwg.org/#cors-preflight-fetch, steps 1 to 5: what the browser asks. It never sends credentials. */
function preflightRequest(state: FetchState): OutgoingRequest {
  const headers: [string, string][] = [
    ['Accept', '*/*'],
    [REQUEST_METHOD, state.method],
  ]
  const names = unsafeRequestHeaderNames(state.headers)
  // No space after the comma, unlike everywhere else.
  if (names.length > 0) headers.push([REQUEST_HEADERS, names.join(',')])
  headers.push(['Origin', serializeRequestOrigin(state)])
  return {
    kind: 'preflight',
    method: 'OPTIONS',
    url: requestUrl(state.url),
    headers,
    credentials: false,
    responseTainting: 'cors',
    site: fetchSite(state),
  }
}

/** Sends a preflight if the request needs one. @returns whether the request itself may be sent */
export function* runPreflight(state: FetchState, trace: Trace): Course<boolean> {
  const { preflights, now } = trace.browser
  // https://html.spec.whatwg.org/#dom-eventsource: a GET whose only header of its own is safelisted.
  if (state.initiator === 'eventsource') return note(trace, 'preflight-needed', pass({ code: 'event-source' }))
  note(trace, 'preflight-needed', preflightNeedStep(state))
  if (!needsPreflight(state)) return true
  if (preflights.isRemembered(state, now())) {
    return note(trace, 'preflight-needed', pass({ code: 'preflight-remembered' }))
  }
  const response = yield* send(trace, preflightRequest(state))
  if (response === undefined) {
    return note(trace, 'preflight-network', fail({ code: 'network-error', preflight: true }))
  }
  // The check is made for the request that is to follow, so its credentials mode counts and not the preflight's own.
  const origin = serializeRequestOrigin(state)
  if (!note(trace, 'preflight-cors-check', corsCheck(response.headers, origin, state.credentials))) return false
  if (!note(trace, 'preflight-status', statusCheck(response))) return false
  return checkLists(state, response.headers, trace)
}

/** https://fetch.spec.whatwg.org/#cors-preflight-fetch, step 7. */
function checkLists(state: FetchState, headers: HeaderList, trace: Trace): boolean {
  const methods = extractTokens(headers, ALLOW_METHODS)
  const headerNames = extractTokens(headers, ALLOW_HEADERS)
  const lists = listsCheck(methods, headerNames)
  if (!note(trace, 'preflight-lists', lists) || !methods.ok || !headerNames.ok) return false
  const allowedMethods = methods.tokens ?? (state.useCorsPreflight ? [state.method] : [])
  const allowedNames = headerNames.tokens ?? []
  const unsafeNames = unsafeRequestHeaderNames(state.headers)
  if (!note(trace, 'preflight-method', methodCheck(state.method, allowedMethods, state.credentials))) return false
  if (!note(trace, 'preflight-authorization', authorizationCheck(state.headers, allowedNames))) return false
  if (!note(trace, 'preflight-headers', headersCheck(unsafeNames, allowedNames, state.credentials))) return false
  const seconds = Math.min(parseMaxAge(headers), limitOf(trace))
  const permission = { methods: allowedMethods, headerNames: allowedNames, maxAge: seconds }
  trace.browser.preflights.remember(state, permission, trace.browser.now())
  return note(trace, 'preflight-max-age', pass({ code: 'max-age', seconds }))
}

function limitOf({ browser: { engine } }: Trace): number {
  return engine === undefined ? Number.POSITIVE_INFINITY : PREFLIGHT_LIMITS[engine]
}
