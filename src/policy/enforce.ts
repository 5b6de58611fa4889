/**
 * Whether a request that is not GET, HEAD or OPTIONS was sent by a browser for a page of another origin: the algorithm
 * of Go's `http.CrossOriginProtection`. Sec-Fetch-Site decides where there is one
 * (https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header); older browsers send at least an Origin,
 * whose host is compared with the request's own. A request with neither does not come from a browser.
 */
export function isCrossOriginWrite(
  method: string,
  origin: string | undefined,
  fetchSite: string | undefined,
  host: string | undefined,
): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false
  if (fetchSite !== undefined && fetchSite !== '') return fetchSite !== 'same-origin' && fetchSite !== 'none'
  if (origin === undefined) return false
  return host === undefined || !isSameHost(origin, host)
}

/** Schemes are not compared: behind a proxy that ends TLS, a server does not know its own. */
function isSameHost(origin: string, host: string): boolean {
  const start = origin.indexOf('://') + 3
  return start > 2 && host !== '' && origin.length - start === host.length && origin.endsWith(host)
}
