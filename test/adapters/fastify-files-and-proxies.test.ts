import { createServer, type RequestListener } from 'node:http'
import proxy from '@fastify/http-proxy'
import fastifyStatic from '@fastify/static'
import Fastify from 'fastify'
import t, { type Test } from 'tap'
import cors from '../../src/adapters/fastify.js'
import { expectNoCrash } from '../support/crashes.js'
import { fieldsOf, linesOf } from '../support/fields-of.js'
import { listening } from '../support/listening.js'
import { named } from '../support/named-policy.js'
import { ACTUAL, APP, config, EVIL, NONE, PREFLIGHT } from '../support/policy.js'
import { serve } from '../support/serve.js'

t.test('@fastify/static', async (t) => {
  const root = t.testdir({
    'file.txt': '0123456789',
    'page.html': '<p>page',
    folder: { 'index.html': '<p>folder' },
    'packed.js': 'packed',
    'packed.js.gz': 'as if it were',
  })
  for (const wildcard of [true, false]) {
    const app = Fastify()
    await app.register(cors, config)
    await app.register(fastifyStatic, {
      root,
      wildcard,
      prefix: '/files/',
      redirect: true,
      preCompressed: true,
      setHeaders: (reply) => {
        reply.header('Vary', 'Accept-Encoding')
        reply.header('Access-Control-Allow-Origin', '*')
      },
    })
    app.get('/sends', (_, reply) => reply.sendFile('file.txt'))
    app.get('/downloads', (_, reply) => reply.download('file.txt', 'other.txt'))
    app.get('/nothing', (_, reply) => reply.sendFile('nothing.txt'))
    const { expectAll, preflight } = await listening(t, app)
    const vary = { ...ACTUAL, vary: 'Accept-Encoding, Origin' }
    const label = `wildcard: ${wildcard}`
    const file = await expectAll({ path: '/files/file.txt' }, 200, vary, `${label}: a file`)
    t.strictSame([file.body, linesOf(file, 'access-control-allow-origin')], ['0123456789', [APP]])
    const [etag = ''] = linesOf(file, 'etag')
    const unchanged = { path: '/files/file.txt', headers: { 'if-none-match': etag } }
    await expectAll(unchanged, 304, vary, `${label}: a file that has not changed`)
    const part = { path: '/files/file.txt', headers: { range: 'bytes=2-4' } }
    t.equal((await expectAll(part, 206, vary, `${label}: a part of it`)).body, '234')
    const beyond = { path: '/files/file.txt', headers: { range: 'bytes=100-' } }
    await expectAll(beyond, 416, ACTUAL, `${label}: a part that is none`)
    await expectAll({ method: 'HEAD', path: '/files/file.txt' }, 200, vary, `${label}: HEAD`)
    await expectAll({ path: '/files/nothing.txt' }, 404, ACTUAL, `${label}: no file`)
    await expectAll({ path: '/files/folder' }, 301, ACTUAL, `${label}: a folder`)
    await expectAll({ path: '/files/folder/' }, 200, vary, `${label}: its index`)
    await expectAll({ path: '/files/..%2f..%2fpackage.json' }, 404, ACTUAL, `${label}: a file outside`)
    const packed = { path: '/files/packed.js', headers: { 'accept-encoding': 'gzip' } }
    t.strictSame(linesOf(await expectAll(packed, 200, vary, `${label}: packed`), 'content-encoding'), ['gzip'])
    await expectAll({ path: '/sends' }, 200, vary, `${label}: sendFile`)
    await expectAll({ path: '/downloads' }, 200, vary, `${label}: download`)
    await expectAll({ path: '/nothing' }, 404, ACTUAL, `${label}: sendFile of nothing`)
    const allowed = await preflight('/files/file.txt', 'GET')
    t.strictSame([allowed.status, fieldsOf(allowed)], [204, PREFLIGHT], label)
  }
})

/** An upstream with CORS of its own, all of it wrong for us. */
async function startUpstream(t: Test) {
  const seen: string[] = []
  const listener: RequestListener = (request, response) => {
    seen.push(`${request.method} ${request.url}`)
    const headers = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Credentials': 'false',
      'Access-Control-Allow-Methods': 'PATCH',
      'Access-Control-Allow-Headers': 'x-upstream',
      'Access-Control-Expose-Headers': 'x-upstream',
      'Access-Control-Max-Age': '1',
      'Set-Cookie': ['a=1', 'b=2'],
      Vary: ['Accept', 'Accept-Encoding'],
    }
    if (request.url === '/plain') response.end('plain')
    else if (request.url === '/hangs-up') response.destroy()
    else if (request.url === '/vary-all') response.writeHead(200, { ...headers, Vary: '*' }).end('all')
    else if (request.url === '/missing') response.writeHead(404, headers).end('missing')
    else if (request.url === '/redirect') response.writeHead(302, { ...headers, Location: '/elsewhere' }).end()
    else response.writeHead(200, headers).end(request.url)
  }
  const port = await serve(t, createServer(listener))
  return { upstream: `http://127.0.0.1:${port}`, seen }
}

t.test('@fastify/http-proxy', async (t) => {
  const { upstream, seen } = await startUpstream(t)
  const app = Fastify()
  await app.register(cors, config)
  await app.register(proxy, { upstream, prefix: '/api' })
  const { expectAll, preflight } = await listening(t, app)
  const vary = { ...ACTUAL, vary: 'Accept, Accept-Encoding, Origin' }
  const response = await expectAll({ path: '/api/x' }, 200, vary, 'replaced, merged, and never doubled')
  t.strictSame(linesOf(response, 'set-cookie'), ['a=1', 'b=2'])
  await expectAll({ path: '/api/plain' }, 200, ACTUAL, 'an upstream without CORS')
  await expectAll({ path: '/api/vary-all' }, 200, { ...ACTUAL, vary: '*' })
  await expectAll({ path: '/api/missing' }, 404, vary)
  await expectAll({ path: '/api/redirect' }, 302, vary)
  await expectAll({ path: '/api/hangs-up' }, 500, ACTUAL, 'an upstream that hangs up')
  await expectAll({ method: 'PUT', path: '/api/x', body: 'x', headers: { 'content-type': 'text/plain' } }, 200, vary)
  seen.length = 0
  for (const [origin, status, fields] of [
    [APP, 204, PREFLIGHT],
    [EVIL, 403, NONE],
  ] as const) {
    const answer = await preflight('/api/x', 'PUT', origin)
    t.strictSame([answer.status, fieldsOf(answer), answer.body], [status, fields, ''], 'a preflight is ours')
  }
  t.strictSame(seen, [], 'and no upstream is asked')
  await expectAll({ method: 'OPTIONS', path: '/api/x' }, 200, vary, 'any other OPTIONS is the upstream’s')
  t.equal(seen.length, 3)
})

t.test('@fastify/http-proxy, with policies for parts of the app', async (t) => {
  const { upstream, seen } = await startUpstream(t)
  const app = Fastify()
  await app.register(cors, named('scope'))
  await app.register(async (scope) => {
    await scope.register(cors, named('inner'))
    await scope.register(proxy, { upstream, prefix: '/inner' })
  })
  await app.register(proxy, { upstream, prefix: '/outer' })
  await app.register(proxy, { upstream, prefix: '/passes', config: { cors: false } })
  const { ask, preflight } = await listening(t, app)
  const vary = 'Accept, Accept-Encoding, Origin'
  for (const [path, name] of [
    ['/inner/x', 'inner'],
    ['/outer/x', 'scope'],
  ] as const) {
    t.strictSame(fieldsOf(await ask({ path })), { vary, 'allow-origin': '*', 'expose-headers': `x-${name}` }, path)
    const { status, ...rest } = await preflight(path)
    t.strictSame(
      [status, fieldsOf({ status, ...rest })],
      [204, { ...NONE, 'allow-origin': '*', 'allow-headers': `x-${name}` }],
    )
  }
  seen.length = 0
  const passed = await preflight('/passes/x')
  t.strictSame(
    [passed.status, fieldsOf(passed), seen],
    [200, { vary }, ['OPTIONS /x']],
    'with cors: false it goes through',
  )
  t.strictSame(fieldsOf(await ask({ path: '/passes/x' })), { vary }, 'but no header of the upstream’s does')
})

expectNoCrash(t)
