import { createServer } from 'node:http'
import { createSecureServer, type OutgoingHttpHeaders } from 'node:http2'
import { createServer as createHttpsServer } from 'node:https'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import t from 'tap'
import { nodeTransport } from '../../src/doctor/node-transport.js'
import { serve } from '../support/serve.js'
import { tcp } from './cases/case.js'
import { certificateFor } from './cases/certificates.js'

const limits = { signal: new AbortController().signal, maxBodyBytes: 100_000, insecure: true }

t.test('HTTP/2 keeps each field line unchanged', async (t) => {
  const seen: unknown[] = []
  const server = createSecureServer(await certificateFor('127.0.0.1'))
  server.on('stream', (stream, headers) => {
    seen.push([headers[':authority'], headers['x-two'], headers['origin'], headers['connection']])
    let body = ''
    stream.on('data', (chunk) => {
      body += chunk
    })
    stream.on('end', () => {
      const fields: OutgoingHttpHeaders = { ':status': 201, 'x-many': ['a', 'b'], 'access-control-allow-origin': '*' }
      stream.respond(fields)
      stream.end(`got ${body}`)
    })
  })
  const port = await serve(t, server)
  const headers = [
    ['Origin', 'https://app.example.com'],
    ['X-Two', '1'],
    ['X-Two', '2'],
    ['Connection', 'close'],
  ] as const
  const url = `https://127.0.0.1:${port}/a?b`
  const response = await nodeTransport({ method: 'POST', url, headers, body: '{}' }, limits)
  t.match(response, { status: 201, statusText: '', httpVersion: '2', bodyBytes: 6, bodyStart: 'got {}' })
  t.strictSame(
    response.headers.filter(([name]) => name === 'x-many'),
    [
      ['x-many', 'a'],
      ['x-many', 'b'],
    ],
  )
  t.notOk(response.headers.some(([name]) => name.startsWith(':')))
  t.strictSame(seen, [[`127.0.0.1:${port}`, '1, 2', 'https://app.example.com', undefined]])
})

t.test('HTTP/2 that ends without an answer', async (t) => {
  const server = createSecureServer(await certificateFor('127.0.0.1'))
  server.on('session', (session) => session.destroy())
  server.on('sessionError', () => {})
  const request = { method: 'GET', url: `https://127.0.0.1:${await serve(t, server)}/`, headers: [] }
  await t.rejects(nodeTransport(request, limits), { name: 'TransportError', code: 'connection-failed' })
  const refusing = createSecureServer(await certificateFor('127.0.0.1'))
  refusing.on('stream', (stream) => stream.on('error', () => {}).close(2))
  const other = { method: 'GET', url: `https://127.0.0.1:${await serve(t, refusing)}/`, headers: [] }
  await t.rejects(nodeTransport(other, limits), { name: 'TransportError' })
})

t.test('gives up a handshake that takes too long', async (t) => {
  const port = await serve(
    t,
    tcp(() => {}),
  )
  const request = { method: 'GET', url: `https://localhost:${port}/`, headers: [] }
  const signal = AbortSignal.timeout(100)
  await t.rejects(nodeTransport(request, { ...limits, signal, address: '127.0.0.1' }), { code: 'timeout' })
})

t.test('connects to the checked address, whatever the name resolves to', async (t) => {
  const hosts: (string | undefined)[] = []
  const server = createHttpsServer(await certificateFor('a.example.com'), (request, response) => {
    hosts.push(request.headers.host)
    response.end('ok')
  })
  const port = await serve(t, server)
  const plain = await serve(
    t,
    createServer((request, response) => {
      hosts.push(request.headers.host)
      response.end('ok')
    }),
  )
  for (const url of [`https://a.example.com:${port}/`, `http://a.example.com:${plain}/`]) {
    const response = await nodeTransport({ method: 'GET', url, headers: [] }, { ...limits, address: '127.0.0.1' })
    t.match(response, { status: 200, httpVersion: '1.1', bodyStart: 'ok' })
  }
  t.strictSame(hosts, [`a.example.com:${port}`, `a.example.com:${plain}`])
})

t.test('bodies as they are encoded', async (t) => {
  const rows: [encoding: string | undefined, bytes: Buffer, start: string][] = [
    [undefined, Buffer.from('plain'), 'plain'],
    ['identity', Buffer.from('plain'), 'plain'],
    ['gzip', gzipSync('zipped'), 'zipped'],
    ['gzip', gzipSync('zipped and cut off, with some more').subarray(0, 40), 'zipped and cut off, with'],
    ['x-gzip', gzipSync('zipped'), 'zipped'],
    ['deflate', deflateSync('deflated'), 'deflated'],
    ['br', brotliCompressSync('brotli'), 'brotli'],
    ['zstd', Buffer.from('?'), ''],
    ['gzip', Buffer.from('not gzip'), ''],
  ]
  for (const [encoding, bytes, start] of rows) {
    const server = createServer((_, response) => {
      response.writeHead(200, encoding === undefined ? {} : { 'Content-Encoding': encoding }).end(bytes)
    })
    const url = `http://127.0.0.1:${await serve(t, server)}/`
    const response = await nodeTransport({ method: 'GET', url, headers: [] }, limits)
    t.match(response, { bodyBytes: bytes.length })
    t.ok(
      response.bodyStart?.startsWith(start) && (start !== '' || response.bodyStart === ''),
      `${encoding}: ${response.bodyStart}`,
    )
  }
})

t.test('the usual port', async (t) => {
  const request = { method: 'GET', url: 'https://no-such-host.invalid/', headers: [] }
  await t.rejects(nodeTransport(request, limits), { name: 'TransportError', code: 'dns-failed' })
})
