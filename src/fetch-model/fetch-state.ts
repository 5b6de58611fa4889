import { isSameSite } from '../sites/site.js'
import type { HeaderList } from './header-list.js'
import type {
  BodyKind,
  CredentialsMode,
  Destination,
  EmbedderPolicy,
  Initiator,
  RedirectMode,
  RequestMode,
} from './request.js'

/** https://fetch.spec.whatwg.org/#concept-request-response-tainting */
export type ResponseTainting = 'basic' | 'cors' | 'opaque'

/** https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header: how the page relates to all URLs so far. */
export type FetchSite = 'same-origin' | 'same-site' | 'cross-site'

/** https://fetch.spec.whatwg.org/#concept-request, as far as CORS depends on it. Each redirect makes a new one. */
export interface FetchState {
  /** Serialised; `null` where it is opaque. */
  readonly origin: string
  readonly mode: RequestMode
  readonly credentials: CredentialsMode
  readonly redirect: RedirectMode
  readonly destination: Destination
  readonly initiator: Initiator
  readonly integrity: boolean
  readonly embedderPolicy: EmbedderPolicy
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
  if (state.tainting === 'cors' || state.mode === 'websocket') return origin
  if (state.method === 'GET' || state.method === 'HEAD') return undefined
  const downgraded = origin.startsWith('https:') && state.url.protocol !== 'https:'
  return state.mode !== 'cors' && downgraded ? 'null' : origin
}

/**
 * Whether cookies and the like go along: https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch, step 8.3,
 * and https://fetch.spec.whatwg.org/#cross-origin-embedder-policy-allows-credentials.
 */
export function includesCredentials({ origin, url, mode, credentials, tainting, embedderPolicy }: FetchState): boolean {
  const withheld = mode === 'no-cors' && embedderPolicy === 'credentialless' && !isSameOrigin(origin, url.origin)
  return !withheld && (credentials === 'include' || (credentials === 'same-origin' && tainting === 'basic'))
}

/** https://w3c.github.io/webappsec-fetch-metadata/#abstract-opdef-set-site: the furthest of all URLs on the way. */
export function fetchSite({ origin, pastUrls, url }: FetchState): FetchSite {
  const foreign = [...pastUrls, url].filter((visited) => !isSameOrigin(origin, visited.origin))
  if (foreign.length === 0) return 'same-origin'
  return foreign.every((visited) => isSameSite(origin, visited.origin)) ? 'same-site' : 'cross-site'
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
