import { createServer } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import t from 'tap'
import { nodeTransport, toTransportError } from '../../src/doctor/node-transport.js'
import { serve } from '../support/serve.js'

const limits = { signal: new AbortController().signal, maxBodyBytes: 1000 }

t.test('headers as they are: doubled, in their case and order', async (t) => {
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
  const rows: [thrown: unknown, code: string, message: RegExp][] = [
    [error('ENOTFOUND'), 'name-unknown', /name/],
    [error('EAI_AGAIN'), 'name-unknown', /name/],
    [new AggregateError([error('ECONNREFUSED'), error('ENETUNREACH')]), 'connection-refused', /refused/],
    [error('ECONNRESET'), 'connection-failed', /closed/],
    [error('HPE_INVALID_CONSTANT'), 'not-http', /not HTTP/],
    [error('CERT_HAS_EXPIRED', 'certificate has expired'), 'tls', /certificate has expired/],
    [error('EPROTO'), 'tls', /does not speak it/],
    [error('EHOSTUNREACH'), 'connection-failed', /line one$/],
    [new Error(''), 'connection-failed', /no connection/],
  ]
  for (const [thrown, code, message] of rows) t.match(toTransportError(thrown, limits), { code, message })
  const aborted = { ...limits, signal: AbortSignal.abort() }
  t.match(toTransportError(error('ABORT_ERR'), aborted), { code: 'timeout' })
})
