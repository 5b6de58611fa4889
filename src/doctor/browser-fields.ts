import { getHeader, type HeaderList, hasHeader } from '../fetch-model/header-list.js'
import { isSameSite } from '../sites/site.js'
import type { Probe } from './probe.js'
import type { TransportRequest } from './transport.js'

const USER_AGENT = 'Mozilla/5.0 (compatible; cors-policy-doctor)'

/**
 * What a browser adds to every request, apart from CORS: how it was made
 * (https://w3c.github.io/webappsec-fetch-metadata/), and what it can read. Caches keep copies apart by Accept-Encoding.
 */
export function browserFields(probe: Probe, { url, headers }: TransportRequest, origin: string): HeaderList {
  const encodings = url.startsWith('https:') ? 'gzip, deflate, br' : 'gzip, deflate'
  const more: [string, string][] = [
    ['Accept-Encoding', encodings],
    ['User-Agent', USER_AGENT],
  ]
  if (!hasHeader(headers, 'accept-language')) more.unshift(['Accept-Language', 'en'])
  // As `curl` sends it, so that nothing says that it comes from a page.
  if (probe === 'without-origin') return more
  const from = getHeader(headers, 'origin') ?? origin
  return [
    ...more,
    ['Sec-Fetch-Dest', probe === 'plain' || probe === 'cold-plain' ? 'image' : 'empty'],
    ['Sec-Fetch-Mode', probe === 'plain' || probe === 'cold-plain' ? 'no-cors' : 'cors'],
    ['Sec-Fetch-Site', siteOf(from, url)],
  ]
}

/** https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header */
function siteOf(origin: string, url: string): string {
  if (new URL(url).origin === origin) return 'same-origin'
  return isSameSite(origin, url) ? 'same-site' : 'cross-site'
}
