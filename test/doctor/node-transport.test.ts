import { createServer } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import t from 'tap'
import { nodeTransport } from '../../src/doctor/node-transport.js'
import { TransportError } from '../../src/doctor/transport.js'
import { toTransportError } from '../../src/doctor/transport-error.js'
import { serve } from '../support/serve.js'

const limits = { signal: new AbortController().signal, maxBodyBytes: 1000 }

t.test('headers keep their case, order and duplicates', async (t) => {
  const received: string[][] = []
  const port = await serve(
    t,
    createServer((request, response) => {
      received.push(request.rawHeaders)
      response.writeHead(200, 'Fine', ['vary', 'a', 'Access-Control-Allow-Origin', '*', 'Vary', 'b']).end('12345')
    }),
  )
  const headers = [
    ['Origin', 'https://app.example.com'],
    ['X-Two', '1'],
    ['X-Two', '2'],
  ] as const
  const response = await nodeTransport({ method: 'OPTIONS', url: `http://127.0.0.1:${port}/`, headers }, limits)
  t.match(response, { status: 200, statusText: 'Fine', httpVersion: '1.1', bodyBytes: 5 })
  t.strictSame(response.headers.slice(0, 3), [
    ['vary', 'a'],
    ['Access-Control-Allow-Origin', '*'],
    ['Vary', 'b'],
  ])
  t.match(received[0]?.join(), 'Origin,https://app.example.com,X-Two,1,X-Two,2')
})

t.test('a connection that breaks in the body', async (t) => {
  const port = await serve(
    t,
    createTcpServer((socket) => {
      socket
        .on('error', () => {})
        .on('data', () => {
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello')
          setTimeout(() => socket.resetAndDestroy(), 50)
        })
    }),
  )
  const request = { method: 'GET', url: `http://127.0.0.1:${port}/`, headers: [] }
  t.match(await nodeTransport(request, limits), { status: 200, bodyBytes: 5 })
})

t.test('why there is no response', async (t) => {
  const error = (code: string, message = 'line one\nline two') => Object.assign(new Error(message), { code })
  const alert = (text: string) => error('EPROTO', `80EC:error:0A000410:SSL routines:read_bytes:${text}:../rec.c:1601:`)
  const rows: [thrown: unknown, code: string, fault: string, detail?: RegExp][] = [
    [error('ENOTFOUND'), 'dns-failed', 'other'],
    [error('EAI_AGAIN'), 'dns-failed', 'other'],
    [new AggregateError([error('ECONNREFUSED'), error('ENETUNREACH')]), 'connection-refused', 'other'],
    [error('ECONNRESET'), 'connection-failed', 'closed'],
    [error('ERR_HTTP2_STREAM_ERROR'), 'connection-failed', 'closed'],
    [error('HPE_INVALID_CONSTANT'), 'connection-failed', 'not-http'],
    [error('HPE_HEADER_OVERFLOW'), 'connection-failed', 'headers-too-large'],
    [error('CERT_HAS_EXPIRED'), 'tls-expired', 'other'],
    [error('CERT_NOT_YET_VALID'), 'tls-expired', 'not-yet-valid'],
    [error('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls-name-mismatch', 'other'],
    [error('DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls-untrusted', 'other', /\(line one\)/],
    [error('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'tls-untrusted', 'other'],
    [error('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'), 'client-certificate-required', 'other'],
    [error('ERR_SSL_WRONG_VERSION_NUMBER'), 'tls-failed', 'not-tls'],
    [alert('wrong version number'), 'tls-failed', 'not-tls'],
    [alert('sslv3 alert handshake failure'), 'tls-failed', 'tls-refused'],
    [error('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'), 'tls-failed', 'tls-version'],
    [alert('some other alert'), 'tls-failed', 'other', /\(some other alert\)/],
    [error('EHOSTUNREACH'), 'connection-failed', 'other', /\(line one\)/],
    [new Error(''), 'connection-failed', 'other'],
    ['odd', 'connection-failed', 'other', /odd/],
    [new TransportError('tls-failed', 'as it is'), 'tls-failed', 'other', /^as it is$/],
  ]
  for (const [thrown, code, fault, message = /./] of rows) {
    t.match(toTransportError(thrown, limits), { code, fault, message })
  }
  const aborted = { ...limits, signal: AbortSignal.abort() }
  t.match(toTransportError(error('ABORT_ERR'), aborted), { code: 'timeout' })
})
