import { isRegistry, isSharedDomain } from '#packages'
import { isLocalhost, isLoopbackHost } from '../sites/loopback.js'
import { isLoopbackRange, isPrivateRange } from './address-range.js'
import type { ParsedOrigin } from './origin-pattern.js'

/**
 * Whether a page of that origin can be changed on its way to the user: plain http from anywhere but the user's own
 * machine. Custom schemes are the app's own and not judged.
 */
export function isInsecure(origin: ParsedOrigin): boolean {
  return origin.scheme === 'http' && !isLocal(origin)
}

/** Whether all hosts of the origin are the user's own machine. */
export function isLocal({ host }: ParsedOrigin): boolean {
  switch (host.kind) {
    case 'host':
      return isLoopbackHost(host.host)
    case 'subdomains':
    case 'label':
      return isLocalhost(host.parent)
    case 'range':
      return isLoopbackRange(host.range)
    case 'any':
      return false
  }
}

/** The domain below which the pattern trusts everybody who registers a name, undefined if it does no such thing. */
export function sharedDomain({ host }: ParsedOrigin): string | undefined {
  if (host.kind !== 'subdomains' && host.kind !== 'label') return undefined
  return isSharedDomain(host.parent) ? host.parent : undefined
}

/**
 * The suffix right below which the pattern has a wildcard inside a label, so that it matches whole domains of other
 * people: `https://*example.com` lets in evilexample.com.
 */
export function registryOfLabel({ host }: ParsedOrigin): string | undefined {
  return host.kind === 'label' && isRegistry(host.parent) ? host.parent : undefined
}

/** Whether a range has addresses that anybody on the internet may get. */
export function isPublicRange({ host }: ParsedOrigin): boolean {
  return host.kind === 'range' && !isPrivateRange(host.range)
}
