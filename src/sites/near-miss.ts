import { isLoopbackHost } from './loopback.js'
import { registrableDomain } from './site.js'

/** An origin that the page's origin is easily mistaken for. */
export interface NearMiss {
  readonly probe: 'near-suffix' | 'near-prefix' | 'near-dot' | 'near-scheme' | 'near-port'
  readonly origin: string
}

/** Nobody can register it: RFC 2606 section 2. */
export const FOREIGN_ORIGIN = 'https://cors-policy-doctor.invalid'

/**
 * The origins that a careless comparison accepts as the page's: one that begins like it (`startsWith`), that ends like it
 * (`endsWith` without the dot, or a wildcard below a public suffix), that matches a regular expression whose dots are
 * not escaped, and the same host over plain http or on another port, which other people may run.
 *
 * @param origin serialised; there are none for `null`
 */
export function nearMisses(origin: string): NearMiss[] {
  if (!/^https?:/.test(origin)) return []
  const { protocol, hostname, port } = new URL(origin)
  const at = (host: string) => `${protocol}//${host}${port === '' ? '' : `:${port}`}`
  const misses: NearMiss[] = []
  if (!hostname.startsWith('[')) {
    misses.push({ probe: 'near-suffix', origin: `${protocol}//${hostname}.cors-policy-doctor.invalid` })
  }
  if (isHostName(hostname)) {
    misses.push({ probe: 'near-prefix', origin: at(`not${siteOf(hostname)}`) })
    const joined = hostname.replace('.', 'x')
    if (joined.includes('.') && hostname !== siteOf(hostname)) misses.push({ probe: 'near-dot', origin: at(joined) })
  }
  // All ports of the loopback interface belong to one person.
  if (isLoopbackHost(hostname)) return misses
  if (protocol === 'https:') misses.push({ probe: 'near-scheme', origin: `http://${hostname}` })
  misses.push({ probe: 'near-port', origin: `${protocol}//${hostname}:${port === '8443' ? '9443' : '8443'}` })
  return misses
}

/** A name that anybody could register, if it were not ours. */
function siteOf(hostname: string): string {
  return registrableDomain(hostname) ?? hostname
}

function isHostName(hostname: string): boolean {
  return !hostname.startsWith('[') && !/^[\d.]+$/.test(hostname)
}
