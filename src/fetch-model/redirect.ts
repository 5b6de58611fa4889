import { parseUrl } from '../http/parse-url.js'
import { note, type ReceivedResponse, type Trace } from './exchange.js'
import type { PassedFact } from './facts.js'
import { type FetchState, isSameOrigin, requestUrl, serializeRequestOrigin, urlHasCredentials } from './fetch-state.js'
import { hasHeader, headerLines, withoutHeaders } from './header-list.js'
import { type Check, fail, pass } from './step.js'

const REDIRECT_STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
/** A request is redirected so often, and no more: https://fetch.spec.whatwg.org/#concept-http-redirect-fetch, step 7. */
export const MAX_REDIRECTS = 20

/** https://fetch.spec.whatwg.org/#request-body-header-name: they leave with the body. */
const BODY_HEADERS: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
])
const AUTHORIZATION: ReadonlySet<string> = new Set(['authorization'])

/** https://fetch.spec.whatwg.org/#redirect-status */
export function isRedirectStatus(status: number): boolean {
  return REDIRECT_STATUSES.has(status)
}

/**
 * https://fetch.spec.whatwg.org/#concept-response-location-url.
 *
 * @returns null without a Location, when the response is an ordinary one; undefined if it is not a URL
 */
export function locationUrl(response: ReceivedResponse, base: URL): URL | null | undefined {
  const lines = headerLines(response.headers, 'location')
  const [location] = lines
  if (location === undefined) return null
  return lines.length === 1 ? parseUrl(escapeBytes(location), base) : undefined
}

/** https://github.com/whatwg/fetch/issues/883: bytes beyond ASCII are kept as they are, whatever they encode. */
function escapeBytes(location: string): string {
  return location.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)
}

/**
 * https://fetch.spec.whatwg.org/#concept-http-redirect-fetch: checks a redirect, and returns the request that follows.
 *
 * @param target undefined for a Location that is not a URL
 * @returns undefined where the browser does not follow
 */
export function followRedirect(
  state: FetchState,
  status: number,
  target: URL | undefined,
  trace: Trace,
): FetchState | undefined {
  if (target === undefined) {
    note(trace, 'redirect-location', fail({ code: 'location-invalid' }))
    return undefined
  }
  if (!note(trace, 'redirect-scheme', schemeCheck(target))) return undefined
  if (!note(trace, 'redirect-count', countCheck(state.pastUrls.length))) return undefined
  if (!note(trace, 'redirect-credentials', credentialsCheck(state, target))) return undefined
  if (!note(trace, 'redirect-body', bodyCheck(state, status))) return undefined
  const next = redirected(state, status, target)
  note(trace, 'redirect', pass(changes(state, next)))
  return next
}

function schemeCheck(target: URL): Check {
  const scheme = target.protocol.slice(0, -1)
  if (scheme === 'http' || scheme === 'https') return pass({ code: 'redirect-scheme-ok', scheme })
  return fail({ code: 'redirect-scheme', subject: target.href, scheme })
}

function countCheck(count: number): Check {
  if (count >= MAX_REDIRECTS) return fail({ code: 'redirect-count', limit: MAX_REDIRECTS })
  return pass({ code: 'redirect-counted', count: count + 1, limit: MAX_REDIRECTS })
}

function credentialsCheck(state: FetchState, target: URL): Check {
  if (!urlHasCredentials(target)) return pass({ code: 'redirect-without-credentials' })
  const crossOrigin = state.mode === 'cors' && !isSameOrigin(state.origin, target.origin)
  if (crossOrigin || state.tainting === 'cors') return fail({ code: 'redirect-credentials', subject: target.href })
  return pass({ code: 'redirect-same-origin-credentials' })
}

/** A stream has been read, and cannot be sent once more. 303 drops the body anyway. */
function bodyCheck(state: FetchState, status: number): Check {
  if (status === 303 || state.body !== 'stream') return pass({ code: 'redirect-body-sent' })
  return fail({ code: 'redirect-stream', status })
}

function redirected(state: FetchState, status: number, target: URL): FetchState {
  const becomesGet =
    ((status === 301 || status === 302) && state.method === 'POST') ||
    (status === 303 && state.method !== 'GET' && state.method !== 'HEAD')
  const headers = becomesGet ? withoutHeaders(state.headers, BODY_HEADERS) : state.headers
  const crossOrigin = !isSameOrigin(state.url.origin, target.origin)
  return {
    ...state,
    method: becomesGet ? 'GET' : state.method,
    body: becomesGet ? undefined : state.body,
    headers: crossOrigin ? withoutHeaders(headers, AUTHORIZATION) : headers,
    pastUrls: [...state.pastUrls, state.url],
    url: target,
  }
}

function changes(before: FetchState, after: FetchState): PassedFact {
  return {
    code: 'redirected',
    url: requestUrl(after.url),
    method: after.method === before.method ? null : after.method,
    authorization: hasHeader(before.headers, 'authorization') && !hasHeader(after.headers, 'authorization'),
    nullOrigin: serializeRequestOrigin(after) !== serializeRequestOrigin(before),
  }
}
