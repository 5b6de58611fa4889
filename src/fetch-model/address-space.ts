import { isLoopbackHost } from '../sites/loopback.js'

/** https://wicg.github.io/local-network-access/#ip-address-space-section, most private first. */
export type AddressSpace = 'loopback' | 'local' | 'public'

/** First octets of IPv4 networks that are not public: RFC 1918, RFC 3927 (link-local) and RFC 6598 (shared). */
const LOCAL_IPV4 =
  /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)[\d.]+$/
/** fc00::/7, unique local, and fe80::/10, link-local. */
const LOCAL_IPV6 = /^\[f([cd][0-9a-f]{2}|e[89ab][0-9a-f]):/

/**
 * As far as a host tells: a name may resolve to any address, and counts as public. `.local` is of multicast DNS (RFC 6762).
 *
 * @param host as a URL serialises it
 */
export function addressSpaceOf(host: string): AddressSpace {
  if (isLoopbackHost(host)) return 'loopback'
  return LOCAL_IPV4.test(host) || LOCAL_IPV6.test(host) || host.endsWith('.local') ? 'local' : 'public'
}

const DISTANCE: Readonly<Record<AddressSpace, number>> = { loopback: 0, local: 1, public: 2 }

/** Whether a page reaches into a more private network than its own. */
export function isMorePrivate(target: AddressSpace, page: AddressSpace): target is 'loopback' | 'local' {
  return DISTANCE[target] < DISTANCE[page]
}
