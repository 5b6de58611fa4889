import { createServer, type RequestListener } from 'node:http'
import { fileURLToPath } from 'node:url'
import connect from 'connect'
import peerCors from 'cors'
import express, { type Express, type RequestHandler } from 'express'
import express4 from 'express4'
import t, { type Test } from 'tap'
import defaultExport, { cors } from '../../src/adapters/express.js'
import { CorsConfigError, compilePolicy, livePolicy } from '../../src/index.js'
import { type ClientRequest, type ClientResponse, send } from '../support/client.js'
import { fieldsOf, linesOf } from '../support/fields-of.js'
import { onHeaders } from '../support/on-headers.js'
import { ACTUAL, APP, asking, config, EVIL, type Fields, NONE, PREFLIGHT } from '../support/policy.js'
import { serve } from '../support/serve.js'

const INNER = 'https://inner.example.com'
const INNER_ACTUAL = { vary: 'Origin', 'allow-origin': INNER }
const frameworks = { 'Express 5': express, 'Express 4': express4 as unknown as typeof express }

type Framework = typeof express
type Ask = (request: Partial<ClientRequest>) => Promise<ClientResponse>

function ask(t: Test, app: Express): Promise<Ask> {
  app.set('env', 'test')
  return askListener(t, app)
}

async function askListener(t: Test, listener: RequestListener): Promise<Ask> {
  const port = await serve(t, createServer(listener))
  return (request) =>
    send({ protocol: 'http', port }, { method: 'GET', path: '/', headers: { origin: APP }, ...request })
}

/** Runs a test on each version of Express, with an app and a count of the runs of its handler. */
function onBoth(
  name: string,
  check: (t: Test, framework: Framework, handler: RequestHandler, runs: () => number) => Promise<void>,
): void {
  for (const [version, framework] of Object.entries(frameworks)) {
    t.test(`${version}: ${name}`, async (t) => {
      let ran = 0
      const handler: RequestHandler = (_, response) => {
        ran++
        response.send('ok')
      }
      await check(t, framework, handler, () => ran)
    })
  }
}

/** Asks, and checks the status and every CORS field. */
async function expect(t: Test, response: Promise<ClientResponse>, status: number, fields: Fields, name: string) {
  const { status: got, ...rest } = await response
  t.strictSame([got, fieldsOf({ status: got, ...rest })], [status, fields], name)
  return { status: got, ...rest }
}

t.test('input', async (t) => {
  t.equal(defaultExport, cors)
  t.throws(() => cors({ origins: [] }), CorsConfigError)
  for (const input of [config, compilePolicy(config), livePolicy(config)]) {
    const app = express()
    app.use(cors(input), (_, response) => void response.send('ok'))
    await expect(t, (await ask(t, app))({}), 200, ACTUAL, 'actual')
  }
})

onBoth('every response of an app', async (t, framework) => {
  const app = framework()
  app.use(cors(config))
  app.use(framework.json({ limit: 10 }))
  app.get('/json', (_, response) => void response.json({}))
  app.get('/throws', () => {
    throw new Error('broken')
  })
  app.get('/next', (_request, _response, next) => next(Object.assign(new Error('no'), { status: 418 })))
  app.get('/redirect', (_, response) => response.redirect('/json'))
  app.get('/vary', (_, response) => void response.vary('Accept-Encoding').send('x'))
  app.get('/format', (_, response) => void response.format({ json: () => response.send('{}') }))
  app.get('/upstream', (_, response) => void response.set({ 'Access-Control-Allow-Origin': '*' }).send('x'))
  app.get('/cookie', (_, response) => void response.cookie('a', '1').cookie('b', '2').send('x'))
  app.get('/id/:id', (_, response) => void response.send('never'))
  app.post('/', (_, response) => void response.send('never'))
  app.use('/static', framework.static(fileURLToPath(new URL('../support', import.meta.url))))
  const client = await ask(t, app)
  const json = { 'content-type': 'application/json' }
  const rows: [name: string, request: Partial<ClientRequest>, status: number, vary?: string][] = [
    ['json', { path: '/json' }, 200],
    ['HEAD', { method: 'HEAD', path: '/json' }, 200],
    ['404', { path: '/nowhere' }, 404],
    ['a thrown error', { path: '/throws' }, 500],
    ['an error given to next', { path: '/next' }, 418],
    ['a redirect', { path: '/redirect' }, 302, 'Origin, Accept'],
    ['vary()', { path: '/vary' }, 200],
    ['format()', { path: '/format' }, 200],
    ['a field of the handler', { path: '/upstream' }, 200],
    ['cookies', { path: '/cookie' }, 200],
    ['malformed JSON', { method: 'POST', headers: json, body: '{' }, 400],
    ['a large body', { method: 'POST', headers: json, body: '{"a":"0123456789"}' }, 413],
    ['a malformed URL', { path: '/id/%zz' }, 400],
    ['a file', { path: '/static/policy.ts' }, 200],
    ['a part of a file', { path: '/static/policy.ts', headers: { range: 'bytes=0-3' } }, 206],
    ['a part that is none', { path: '/static/policy.ts', headers: { range: 'bytes=999999-' } }, 416],
    ['a folder', { path: '/static' }, 301],
    ['a file that is none', { path: '/static/nowhere' }, 404],
  ]
  const varies: Record<string, string> = {
    'vary()': 'Accept-Encoding, Origin',
    'format()': 'Accept, Origin',
    'a redirect': 'Accept, Origin',
  }
  for (const [name, request, status] of rows) {
    const vary = varies[name] ?? 'Origin'
    const from = (origin: string) => client({ ...request, headers: { origin, ...request.headers } })
    const response = await expect(t, from(APP), status, { ...ACTUAL, vary }, name)
    if (name === 'cookies') t.equal(linesOf(response, 'set-cookie').length, 2)
    await expect(t, from(EVIL), status, { vary }, `${name}, another origin`)
  }
  const etag = linesOf(await client({ path: '/json' }), 'etag').join()
  await expect(t, client({ path: '/json', headers: { origin: APP, 'if-none-match': etag } }), 304, ACTUAL, '304')
  await expect(t, client({ method: 'OPTIONS', headers: asking() }), 204, PREFLIGHT, 'a preflight')
})

onBoth('its place in the order', async (t, framework, handler, runs) => {
  const secure: RequestHandler = (request, response, next) =>
    request.headers.authorization === undefined ? void response.status(401).send('no') : next()
  const before = framework()
  before.use(cors(config), framework.json(), secure, handler)
  const first = await ask(t, before)
  await expect(t, first({ method: 'OPTIONS', headers: asking() }), 204, PREFLIGHT, 'preflights need no authorisation')
  await expect(t, first({ method: 'PUT' }), 401, ACTUAL, 'and a page may see that it has to log in')
  const after = framework()
  after.use(framework.json(), secure, cors(config), handler)
  const last = await ask(t, after)
  await expect(t, last({ method: 'OPTIONS', headers: asking() }), 401, {}, 'too late')
  await expect(t, last({ headers: { origin: APP, authorization: 'x' } }), 200, ACTUAL, 'in time for what follows')
  t.equal(runs(), 1)
})

onBoth('mounted', async (t, framework, handler) => {
  const app = framework()
  const router = framework.Router()
  router.use(cors(config))
  router.all('/x', handler)
  app.use('/router', router)
  app.use('/path', cors(config), handler)
  const mounted = framework()
  mounted.use(cors(config))
  mounted.all('/x', handler)
  app.use('/app', mounted)
  app.all('/all', cors(config), handler)
  app.route('/route').all(cors(config)).put(handler)
  app.options('/options', cors(config))
  app.put('/options', cors(config), handler)
  app.use(handler)
  const client = await ask(t, app)
  for (const path of ['/router/x', '/path/x', '/app/x', '/all', '/route', '/options']) {
    await expect(t, client({ method: 'OPTIONS', path, headers: asking() }), 204, PREFLIGHT, `${path}, preflight`)
    await expect(t, client({ method: 'OPTIONS', path, headers: asking('PUT', EVIL) }), 403, NONE, `${path}, refused`)
    await expect(t, client({ method: 'PUT', path }), 200, ACTUAL, `${path}, PUT`)
  }
  await expect(t, client({ path: '/elsewhere' }), 200, {}, 'the rest of the app has no CORS')
  await expect(t, client({ method: 'OPTIONS', path: '/elsewhere', headers: asking() }), 200, {}, 'nor preflights')
})

onBoth('on the route of a method, it never sees a preflight', async (t, framework, handler, runs) => {
  const app = framework()
  app.put('/x', cors(config), handler)
  const client = await ask(t, app)
  const response = await expect(t, client({ method: 'OPTIONS', path: '/x', headers: asking() }), 200, {}, 'preflight')
  t.strictSame([linesOf(response, 'allow'), runs()], [['PUT'], 0], 'Express answers it')
  await expect(t, client({ method: 'PUT', path: '/x' }), 200, ACTUAL, 'the request itself has the headers')
})

onBoth('two in one chain', async (t, framework, handler) => {
  const app = framework()
  app.use(cors(config))
  app.use('/inner', cors({ origins: [INNER], methods: ['PATCH'] }), handler)
  app.use(handler)
  const client = await ask(t, app)
  const path = '/inner'
  await expect(
    t,
    client({ method: 'OPTIONS', path, headers: asking() }),
    204,
    PREFLIGHT,
    'the first answers preflights',
  )
  await expect(t, client({ method: 'OPTIONS', path, headers: asking('PATCH', INNER) }), 403, NONE, 'all of them')
  await expect(t, client({ path }), 200, NONE, 'the last sets the headers')
  await expect(t, client({ path, headers: { origin: INNER } }), 200, INNER_ACTUAL, 'of what is below it')
  await expect(t, client({ path: '/' }), 200, ACTUAL, 'and of nothing else')
})

onBoth('enforce in one of two', async (t, framework, handler, runs) => {
  const app = framework()
  app.use(cors(config))
  app.use('/inner', cors({ origins: [INNER], enforce: true }), handler)
  const client = await ask(t, app)
  const path = '/inner'
  await expect(t, client({ method: 'POST', path }), 403, NONE, 'refused by the second, with nothing of the first')
  t.equal(runs(), 0)
  await expect(t, client({ method: 'POST', path, headers: { origin: INNER } }), 200, INNER_ACTUAL, 'allowed')
})

onBoth('with others that work on the headers', async (t, framework, handler) => {
  const late: RequestHandler = (_request, response, next) => {
    onHeaders(response, 'pairs', () => response.vary('Accept-Encoding'))
    next()
  }
  const chains: [name: string, chain: RequestHandler[], vary: string][] = [
    ['compression before', [late, cors(config)], 'Origin, Accept-Encoding'],
    ['compression after', [cors(config), late], 'Accept-Encoding, Origin'],
    ['the package cors before', [peerCors({ origin: '*', preflightContinue: true }), cors(config)], 'Origin'],
    ['the package cors after', [cors(config), peerCors({ origin: EVIL, credentials: true })], 'Origin'],
  ]
  for (const [name, chain, vary] of chains) {
    const app = framework()
    app.use(...chain, handler)
    const client = await ask(t, app)
    await expect(t, client({}), 200, { ...ACTUAL, vary }, name)
    await expect(t, client({ headers: { origin: EVIL } }), 200, { vary }, `${name}, another origin`)
    const { vary: preflightVary } = fieldsOf(await client({ method: 'OPTIONS', headers: asking() }))
    await expect(t, client({ method: 'OPTIONS', headers: asking() }), 204, { ...PREFLIGHT, vary: preflightVary }, name)
    t.match(preflightVary, /\bOrigin\b/)
  }
})

onBoth('a response that has been sent already', async (t, framework, handler, runs) => {
  const early: RequestHandler = (request, response, next) => {
    response.write('early')
    if (request.path === '/done') response.end()
    next()
  }
  const quiet: express.ErrorRequestHandler = (_error, _request, response, _next) => void response.destroy()
  const last: RequestHandler = (request, response, next) => {
    if (response.writableEnded) return
    if (request.path === '/ends') response.end()
    else handler(request, response, next)
  }
  const app = framework()
  app.use(early, cors(config), last, quiet)
  const client = await ask(t, app)
  await expect(t, client({ path: '/done' }), 200, {}, 'a complete one stays as it is')
  await expect(t, client({ method: 'OPTIONS', path: '/done', headers: asking() }), 200, {}, 'for a preflight too')
  await expect(t, client({ path: '/ends' }), 200, {}, 'one that the handler ends')
  await t.rejects(client({ method: 'OPTIONS', path: '/ends', headers: asking() }), { code: 'ECONNRESET' })
  t.equal(runs(), 0)
  await t.rejects(client({ path: '/sends' }), { code: 'ECONNRESET' }, 'as without us')
})

t.test('Connect', async (t) => {
  const app = connect()
  app.use('/api', cors(config) as connect.NextHandleFunction)
  app.use((_request: unknown, response: { end(body: string): void }) => response.end('ok'))
  const client = await askListener(t, app)
  await expect(t, client({ path: '/api/x' }), 200, ACTUAL, 'actual')
  await expect(t, client({ method: 'OPTIONS', path: '/api/x', headers: asking() }), 204, PREFLIGHT, 'preflight')
  await expect(t, client({ path: '/other' }), 200, {}, 'elsewhere')
})
