import { type Course, look, note, type OutgoingRequest, type ReceivedResponse, send, type Trace } from './exchange.js'
import { type FetchState, fetchSite, includesCredentials, originHeader, requestUrl } from './fetch-state.js'
import { conditionalRequest, type HttpCache, type StoredResponse } from './http-cache.js'
import { partitionOf } from './partition.js'
import { fail, pass } from './step.js'

const UNAUTHORIZED = 401
const MISDIRECTED = 421
const NOT_MODIFIED = 304

/**
 * https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch: the response to the request itself.
 *
 * @returns undefined where there is none
 */
export function* networkOrCacheFetch(state: FetchState, trace: Trace): Course<ReceivedResponse | undefined> {
  const request = actualRequest(state)
  const { httpCache } = trace.browser
  if (httpCache === undefined || !usesCache(state)) return yield* networkFetch(state, request, trace)
  return yield* cachedFetch(state, request, httpCache, trace)
}

/** https://html.spec.whatwg.org/#the-eventsource-interface: its cache mode is no-store, and a handshake has no cache. */
function usesCache({ initiator }: FetchState): boolean {
  return initiator !== 'eventsource' && initiator !== 'websocket'
}

function* cachedFetch(
  state: FetchState,
  request: OutgoingRequest,
  cache: HttpCache,
  trace: Trace,
): Course<ReceivedResponse | undefined> {
  const { now } = trace.browser
  const key = cacheKey(state, request, trace)
  const lookup = cache.find(key, request, now())
  if (lookup.found === 'fresh') {
    const { stored, age, lifetime } = lookup
    const limit = Number.isFinite(lifetime) ? lifetime : null
    note(trace, 'http-cache', pass({ code: 'cache-fresh', age, lifetime: limit }))
    look(trace, request, stored.response)
    return stored.response
  }
  const stored = lookup.found === 'nothing' ? undefined : lookup.stored
  const conditional = stored && conditionalRequest(request, stored)
  const validation = mayValidate(lookup.found, trace) ? conditional : undefined
  if (lookup.found === 'variant') note(trace, 'http-cache', pass({ code: 'cache-vary', field: lookup.field }))
  if (lookup.found === 'stale')
    note(trace, 'http-cache', pass({ code: 'cache-stale', revalidates: validation !== undefined }))
  const response = yield* networkFetch(state, validation ?? request, trace)
  if (response === undefined) return undefined
  if (response.status === NOT_MODIFIED && validation !== undefined) {
    note(trace, 'http-cache', pass({ code: 'cache-validated' }))
    const fresh = cache.freshen(key, request, stored as StoredResponse, response.headers, now())
    look(trace, validation, fresh)
    return fresh
  }
  cache.update(key, request, response, now())
  return response
}

/** Chromium and Firefox ask whether what they have holds for another variant, too; WebKit asks anew. */
function mayValidate(found: 'nothing' | 'stale' | 'variant', { browser }: Trace): boolean {
  return found === 'stale' || (found === 'variant' && browser.engine !== 'webkit')
}

/** Firefox keeps what it got without credentials apart from what it got with them. */
function cacheKey(state: FetchState, request: OutgoingRequest, { browser }: Trace): string {
  const anonymous = browser.engine === 'firefox' && !request.credentials
  return [partitionOf(state.origin), anonymous ? 'anonymous' : '', request.url].join(' ')
}

function* networkFetch(
  state: FetchState,
  request: OutgoingRequest,
  trace: Trace,
): Course<ReceivedResponse | undefined> {
  let response = yield* send(trace, request)
  // RFC 9110 section 15.5.20: the answer is for another server, which shares the connection.
  if (response?.status === MISDIRECTED && state.body !== 'stream') {
    note(trace, 'network', pass({ code: 'misdirected-retry' }))
    response = yield* send(trace, request)
  }
  if (response === undefined) {
    note(trace, 'network', fail({ code: 'network-error', preflight: false }))
    return undefined
  }
  if (response.status === UNAUTHORIZED && state.body === 'stream' && state.tainting !== 'cors' && request.credentials) {
    note(trace, 'network', fail({ code: 'stream-unauthorized' }))
    return undefined
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
    site: fetchSite(state),
  }
}
