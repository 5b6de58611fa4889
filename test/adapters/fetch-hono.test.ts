import { createServer } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import t, { type Test } from 'tap'
import { withCors as withFetchCors } from '../../src/adapters/fetch.js'
import { cors } from '../../src/adapters/hono.js'
import { withCors } from '../../src/adapters/node.js'
import { type ClientResponse, send } from '../support/client.js'
import { corsFields } from '../support/cors-fields.js'
import { expectNoCrash } from '../support/crashes.js'
import { fieldsOf, linesOf } from '../support/fields-of.js'
import { ACTUAL, APP, asking, config, EVIL, NONE } from '../support/policy.js'
import { serve } from '../support/serve.js'

/** In a file of its own: Hono's Node server replaces the global `Response`. */

const ask = (port: number, origin = APP, path = '/') =>
  send({ protocol: 'http', port }, { method: 'GET', path, headers: { origin } })

const seenIn = ({ lines }: ClientResponse) => lines.filter(([name]) => name !== 'date')

function silence(t: Test): unknown[][] {
  const { error } = console
  const errors: unknown[][] = []
  console.error = (...args: unknown[]) => void errors.push(args)
  t.teardown(() => {
    console.error = error
  })
  return errors
}

t.test('a response that the handler sends itself', async (t) => {
  const errors = silence(t)
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.get('/', ({ env: { outgoing } }) => {
    outgoing.writeHead(200, { 'x-a': '1' })
    outgoing.end('sent')
    return RESPONSE_ALREADY_SENT
  })
  const handler = withFetchCors(config, (request: Request, env: HttpBindings) => app.fetch(request, env))
  const port = await serve(t, createServer(getRequestListener(handler as never)))
  for (const _ of [1, 2, 3]) t.match(await ask(port), { status: 200, body: 'sent' })
  t.strictSame(errors, [])
  t.equal(RESPONSE_ALREADY_SENT.headers.has('vary'), false, 'it is not ours to change')
})

t.test('two responses with one Headers object', async (t) => {
  const headers = new Headers({ 'x-a': '1' })
  t.equal(new Response(null, { headers }).headers, headers, 'they share it')
  const open = withFetchCors({ origins: '*' }, () => new Response('open', { headers }))
  const closed = withFetchCors(config, () => new Response('closed', { headers }))
  const request = new Request('https://api.example.com/', { headers: { origin: EVIL } })
  const responses = [await open(request), await closed(request), await open(request), await closed(request)]
  const fields = responses.map((response) => corsFields(Object.fromEntries(response.headers)))
  const OPEN = { 'allow-origin': '*', vary: 'Origin' }
  t.strictSame(fields, [OPEN, NONE, OPEN, NONE], 'when a server gets to write them')
  const bodies = await Promise.all(responses.map((response) => response.text()))
  t.strictSame(bodies, ['open', 'closed', 'open', 'closed'])
})

t.test('what a handler returns again, with and without a policy around it', async (t) => {
  const headers = new Headers({ 'x-a': '1' })
  const text = new Response('body', { headers })
  const own = new Response('body', { status: 201, headers: { 'x-a': '1' } })
  t.ok(own.headers, 'to look at them makes the server write a type and a length')
  const empty = new Response(null, { status: 404, headers })
  const makers: Record<string, () => Response> = {
    '/text': () => text,
    '/own': () => own,
    '/empty': () => empty,
    '/stream': () => new Response(new Blob(['body']).stream(), { headers }),
    '/form': () => new Response(new URLSearchParams({ body: '' }), { headers }),
  }
  const handle = (request: Request) => makers[new URL(request.url).pathname]?.() as Response
  const app = new Hono().all('*', ({ req }) => handle(req.raw))
  const policed = new Hono().use(cors(config)).all('*', ({ req }) => handle(req.raw))
  const start = (fetch: (request: Request) => unknown) =>
    serve(t, createServer(getRequestListener(fetch as typeof app.fetch)))
  const plain = await start(app.fetch)
  for (const fetch of [withFetchCors(config, handle), policed.fetch]) {
    const port = await start(fetch)
    for (const path of Object.keys(makers)) {
      const bare = await ask(plain, APP, path)
      const [allowed, refused] = await Promise.all([ask(port, APP, path), ask(port, EVIL, path)])
      t.strictSame([fieldsOf(allowed), fieldsOf(refused)], [ACTUAL, NONE], path)
      t.strictSame(seenIn(await ask(plain, APP, path)), seenIn(bare), `${path}: nothing of it is in other responses`)
      t.strictSame([allowed.status, allowed.body], [bare.status, bare.body])
      for (const name of ['content-length', 'transfer-encoding', 'x-a', 'content-type']) {
        t.strictSame(linesOf(allowed, name), linesOf(bare, name), `${path}: ${name}`)
      }
    }
  }
  t.strictSame([...headers], [['x-a', '1']])
})

t.test('a policy of its own on a server that has one', async (t) => {
  const errors = silence(t)
  const app = new Hono().get('/', (context) => context.text('ok'))
  for (const outer of [{ origins: '*' }, { origins: [EVIL] }] as const) {
    const handler = withFetchCors(config, (request: Request) => app.fetch(request))
    const port = await serve(t, createServer(withCors(outer, getRequestListener(handler as never) as never)))
    t.strictSame(fieldsOf(await ask(port)), ACTUAL)
    t.strictSame(fieldsOf(await ask(port, EVIL)), NONE)
    const headers = asking('PUT', EVIL)
    const preflight = await send({ protocol: 'http', port }, { method: 'OPTIONS', path: '/', headers })
    t.equal(preflight.status, 204, 'the outer one answers preflights')
  }
  t.strictSame(errors, [])
})

t.test('an app on a server that has a policy asks itself', async (t) => {
  const errors = silence(t)
  const inner = new Hono().use(cors({ origins: '*' })).get('/a', ({ text }) => text('open'))
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.mount('/mounted', inner.fetch)
  app.use('/open/*', cors({ origins: '*' }))
  app.get('/open/a', ({ text }) => text('open'))
  app.get('/page/*', async ({ req, env, text }) => {
    const { headers } = req.raw
    const own = await Promise.all([
      app.request('/open/a', { headers }, env),
      app.request('/mounted/a', { headers }, env),
      app.request('/open/a', {}, env),
    ])
    return text(own.map(({ status }) => status).join())
  })
  const port = await serve(t, createServer(withCors(config, getRequestListener(app.fetch as never) as never)))
  for (const [origin, fields] of [
    [APP, ACTUAL],
    [EVIL, NONE],
  ] as const) {
    for (const path of ['/page', '/page?a=/open/a', '/page/open/a', '/page/mounted/a', '/page/a']) {
      const page = await ask(port, origin, path)
      t.strictSame([page.body, fieldsOf(page)], ['200,200,200', fields], `what it is answered is not for ${path}`)
    }
    t.strictSame(fieldsOf(await ask(port, origin, '/open/a')), { 'allow-origin': '*', vary: 'Origin' })
    t.strictSame(fieldsOf(await ask(port, origin, '/mounted/a')), fields, 'only what both policies allow')
  }
  t.strictSame(errors, [])
})

expectNoCrash(t)
