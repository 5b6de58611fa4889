import { connect, type IncomingHttpHeaders } from 'node:http2'
import type { TLSSocket } from 'node:tls'
import { pairsOf } from '../http/header-lines.js'
import { readBody } from './body-start.js'
import type { TransportLimits, TransportRequest, TransportResponse } from './transport.js'

/** RFC 9113 section 8.2.2: what belongs to a connection has no place in HTTP/2. */
const OF_CONNECTION: ReadonlySet<string> = new Set(['host', 'connection', 'keep-alive', 'transfer-encoding', 'upgrade'])

/** Sends one request over HTTP/2. Rejects with whatever Node says. */
export function sendHttp2(
  request: TransportRequest,
  limits: TransportLimits,
  socket: TLSSocket,
): Promise<TransportResponse> {
  const { origin } = new URL(request.url)
  const session = connect(origin, { createConnection: () => socket })
  const ended = new Promise<TransportResponse>((resolve, reject) => {
    session.on('error', reject).on('close', () => reject(new Error('the session was closed')))
    const stream = session.request(fieldsOf(request), { endStream: request.body === undefined, signal: limits.signal })
    stream.on('error', reject)
    stream.on('response', (fields: IncomingHttpHeaders, _flags: number, raw: readonly string[]) => {
      const headers = fieldLines(raw)
      readBody(stream, headers, limits.maxBodyBytes).then(({ bytes, start }) => {
        const status = Number(fields[':status'])
        resolve({ status, statusText: '', httpVersion: '2', headers, bodyBytes: bytes, bodyStart: start })
      })
    })
    if (request.body !== undefined) stream.end(request.body)
  })
  return ended.finally(() => session.destroy())
}

function fieldsOf({ method, url, headers }: TransportRequest): Record<string, string | string[]> {
  const { host, pathname, search } = new URL(url)
  const fields: Record<string, string | string[]> = {
    ':method': method,
    ':scheme': 'https',
    ':authority': host,
    ':path': `${pathname}${search}`,
  }
  for (const [name, value] of headers) {
    const lowerCase = name.toLowerCase()
    if (OF_CONNECTION.has(lowerCase)) continue
    const earlier = fields[lowerCase]
    fields[lowerCase] = earlier === undefined ? value : [earlier, value].flat()
  }
  return fields
}

/** Without the pseudo-fields. */
function fieldLines(raw: readonly string[]): [string, string][] {
  return pairsOf(raw).filter(([name]) => !name.startsWith(':'))
}
