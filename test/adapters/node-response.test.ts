import { createServer, type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { attachAnswer, hasAnswer, sendAnswer } from '../../src/adapters/node-response.js'
import { policySource } from '../../src/policy/policy-input.js'
import { type ClientResponse, send } from '../support/client.js'
import { fieldsOf, linesOf } from '../support/fields-of.js'
import { onHeaders } from '../support/on-headers.js'
import { ACTUAL, APP, asking, config, EVIL, type Fields, NONE, PREFLIGHT } from '../support/policy.js'
import { serve } from '../support/serve.js'

const { current: policy } = policySource(config)

type Handler = (response: ServerResponse, request: IncomingMessage) => unknown

function answerTo({ method, headers }: IncomingMessage) {
  const { origin, 'access-control-request-method': requestMethod } = headers
  return policy.answerFor(String(method), origin, requestMethod, undefined, undefined)
}

function attach(request: IncomingMessage, response: ServerResponse): void {
  attachAnswer(response, answerTo(request), request.headers)
}

/** A server with an answer attached to each response before the handler runs. */
function start(t: Test, handler: Handler, before?: Handler): Promise<number> {
  const server = createServer((request, response) => {
    before?.(response, request)
    attach(request, response)
    handler(response, request)
  })
  return serve(t, server)
}

function get(port: number, origin = APP, method = 'GET'): Promise<ClientResponse> {
  return send({ protocol: 'http', port }, { method, path: '/', headers: { origin } })
}

/** All that a response says of other things. In which order fields of different names come means nothing. */
function others({ lines }: ClientResponse): string[] {
  const isOther = ([name]: readonly [string, string]) => !/^(vary|date|access-control-.*)$/.test(name)
  const named = lines.filter(isOther).sort(([a], [b]) => a.localeCompare(b))
  return named.map(([name, value]) => `${name}: ${value}`)
}

const anyHeaders = {
  'Access-Control-Allow-Origin': '*',
  'access-control-allow-credentials': 'false',
  'Access-Control-Max-Age': 1,
}

t.test('every way to send headers', async (t) => {
  const rows: { name: string; handler: Handler; vary?: string; status?: number }[] = [
    { name: 'end alone', handler: (r) => r.end('x') },
    { name: 'statusCode', handler: (r) => Object.assign(r, { statusCode: 404 }).end(), status: 404 },
    { name: 'write without writeHead', handler: (r) => r.write('x') && r.end('y') },
    { name: 'flushHeaders', handler: (r) => setImmediate(() => r.end('x')) && r.flushHeaders() },
    { name: 'a status alone', handler: (r) => r.writeHead(201).end(), status: 201 },
    { name: 'undefined', handler: (r) => r.writeHead(201, undefined).end(), status: 201 },
    { name: 'null', handler: (r) => r.writeHead(201, null as never).end(), status: 201 },
    { name: 'undefined twice', handler: (r) => r.writeHead(201, undefined, undefined).end(), status: 201 },
    { name: 'a reason', handler: (r) => r.writeHead(201, 'Fine').end(), status: 201 },
    { name: 'an empty reason', handler: (r) => r.writeHead(201, '').end(), status: 201 },
    { name: 'no reason', handler: (r) => r.writeHead(200, undefined, { 'x-a': '1' }).end() },
    { name: 'a null reason', handler: (r) => r.writeHead(200, null as never, { 'x-a': '1' }).end() },
    { name: 'an object', handler: (r) => r.writeHead(200, { 'X-A': '1', 'x-b': 2 }).end() },
    {
      name: 'a reason and an object',
      handler: (r) => r.writeHead(202, 'Fine', { 'x-a': '1', Vary: 'Accept' }).end(),
      status: 202,
      vary: 'Accept, Origin',
    },
    {
      name: 'a reason and null',
      handler: (r) => r.writeHead(202, 'Fine', null as never).end(),
      status: 202,
    },
    {
      name: 'a flat list',
      handler: (r) => r.writeHead(200, ['X-A', '1', 'x-a', '2', 'vary', 'Accept', 'Vary', 'Cookie']).end(),
      vary: 'Accept, Cookie, Origin',
    },
    {
      name: 'an empty list',
      handler: (r) => r.writeHead(200, []).end(),
    },
    {
      name: 'pairs',
      handler: (r) =>
        r
          .writeHead(200, [['x-a', '1'], ['x-a', '2'], ['Vary', 'Accept'], ...Object.entries(anyHeaders)] as never)
          .end(),
      vary: 'Accept, Origin',
    },
    { name: 'CORS fields in an object', handler: (r) => r.writeHead(200, anyHeaders).end() },
    { name: 'CORS fields in a list', handler: (r) => r.writeHead(200, Object.entries(anyHeaders).flat()).end() },
    {
      name: 'cookies in an object',
      handler: (r) => r.writeHead(200, { 'Set-Cookie': ['a=1', 'b=2'] }).end(),
    },
    {
      name: 'cookies in a list',
      handler: (r) => r.writeHead(200, ['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2']).end(),
    },
    {
      name: 'cookies set before',
      handler: (r) => r.setHeader('set-cookie', ['a=1', 'b=2']).end(),
    },
    {
      name: 'setHeader',
      handler: (r) => r.setHeader('X-A', 1).setHeader('vary', ['Accept', 'Cookie']).end(),
      vary: 'Accept, Cookie, Origin',
    },
    {
      name: 'setHeader, then writeHead of the same',
      handler: (r) => r.setHeader('x-a', '1').setHeader('x-b', '1').writeHead(200, { 'X-A': '2' }).end(),
    },
    {
      name: 'setHeader, then writeHead of a list',
      handler: (r) => r.setHeader('x-a', '1').setHeader('vary', 'A').writeHead(200, ['X-A', '2', 'x-a', '3']).end(),
      vary: 'A, Origin',
    },
    {
      name: 'setHeader of CORS fields',
      handler: (r) => {
        for (const [name, value] of Object.entries(anyHeaders)) r.setHeader(name, value)
        r.end()
      },
    },
    {
      name: 'setHeader of CORS fields, then writeHead',
      handler: (r) => r.setHeader('Access-Control-Allow-Origin', '*').writeHead(200, { 'x-a': '1' }).end(),
    },
    {
      name: 'appendHeader',
      handler: (r) => r.appendHeader('Vary', 'Accept').appendHeader('vary', 'Cookie').appendHeader('x-a', '1').end(),
      vary: 'Accept, Cookie, Origin',
    },
    {
      name: 'appendHeader of a CORS field',
      handler: (r) => r.appendHeader('Access-Control-Allow-Origin', EVIL).end(),
    },
    {
      name: 'setHeaders',
      handler: (r) => {
        r.setHeaders(new Headers({ Vary: 'Accept', 'X-A': '1', 'Access-Control-Allow-Origin': EVIL }))
        r.end()
      },
      vary: 'Accept, Origin',
    },
    {
      name: 'setHeaders of a map',
      handler: (r) => {
        r.setHeaders(new Map([['vary', '*']]))
        r.end()
      },
      vary: '*',
    },
    { name: 'no body with 304', handler: (r) => r.writeHead(304, { etag: '"1"' }).end(), status: 304 },
    {
      name: 'an information first',
      handler: (r) => {
        r.writeProcessing()
        r.end()
      },
    },
  ]
  for (const { name, handler, vary = 'Origin', status = 200 } of rows) {
    const port = await start(t, handler)
    const bare = await serve(
      t,
      createServer((request, response) => handler(response, request)),
    )
    const allowed = await get(port)
    t.strictSame([allowed.status, fieldsOf(allowed)], [status, { ...ACTUAL, vary }], name)
    t.strictSame(others(allowed), others(await get(bare)), `${name}: all else as Node alone sends it`)
    const other = await get(port, EVIL)
    t.strictSame([other.status, fieldsOf(other)], [status, { vary }], `${name}, another origin`)
  }
})

t.test('the reason phrase', async (t) => {
  const rows: [handler: Handler, reason: string][] = [
    [(r) => r.writeHead(200, 'Fine').end(), 'Fine'],
    [(r) => r.writeHead(200, 'Fine', {}).end(), 'Fine'],
    [(r) => Object.assign(r, { statusMessage: 'Set' }).writeHead(200, {}).end(), 'Set'],
    [(r) => r.writeHead(200).end(), 'OK'],
  ]
  for (const [handler, reason] of rows) {
    const port = await start(t, handler)
    t.equal((await fetch(`http://127.0.0.1:${port}/`)).statusText, reason)
  }
})

t.test('what Node refuses, it refuses itself', async (t) => {
  const rows: [name: string, handler: Handler, code: string][] = [
    ['an odd list', (r) => r.writeHead(200, ['x-a', '1', 'x-b']), 'ERR_INVALID_ARG_VALUE'],
    ['writeHead twice', (r) => r.writeHead(200).writeHead(200, {}), 'ERR_HTTP_HEADERS_SENT'],
    ['writeHead after write', (r) => r.write('x') && r.writeHead(200, { 'x-a': '1' }), 'ERR_HTTP_HEADERS_SENT'],
    ['no status', (r) => r.writeHead(0), 'ERR_HTTP_INVALID_STATUS_CODE'],
    ['no status beside headers', (r) => r.setHeader('x-a', '1').writeHead(0), 'ERR_HTTP_INVALID_STATUS_CODE'],
    ['a character in a value', (r) => r.writeHead(200, { 'x-a': 'a\nb' }), 'ERR_INVALID_CHAR'],
    ['a character in a value of a list', (r) => r.writeHead(200, ['x-a', 'a\0b']), 'ERR_INVALID_CHAR'],
    ['a character in Vary', (r) => r.writeHead(200, { vary: 'a\r\nb: c' }), 'ERR_INVALID_CHAR'],
    ['a character in a name', (r) => r.writeHead(200, { 'x a': '1' }), 'ERR_INVALID_HTTP_TOKEN'],
    ['a character in a reason', (r) => r.writeHead(200, 'a\nb'), 'ERR_INVALID_CHAR'],
    ['no value', (r) => r.writeHead(200, { 'x-a': undefined }), 'ERR_HTTP_INVALID_HEADER_VALUE'],
    ['setHeader too late', (r) => r.writeHead(200) && r.setHeader('x-a', '1'), 'ERR_HTTP_HEADERS_SENT'],
  ]
  for (const [name, handler, code] of rows) {
    const codes: unknown[] = []
    const handle = (response: ServerResponse) => {
      try {
        handler(response, response.req)
        codes.push('nothing was thrown')
      } catch (error) {
        codes.push((error as NodeJS.ErrnoException).code)
      }
      response.statusCode = 500
      response.statusMessage = 'No'
      response.end()
    }
    const bare = await serve(
      t,
      createServer((_, response) => handle(response)),
    )
    const withAnswer = await start(t, handle)
    await get(bare)
    const response = await get(withAnswer)
    t.strictSame(codes, [code, code], name)
    t.strictSame(fieldsOf(response), ACTUAL, `${name}: the error that is sent instead has the headers`)
  }
})

t.test('an error after headers that were refused has no trace of them', async (t) => {
  const port = await start(t, (response) => {
    response.setHeader('x-before', '1')
    t.throws(() => response.writeHead(200, { 'x-a': '1', 'x-b': 'a\nb', 'Access-Control-Allow-Origin': '*' }))
    response.removeHeader('x-a')
    response.writeHead(500, { 'Content-Type': 'text/plain' }).end('broken')
  })
  const response = await get(port)
  t.strictSame([response.status, fieldsOf(response), linesOf(response, 'x-before')], [500, ACTUAL, ['1']])
})

t.test('the arguments of a handler are not changed', async (t) => {
  const object = Object.freeze({ Vary: 'Accept', 'x-a': '1', 'Access-Control-Allow-Origin': '*' })
  const list = Object.freeze(Object.entries(object).flat())
  const pairs = Object.freeze(Object.entries(object).map((pair) => Object.freeze(pair)))
  const cookies = Object.freeze({ 'set-cookie': Object.freeze(['a=1', 'b=2']) })
  for (const given of [object, list, pairs, cookies]) {
    const before = JSON.stringify(given)
    const port = await start(t, (response) => response.writeHead(200, given as unknown as OutgoingHttpHeaders).end())
    const vary = given === cookies ? 'Origin' : 'Accept, Origin'
    for (const origin of [APP, EVIL, APP]) {
      t.strictSame(
        fieldsOf(await get(port, origin)),
        { ...(origin === APP ? ACTUAL : NONE), vary },
        'each time the same',
      )
    }
    t.equal(JSON.stringify(given), before)
  }
})

t.test('other wrappers of writeHead', async (t) => {
  const vary: Handler = (r) => {
    r.setHeader('Vary', [r.getHeader('vary') ?? [], 'Accept-Encoding'].flat().join(', '))
    r.setHeader('x-late', '1')
  }
  const handlers: [name: string, handler: Handler, more: string[]][] = [
    ['end', (r) => r.end('x'), []],
    ['setHeader', (r) => r.setHeader('x-a', '1').end('x'), ['1']],
    ['an object', (r) => r.writeHead(200, { 'x-a': '1' }).end('x'), ['1']],
    ['an object of CORS fields', (r) => r.writeHead(200, anyHeaders).end('x'), []],
    ['a reason and an object', (r) => r.writeHead(200, 'Fine', { 'x-a': '1' }).end('x'), ['1']],
    ['setHeader and an object', (r) => r.setHeader('x-a', '0').writeHead(200, { 'x-a': '1' }).end('x'), ['1']],
  ]
  const lists: [name: string, handler: Handler, more: string[]][] = [
    ['a list', (r) => r.writeHead(200, ['x-a', '1', 'x-a', '2', 'x-b', '3']).end('x'), ['1', '2']],
    ['cookies', (r) => r.writeHead(200, ['set-cookie', 'a', 'Set-Cookie', 'b', 'x-a', '1']).end('x'), ['1']],
  ]
  for (const form of ['flat', 'pairs'] as const) {
    const wrap: Handler = (response) => onHeaders(response, form, () => vary(response, response.req))
    // To a wrapper that knows pairs only, a handler that gives a list has never made sense.
    for (const [name, handler, more] of form === 'flat' ? [...handlers, ...lists] : handlers) {
      const before = await get(await start(t, handler, wrap))
      t.strictSame(fieldsOf(before), { ...ACTUAL, vary: 'Origin, Accept-Encoding' }, `${name}, wrapped before, ${form}`)
      t.strictSame([...linesOf(before, 'x-a'), ...linesOf(before, 'x-late')], [...more, '1'], name)
      t.strictSame(linesOf(before, 'set-cookie'), name === 'cookies' ? ['a', 'b'] : [], name)
    }
    for (const [name, handler, more] of form === 'flat' ? [...handlers, ...lists] : handlers) {
      const port = await start(t, (response, request) => {
        wrap(response, request)
        handler(response, request)
      })
      const after = await get(port)
      t.strictSame(fieldsOf(after), { ...ACTUAL, vary: 'Accept-Encoding, Origin' }, `${name}, wrapped after, ${form}`)
      t.strictSame([...linesOf(after, 'x-a'), ...linesOf(after, 'x-late')], [...more, '1'], name)
      t.strictSame(fieldsOf(await get(port, EVIL)), { vary: 'Accept-Encoding, Origin' }, name)
    }
  }
})

t.test('another wrapper of writeHead gets the handler’s own arguments', async (t) => {
  const rows: [handler: Handler, types: string[]][] = [
    [(r) => r.end(), ['number']],
    [(r) => r.writeHead(201, 'Fine').end(), ['number', 'string']],
    [(r) => r.writeHead(201, 'Fine', {}).end(), ['number', 'string', 'object']],
    // Node looks into the third, and on-headers into the second.
    [(r) => r.writeHead(201, undefined, {}).end(), ['number', 'object', 'object']],
    [(r) => r.setHeader('x-a', '1').writeHead(201, undefined, {}).end(), ['number', 'undefined', 'object']],
    [(r) => r.setHeader('x-a', '1').end(), ['number']],
    [(r) => r.setHeader('x-a', '1').writeHead(201).end(), ['number']],
    [(r) => r.setHeader('x-a', '1').writeHead(201, undefined, undefined).end(), ['number', 'undefined', 'undefined']],
    [(r) => r.setHeader('x-a', '1').writeHead(201, 'Fine').end(), ['number', 'string']],
    [(r) => r.setHeader('x-a', '1').writeHead(201, 'Fine', {}).end(), ['number', 'string', 'object']],
  ]
  for (const [handler, types] of rows) {
    const seen: string[][] = []
    const port = await start(t, handler, (response) => {
      const { writeHead } = response
      response.writeHead = ((...args: Parameters<typeof writeHead>) => {
        seen.push(args.map((argument) => typeof argument))
        return writeHead.apply(response, args)
      }) as typeof writeHead
    })
    t.strictSame(fieldsOf(await get(port)), ACTUAL)
    t.strictSame(seen, [types])
  }
})

t.test('compression', async (t) => {
  // As the package compression works: `end` is wrapped too, and decides when the headers are about to go out.
  const compress: Handler = (response) => {
    const { end } = response
    response.end = ((chunk: string) => {
      response.writeHead(response.statusCode)
      return end.call(response, gzipSync(chunk), 'latin1')
    }) as typeof end
    onHeaders(response, 'pairs', () => {
      response.appendHeader('Vary', 'Accept-Encoding')
      response.setHeader('Content-Encoding', 'gzip')
      response.removeHeader('Content-Length')
    })
  }
  const app: Handler = (response) => response.setHeader('Content-Length', '5').end('hello')
  const ports = [
    await start(t, app, compress),
    await start(t, (...args) => {
      compress(...args)
      app(...args)
    }),
  ]
  for (const port of ports) {
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { origin: APP } })
    t.equal(await response.text(), 'hello')
    t.equal(response.headers.get('content-encoding'), 'gzip')
    t.strictSame(response.headers.get('vary')?.split(', ').sort(), ['Accept-Encoding', 'Origin'])
    t.equal(response.headers.get('access-control-allow-origin'), APP)
  }
})

t.test('the last attached answer counts', async (t) => {
  const other = policySource({ origins: [EVIL] }).current
  const server = createServer((request, response) => {
    t.equal(hasAnswer(response), false)
    attach(request, response)
    t.equal(hasAnswer(response), true)
    onHeaders(response, 'flat', () => {})
    const { origin } = request.headers
    attachAnswer(response, other.answerFor('GET', origin, undefined, undefined, undefined), request.headers)
    response.end()
  })
  const port = await serve(t, server)
  t.strictSame(fieldsOf(await get(port)), NONE)
  t.strictSame(fieldsOf(await get(port, EVIL)), { vary: 'Origin', 'allow-origin': EVIL })
})

t.test('the last answer attached has its own request’s origin', async (t) => {
  const other = policySource({ origins: [EVIL], credentials: true }).current
  const server = createServer((request, response) => {
    attach(request, response)
    const asked = { ...request.headers, origin: EVIL }
    attachAnswer(response, other.answerFor('GET', EVIL, undefined, undefined, undefined), asked)
    response.end()
  })
  const fields = { vary: 'Origin', 'allow-origin': EVIL, 'allow-credentials': 'true' }
  t.strictSame(fieldsOf(await get(await serve(t, server))), fields)
})

t.test('an answer keeps the origin of the request even if a handler changes it', async (t) => {
  const port = await start(t, (response, request) => {
    request.headers.origin = EVIL
    response.end()
  })
  t.strictSame(fieldsOf(await get(port)), ACTUAL)
})

t.test('an answer that is sent at once', async (t) => {
  const rows: { name: string; before: Handler; fields?: Fields; more?: string[] }[] = [
    { name: 'on a fresh response', before: () => {} },
    {
      name: 'after setHeader',
      before: (r) => r.setHeader('x-a', '1').setHeader('Vary', 'Accept'),
      fields: { ...PREFLIGHT, vary: 'Accept, Origin' },
      more: ['1'],
    },
    { name: 'after a length that is none', before: (r) => r.setHeader('Content-Length', '5') },
    { name: 'after CORS fields', before: (r) => r.setHeader('Access-Control-Allow-Origin', '*') },
    { name: 'after another answer', before: (r, request) => attach(request, r) },
    { name: 'after on-headers', before: (r) => onHeaders(r, 'flat', () => {}) },
    { name: 'after on-headers that knows no lists', before: (r) => onHeaders(r, 'pairs', () => {}) },
  ]
  for (const { name, before, fields = PREFLIGHT, more = [] } of rows) {
    const server = createServer((request, response) => {
      before(response, request)
      sendAnswer(response, answerTo(request), request.headers)
    })
    const port = await serve(t, server)
    const ask = (origin?: string) =>
      send({ protocol: 'http', port }, { method: 'OPTIONS', path: '/', headers: asking('PUT', origin) })
    const allowed = await ask()
    t.strictSame([allowed.status, fieldsOf(allowed), linesOf(allowed, 'content-length')], [204, fields, []], name)
    t.strictSame(linesOf(allowed, 'x-a'), more, name)
    const refused = await ask(EVIL)
    const { vary } = fields
    t.strictSame([refused.status, fieldsOf(refused), refused.body], [403, { vary }, ''], `${name}, refused`)
    t.strictSame(linesOf(refused, 'content-length'), ['0'], `${name}, refused`)
  }
})

t.test('a writeHead that is borrowed for another response', async (t) => {
  const port = await start(t, (response, request) => {
    const other = Object.assign(new ServerResponse(request), { writeHead: response.writeHead })
    t.equal(other.writeHead(201, { 'x-a': '1' }), other)
    response.end(`${other.statusCode}`)
  })
  t.equal((await get(port)).body, '201')
})

t.test('values that are not headers', async (t) => {
  const handler: Handler = (r) => r.writeHead(200, 'Fine', 'ab' as never).end()
  const port = await start(t, handler)
  const bare = await serve(
    t,
    createServer((request, response) => handler(response, request)),
  )
  const response = await get(port)
  t.strictSame([fieldsOf(response), others(response)], [ACTUAL, others(await get(bare))])
})

t.test('an answer that comes too late', async (t) => {
  const late = (before: Handler) =>
    serve(
      t,
      createServer((request, response) => {
        before(response, request)
        sendAnswer(response, answerTo(request), request.headers)
      }),
    )
  const complete = await late((response) => response.writeHead(200, { 'x-a': '1' }).end('before'))
  const response = await get(complete, APP, 'OPTIONS')
  t.strictSame(
    [response.status, fieldsOf(response), response.body],
    [200, {}, 'before'],
    'a complete response stays as it is',
  )
  const begun = await late((response) => response.write('before'))
  await t.rejects(get(begun, APP, 'OPTIONS'), { code: 'ECONNRESET' }, 'nobody would end this one')
  const flushed = await late((response) => response.flushHeaders())
  await t.rejects(get(flushed, APP, 'OPTIONS'), { code: 'ECONNRESET' })
})
