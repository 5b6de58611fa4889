import type { FetchState } from './fetch-state.js'
import { requestUrl, serializeRequestOrigin } from './fetch-state.js'
import { needsMethodPreflight } from './needs-preflight.js'
import { partitionOf } from './partition.js'
import { unsafeRequestHeaderNames } from './safelisted-request-header.js'

/** https://fetch.spec.whatwg.org/#concept-cache: a method, or the name of a header in lower case, or `*`. */
interface CacheEntry extends Key {
  readonly credentials: boolean
  readonly kind: 'method' | 'header'
  readonly name: string
  /** Milliseconds. */
  readonly expires: number
}

interface Key {
  readonly partition: string
  readonly origin: string
  readonly url: string
}

/** What a preflight's answer permits. */
export interface Permission {
  readonly methods: readonly string[]
  readonly headerNames: readonly string[]
  /** In seconds. With 0 nothing is remembered. */
  readonly maxAge: number
}

/** What preflights have permitted. Times are milliseconds. */
export class PreflightCache {
  #entries: readonly CacheEntry[] = []

  remember(state: FetchState, { methods, headerNames, maxAge }: Permission, now: number): void {
    if (maxAge === 0) return
    const common = { ...keyOf(state), credentials: state.credentials === 'include', expires: now + maxAge * 1000 }
    const added = [
      ...methods.map((name): CacheEntry => ({ ...common, kind: 'method', name })),
      ...headerNames.map((name): CacheEntry => ({ ...common, kind: 'header', name: name.toLowerCase() })),
    ]
    const isReplaced = (entry: CacheEntry) => added.some((newer) => isSameEntry(entry, newer))
    this.#entries = [...this.#entries.filter((entry) => entry.expires > now && !isReplaced(entry)), ...added]
  }

  /** Whether no preflight is sent after all: https://fetch.spec.whatwg.org/#concept-http-fetch, step 4.1. */
  isRemembered(state: FetchState, now: number): boolean {
    const matching = this.#entries.filter((entry) => entry.expires > now && matches(entry, state))
    const has = (kind: CacheEntry['kind'], name: string) =>
      matching.some((entry) => entry.kind === kind && entry.name === name)
    if (needsMethodPreflight(state) && !has('method', state.method) && !has('method', '*')) return false
    return unsafeRequestHeaderNames(state.headers).every(
      (name) => has('header', name) || (name !== 'authorization' && has('header', '*')),
    )
  }

  /** https://fetch.spec.whatwg.org/#concept-cache-clear: after a network error, the next request asks again. */
  clear(state: FetchState): void {
    const key = keyOf(state)
    this.#entries = this.#entries.filter((entry) => !isSameKey(entry, key))
  }
}

function keyOf(state: FetchState): Key {
  return { partition: partitionOf(state.origin), origin: serializeRequestOrigin(state), url: requestUrl(state.url) }
}

function isSameKey(a: Key, b: Key): boolean {
  return a.partition === b.partition && a.origin === b.origin && a.url === b.url
}

function isSameEntry(a: CacheEntry, b: CacheEntry): boolean {
  return isSameKey(a, b) && a.credentials === b.credentials && a.kind === b.kind && a.name === b.name
}

/** https://fetch.spec.whatwg.org/#concept-cache-match */
function matches(entry: CacheEntry, state: FetchState): boolean {
  return isSameKey(entry, keyOf(state)) && (entry.credentials || state.credentials !== 'include')
}
