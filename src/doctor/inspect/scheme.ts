import { getHeader, type HeaderList } from '../../fetch-model/header-list.js'
import { parseUrl } from '../../http/parse-url.js'

export type Scheme = 'http' | 'https'

const TLS = /^\*.*(SSL c|TLSv\d|TLS handshake|ALPN|:443\b|port 443\b|:scheme: https)|^(> \S+ \S+|<) HTTP\/[23]\b/
const CONNECTED = /^\* *(Connected to|Trying)/

/** What the lines around a request in the output of `curl -v` say. Undefined where they were left out. */
export function schemeOfTranscript(lines: readonly string[]): Scheme | undefined {
  if (lines.some((line) => TLS.test(line))) return 'https'
  return lines.some((line) => CONNECTED.test(line)) ? 'http' : undefined
}

/**
 * Where nothing says which scheme it was, the one from which nothing follows: https is never mixed content. Only the
 * page's own host has the page's scheme.
 */
export function schemeFor(requestHeaders: HeaderList, host: string, known: Scheme | undefined): Scheme {
  const page = parseUrl(getHeader(requestHeaders, 'origin') ?? '')
  return known ?? (page?.protocol === 'http:' && page.host === host.toLowerCase() ? 'http' : 'https')
}
