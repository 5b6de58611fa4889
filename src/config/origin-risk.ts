import { isLocalhost, isLoopbackHost } from '../sites/loopback.js'
import { isSharedDomain } from '../sites/public-suffix.js'
import type { ParsedOrigin } from './origin-pattern.js'

/** First groups of 127.0.0.0 and of 127.255.255.255. */
const LOOPBACK_FIRST = 0x7f00
const LOOPBACK_LAST = 0x7fff

/**
 * Whether a page of that origin can be changed on its way to the user: plain http from anywhere but the user's own
 * machine. Custom schemes are the app's own and not judged.
 */
export function isInsecure({ scheme, host }: ParsedOrigin): boolean {
  if (scheme !== 'http') return false
  switch (host.kind) {
    case 'host':
      return !isLoopbackHost(host.host)
    case 'subdomains':
    case 'label':
      return !isLocalhost(host.parent)
    case 'range':
      return !isLoopbackRange(host.range.first, host.range.last)
  }
}

function isLoopbackRange(first: readonly number[], last: readonly number[]): boolean {
  // Of the ranges that begin with ::1, one alone is canonical: ::1/128.
  if (first.length > 2) return first.every((group, i) => group === (i === 7 ? 1 : 0))
  return (first[0] as number) >= LOOPBACK_FIRST && (last[0] as number) <= LOOPBACK_LAST
}

/** The domain below which the pattern trusts whoever registers a name, undefined if it does no such thing. */
export function sharedDomain({ host }: ParsedOrigin): string | undefined {
  if (host.kind !== 'subdomains' && host.kind !== 'label') return undefined
  return isSharedDomain(host.parent) ? host.parent : undefined
}
