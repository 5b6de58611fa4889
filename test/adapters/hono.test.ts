import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import t from 'tap'
import cors, { cors as named } from '../../src/adapters/hono.js'
import { withCors } from '../../src/adapters/node.js'
import { corsFields } from '../support/cors-fields.js'
import { exchange } from '../support/exchange.js'
import { ACTUAL, APP, asking, config, EVIL, NONE, PREFLIGHT } from '../support/policy.js'
import { serve } from '../support/serve.js'

/** The request table runs on this adapter too: test/contract/hono.ts. In a file of its own, as fetch-hono.test.ts says. */

async function ask(app: Hono, path: string, headers: Record<string, string> = { origin: APP }, method = 'GET') {
  const response = await app.request(path, { headers, method })
  return { status: response.status, fields: corsFields(Object.fromEntries(response.headers)), response }
}

t.test('one function, by both names', async (t) => t.equal(cors, named))

t.test('a config with problems throws before the server starts', async (t) => {
  t.throws(() => cors({ origins: ['https://app.example.com/'] }), /origin-not-canonical/)
})

t.test('all that an app answers', async (t) => {
  const app = new Hono()
  app.use(cors(config))
  app.use('/private', async (context, next) => {
    if (context.req.header('authorization') === undefined) throw new HTTPException(401)
    await next()
  })
  app.get('/', (context) => context.text('ok'))
  app.get('/private', (context) => context.text('secret'))
  app.get('/broken', () => {
    throw new Error('broken')
  })
  app.get('/moved', () => Response.redirect('https://server.invalid/', 302))
  app.get('/upstream', () => new Response('up', { headers: { 'access-control-allow-origin': '*', vary: 'Accept' } }))
  const { error } = console
  console.error = () => {}
  t.teardown(() => {
    console.error = error
  })
  const rows: [path: string, status: number][] = [
    ['/', 200],
    ['/private', 401],
    ['/broken', 500],
    ['/none', 404],
    ['/moved', 302],
  ]
  for (const [path, status] of rows) {
    t.match(await ask(app, path), { status, fields: ACTUAL }, path)
    const refused = await ask(app, path, { origin: EVIL })
    t.strictSame([refused.status, refused.fields], [status, NONE], path)
    t.match(await ask(app, path, asking(), 'OPTIONS'), { status: 204, fields: PREFLIGHT }, path)
    t.strictSame((await ask(app, path, asking('PUT', EVIL), 'OPTIONS')).fields, NONE, path)
  }
  const upstream = await ask(app, '/upstream', { origin: EVIL })
  t.strictSame(upstream.fields, { vary: 'Accept, Origin' }, 'headers of an upstream are replaced')
})

t.test('a response whose headers cannot be changed keeps its own and those of other middleware', async (t) => {
  const upstream = createServer((_, response) => {
    response.writeHead(200, [
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
      ['access-control-allow-origin', '*'],
    ] as never)
    response.end('up')
  })
  const url = `http://127.0.0.1:${await serve(t, upstream)}/`
  const app = new Hono()
  app.use(secureHeaders())
  app.use(cors(config))
  app.get('/', () => fetch(url))
  const { fields, response } = await ask(app, '/', { origin: EVIL })
  t.strictSame(fields, NONE, 'the headers of the upstream are gone')
  t.strictSame(response.headers.getSetCookie(), ['a=1', 'b=2'])
  t.equal(response.headers.get('x-frame-options'), 'SAMEORIGIN')
  t.equal(await response.text(), 'up')
})

t.test('a handler that returns nothing is the error that Hono makes of it', async (t) => {
  const app = new Hono()
  app.use(cors(config))
  app.get('/', (async () => {}) as never)
  app.onError((error, context) => context.text(error.message, 500))
  const { status, response } = await ask(app, '/')
  t.equal(status, 500)
  t.match(await response.text(), 'not finalized')
})

t.test('policies for parts of an app: the innermost sets the headers', async (t) => {
  const app = new Hono()
  app.use(cors({ origins: '*' }))
  app.use('/private/*', cors(config))
  app.get('*', (context) => context.text('ok'))
  t.strictSame((await ask(app, '/private/a')).fields, ACTUAL)
  t.strictSame((await ask(app, '/private/a', { origin: EVIL })).fields, NONE)
  t.strictSame((await ask(app, '/a', { origin: EVIL })).fields, { vary: 'Origin', 'allow-origin': '*' })
})

t.test('inside a Node server with a policy', async (t) => {
  const app = new Hono()
  app.use(cors(config))
  app.get('/', (context) => context.text('ok'))
  const listener = getRequestListener(app.fetch)
  const port = await serve(t, createServer(withCors({ origins: '*' }, listener as never)))
  const { headers } = await exchange(`http://127.0.0.1:${port}/`, { headers: { origin: APP } })
  t.strictSame(corsFields(headers), ACTUAL)
})
