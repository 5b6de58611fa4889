import { getHeader, hasHeader } from '../fetch-model/header-list.js'
import type { Place } from './finding.js'
import type { TransportResponse } from './transport.js'

type Sign = (response: TransportResponse) => boolean

const hasAny =
  (...names: string[]): Sign =>
  ({ headers }) =>
    names.some((name) => hasHeader(headers, name))
const says =
  (name: string, words: RegExp): Sign =>
  ({ headers }) =>
    words.test((getHeader(headers, name) ?? '').slice(0, MAX_VALUE))

/** A longer value is not the name of a product. */
const MAX_VALUE = 200

/** By what a hop can be told, the outermost first: it has the last word on what goes out. */
const SIGNS: readonly (readonly [Place, readonly Sign[]])[] = [
  [
    'cdn',
    [
      hasAny('cf-ray', 'x-amz-cf-id', 'x-served-by', 'x-varnish', 'cf-cache-status', 'x-cache', 'x-azure-ref'),
      says('server', /cloudflare|cloudfront|akamai|fastly|netlify|vercel/i),
      says('via', /varnish|cloudfront|fastly|google/i),
      isOld,
    ],
  ],
  [
    'api-gateway',
    [
      hasAny('x-amz-apigw-id', 'apigw-requestid', 'x-kong-proxy-latency', 'x-kong-response-latency'),
      says('server', /kong|apigee/i),
      says('via', /kong/i),
    ],
  ],
  [
    'bucket',
    [
      hasAny('x-goog-storage-class', 'x-guploader-uploadid', 'x-goog-hash', 'x-ms-blob-type'),
      says('server', /amazons3|uploadserver|windows-azure-blob|minio/i),
    ],
  ],
  ['load-balancer', [says('server', /awselb|haproxy|envoy|big-?ip/i), isAnonymousGatewayError]],
  ['nginx', [says('server', /nginx|openresty/i)]],
  ['caddy', [says('server', /caddy/i), says('via', /caddy/i)]],
  ['apache', [says('server', /^apache(\/|\b)/i)]],
  ['iis', [says('server', /microsoft-iis/i)]],
]

/** Where the response seems to come from: the outermost hop that shows itself, else the app. */
export function placeOf(response: TransportResponse | undefined): Place {
  if (response === undefined) return 'app'
  return SIGNS.find(([, signs]) => signs.some((sign) => sign(response)))?.[0] ?? 'app'
}

/** RFC 9111 section 5.1: only a cache says Age. */
function isOld({ headers }: TransportResponse): boolean {
  return hasHeader(headers, 'age')
}

/** HAProxy and AWS's network load balancers do not say who they are; apps do not answer that they are not there. */
function isAnonymousGatewayError({ status, headers }: TransportResponse): boolean {
  return (status === 502 || status === 503 || status === 504) && !hasHeader(headers, 'server')
}
