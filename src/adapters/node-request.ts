import type { IncomingMessage } from 'node:http'
import type { RequestFacts } from '../policy/decision.js'

/** What a request of node:http, https or http2 says. Node joins repeated field lines by `, `, and so no origin is doubled. */
export function factsOf({ method, headers }: IncomingMessage): RequestFacts {
  return {
    method: method as string,
    origin: headers.origin,
    requestMethod: headers['access-control-request-method'],
    requestHeaders: headers['access-control-request-headers'],
    fetchSite: headers['sec-fetch-site'] as string | undefined,
    host: headers.host ?? (headers[':authority'] as string | undefined),
  }
}

/** https://fetch.spec.whatwg.org/#cors-preflight-request */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined
}
