import { parseUrl } from '../http/parse-url.js'
import { registrableDomain } from '../sites/site.js'

/**
 * Caches are kept apart by the site of the page: https://fetch.spec.whatwg.org/#network-partition-key. An opaque origin
 * has a partition of its own, and pages in frames are not modelled.
 *
 * @param origin the page's, serialised
 */
export function partitionOf(origin: string): string {
  const url = parseUrl(origin)
  return url === undefined ? origin : `${url.protocol}//${registrableDomain(url.hostname) ?? url.hostname}`
}
