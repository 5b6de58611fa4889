import { createServer as createHttpServer } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createServer, type Server, type Socket } from 'node:net'
import t from 'tap'
import { diagnose } from '../../src/doctor/diagnose.js'
import { DoctorError, type DoctorErrorCode } from '../../src/doctor/doctor-error.js'
import type { DiagnoseOptions } from '../../src/doctor/options.js'
import { TransportError } from '../../src/doctor/transport.js'
import { makeCertificate } from '../support/certificate.js'
import { serve } from '../support/serve.js'
import { APP, serverWith } from './good-server.js'

const TIMEOUT = 1500
t.setTimeout(120_000)

const ask = (url: string, options: Partial<DiagnoseOptions> = {}) =>
  diagnose(url, { origin: APP, timeout: TIMEOUT, ...options })

/** A server of bytes, which leaves half-open what its client has closed. */
function tcp(onSocket: (socket: Socket) => void): Server {
  const sockets: Socket[] = []
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.push(socket.on('error', () => {}))
    onSocket(socket)
  })
  const closeAllConnections = () => {
    for (const socket of sockets) socket.destroy()
  }
  return Object.assign(server, { closeAllConnections })
}
const sends = (text: string) => tcp((socket) => socket.once('data', () => socket.end(text)))

t.test('questions that are none', async (t) => {
  const rows: [name: string, code: DoctorErrorCode, url: string, options: Partial<DiagnoseOptions>][] = [
    ['no URL', 'url-invalid', 'api.example.com', {}],
    ['nothing', 'url-invalid', '', {}],
    ['another scheme', 'url-scheme', 'ftp://example.com/', {}],
    ['a file', 'url-scheme', 'file:///etc/passwd', {}],
    ['a password', 'url-invalid', 'https://a:b@example.com/', {}],
    ['no origin', 'origin-invalid', 'https://example.com/', { origin: 'app.example.com' }],
    ['an origin without a host', 'origin-invalid', 'https://example.com/', { origin: 'file:///' }],
    ['a method that is forbidden', 'request-invalid', 'https://example.com/', { method: 'TRACE' }],
    ['a header that is none', 'request-invalid', 'https://example.com/', { headers: { 'a b': 'x' } }],
    ['a line break', 'request-invalid', 'https://example.com/', { headers: { a: 'x\r\ny: z' } }],
    ['no time', 'option-invalid', 'https://example.com/', { timeout: 0 }],
    ['too much time', 'option-invalid', 'https://example.com/', { timeout: 2 ** 31 }],
    ['part of a byte', 'option-invalid', 'https://example.com/', { maxBodyBytes: 1.5 }],
  ]
  for (const [name, code, url, options] of rows) {
    await t.rejects(ask(url, options), { name: 'DoctorError', code, message: /^[^\n]+$/ }, name)
  }
})

t.test('nobody answers', async (t) => {
  const certificate = await makeCertificate()
  const refused = createHttpServer()
  const closed = await serve(t, refused)
  await new Promise((resolve) => refused.close(resolve))
  const rows: [name: string, code: DoctorErrorCode, server: Server | undefined, url: string][] = [
    ['no such host', 'name-unknown', undefined, 'http://no-such-host.invalid/'],
    ['nothing listens', 'connection-refused', undefined, `http://127.0.0.1:${closed}/`],
    ['a certificate that nobody trusts', 'tls', createHttpsServer(certificate), 'https://127.0.0.1:{port}/'],
    ['http where https is expected', 'tls', createHttpServer(), 'https://127.0.0.1:{port}/'],
    ['https where http is expected', 'connection-failed', createHttpsServer(certificate), 'http://127.0.0.1:{port}/'],
    ['hangs', 'timeout', tcp(() => {}), 'http://127.0.0.1:{port}/'],
    [
      'half of a head',
      'timeout',
      tcp((socket) => socket.write('HTTP/1.1 200 OK\r\nVary: ')),
      'http://127.0.0.1:{port}/',
    ],
    ['closes', 'connection-failed', tcp((socket) => socket.destroy()), 'http://127.0.0.1:{port}/'],
    ['garbage', 'not-http', sends('\u0000\u0001 no HTTP\n\n'), 'http://127.0.0.1:{port}/'],
    [
      'an endless head',
      'not-http',
      sends(`HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(20_000)}`),
      'http://127.0.0.1:{port}/',
    ],
    [
      'a redirect loop',
      'redirect-loop',
      createHttpServer((request, response) => {
        const cors = { 'Access-Control-Allow-Origin': request.headers.origin ?? '*' }
        response.writeHead(302, { Location: '/', ...cors }).end()
      }),
      'http://127.0.0.1:{port}/',
    ],
  ]
  for (const [name, code, server, url] of rows) {
    const port = server === undefined ? 0 : await serve(t, server)
    const error = await ask(url.replace('{port}', String(port))).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    t.match(error, { name: 'DoctorError', code, message: /^[^\n]+$/ }, name)
  }
})

t.test('bodies without an end are not waited for', async (t) => {
  const rows: [name: string, chunk: number][] = [
    ['endless', 65_536],
    ['slow', 1],
  ]
  for (const [name, chunk] of rows) {
    const server = serverWith({
      any: (answer, _, response) => {
        response.writeHead(answer.status, answer.headers)
        const timer = setInterval(() => response.write('x'.repeat(chunk)), 1)
        response.on('close', () => clearInterval(timer))
        return undefined
      },
      preflight: (answer) => answer,
    })
    const port = await serve(t, server)
    const { healthy } = await ask(`http://127.0.0.1:${port}/`, { timeout: 30_000, maxBodyBytes: 1000 })
    t.ok(healthy, name)
  }
})

t.test('a server that becomes slow: what is known by then', async (t) => {
  let requests = 0
  const server = serverWith({
    any: (answer) => (++requests > 4 ? undefined : answer),
  })
  const port = await serve(t, server)
  const { findings, exchanges } = await ask(`http://127.0.0.1:${port}/`)
  t.strictSame(findings, [])
  t.ok(exchanges.length < 12)
})

t.test('transports of others', async (t) => {
  const rows: [name: string, transport: () => never | Promise<never>, code: DoctorErrorCode][] = [
    [
      'throws',
      () => {
        throw new Error('odd\nthing')
      },
      'connection-failed',
    ],
    ['rejects with anything', () => Promise.reject('odd'), 'connection-failed'],
    ['rejects as it should', () => Promise.reject(new TransportError('tls', 'expired')), 'tls'],
    ['never answers', () => new Promise<never>(() => {}), 'timeout'],
  ]
  for (const [name, transport, code] of rows) {
    const error: unknown = await ask('https://api.example.com/', { transport, timeout: 300 }).catch((thrown) => thrown)
    t.ok(error instanceof DoctorError, name)
    t.match(error, { code, message: /^https:\/\/api\.example\.com: [^\n]+$/ }, name)
  }
})
