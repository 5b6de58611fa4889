/** An origin that the page's origin is easily taken for. */
export interface NearMiss {
  readonly probe: 'near-suffix' | 'near-prefix' | 'near-dot' | 'near-scheme' | 'near-port'
  readonly origin: string
}

/** Nobody can register it: RFC 2606 section 2. */
export const FOREIGN_ORIGIN = 'https://cors-policy-doctor.invalid'

/** Second labels below which countries register names. Not the public suffix list: it only has to find a neighbour. */
const SECOND_LEVEL = /^(co|com|org|net|ac|gov|edu)$/

/**
 * The origins that a careless comparison takes for the page's: one that begins like it (`startsWith`), that ends like it
 * (`endsWith` without the dot), that matches a regular expression whose dots are not escaped, and the same host over
 * plain http or on another port, which other people may run.
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
  if (isName(hostname)) {
    misses.push({ probe: 'near-prefix', origin: at(`not${siteOf(hostname)}`) })
    const joined = hostname.replace('.', 'x')
    if (joined.includes('.') && hostname !== siteOf(hostname)) misses.push({ probe: 'near-dot', origin: at(joined) })
  }
  // Whoever has the loopback interface has all of its ports.
  if (isLoopback(hostname)) return misses
  if (protocol === 'https:') misses.push({ probe: 'near-scheme', origin: `http://${hostname}` })
  misses.push({ probe: 'near-port', origin: `${protocol}//${hostname}:${port === '8443' ? '9443' : '8443'}` })
  return misses
}

/** The registrable domain, by rule of thumb: browsers have a list for it. */
export function siteOf(hostname: string): string {
  if (!isName(hostname)) return hostname
  const labels = hostname.split('.')
  const [second, top] = labels.slice(-2) as [string, string?]
  const isCountry = top?.length === 2 && SECOND_LEVEL.test(second)
  return labels.slice(isCountry ? -3 : -2).join('.')
}

/** https://html.spec.whatwg.org/#schemelessly-same-site and the scheme: whether cookies go along. */
export function isCrossSite(origin: string, url: URL): boolean {
  if (!URL.canParse(origin)) return true
  const page = new URL(origin)
  return page.protocol !== url.protocol || siteOf(page.hostname) !== siteOf(url.hostname)
}

/** An address, or a name that browsers resolve to one: https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}

function isName(hostname: string): boolean {
  return !hostname.startsWith('[') && !/^[\d.]+$/.test(hostname)
}
