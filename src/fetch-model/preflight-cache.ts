import { type FetchState, requestUrl, serializeRequestOrigin } from './fetch-state.js'
import { needsMethodPreflight } from './needs-preflight.js'
import { unsafeRequestHeaderNames } from './safelisted-request-header.js'

/** https://fetch.spec.whatwg.org/#concept-cache: a method, or the name of a header in lower case, or `*`. */
interface CacheEntry {
  readonly origin: string
  readonly url: string
  readonly credentials: boolean
  readonly kind: 'method' | 'header'
  readonly name: string
}

/**
 * What preflights have permitted within one evaluation, which takes no time: so entries do not expire. It matters to a
 * request that is redirected to its own URL.
 */
export type PreflightCache = CacheEntry[]

/** What a preflight's answer permits. */
export interface Permission {
  readonly methods: readonly string[]
  readonly headerNames: readonly string[]
  /** In seconds. With 0 nothing is remembered. */
  readonly maxAge: number
}

export function remember(cache: PreflightCache, state: FetchState, permission: Permission): void {
  if (permission.maxAge === 0) return
  const key = {
    origin: serializeRequestOrigin(state),
    url: requestUrl(state.url),
    credentials: state.credentials === 'include',
  }
  for (const name of permission.methods) cache.push({ ...key, kind: 'method', name })
  for (const name of permission.headerNames) cache.push({ ...key, kind: 'header', name: name.toLowerCase() })
}

/** Whether no preflight is sent after all: https://fetch.spec.whatwg.org/#concept-http-fetch, step 4.1. */
export function isRemembered(cache: PreflightCache, state: FetchState): boolean {
  const matching = cache.filter((entry) => matches(entry, state))
  const has = (kind: CacheEntry['kind'], name: string) =>
    matching.some((entry) => entry.kind === kind && entry.name === name)
  if (needsMethodPreflight(state) && !has('method', state.method) && !has('method', '*')) return false
  return unsafeRequestHeaderNames(state.headers).every(
    (name) => has('header', name) || (name !== 'authorization' && has('header', '*')),
  )
}

/** https://fetch.spec.whatwg.org/#concept-cache-match */
function matches(entry: CacheEntry, state: FetchState): boolean {
  if (entry.origin !== serializeRequestOrigin(state) || entry.url !== requestUrl(state.url)) return false
  return entry.credentials || state.credentials !== 'include'
}
