import { parseDomain } from '#packages'

/**
 * The part of a host that one owner has: https://url.spec.whatwg.org/#host-registrable-domain. Private sections of the
 * public suffix list count, as they do in browsers, and a top-level domain that is not on the list is a suffix.
 *
 * @param host as a URL serialises it; a dot at the end stays
 * @returns undefined for an address, a public suffix, a single label and an empty host
 */
export function registrableDomain(host: string): string | undefined {
  if (host.startsWith('[')) return undefined
  const dot = host.endsWith('.') ? '.' : ''
  const { domain } = parseDomain(host.slice(0, host.length - dot.length), {
    allowPrivateDomains: true,
    extractHostname: false,
    validateHostname: false,
  })
  return domain === null ? undefined : domain + dot
}

/**
 * Whether two origins are same site, so that cookies with SameSite go along and `same-site` policies let through:
 * https://html.spec.whatwg.org/#same-site. Ports do not count, schemes do.
 *
 * @param a an origin or URL. `null` and whatever has no host is opaque, and the same site as nothing.
 */
export function isSameSite(a: string, b: string): boolean {
  const site = siteOf(a)
  return site !== undefined && site === siteOf(b)
}

/** https://html.spec.whatwg.org/#obtain-a-site: scheme and registrable domain, or the host where it has none. */
function siteOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, hostname } = new URL(text)
  return hostname === '' ? undefined : `${protocol}//${registrableDomain(hostname) ?? hostname}`
}
