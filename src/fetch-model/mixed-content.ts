import { isLoopbackHost } from '../sites/loopback.js'
import { addressSpaceOf } from './address-space.js'
import { remark, type Trace } from './exchange.js'
import type { FetchState } from './fetch-state.js'
import type { Destination } from './request.js'

/** What browsers request over https instead of blocking it: https://w3c.github.io/webappsec-mixed-content/#upgrade-algorithm. */
const UPGRADED: ReadonlySet<Destination> = new Set(['image', 'audio', 'video'])

/**
 * Whether nobody on the network path can change what is requested there, as far as its URL tells:
 * https://w3c.github.io/webappsec-secure-contexts/#is-url-trustworthy.
 */
export function isTrustworthy({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || isLoopbackHost(hostname)
}

/**
 * Whether a page's request is mixed content, which browsers block: the page is https, and the URL is neither https nor
 * on the user's own machine (https://w3c.github.io/webappsec-mixed-content/#should-block-fetch).
 *
 * @param origin the page's, serialised
 */
export function isMixedContent(origin: string, url: URL): boolean {
  return isInsecureTarget(origin, url) && !isTrustworthy(url)
}

function isInsecureTarget(origin: string, url: URL): boolean {
  return origin.startsWith('https:') && url.protocol === 'http:'
}

/**
 * Whether browsers refuse to send it. A navigation of the whole window is not content of the page, and an image or
 * media from an address, which cannot be upgraded, is shown all the same.
 */
export function isBlockedAsMixed({ origin, url, mode, destination }: FetchState): boolean {
  if (mode === 'navigate' || !isMixedContent(origin, url)) return false
  return !UPGRADED.has(destination) || !isAddress(url.hostname)
}

/** What becomes of an https page's image or media over http: it is requested over https, if it may have a certificate. */
export function upgradeMixedContent(state: FetchState, trace: Trace): FetchState {
  const { origin, url, mode, destination } = state
  if (mode === 'navigate' || !isInsecureTarget(origin, url)) return state
  if (isLoopbackHost(url.hostname)) {
    if (!UPGRADED.has(destination)) remark(trace, { code: 'mixed-content-loopback', url: url.href })
    return state
  }
  if (!UPGRADED.has(destination)) return state
  if (isAddress(url.hostname)) {
    remark(trace, { code: 'mixed-content-displayed', url: url.href })
    return state
  }
  const upgraded = new URL(url)
  upgraded.protocol = 'https:'
  remark(trace, { code: 'mixed-content-upgraded', url: url.href })
  return { ...state, url: upgraded }
}

/** Chromium leaves what is in a local network to the user: https://wicg.github.io/local-network-access/#mixed-content. */
export function remarkOnBlocked({ url }: FetchState, trace: Trace): void {
  if (addressSpaceOf(url.hostname) === 'local') remark(trace, { code: 'mixed-content-local', url: url.href })
}

function isAddress(host: string): boolean {
  return host.startsWith('[') || /^[\d.]+$/.test(host)
}
