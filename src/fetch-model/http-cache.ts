import { isSafeMethod } from '../http/methods.js'
import { freshnessLifetime, isStorable, mustValidate, responseAge } from './freshness.js'
import { getHeader, type HeaderList, headerLines } from './header-list.js'
import type { OutgoingRequest, ReceivedResponse } from './messages.js'

/** A stored response: RFC 9111 section 3. Times are milliseconds. */
export interface StoredResponse {
  readonly request: OutgoingRequest
  readonly response: ReceivedResponse
  readonly storedAt: number
}

/** What a cache knows of a request. */
export type Lookup =
  | { readonly found: 'nothing' }
  | { readonly found: 'fresh'; readonly stored: StoredResponse; readonly age: number; readonly lifetime: number }
  | { readonly found: 'stale'; readonly stored: StoredResponse }
  /** For another value of a field that Vary names. */
  | { readonly found: 'variant'; readonly stored: StoredResponse; readonly field: string }

/** https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch, step 8.17: the script does it all itself. */
const CONDITIONAL = ['if-modified-since', 'if-none-match', 'if-unmodified-since', 'if-match', 'if-range']
/** What a 304 does not change: RFC 9111 section 3.2, and what browsers add to it. */
const KEPT_BY_304 = /^(content-(length|encoding|type|range|location)|etag|transfer-encoding|connection)$/

/**
 * A private cache: RFC 9111. Like browsers, it keeps one response per key, so that of several variants the last one
 * stays.
 */
export class HttpCache {
  readonly #responses = new Map<string, StoredResponse>()

  /** @param key the URL, and what keeps caches apart */
  find(key: string, request: OutgoingRequest, now: number): Lookup {
    const stored = this.#responses.get(key)
    if (stored === undefined || request.method !== 'GET' || isConditional(request)) return { found: 'nothing' }
    const field = differingField(stored, request)
    if (field !== undefined) return { found: 'variant', stored, field }
    const age = responseAge(stored.response.headers, stored.storedAt, now)
    const lifetime = freshnessLifetime(stored.response, stored.storedAt)
    const isFresh = age < lifetime && !mustValidate(stored.response.headers)
    return isFresh ? { found: 'fresh', stored, age, lifetime } : { found: 'stale', stored }
  }

  /** Keeps a response, and forgets what an unsafe request has changed: RFC 9111 section 4.4. */
  update(key: string, request: OutgoingRequest, response: ReceivedResponse, now: number): void {
    if (!isSafeMethod(request.method)) {
      if (response.status < 400) this.#responses.delete(key)
      return
    }
    if (request.method !== 'GET' || isConditional(request)) return
    if (isStorable(response)) this.#responses.set(key, { request, response, storedAt: now })
    else this.#responses.delete(key)
  }

  /** RFC 9111 section 4.3.4: the stored response with the header fields of a 304. */
  freshen(
    key: string,
    request: OutgoingRequest,
    stored: StoredResponse,
    news: HeaderList,
    now: number,
  ): ReceivedResponse {
    const fresh = news.filter(([name]) => !KEPT_BY_304.test(name.toLowerCase()))
    const names = new Set(fresh.map(([name]) => name.toLowerCase()))
    const old = stored.response.headers.filter(([name]) => !names.has(name.toLowerCase()))
    const response = { status: stored.response.status, headers: [...old, ...fresh] }
    this.#responses.set(key, { request, response, storedAt: now })
    return response
  }
}

/** RFC 9111 section 4.3.1: a request that asks whether the stored response still holds; undefined where it cannot. */
export function conditionalRequest(
  request: OutgoingRequest,
  { response }: StoredResponse,
): OutgoingRequest | undefined {
  const etag = getHeader(response.headers, 'etag')
  const modified = getHeader(response.headers, 'last-modified')
  const added: [string, string][] = []
  if (etag !== undefined) added.push(['If-None-Match', etag])
  if (modified !== undefined) added.push(['If-Modified-Since', modified])
  return added.length === 0 ? undefined : { ...request, headers: [...request.headers, ...added] }
}

function isConditional({ headers }: OutgoingRequest): boolean {
  return headers.some(([name]) => CONDITIONAL.includes(name.toLowerCase()))
}

/** RFC 9111 section 4.1: the first field of Vary in which two requests differ. */
function differingField(stored: StoredResponse, request: OutgoingRequest): string | undefined {
  const fields = headerLines(stored.response.headers, 'vary').flatMap((line) => line.split(','))
  return fields
    .map((field) => field.trim().toLowerCase())
    .find((field) => field === '*' || variantOf(stored.request, field) !== variantOf(request, field))
}

/** Cookies are not known; whether any may be sent is. What else a browser adds is the same each time. */
function variantOf(request: OutgoingRequest, field: string): string | undefined {
  return field === 'cookie' ? String(request.credentials) : getHeader(request.headers, field)
}
