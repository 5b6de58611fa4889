import { note, type ReceivedResponse, type Trace } from './exchange.js'
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
 * @returns null where there is no Location, and the response is one like any other; undefined where it is no URL
 */
export function locationUrl(response: ReceivedResponse, base: URL): URL | null | undefined {
  const lines = headerLines(response.headers, 'location')
  const [location] = lines
  if (location === undefined) return null
  return lines.length === 1 && URL.canParse(location, base.href) ? new URL(location, base) : undefined
}

/**
 * https://fetch.spec.whatwg.org/#concept-http-redirect-fetch: checks a redirect, and says what becomes of the request.
 *
 * @param target undefined for a Location that is no URL
 * @returns undefined where the browser does not follow
 */
export function followRedirect(
  state: FetchState,
  status: number,
  target: URL | undefined,
  trace: Trace,
): FetchState | undefined {
  if (target === undefined) {
    note(trace, 'redirect-location', fail('location-invalid', 'The Location header is not one URL'))
    return undefined
  }
  if (!note(trace, 'redirect-scheme', schemeCheck(target))) return undefined
  if (!note(trace, 'redirect-count', countCheck(state.pastUrls.length))) return undefined
  if (!note(trace, 'redirect-credentials', credentialsCheck(state, target))) return undefined
  if (!note(trace, 'redirect-body', bodyCheck(state, status))) return undefined
  const next = redirected(state, status, target)
  note(trace, 'redirect', pass(describeChanges(state, next)))
  return next
}

function schemeCheck(target: URL): Check {
  const scheme = target.protocol.slice(0, -1)
  if (scheme === 'http' || scheme === 'https') return pass(`The new URL's scheme is ${scheme}`)
  return fail('redirect-scheme', `The new URL's scheme is ${scheme}, and has to be http or https`, target.href)
}

function countCheck(count: number): Check {
  if (count < MAX_REDIRECTS) return pass(`Redirect ${count + 1} of at most ${MAX_REDIRECTS}`)
  return fail('redirect-count', `The request has been redirected ${MAX_REDIRECTS} times already`)
}

function credentialsCheck(state: FetchState, target: URL): Check {
  if (!urlHasCredentials(target)) return pass('The new URL holds no user name or password')
  const crossOrigin = state.mode === 'cors' && !isSameOrigin(state.origin, target.origin)
  if (crossOrigin || state.tainting === 'cors') {
    const why = 'The new URL holds a user name or a password, which a redirect across origins may not'
    return fail('redirect-credentials', why, target.href)
  }
  return pass('The new URL holds a user name or a password, which matters across origins alone')
}

/** A stream has been read, and cannot be sent once more. 303 drops the body anyway. */
function bodyCheck(state: FetchState, status: number): Check {
  if (status === 303 || state.body !== 'stream') return pass('The body can be sent again, or there is none to send')
  return fail('redirect-stream', `The body is a stream, which cannot be sent again as the status ${status} asks`)
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

function describeChanges(before: FetchState, after: FetchState): string {
  const changes = [`The browser goes on to ${requestUrl(after.url)}`]
  if (after.method !== before.method) changes.push(`the method becomes ${after.method}, without a body`)
  if (hasHeader(before.headers, 'authorization') && !hasHeader(after.headers, 'authorization')) {
    changes.push('Authorization is removed, since the origin changes')
  }
  if (serializeRequestOrigin(after) !== serializeRequestOrigin(before)) {
    changes.push('the Origin becomes null, since one foreign origin sends the request to another')
  }
  return changes.join('; ')
}
