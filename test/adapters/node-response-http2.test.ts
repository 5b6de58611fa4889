import http2 from 'node:http2'
import t, { type Test } from 'tap'
import { withCors } from '../../src/adapters/node.js'
import { type ClientResponse, send } from '../support/client.js'
import { expectNoCrash } from '../support/crashes.js'
import { fieldsOf, linesOf } from '../support/fields-of.js'
import { onHeaders } from '../support/on-headers.js'
import { ACTUAL, APP, asking, config, EVIL, PREFLIGHT } from '../support/policy.js'
import { serve } from '../support/serve.js'

type Response = http2.Http2ServerResponse
type Handler = (response: Response, request: http2.Http2ServerRequest) => unknown
type Listener = (request: http2.Http2ServerRequest, response: Response) => unknown

function start(t: Test, handler: Handler): Promise<number> {
  const listener: Listener = (request, response) => handler(response, request)
  return serve(t, http2.createServer(withCors(config, listener)))
}

function get(port: number, origin = APP): Promise<ClientResponse> {
  return send({ protocol: 'h2c', port }, { method: 'GET', path: '/', headers: { origin } })
}

/** All that a response says of other things. In which order fields of different names come means nothing. */
function others({ status, lines }: ClientResponse): string[] {
  const isOther = ([name]: readonly [string, string]) => !/^(vary|date|access-control-.*)$/.test(name)
  const named = lines.filter(isOther).sort(([a], [b]) => a.localeCompare(b))
  return [`${status}`, ...named.map(([name, value]) => `${name}: ${value}`)]
}

const anyHeaders = { 'access-control-allow-origin': '*', 'Access-Control-Max-Age': 1, 'x-a': '1' }

t.test('every way to send headers in HTTP/2', async (t) => {
  const rows: [name: string, handler: Handler, vary?: string][] = [
    ['end alone', (r) => r.end('x')],
    ['write', (r) => r.write('x') && r.end('y')],
    [
      'flushHeaders',
      (r) => setImmediate(() => r.end('x')) && (r as unknown as { flushHeaders(): void }).flushHeaders(),
    ],
    ['a status', (r) => r.writeHead(404).end()],
    ['an object', (r) => r.writeHead(201, { 'X-A': '1', Vary: 'Accept' }).end(), 'Accept, Origin'],
    ['a flat list', (r) => r.writeHead(200, ['x-a', '1', 'vary', 'Accept'] as never).end(), 'Accept, Origin'],
    ['CORS fields', (r) => r.writeHead(200, anyHeaders).end()],
    ['cookies', (r) => r.writeHead(200, { 'set-cookie': ['a=1', 'b=2'] }).end('x')],
    [
      'setHeader',
      (r) => {
        r.setHeader('x-a', '1')
        r.setHeader('Vary', ['Accept', 'Cookie'])
        r.setHeader('Access-Control-Allow-Origin', EVIL)
        r.end('x')
      },
      'Accept, Cookie, Origin',
    ],
    [
      'setHeader and an object',
      (r) => {
        r.setHeader('x-a', '0')
        r.setHeader('vary', 'Accept')
        r.writeHead(200, { 'X-A': '1' }).end('x')
      },
      'Accept, Origin',
    ],
    [
      'appendHeader',
      (r) => {
        r.appendHeader('vary', 'Accept')
        r.appendHeader('vary', 'Cookie')
        r.end('x')
      },
      'Accept, Cookie, Origin',
    ],
    [
      'early hints',
      (r) => {
        r.writeEarlyHints({ link: '</x>; rel=preload' })
        r.end('x')
      },
    ],
    ['no body', (r) => r.writeHead(304, { etag: '"1"' }).end()],
    [
      'another that wraps writeHead',
      (r) => {
        onHeaders(r as never, 'pairs', () => r.appendHeader('vary', 'Accept-Encoding'))
        r.end('x')
      },
      'Accept-Encoding, Origin',
    ],
  ]
  for (const [name, handler, vary = 'Origin'] of rows) {
    const bare = await serve(
      t,
      http2.createServer((request, response) => handler(response, request)),
    )
    const port = await start(t, handler)
    const allowed = await get(port)
    t.strictSame(fieldsOf(allowed), { ...ACTUAL, vary }, name)
    t.strictSame(others(allowed), others(await get(bare)), `${name}: all else as Node alone sends it`)
    t.strictSame(fieldsOf(await get(port, EVIL)), { vary }, `${name}, another origin`)
  }
})

t.test('what Node refuses, it refuses itself', async (t) => {
  const rows: [name: string, handler: Handler, code: string][] = [
    ['writeHead twice', (r) => r.writeHead(200).writeHead(200), 'ERR_HTTP2_HEADERS_SENT'],
    ['an odd list', (r) => r.writeHead(200, ['x-a'] as never), 'ERR_INVALID_ARG_VALUE'],
    ['a status that is none', (r) => r.writeHead(1000), 'ERR_HTTP2_STATUS_INVALID'],
    ['a name that is none', (r) => r.writeHead(200, { 'x a': '1' }), 'ERR_INVALID_HTTP_TOKEN'],
    [
      'a field of the connection',
      (r) => r.writeHead(200, { ':status': '200' } as never),
      'ERR_HTTP2_PSEUDOHEADER_NOT_ALLOWED',
    ],
  ]
  for (const [name, handler, code] of rows) {
    const codes: unknown[] = []
    const handle: Handler = (response, request) => {
      try {
        handler(response, request)
        codes.push('nothing was thrown')
      } catch (error) {
        codes.push((error as NodeJS.ErrnoException).code)
      }
      response.statusCode = 200
      response.end('x')
    }
    const bare = await serve(
      t,
      http2.createServer((request, response) => handle(response, request)),
    )
    await get(bare)
    t.strictSame([fieldsOf(await get(await start(t, handle))), codes], [ACTUAL, [code, code]], name)
  }
})

t.test('a response that closes before its handler is done', async (t) => {
  const errors: unknown[] = []
  let done = 0
  const port = await start(t, (response) => {
    response.stream.destroy()
    setImmediate(() => {
      try {
        response.setHeader('x-a', '1')
        response.writeHead(200, { 'x-b': '1' })
        response.end('x')
      } catch (error) {
        errors.push(error)
      }
      done++
    })
  })
  await t.rejects(get(port))
  t.strictSame([errors, done], [[], 1], 'Node says nothing, and neither do we')
})

t.test('an answer that comes too late', async (t) => {
  for (const end of [true, false]) {
    const inner = withCors<http2.Http2ServerRequest, Response>(config, (_, response) => response.end())
    const listener: Listener = (request, response) => {
      response.write('before')
      if (end) response.end()
      return inner(request, response)
    }
    const port = await serve(t, http2.createServer(listener))
    const asked = send({ protocol: 'h2c', port }, { method: 'OPTIONS', path: '/', headers: asking() })
    if (end) t.strictSame(await asked.then(({ status, body }) => [status, body]), [200, 'before'])
    else
      await t.resolveMatch(
        asked.then(
          () => 'ended',
          () => 'ended',
        ),
        'ended',
        'it does not hang',
      )
  }
})

t.test('a stream that is used without its response gets no headers', async (t) => {
  const port = await start(t, ({ stream }) => {
    stream.respond({ ':status': 200, vary: 'accept' })
    stream.end('x')
  })
  const response = await get(port)
  t.strictSame([response.status, fieldsOf(response), response.body], [200, { vary: 'accept' }, 'x'])
})

t.test('a preflight', async (t) => {
  const port = await start(t, (response) => response.end('never'))
  const ask = (origin: string) =>
    send({ protocol: 'h2c', port }, { method: 'OPTIONS', path: '/', headers: asking('PUT', origin) })
  const allowed = await ask(APP)
  t.strictSame([allowed.status, fieldsOf(allowed), linesOf(allowed, 'content-length')], [204, PREFLIGHT, []])
  const refused = await ask(EVIL)
  t.strictSame([refused.status, fieldsOf(refused), refused.body], [403, { vary: 'Origin' }, ''])
})

expectNoCrash(t)
