import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { oneLine } from './files.js'
import { UsageError } from './usage-error.js'

/** No other site gets to read, frame or keep a handle on the page. The page's own policy says what it may load. */
const SAFETY = {
  'Cache-Control': 'no-store',
  // A `meta` element cannot say this one: https://w3c.github.io/webappsec-csp/#frame-ancestors-and-meta
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const

/**
 * The names by which a browser asks for loopback. By any other, a page of another site has bound its own name to this
 * address (DNS rebinding), and would be of the same origin. The port may be that of a tunnel.
 */
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i

/** Serves one HTML page at `/`, and nothing else. It says nothing about CORS: no other origin may read it. */
export function pageServer(html: string): Server {
  const body = Buffer.from(html)
  return createServer((request, response) => answer(request, response, body))
}

function answer(request: IncomingMessage, response: ServerResponse, page: Buffer): void {
  const status = statusOf(request)
  const body = status === 200 ? page : Buffer.alloc(0)
  response.writeHead(status, {
    ...SAFETY,
    ...(status === 200 && { 'Content-Type': 'text/html; charset=utf-8' }),
    ...(status === 405 && { Allow: 'GET, HEAD' }),
    'Content-Length': body.length,
  })
  // node:http sends no body with HEAD.
  response.end(body)
}

function statusOf({ method, url = '', headers }: IncomingMessage): number {
  if (!LOOPBACK_HOST.test(headers.host ?? '')) return 421
  if (url.split('?', 1)[0] !== '/') return 404
  return method === 'GET' || method === 'HEAD' ? 200 : 405
}

/**
 * @returns the port, which the system chooses for 0
 * @throws UsageError if that is not possible
 */
export function listenOnLoopback(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(
        new UsageError(isTaken ? { code: 'port-in-use', port } : { code: 'port-denied', port, why: oneLine(error) }),
      )
    })
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
