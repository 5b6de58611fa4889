import { getHeader, type HeaderList, hasHeader, headerLines, normalizeValue } from './header-list.js'
import type { ReceivedResponse } from './messages.js'

/** RFC 9110 section 15.1: cacheable without a word of the server's. 206 is left out, since it is one part only. */
const HEURISTICALLY_CACHEABLE: ReadonlySet<number> = new Set([200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501])
/** Browsers keep these for good where the server does not say for how long. */
const PERMANENT: ReadonlySet<number> = new Set([301, 308, 410])
/** RFC 9111 section 4.2.2: the part of the time since the last change for which a response is taken for fresh. */
const HEURISTIC_SHARE = 0.1

/** The directives of Cache-Control in lower case; the first of several counts (RFC 9111 section 4.2.1). */
function directives(headers: HeaderList): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const part of headerLines(headers, 'cache-control').flatMap((line) => line.split(','))) {
    const [name = '', value = ''] = part.split('=', 2).map(normalizeValue)
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), value.replaceAll('"', ''))
  }
  return found
}

/** RFC 9111 section 3, for a private cache. */
export function isStorable({ status, headers }: ReceivedResponse): boolean {
  const control = directives(headers)
  if (control.has('no-store') || status < 200 || status === 206 || status === 304) return false
  const isExplicit =
    control.has('max-age') || control.has('public') || control.has('private') || hasHeader(headers, 'expires')
  return isExplicit || HEURISTICALLY_CACHEABLE.has(status)
}

/** Whether the server has to be asked each time. Pragma counts as long as there is no Cache-Control (RFC 9111 section 5.4). */
export function mustValidate(headers: HeaderList): boolean {
  const control = directives(headers)
  return control.has('no-cache') || (control.size === 0 && getHeader(headers, 'pragma')?.toLowerCase() === 'no-cache')
}

/** RFC 9111 section 4.2.1, in seconds; s-maxage is for shared caches. @param storedAt milliseconds */
export function freshnessLifetime({ status, headers }: ReceivedResponse, storedAt: number): number {
  const maxAge = directives(headers).get('max-age')
  if (maxAge !== undefined) return /^\d+$/.test(maxAge) ? Number(maxAge) : 0
  const date = dateOf(headers, 'date') ?? storedAt
  if (hasHeader(headers, 'expires')) return secondsBetween(date, dateOf(headers, 'expires') ?? date)
  if (PERMANENT.has(status)) return Number.POSITIVE_INFINITY
  const modified = dateOf(headers, 'last-modified')
  return modified === undefined ? 0 : Math.floor(secondsBetween(modified, date) * HEURISTIC_SHARE)
}

/** RFC 9111 section 4.2.3, in seconds. The request is taken to have needed no time. */
export function responseAge(headers: HeaderList, storedAt: number, now: number): number {
  const age = getHeader(headers, 'age') ?? ''
  const apparent = secondsBetween(dateOf(headers, 'date') ?? storedAt, storedAt)
  return Math.max(apparent, /^\d+$/.test(age) ? Number(age) : 0) + secondsBetween(storedAt, now)
}

function secondsBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / 1000))
}

function dateOf(headers: HeaderList, name: string): number | undefined {
  const time = Date.parse(getHeader(headers, name) ?? '')
  return Number.isNaN(time) ? undefined : time
}
