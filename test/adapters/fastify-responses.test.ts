import http from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import t, { type Test } from 'tap'
import cors, { corsFrameworkErrors } from '../../src/adapters/fastify.js'
import { expectNoCrash } from '../support/crashes.js'
import { fieldsOf, linesOf } from '../support/fields-of.js'
import { listening } from '../support/listening.js'
import { ACTUAL, APP, config, EVIL, NONE, PREFLIGHT } from '../support/policy.js'
import { RawConnection, requestText } from '../support/raw-connection.js'

async function start(t: Test, declare: (app: FastifyInstance) => unknown, options: FastifyServerOptions = {}) {
  const app = Fastify(options)
  await app.register(cors, config)
  await declare(app)
  return listening(t, app)
}

const JSON_TYPE = { 'content-type': 'application/json' }

t.test('what goes wrong with a request', async (t) => {
  const { expectAll, preflight } = await start(
    t,
    (app) => {
      app.post('/body', async () => 'never')
      app.post('/small', { bodyLimit: 4 }, async () => 'never')
      app.post('/schema', { schema: { body: { type: 'object', required: ['a'] } } }, async () => 'never')
      app.get('/things/:id', async () => 'never')
      app.get('/throws', () => {
        throw new Error('broken')
      })
      app.get('/rejects', async () => {
        throw Object.assign(new Error('teapot'), { statusCode: 418 })
      })
      app.get('/sends', (_, reply) => reply.send(new Error('broken')))
      app.get('/nothing', async () => undefined)
      app.get('/hook', { preHandler: async () => Promise.reject(new Error('broken')) }, async () => 'never')
      app.get(
        '/serialises',
        { schema: { response: { 200: { type: 'object', required: ['a'], properties: { a: {} } } } } },
        async () => ({}),
      )
      app.get('/header', (_, reply) => reply.header('x-a', 'a\nb').send('never'))
      app.get('/status', (_, reply) => reply.code(200).type('text/plain').send({ no: 'string' }))
    },
    { bodyLimit: 20 },
  )
  const post = (path: string, headers: Record<string, string>, body: string) => ({
    method: 'POST',
    path,
    headers,
    body,
  })
  const rows: [name: string, request: Parameters<typeof expectAll>[0], status: number][] = [
    ['404', { path: '/nowhere' }, 404],
    ['404 of a method', { method: 'DELETE', path: '/body' }, 404],
    ['a large body', post('/body', JSON_TYPE, `{"a":"${'x'.repeat(30)}"}`), 413],
    ['a body that is large for its route', post('/small', JSON_TYPE, '{"a":1}'), 413],
    ['a type that nobody reads', post('/body', { 'content-type': 'application/x' }, 'x'), 415],
    ['malformed JSON', post('/body', JSON_TYPE, '{'), 400],
    ['a poisoned prototype', post('/body', JSON_TYPE, '{"__proto__":{}}'), 400],
    ['a body against its schema', post('/schema', JSON_TYPE, '{}'), 400],
    ['a thrown error', { path: '/throws' }, 500],
    ['a rejection', { path: '/rejects' }, 418],
    ['an error that is sent', { path: '/sends' }, 500],
    ['a handler that returns nothing', { path: '/nothing' }, 200],
    ['a hook that fails', { path: '/hook' }, 500],
    ['a response against its schema', { path: '/serialises' }, 500],
    ['a header that is none', { path: '/header' }, 500],
    ['a body that is none', { path: '/status' }, 500],
  ]
  for (const [name, request, status] of rows) await expectAll(request, status, ACTUAL, name)
  for (const path of ['/nowhere', '/body', '/throws', '/hook']) {
    const response = await preflight(path)
    t.strictSame([response.status, fieldsOf(response)], [204, PREFLIGHT], path)
  }
})

t.test('error handlers of the app', async (t) => {
  const { expectAll } = await start(t, async (app) => {
    app.setErrorHandler((error, _, reply) => {
      reply.code(503).header('Vary', 'Accept').header('Access-Control-Allow-Origin', '*').send(String(error))
    })
    app.setNotFoundHandler((_, reply) => reply.code(410).send('gone'))
    app.get('/throws', async () => {
      throw new Error('broken')
    })
    await app.register(
      async (inner) => {
        inner.setErrorHandler(async () => {
          throw new Error('broken too')
        })
        inner.setNotFoundHandler({ preHandler: async () => {} }, (request, reply) =>
          request.url.endsWith('/throws') ? reply.send(new Error('broken')) : reply.code(404).send('not here'),
        )
        inner.get('/throws', async () => {
          throw new Error('broken')
        })
        inner.get('/calls', (_, reply) => reply.callNotFound())
      },
      { prefix: '/inner' },
    )
  })
  const vary = { ...ACTUAL, vary: 'Accept, Origin' }
  await expectAll({ path: '/throws' }, 503, vary)
  await expectAll({ path: '/nowhere' }, 410, ACTUAL)
  await expectAll({ path: '/inner/throws' }, 503, vary, 'one that fails too')
  await expectAll({ path: '/inner/nowhere' }, 404, ACTUAL)
  await expectAll({ path: '/inner/nowhere/throws' }, 503, vary)
  await expectAll({ path: '/inner/calls' }, 404, ACTUAL)
})

t.test('redirects, 304, HEAD, and no content', async (t) => {
  const { expectAll, ask } = await start(t, (app) => {
    app.get('/redirect', (_, reply) => reply.redirect('/elsewhere', 307))
    app.get('/cached', (request, reply) =>
      request.headers['if-none-match'] === '"1"' ? reply.code(304).send() : reply.header('etag', '"1"').send('x'),
    )
    app.get('/empty', (_, reply) => reply.code(204).send())
    app.get('/trailers', (_, reply) => reply.trailer('x-sum', async () => '1').send('x'))
    app.get('/long', (_, reply) => reply.send('x'.repeat(100_000)))
    app.head('/own', (_, reply) => reply.header('vary', 'Accept').send())
  })
  const redirect = await expectAll({ path: '/redirect' }, 307, ACTUAL)
  t.strictSame(linesOf(redirect, 'location'), ['/elsewhere'])
  await expectAll({ path: '/cached' }, 200, ACTUAL)
  await expectAll({ path: '/cached', headers: { 'if-none-match': '"1"' } }, 304, ACTUAL)
  await expectAll({ path: '/empty' }, 204, ACTUAL)
  await expectAll({ path: '/trailers' }, 200, ACTUAL)
  await expectAll({ method: 'HEAD', path: '/long' }, 200, ACTUAL)
  await expectAll({ method: 'HEAD', path: '/own' }, 200, { ...ACTUAL, vary: 'Accept, Origin' })
  t.equal((await ask({ path: '/long' })).body.length, 100_000)
})

t.test('exposeHeadRoutes', async (t) => {
  for (const exposeHeadRoutes of [true, false]) {
    const { expectAll, preflight } = await start(t, (app) => app.get('/x', async () => 'x'), { exposeHeadRoutes })
    await expectAll({ method: 'HEAD', path: '/x' }, exposeHeadRoutes ? 200 : 404, ACTUAL, `${exposeHeadRoutes}`)
    const response = await preflight('/x', 'HEAD')
    t.strictSame([response.status, fieldsOf(response)], [204, PREFLIGHT])
  }
})

t.test('handlers that take too long', async (t) => {
  const { expectAll, preflight, ask } = await start(
    t,
    (app) => {
      app.get('/never', (_request, _reply) => new Promise(() => {}))
      app.get('/begun', (_, reply) => {
        reply.hijack()
        reply.raw.write('begun')
        setTimeout(() => reply.raw.end(), 150)
      })
      app.get('/late', async () => {
        await wait(100)
        return 'late'
      })
    },
    { handlerTimeout: 40 },
  )
  await expectAll({ path: '/never' }, 503, ACTUAL)
  await expectAll({ path: '/late' }, 503, ACTUAL)
  t.equal((await ask({ path: '/begun' })).body, 'begun', 'a hijacked reply is the app’s own')
  const allowed = await preflight('/never')
  t.strictSame([allowed.status, fieldsOf(allowed)], [204, PREFLIGHT])
  await wait(80)
  t.equal((await preflight('/never')).status, 204, 'no timer of a preflight does anything later')
})

t.test('streams', async (t) => {
  const { expectAll, ask, address } = await start(t, (app) => {
    app.get('/stream', (_, reply) => reply.header('Vary', 'Accept').send(Readable.from(['a', 'b'])))
    app.get('/web', (_, reply) => reply.send(new Blob(['ab']).stream()))
    app.get('/response', () => new Response('ab', { headers: { vary: 'Accept', 'access-control-allow-origin': '*' } }))
    app.get('/fails-first', (_, reply) =>
      reply.send(new Readable({ read: (): void => {} }).destroy(new Error('broken'))),
    )
    app.get('/fails-midway', (_, reply) => {
      const stream = new Readable({ read: () => {} })
      stream.push('begun')
      setTimeout(() => stream.destroy(new Error('broken')), 20)
      return reply.send(stream)
    })
  })
  const vary = { ...ACTUAL, vary: 'Accept, Origin' }
  t.equal((await expectAll({ path: '/stream' }, 200, vary)).body, 'ab')
  t.equal((await expectAll({ path: '/web' }, 200, ACTUAL)).body, 'ab')
  t.equal((await expectAll({ path: '/response' }, 200, vary)).body, 'ab')
  await expectAll({ path: '/fails-first' }, 500, ACTUAL)
  await t.rejects(ask({ path: '/fails-midway' }), { code: 'ECONNRESET' })
  const connection = new RawConnection(address).write(requestText('GET', '/fails-midway', [`Origin: ${APP}`]))
  await connection.some()
  const [head] = connection.pending.split('\r\n\r\n')
  t.match(head, `Access-Control-Allow-Origin: ${APP}`, 'what has begun to be sent has the headers')
  await connection.closed()
})

/** Reads events as a browser's EventSource does: https://html.spec.whatwg.org/#event-stream-interpretation. */
async function readEvents(port: number, count: number, origin: string) {
  const events: { event: string; data: string; id: string }[] = []
  const request = http.get({
    host: '127.0.0.1',
    port,
    path: '/events',
    headers: { origin, accept: 'text/event-stream' },
    agent: false,
  })
  const response = await new Promise<http.IncomingMessage>((resolve, reject) =>
    request.on('response', resolve).on('error', reject),
  )
  let text = ''
  for await (const chunk of response.setEncoding('utf8')) {
    text += chunk
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = { event: 'message', data: '', id: '' }
      for (const line of block.split('\n')) {
        const [, name, value = ''] = /^(event|data|id): ?(.*)$/.exec(line) ?? []
        if (name !== undefined) fields[name as keyof typeof fields] = value
      }
      events.push(fields)
    }
    if (events.length >= count) break
  }
  request.destroy()
  return { headers: response.headers, events }
}

t.test('server-sent events on a hijacked reply', async (t) => {
  let closed = 0
  const { address, preflight } = await start(t, (app) => {
    app.get('/events', (request, reply) => {
      reply.hijack()
      reply.raw.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', Vary: 'Accept' })
      let id = 0
      const timer = setInterval(() => reply.raw.write(`event: tick\nid: ${++id}\ndata: {"n":${id}}\n\n`), 5)
      request.raw.on('close', () => {
        closed++
        clearInterval(timer)
      })
    })
  })
  for (const [origin, allowed] of [
    [APP, APP],
    [EVIL, undefined],
  ] as const) {
    const { headers, events } = await readEvents(address.port, 3, origin)
    t.match(headers, { 'content-type': 'text/event-stream', vary: 'Accept, Origin' })
    t.equal(headers['access-control-allow-origin'], allowed)
    t.strictSame(events.slice(0, 2), [
      { event: 'tick', data: '{"n":1}', id: '1' },
      { event: 'tick', data: '{"n":2}', id: '2' },
    ])
  }
  while (closed < 2) await wait(5)
  t.equal((await preflight('/events', 'GET')).status, 204, 'EventSource has headers that need none, polyfills do')
})

t.test('reply.raw', async (t) => {
  const { expectAll, ask } = await start(t, (app) => {
    app.get('/end', (_, reply) => {
      reply.hijack()
      reply.raw.end('raw')
    })
    app.get('/write-head', (_, reply) => {
      reply.hijack()
      reply.raw.writeHead(201, 'Made', ['Vary', 'Accept', 'Access-Control-Allow-Origin', '*'])
      reply.raw.end('raw')
    })
    app.get('/both', (_, reply) => {
      reply.raw.setHeader('x-raw', '1')
      reply.raw.setHeader('Vary', 'Accept')
      reply.raw.setHeader('Access-Control-Allow-Methods', '*')
      return reply.header('x-reply', '1').send('both')
    })
    app.get('/flushed', (_, reply) => {
      reply.hijack()
      reply.raw.flushHeaders()
      setTimeout(() => reply.raw.end('late'), 10)
    })
    app.get('/hints', (_, reply) => {
      reply.raw.writeEarlyHints({ link: '</style.css>; rel=preload; as=style' })
      return reply.send('hinted')
    })
  })
  const vary = { ...ACTUAL, vary: 'Accept, Origin' }
  await expectAll({ path: '/end' }, 200, ACTUAL)
  await expectAll({ path: '/write-head' }, 201, vary)
  const both = await expectAll({ path: '/both' }, 200, vary)
  t.strictSame([...linesOf(both, 'x-raw'), ...linesOf(both, 'x-reply')], ['1', '1'])
  await expectAll({ path: '/flushed' }, 200, ACTUAL)
  t.equal((await ask({ path: '/hints' })).body, 'hinted')
})

t.test('a reply that starts before our hook', async (t) => {
  const app = Fastify()
  app.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/begun')) reply.raw.write('begun')
    if (request.url === '/begun/done') reply.raw.end()
    done()
  })
  await app.register(cors, config)
  app.get('/*', (_, reply) => {
    reply.hijack()
    reply.raw.end('here')
  })
  const { ask, preflight, expect } = await listening(t, app)
  t.strictSame(fieldsOf(await ask({ path: '/begun' })), {})
  await t.rejects(preflight('/begun', 'GET'), { code: 'ECONNRESET' }, 'it does not hang')
  t.equal((await preflight('/begun/done', 'GET')).status, 200)
  await expect({ path: '/fine' }, 200, ACTUAL)
})

t.test('requests that no route or hook sees', async (t) => {
  const options: FastifyServerOptions = { routerOptions: { maxParamLength: 10 } }
  const declare = (app: FastifyInstance) => app.get('/things/:id', async () => 'never')
  const bare = await start(t, declare, options)
  await bare.expect({ path: '/%zz' }, 400, {}, 'Fastify answers a malformed URL without any hook')
  await bare.expect({ path: `/things/${'x'.repeat(11)}` }, 414, {})
  const helped = await start(t, declare, { ...options, frameworkErrors: corsFrameworkErrors(config) })
  await helped.expectAll({ path: '/%zz' }, 400, ACTUAL, 'with frameworkErrors it has the headers')
  await helped.expectAll({ path: `/things/${'x'.repeat(11)}` }, 414, ACTUAL)
  for (const path of ['/%zz', `/things/${'x'.repeat(11)}`]) {
    const allowed = await helped.preflight(path)
    t.strictSame([allowed.status, fieldsOf(allowed)], [204, PREFLIGHT])
    const refused = await helped.preflight(path, 'PUT', EVIL)
    t.strictSame([refused.status, fieldsOf(refused)], [403, NONE])
  }
})

t.test('while the app closes, Fastify answers 503 before any hook, unless it is told not to', async (t) => {
  for (const return503OnClosing of [true, false]) {
    const app = Fastify({ return503OnClosing, forceCloseConnections: false })
    await app.register(cors, config)
    let release = () => {}
    const begun = new Promise<void>((resolve) => {
      app.get('/slow', (_, reply) => {
        release = () => reply.send('slow')
        resolve()
      })
    })
    app.get('/', async () => 'x')
    const { address } = await listening(t, app)
    const connection = new RawConnection(address).write(requestText('GET', '/slow', [`Origin: ${APP}`]))
    await begun
    const closed = app.close()
    await wait(20)
    connection.write(requestText('GET', '/', [`Origin: ${APP}`]))
    await wait(20)
    release()
    t.strictSame(fieldsOf(await connection.next()), ACTUAL, 'a request that was there before')
    const after = await connection.next()
    t.strictSame([after.status, fieldsOf(after)], return503OnClosing ? [503, {}] : [200, ACTUAL])
    connection.destroy()
    await closed
  }
})

expectNoCrash(t)
