import { isLoopbackHost } from '../sites/loopback.js'
import { remark, type Trace } from './exchange.js'
import type { FetchState } from './fetch-state.js'
import type { Destination } from './request.js'

/** What browsers request over https instead of blocking it: https://w3c.github.io/webappsec-mixed-content/#upgrade-algorithm. */
const UPGRADED: ReadonlySet<Destination> = new Set(['image', 'audio', 'video'])

/**
 * Whether a page's request is mixed content, which browsers block: the page is https, and the URL is neither https nor
 * on the user's own machine (https://w3c.github.io/webappsec-mixed-content/#should-block-fetch).
 *
 * @param origin the page's, serialised
 */
export function isMixedContent(origin: string, url: URL): boolean {
  return isInsecureTarget(origin, url) && !isLoopbackHost(url.hostname)
}

function isInsecureTarget(origin: string, url: URL): boolean {
  return origin.startsWith('https:') && url.protocol === 'http:'
}

/** A navigation of the whole window is no content of the page. */
export function isBlockedAsMixed({ origin, url, mode }: FetchState): boolean {
  return mode !== 'navigate' && isMixedContent(origin, url)
}

/**
 * What becomes of an https page's image or media over http: it is requested over https. An address has no certificate,
 * so it is left as it is.
 */
export function upgradeMixedContent(state: FetchState, trace: Trace): FetchState {
  const { origin, url, mode, destination } = state
  if (mode === 'navigate' || !isInsecureTarget(origin, url)) return state
  if (isLoopbackHost(url.hostname)) {
    remark(trace, { code: 'mixed-content-loopback', url: url.href })
    return state
  }
  if (!UPGRADED.has(destination) || isAddress(url.hostname)) return state
  const upgraded = new URL(url)
  upgraded.protocol = 'https:'
  remark(trace, { code: 'mixed-content-upgraded', url: url.href })
  return { ...state, url: upgraded }
}

function isAddress(host: string): boolean {
  return host.startsWith('[') || /^[\d.]+$/.test(host)
}
