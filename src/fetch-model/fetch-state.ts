import type { HeaderList } from './header-list.js'
import type { BodyKind, CredentialsMode, RedirectMode, RequestMode } from './request.js'

/** https://fetch.spec.whatwg.org/#concept-request-response-tainting */
export type ResponseTainting = 'basic' | 'cors' | 'opaque'

/** https://fetch.spec.whatwg.org/#concept-request, as far as CORS depends on it. Each redirect makes a new one. */
export interface FetchState {
  /** Serialised; `null` where it is opaque. */
  readonly origin: string
  readonly mode: RequestMode
  readonly credentials: CredentialsMode
  readonly redirect: RedirectMode
  readonly method: string
  readonly headers: HeaderList
  readonly body: BodyKind | undefined
  /** Set for upload streams and upload listeners: https://fetch.spec.whatwg.org/#use-cors-preflight-flag. */
  readonly useCorsPreflight: boolean
  /** Where the request went before it came here. */
  readonly pastUrls: readonly URL[]
  readonly url: URL
  readonly tainting: ResponseTainting
}

/** https://html.spec.whatwg.org/#same-origin: an opaque origin is the same as no other. */
export function isSameOrigin(a: string, b: string): boolean {
  return a === b && a !== 'null'
}

/**
 * https://fetch.spec.whatwg.org/#serializing-a-request-origin: `null` from the moment that a server other than the
 * page's own has redirected to yet another origin, so that no server can speak for the page.
 */
export function serializeRequestOrigin({ origin, pastUrls, url }: FetchState): string {
  const isTainted = (last: URL, i: number) => {
    const next = pastUrls[i + 1] ?? url
    return !isSameOrigin(next.origin, last.origin) && !isSameOrigin(origin, last.origin)
  }
  return pastUrls.some(isTainted) ? 'null' : origin
}

/**
 * The value of the Origin header, undefined where none is sent:
 * https://fetch.spec.whatwg.org/#append-a-request-origin-header, under the default referrer policy.
 */
export function originHeader(state: FetchState): string | undefined {
  const origin = serializeRequestOrigin(state)
  if (state.tainting === 'cors') return origin
  if (state.method === 'GET' || state.method === 'HEAD') return undefined
  const downgraded = origin.startsWith('https:') && state.url.protocol !== 'https:'
  return state.mode !== 'cors' && downgraded ? 'null' : origin
}

/** Whether cookies and the like go along: https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch, step 8.3. */
export function includesCredentials({ credentials, tainting }: FetchState): boolean {
  return credentials === 'include' || (credentials === 'same-origin' && tainting === 'basic')
}

/** The URL as a script sees it: https://fetch.spec.whatwg.org/#dom-response-url. */
export function withoutFragment(url: URL): string {
  if (!url.href.includes('#')) return url.href
  const seen = new URL(url)
  seen.hash = ''
  return seen.href
}

/** The URL as it is requested: a fragment stays in the browser, and so do a user and a password in it. */
export function requestUrl(url: URL): string {
  if (!url.href.includes('#') && !urlHasCredentials(url)) return url.href
  const sent = new URL(url)
  sent.hash = ''
  sent.username = ''
  sent.password = ''
  return sent.href
}

/** https://url.spec.whatwg.org/#include-credentials */
export function urlHasCredentials(url: URL): boolean {
  return url.username !== '' || url.password !== ''
}
