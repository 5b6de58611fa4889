import { createServer, type Server, type Socket } from 'node:net'
import t from 'tap'
import { diagnose } from '../../src/doctor/diagnose.js'
import { exitCodeOf } from '../../src/doctor/diagnosis.js'
import type { DoctorErrorCode } from '../../src/doctor/doctor-error.js'
import type { FindingCode } from '../../src/doctor/finding.js'
import type { DiagnoseOptions } from '../../src/doctor/options.js'
import { TransportError } from '../../src/doctor/transport.js'
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

t.test('questions that cannot be asked', async (t) => {
  const rows: [name: string, code: DoctorErrorCode, url: string, options: Partial<DiagnoseOptions>][] = [
    ['no URL', 'url-invalid', 'api.example.com', {}],
    ['a host and a port', 'url-invalid', 'localhost:3000/things', {}],
    ['nothing', 'url-invalid', '', {}],
    ['another scheme', 'url-scheme', 'ftp://example.com/', {}],
    ['a file', 'url-scheme', 'file:///etc/passwd', {}],
    ['a password', 'url-credentials', 'https://a:b@example.com/', {}],
    ['no origin', 'origin-invalid', 'https://example.com/', { origin: 'app.example.com' }],
    ['an origin without a host', 'origin-invalid', 'https://example.com/', { origin: 'file:///' }],
    ['a method that is forbidden', 'request-invalid', 'https://example.com/', { method: 'TRACE' }],
    ['an invalid header name', 'request-invalid', 'https://example.com/', { headers: { 'a b': 'x' } }],
    ['a line break', 'request-invalid', 'https://example.com/', { headers: { a: 'x\r\ny: z' } }],
    ['no header to read', 'read-invalid', 'https://example.com/', { reads: ['a b'] }],
    ['a header that is never read', 'read-forbidden', 'https://example.com/', { reads: ['Set-Cookie'] }],
    ['no time', 'option-invalid', 'https://example.com/', { timeout: 0 }],
    ['too much time', 'option-invalid', 'https://example.com/', { timeout: 2 ** 31 }],
    ['part of a byte', 'option-invalid', 'https://example.com/', { maxBodyBytes: 1.5 }],
  ]
  for (const [name, code, url, options] of rows) {
    await t.rejects(ask(url, options), { name: 'DoctorError', code, message: /^[^\n]+$/ }, name)
  }
})

t.test('a server that does not answer gets an ordinary report', async (t) => {
  const rows: [name: string, code: FindingCode, server: Server][] = [
    ['hangs', 'timeout', tcp(() => {})],
    ['half of a head', 'timeout', tcp((socket) => socket.write('HTTP/1.1 200 OK\r\nVary: '))],
    ['closes', 'connection-failed', tcp((socket) => socket.destroy())],
    ['garbage', 'connection-failed', sends('\u0000\u0001 no HTTP\n\n')],
    ['an endless head', 'connection-failed', sends(`HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(200_000)}`)],
  ]
  for (const [name, code, server] of rows) {
    const diagnosis = await ask(`http://127.0.0.1:${await serve(t, server)}/`)
    t.strictSame(
      diagnosis.findings.map((finding) => finding.code),
      [code],
      name,
    )
    t.match(diagnosis, { reached: false, healthy: false })
    t.equal(exitCodeOf(diagnosis), 2)
  }
})

t.test('does not wait for bodies without an end', async (t) => {
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

t.test('a server that becomes slow makes the report incomplete, not healthy', async (t) => {
  let requests = 0
  const server = serverWith({
    any: (answer) => (++requests > 4 ? undefined : answer),
  })
  const port = await serve(t, server)
  const diagnosis = await ask(`http://127.0.0.1:${port}/`)
  t.match(diagnosis, { complete: false, healthy: false })
  t.ok(diagnosis.leftOut.includes('foreign'), 'nothing is known about strangers')
  t.ok(diagnosis.findings.some(({ code }) => code === 'incomplete'))
})

t.test('custom transports', async (t) => {
  const rows: [name: string, transport: () => never | Promise<never>, code: FindingCode][] = [
    [
      'throws',
      () => {
        throw new Error('odd\nthing')
      },
      'connection-failed',
    ],
    ['rejects with anything', () => Promise.reject('odd'), 'connection-failed'],
    ['rejects as it should', () => Promise.reject(new TransportError('tls-expired', 'expired')), 'tls-expired'],
    ['never answers', () => new Promise<never>(() => {}), 'timeout'],
  ]
  for (const [name, transport, code] of rows) {
    const { findings } = await ask('https://api.example.com/', { transport, timeout: 300 })
    t.equal(findings[0]?.code, code, name)
    for (const line of findings[0]?.evidence[0]?.response ?? []) t.match(line, /^<[^\n]+>$/, 'one line')
  }
})

t.test('exit codes', async (t) => {
  const finding = (code: string, severity: string) => ({ code, severity })
  const rows: [code: number, diagnosis: object][] = [
    [0, { healthy: true, reached: true, findings: [] }],
    [2, { healthy: false, reached: false, findings: [finding('dns-failed', 'error')] }],
    [1, { healthy: false, reached: true, findings: [finding('vary-missing', 'warning')] }],
    [2, { healthy: false, reached: true, findings: [finding('incomplete', 'warning')] }],
    [
      2,
      {
        healthy: false,
        reached: true,
        findings: [finding('vary-missing', 'warning'), finding('incomplete', 'warning')],
      },
    ],
    [
      1,
      {
        healthy: false,
        reached: true,
        findings: [finding('origin-reflected', 'critical'), finding('incomplete', 'warning')],
      },
    ],
  ]
  for (const [code, diagnosis] of rows) t.equal(exitCodeOf(diagnosis as never), code)
})
