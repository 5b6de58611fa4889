import { parseUrl } from '../http/parse-url.js'
import { isLoopbackHost } from '../sites/loopback.js'
import { addressSpaceOf, isMorePrivate } from './address-space.js'
import { type ReceivedResponse, remark, type Trace } from './exchange.js'
import { type FetchState, fetchSite, includesCredentials } from './fetch-state.js'
import { getHeader, hasHeader, headerLines } from './header-list.js'
import { mimeEssence } from './mime-essence.js'

/** What is known before the request is sent: https://wicg.github.io/local-network-access/. */
export function remarkOnTarget({ origin, url, mode, destination, tainting }: FetchState, trace: Trace): void {
  if (destination === 'font' && tainting === 'cors') remark(trace, { code: 'font-without-cors' })
  if (mode === 'websocket') remark(trace, { code: 'websocket-origin' })
  const page = parseUrl(origin)
  if (mode === 'navigate' || (page?.protocol !== 'https:' && page?.protocol !== 'http:')) return
  const space = addressSpaceOf(url.hostname)
  const pageSpace = addressSpaceOf(page.hostname)
  if (!isMorePrivate(space, pageSpace)) return
  const secure = page.protocol === 'https:' || pageSpace === 'loopback'
  remark(trace, { code: 'local-network-access', url: url.origin, space, secure })
}

/** What is known of a response that CORS does not look at. */
export function remarkOnResponse(state: FetchState, response: ReceivedResponse, trace: Trace): void {
  remarkOnCookies(state, response, trace)
  if (state.tainting !== 'opaque') return
  const type = protectedType(response)
  if (type !== undefined) remark(trace, { code: 'opaque-response-blocking', type })
  if (state.embedderPolicy === 'unsafe-none' && !hasHeader(response.headers, 'cross-origin-resource-policy')) {
    remark(trace, { code: 'embedder-policy' })
  }
}

function remarkOnCookies(state: FetchState, response: ReceivedResponse, trace: Trace): void {
  const url = state.url.origin
  const cookies = headerLines(response.headers, 'set-cookie')
  const names = cookies.map(cookieName)
  if (!includesCredentials(state)) {
    if (names.length > 0) remark(trace, { code: 'cookie-ignored', names })
    return
  }
  if (state.url.protocol === 'http:' && !isLoopbackHost(state.url.hostname)) {
    remark(trace, { code: 'cookie-over-http', url, names })
  }
  // A navigation brings Lax cookies along, and makes the site the page's own.
  if (fetchSite(state) !== 'cross-site' || state.mode === 'navigate') return
  remark(trace, { code: 'cookie-third-party', url, page: state.origin })
  const lost = cookies.filter((cookie) => !isCookieForOtherSites(cookie)).map(cookieName)
  if (lost.length > 0) remark(trace, { code: 'cookie-same-site', url, names: lost })
}

function cookieName(cookie: string): string {
  return (cookie.split(/[=;]/, 1)[0] as string).trim()
}

/**
 * Whether browsers send that cookie with requests of other sites' pages: None only counts with Secure
 * (https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-storage-model).
 *
 * @param cookie a Set-Cookie line
 */
export function isCookieForOtherSites(cookie: string): boolean {
  const attributes = cookie
    .toLowerCase()
    .split(';')
    .slice(1)
    .map((part) => part.replaceAll(/[ \t]/g, ''))
  const sameSite = attributes.filter((attribute) => attribute.startsWith('samesite=')).at(-1)
  return sameSite === 'samesite=none' && attributes.includes('secure')
}

/** https://fetch.spec.whatwg.org/#orb-protected: types that are never an image, a script or media. */
function protectedType({ headers }: ReceivedResponse): string | undefined {
  const essence = mimeEssence(getHeader(headers, 'content-type') ?? '')
  if (essence === undefined) return undefined
  const isStructured = /^(text\/html|(text|application)\/(json|xml)|application\/[^/]+\+(json|xml))$/.test(essence)
  const isText = essence === 'text/plain' && getHeader(headers, 'x-content-type-options')?.toLowerCase() === 'nosniff'
  return isStructured || isText ? essence : undefined
}
