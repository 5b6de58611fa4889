import { EXPOSE_HEADERS, isForbiddenResponseHeader } from '../http/field-names.js'
import type { ReceivedResponse } from './exchange.js'
import { type FetchState, withoutFragment } from './fetch-state.js'
import { extractTokens, type HeaderList, sortAndCombine, sortedNames } from './header-list.js'
import type { CredentialsMode } from './request.js'

/** https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name, without those that a response exposes. */
const SAFELISTED_RESPONSE_HEADERS: ReadonlySet<string> = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
])

/** https://fetch.spec.whatwg.org/#null-body-status */
const NULL_BODY_STATUSES: ReadonlySet<number> = new Set([101, 103, 204, 205, 304])

/** A response as the script gets it. */
export interface VisibleResponse {
  readonly type: 'basic' | 'cors' | 'opaque' | 'opaqueredirect'
  /** 0 where it is withheld. */
  readonly status: number
  /** Where the response came from in the end, without a fragment, and with a user and a password; `''` where that is withheld. */
  readonly url: string
  /** Names in lower case, sorted; the lines of one name are joined. */
  readonly headers: HeaderList
  /** The names of the headers that the response has and the script does not see, in lower case. */
  readonly hiddenHeaders: readonly string[]
  /** Whether the script can read a body, if the server sent one. */
  readonly body: boolean
  /** Whether an image with this response makes a canvas unreadable. */
  readonly taintsCanvas: boolean
}

/** Whether every script sees that response header, exposed or not. @param name in lower case */
export function isSafelistedResponseHeader(name: string): boolean {
  return SAFELISTED_RESPONSE_HEADERS.has(name)
}

/**
 * The names that a response exposes beyond the safelisted ones, in lower case:
 * https://fetch.spec.whatwg.org/#concept-main-fetch, the step that sets the CORS-exposed header-name list. A value
 * that is not a list exposes nothing, and with credentials `*` is a name like any other.
 */
export function exposedHeaderNames(headers: HeaderList, credentials: CredentialsMode): ReadonlySet<string> {
  const exposed = extractTokens(headers, EXPOSE_HEADERS)
  const names = exposed.ok && exposed.tokens !== undefined ? exposed.tokens : []
  if (credentials !== 'include' && names.includes('*')) return new Set(sortedNames(headers.map(([name]) => name)))
  return new Set(sortedNames(names))
}

/** https://fetch.spec.whatwg.org/#concept-filtered-response: the basic, the CORS and the opaque one. */
export function filterResponse(state: FetchState, response: ReceivedResponse): VisibleResponse {
  if (state.tainting === 'opaque') return withhold('opaque', '', response)
  const exposed = exposedHeaderNames(response.headers, state.credentials)
  const isVisible = (name: string) =>
    !isForbiddenResponseHeader(name) &&
    (state.tainting === 'basic' || isSafelistedResponseHeader(name) || exposed.has(name))
  const all = sortAndCombine(response.headers)
  return {
    type: state.tainting,
    status: response.status,
    url: withoutFragment(state.url),
    headers: all.filter(([name]) => isVisible(name)),
    hiddenHeaders: all.map(([name]) => name).filter((name) => !isVisible(name)),
    body: state.method !== 'HEAD' && !NULL_BODY_STATUSES.has(response.status),
    taintsCanvas: false,
  }
}

/** https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect */
export function filterRedirect(state: FetchState, response: ReceivedResponse): VisibleResponse {
  return withhold('opaqueredirect', withoutFragment(state.url), response)
}

/** For what reads no response at all: a form, a beacon. */
export function withholdResponse(response: ReceivedResponse): VisibleResponse {
  return withhold('opaque', '', response)
}

function withhold(type: 'opaque' | 'opaqueredirect', url: string, response: ReceivedResponse): VisibleResponse {
  const hiddenHeaders = sortedNames(response.headers.map(([name]) => name))
  return { type, status: 0, url, headers: [], hiddenHeaders, body: false, taintsCanvas: type === 'opaque' }
}
