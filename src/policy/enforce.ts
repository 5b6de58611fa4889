import { HTTP_PORT, HTTPS_PORT } from '../http/default-ports.js'

const DEFAULT_PORTS = [`:${HTTP_PORT}`, `:${HTTPS_PORT}`]

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
  if (start <= 2 || start === origin.length) return false
  const own = origin.slice(start)
  return own === host || own === withoutDefaultPort(host)
}

/**
 * Some proxies add a default port to Host, and an origin never names one. Both default ports are removed, whatever the
 * scheme of the origin: the scheme is the page's, but the port is that of the last hop.
 */
function withoutDefaultPort(host: string): string {
  return DEFAULT_PORTS.some((port) => host.endsWith(port)) ? host.slice(0, host.lastIndexOf(':')) : host
}
