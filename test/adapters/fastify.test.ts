import { Readable } from 'node:stream'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  type InjectOptions,
} from 'fastify'
import t from 'tap'
import cors from '../../src/adapters/fastify.js'
import { type CorsConfig, CorsConfigError, compilePolicy, livePolicy } from '../../src/index.js'
import { logTexts } from '../../src/text/fastify.js'
import { corsFields } from '../support/cors-fields.js'
import { routeFaultsOf } from '../support/route-faults.js'

const APP = 'https://app.example.com'
const EVIL = 'https://app.example.com.evil.com'
const config: CorsConfig = {
  origins: [APP, 'http://localhost:*'],
  methods: ['PUT', 'DELETE'],
  headers: ['content-type'],
  exposeHeaders: ['x-total'],
  credentials: true,
  maxAge: 600,
}
const ACTUAL = { vary: 'Origin', 'allow-origin': APP, 'allow-credentials': 'true', 'expose-headers': 'x-total' }
const PREFLIGHT = {
  vary: 'Origin',
  'allow-origin': APP,
  'allow-credentials': 'true',
  'allow-methods': 'PUT, DELETE',
  'allow-headers': 'content-type',
  'max-age': '600',
}
const NONE = { vary: 'Origin' }

function preflight(url: string, method = 'PUT', origin = APP, more: Record<string, string> = {}) {
  return { method: 'OPTIONS' as const, url, headers: { origin, 'access-control-request-method': method, ...more } }
}

async function ask(app: FastifyInstance, request: InjectOptions) {
  const response = await app.inject(request)
  return { status: response.statusCode, cors: corsFields(response.headers), body: response.body, response }
}

t.test('every request of the decision table', async (t) => {
  const app = Fastify()
  await app.register(cors, config)
  let ran = 0
  app.all('/things', async () => {
    ran++
    return 'ok'
  })
  const acrm = { 'access-control-request-method': 'PUT' }
  const rows = [
    { name: 'no Origin', method: 'GET', headers: {}, status: 200, cors: NONE, ran: 1 },
    { name: 'allowed', method: 'GET', headers: { origin: APP }, status: 200, cors: ACTUAL, ran: 1 },
    { name: 'other', method: 'GET', headers: { origin: EVIL }, status: 200, cors: NONE, ran: 1 },
    { name: 'null', method: 'GET', headers: { origin: 'null' }, status: 200, cors: NONE, ran: 1 },
    { name: 'doubled', method: 'GET', headers: { origin: `${APP}, ${APP}` }, status: 200, cors: NONE, ran: 1 },
    { name: 'empty', method: 'GET', headers: { origin: '' }, status: 200, cors: NONE, ran: 1 },
    {
      name: '16 kB',
      method: 'GET',
      headers: { origin: `https://${'a'.repeat(16_000)}` },
      status: 200,
      cors: NONE,
      ran: 1,
    },
    { name: 'PUT', method: 'PUT', headers: { origin: APP }, status: 200, cors: ACTUAL, ran: 1 },
    { name: 'preflight', method: 'OPTIONS', headers: { origin: APP, ...acrm }, status: 204, cors: PREFLIGHT, ran: 0 },
    {
      name: 'preflight, other',
      method: 'OPTIONS',
      headers: { origin: EVIL, ...acrm },
      status: 403,
      cors: NONE,
      ran: 0,
    },
    {
      name: 'preflight, null',
      method: 'OPTIONS',
      headers: { origin: 'null', ...acrm },
      status: 403,
      cors: NONE,
      ran: 0,
    },
    { name: 'preflight, empty', method: 'OPTIONS', headers: { origin: '', ...acrm }, status: 403, cors: NONE, ran: 0 },
    {
      name: 'preflight, hostile',
      method: 'OPTIONS',
      headers: {
        origin: APP,
        'access-control-request-method': 'x'.repeat(5000),
        'access-control-request-headers': ',;\t'.repeat(4000),
      },
      status: 204,
      cors: PREFLIGHT,
      ran: 0,
    },
    { name: 'OPTIONS without ACRM', method: 'OPTIONS', headers: { origin: APP }, status: 200, cors: ACTUAL, ran: 1 },
    { name: 'OPTIONS without Origin', method: 'OPTIONS', headers: acrm, status: 200, cors: NONE, ran: 1 },
  ] as const
  for (const { name, method, headers, status, cors, ran: runs } of rows) {
    ran = 0
    const got = await ask(app, { method, url: '/things', headers })
    t.strictSame({ status: got.status, cors: got.cors, ran }, { status, cors, ran: runs }, name)
  }
})

t.test('every response of a handler', async (t) => {
  const app = Fastify()
  await app.register(cors, config)
  app.get('/throws', async () => {
    throw new Error('no')
  })
  app.get('/status', (_, reply) => reply.code(418).send('short'))
  app.get('/redirect', (_, reply) => reply.redirect('/elsewhere'))
  app.get('/stream', (_, reply) => reply.send(Readable.from(['a', 'b'])))
  app.get('/response', () => new Response('web', { headers: { vary: 'Accept', 'access-control-allow-origin': '*' } }))
  app.get('/vary', (_, reply) => reply.header('Vary', 'Accept, origin').send('x'))
  app.get('/varies', (_, reply) => reply.header('vary', ['Accept', 'Accept-Encoding']).send('x'))
  app.get('/vary-all', (_, reply) => reply.header('vary', '*').send('x'))
  app.get('/upstream', (_, reply) =>
    reply
      .headers({
        'Access-Control-Allow-Origin': '*',
        'access-control-allow-methods': 'PATCH',
        'access-control-max-age': 9,
      })
      .send('x'),
  )
  app.get('/raw', (_, reply) => {
    reply.hijack()
    reply.raw.setHeader('Access-Control-Allow-Origin', '*')
    reply.raw.setHeader('Vary', 'Accept')
    reply.raw.end('raw')
  })
  app.get('/raw-head', (_, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, 'Fine', { VARY: 'Accept', 'X-Other': '1' })
    reply.raw.end('raw')
  })
  const rows: [url: string, status: number, vary?: string][] = [
    ['/nowhere', 404],
    ['/throws', 500],
    ['/status', 418],
    ['/redirect', 302],
    ['/stream', 200],
    ['/response', 200, 'Accept, Origin'],
    ['/vary', 200, 'Accept, origin'],
    ['/varies', 200, 'Accept, Accept-Encoding, Origin'],
    ['/vary-all', 200, '*'],
    ['/upstream', 200],
    ['/raw', 200, 'Accept, Origin'],
    ['/raw-head', 200, 'Accept, Origin'],
  ]
  for (const [url, status, vary = 'Origin'] of rows) {
    const allowed = await ask(app, { url, headers: { origin: APP } })
    t.strictSame([allowed.status, allowed.cors], [status, { ...ACTUAL, vary }], url)
    const other = await ask(app, { url, headers: { origin: EVIL } })
    t.strictSame([other.status, other.cors], [status, { vary }], `${url}, other origin`)
    const none = await ask(app, { url })
    t.strictSame([none.status, none.cors], [status, { vary }], `${url}, no origin`)
    const head = await ask(app, { method: 'HEAD', url, headers: { origin: APP } })
    if (url !== '/response') t.strictSame(head.cors, { ...ACTUAL, vary }, `HEAD ${url}`)
  }
  t.equal((await app.inject('/raw-head')).headers['x-other'], '1')
  t.equal((await app.inject('/raw-head')).statusMessage, 'Fine')
})

t.test('a preflight is answered before other hooks, and onResponse still runs', async (t) => {
  const app = Fastify()
  await app.register(cors, config)
  let responses = 0
  app.addHook('onRequest', async (_, reply) => reply.code(401).send({ error: 'who are you?' }))
  app.addHook('onResponse', async () => {
    responses++
  })
  app.put('/things', async () => 'never')
  t.match(await ask(app, preflight('/things')), { status: 204, cors: PREFLIGHT, body: '' })
  t.equal(responses, 1)
  t.match(await ask(app, { method: 'PUT', url: '/things', headers: { origin: APP } }), { status: 401, cors: ACTUAL })
})

t.test('the framing of a preflight without a body', async (t) => {
  for (const [preflightStatus, length] of [
    [undefined, undefined],
    [204, undefined],
    [200, '0'],
    [299, '0'],
  ] as const) {
    const app = Fastify()
    await app.register(cors, { ...config, preflightStatus })
    const { status, response } = await ask(app, preflight('/'))
    t.strictSame([status, response.headers['content-length']], [preflightStatus ?? 204, length])
    t.equal(response.headers['transfer-encoding'], undefined)
    const refused = await ask(app, preflight('/', 'PUT', EVIL))
    t.strictSame([refused.status, refused.response.headers['content-length']], [403, '0'])
  }
})

t.test('echoes with credentials, and varies by what it echoes', async (t) => {
  const app = Fastify()
  await app.register(cors, { origins: [APP], methods: '*', headers: '*', credentials: true })
  const vary = 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers'
  const asked = await ask(app, preflight('/', 'PURGE', APP, { 'access-control-request-headers': 'x-a,x-b' }))
  t.strictSame(asked.cors, {
    vary,
    'allow-origin': APP,
    'allow-credentials': 'true',
    'allow-methods': 'PURGE',
    'allow-headers': 'x-a,x-b',
  })
  t.strictSame((await ask(app, preflight('/', 'PURGE', EVIL))).cors, { vary })
})

t.test('scopes', async (t) => {
  const app = Fastify()
  const inner: CorsConfig = { origins: ['https://inner.example.com'], methods: ['PATCH'] }
  await app.register(cors, config)
  app.get('/x/me', async () => 'outer')
  app.put('/x/me', async () => 'outer')
  await app.register(
    async (scope) => {
      await scope.register(cors, inner)
      scope.get('/', async () => 'inner root')
      scope.patch('/:id', async () => 'inner')
      scope.patch('/files/*', async () => 'inner')
      scope.setNotFoundHandler((_, reply) => reply.code(404).send('not here'))
    },
    { prefix: '/x' },
  )
  const INNER = 'https://inner.example.com'
  t.strictSame((await ask(app, { url: '/x/me', headers: { origin: APP } })).cors, ACTUAL, 'the outer scope')
  t.strictSame((await ask(app, { url: '/x', headers: { origin: APP } })).cors, NONE, 'the inner one')
  t.strictSame((await ask(app, { url: '/x/', headers: { origin: INNER } })).cors, {
    vary: 'Origin',
    'allow-origin': INNER,
  })
  t.strictSame((await ask(app, { url: '/x/a/b', headers: { origin: INNER } })).cors, {
    vary: 'Origin',
    'allow-origin': INNER,
  })
  t.strictSame((await ask(app, { url: '/elsewhere', headers: { origin: APP } })).cors, ACTUAL, '404 outside')
  const answer = { vary: 'Origin', 'allow-origin': INNER, 'allow-methods': 'PATCH' }
  for (const url of ['/x/1', '/x/files/a/b']) {
    t.strictSame((await ask(app, preflight(url, 'PATCH', INNER))).cors, answer, url)
    t.equal((await ask(app, preflight(url, 'PATCH'))).status, 403, `${url} is not the outer policy's`)
  }
  t.strictSame((await ask(app, preflight('/x', 'GET', INNER))).cors, answer)
  t.strictSame((await ask(app, preflight('/x/', 'GET', INNER))).cors, answer)
  t.strictSame((await ask(app, preflight('/x/me', 'PUT'))).cors, PREFLIGHT, 'the outer route with a method of its own')
  t.strictSame(
    (await ask(app, preflight('/x/me', 'PATCH', INNER))).cors,
    answer,
    'the inner route, below the outer one',
  )
  t.strictSame((await ask(app, preflight('/x/a/b', 'PUT', INNER))).cors, answer, 'no route, inside')
  t.strictSame((await ask(app, preflight('/y', 'PUT'))).cors, PREFLIGHT, 'no route, outside')
})

t.test('a scope without an outer policy leaves the rest of the app unchanged', async (t) => {
  const app = Fastify()
  app.get('/open', async () => 'open')
  app.put('/open', async () => 'open')
  for (const [prefix, origins] of [
    ['/a', ['https://a.example.com']],
    ['/b', ['https://b.example.com']],
  ] as const) {
    await app.register(
      async (scope) => {
        await scope.register(cors, { origins })
        scope.put('/:id', async () => prefix)
      },
      { prefix },
    )
  }
  t.strictSame((await ask(app, { url: '/open', headers: { origin: APP } })).cors, {})
  t.strictSame((await ask(app, preflight('/open'))).cors, {})
  t.equal((await ask(app, preflight('/open'))).status, 404)
  t.match(await ask(app, preflight('/a/1', 'PUT', 'https://a.example.com')), { status: 204 })
  t.match(await ask(app, preflight('/a/1', 'PUT', 'https://b.example.com')), { status: 403 })
  t.match(await ask(app, preflight('/b/1', 'PUT', 'https://b.example.com')), { status: 204 })
})

t.test('policies of routes', async (t) => {
  const app = Fastify({ routerOptions: { ignoreTrailingSlash: true } })
  const ADMIN = 'https://admin.example.com'
  const live = livePolicy({ origins: [ADMIN], methods: ['PUT'] })
  await app.register(cors, { ...config, policies: { admin: { origins: [ADMIN], methods: ['DELETE'] }, live } })
  app.get('/things/:id', async () => 'public')
  app.delete('/things/:id', { config: { cors: 'admin' } }, async () => 'admin')
  app.put('/things/:id', { config: { cors: live } }, async () => 'live')
  app.patch('/things/:id', { config: { cors: false } }, async () => 'none')
  app.put('/own', { config: { cors: { origins: '*', methods: ['PUT'] } } }, async () => 'own')
  app.put('/own/:any', { config: { cors: compilePolicy({ origins: '*' }) } }, async () => 'own')
  app.options('/own/me', async () => 'options')
  app.options('/things/:id', async () => 'options')
  const admin = { vary: 'Origin', 'allow-origin': ADMIN }
  t.strictSame((await ask(app, { url: '/things/1', headers: { origin: APP } })).cors, ACTUAL)
  t.strictSame((await ask(app, { method: 'HEAD', url: '/things/1', headers: { origin: APP } })).cors, ACTUAL)
  t.strictSame((await ask(app, { method: 'DELETE', url: '/things/1', headers: { origin: APP } })).cors, NONE)
  t.strictSame((await ask(app, { method: 'DELETE', url: '/things/1', headers: { origin: ADMIN } })).cors, admin)
  t.strictSame((await ask(app, { method: 'PUT', url: '/things/1', headers: { origin: ADMIN } })).cors, admin)
  t.strictSame((await ask(app, { method: 'PATCH', url: '/things/1', headers: { origin: APP } })).cors, NONE)
  const only = (method: string) => ({
    ...PREFLIGHT,
    vary: 'Origin, Access-Control-Request-Method',
    'allow-methods': method,
  })
  t.strictSame((await ask(app, preflight('/things/1', 'GET'))).cors, only('GET'))
  t.strictSame((await ask(app, preflight('/things/1', 'DELETE', ADMIN))).cors, { ...admin, 'allow-methods': 'DELETE' })
  t.equal((await ask(app, preflight('/things/1', 'DELETE'))).status, 403)
  t.strictSame((await ask(app, preflight('/things/1/', 'PUT', ADMIN))).cors, { ...admin, 'allow-methods': 'PUT' })
  live.replace({ origins: [APP], methods: ['PUT'] })
  t.equal((await ask(app, preflight('/things/1', 'PUT', ADMIN))).status, 403)
  t.match(await ask(app, preflight('/things/1', 'PATCH')), { status: 200, cors: NONE, body: 'options' }, 'cors: false')
  t.match(await ask(app, { method: 'OPTIONS', url: '/things/1' }), { status: 200, body: 'options' })
  t.strictSame((await ask(app, preflight('/own'))).cors, {
    vary: 'Origin',
    'allow-origin': '*',
    'allow-methods': 'PUT',
  })
  t.strictSame((await ask(app, preflight('/nowhere'))).cors, only('PUT'))
  t.strictSame((await ask(app, preflight('/things/1', 'PURGE'))).cors, PREFLIGHT, 'no route for the method')
  t.match(
    await ask(app, preflight('/own/me', 'PUT')),
    { status: 200, cors: NONE, body: 'options' },
    'an OPTIONS route in front of a route with another policy gets no answer of ours',
  )
  t.strictSame(
    (await ask(app, preflight('/own/me', 'DELETE'))).cors,
    only('DELETE'),
    'in front of no such route, it does',
  )
})

t.test('cors: false on all methods leaves preflights to the app', async (t) => {
  const app = Fastify()
  await app.register(cors, config)
  app.all('/webdav/*', { config: { cors: false } }, async (request) => `${request.method} by the app`)
  app.put('/*', { config: { cors: { origins: '*', methods: ['PUT'] } } }, async () => 'any')
  t.match(await ask(app, preflight('/webdav/x')), { status: 200, cors: NONE, body: 'OPTIONS by the app' })
  const bare = Fastify()
  await bare.register(cors, config)
  bare.put('/webdav/x', { config: { cors: false } }, async () => 'put')
  bare.put('/webdav/*', async () => 'any')
  t.match(await ask(bare, preflight('/webdav/x')), { status: 404, cors: NONE }, 'not by the route behind it')
  t.match(await ask(bare, preflight('/webdav/y')), { status: 204, cors: PREFLIGHT })
})

t.test('hosts', async (t) => {
  const app = Fastify()
  await app.register(cors, config)
  const origins = (name: string) => ({ cors: { origins: [`https://${name}.example.com`] as const } })
  app.put('/x', { constraints: { host: 'a.example.com' }, config: origins('a') }, async () => 'a')
  app.put('/x', { constraints: { host: /^b\./ }, config: origins('b') }, async () => 'b')
  app.put('/x', { config: origins('c') }, async () => 'c')
  app.delete('/x', { constraints: { host: 'a.example.com' }, config: { cors: false } }, async () => 'a')
  app.delete('/x', async () => 'c')
  for (const [host, name] of [
    ['a.example.com', 'a'],
    ['b.example.com', 'b'],
    ['c.example.com', 'c'],
  ] as const) {
    const { status, cors } = await ask(app, preflight('/x', 'PUT', `https://${name}.example.com`, { host }))
    t.strictSame([status, cors], [204, { vary: 'Origin', 'allow-origin': `https://${name}.example.com` }], name)
  }
  t.match(await ask(app, preflight('/x', 'DELETE', APP, { host: 'a.example.com' })), { status: 404, cors: NONE })
  t.match(await ask(app, preflight('/x', 'DELETE', APP, { host: 'c.example.com' })), {
    status: 204,
    cors: { ...PREFLIGHT, vary: 'Origin, Access-Control-Request-Method', 'allow-methods': 'DELETE' },
  })
})

t.test('constraints that a preflight does not carry', async (t) => {
  const declare = async (first: CorsConfig, second: CorsConfig | undefined) => {
    const app = Fastify()
    await app.register(cors, config)
    app.put('/x', { constraints: { version: '1.0.0' }, config: { cors: first } }, async () => '1')
    app.put('/x', { constraints: { version: '2.0.0' }, ...(second && { config: { cors: second } }) }, async () => '2')
    return app
  }
  const one: CorsConfig = { origins: ['https://one.example.com'] }
  const app = await declare(one, { ...one })
  t.equal((await ask(app, preflight('/x', 'PUT', 'https://one.example.com'))).status, 204)
  for (const second of [config, undefined]) {
    const refused = await declare(one, second)
    t.strictSame(await routeFaultsOf(() => refused.ready()), ['preflight-ambiguous PUT /x'])
  }
})

t.test('a bad config stops the start', async (t) => {
  const start = async (options: unknown, routes?: FastifyPluginAsync) => {
    const app = Fastify()
    app.register(cors, options as CorsConfig)
    if (routes !== undefined) app.register(routes)
    await app.ready()
  }
  const rows: [name: string, options: unknown, problems: string[]][] = [
    [
      'a config',
      { origins: '*', credentials: true, zap: 1 },
      ['unknown-option zap', 'wildcard-with-credentials origins'],
    ],
    ['no options', {}, ['origins-missing origins']],
    ['prefix', { ...config, prefix: '/x' }, ['unknown-option prefix']],
    ['logLevel', { ...config, logLevel: 'warn' }, ['unknown-option logLevel']],
    ['a policy that is none', { policy: config }, ['wrong-type policy']],
    ['a policy beside a config', { policy: compilePolicy(config), maxAge: 1 }, ['unknown-option maxAge']],
    [
      'named policies',
      { ...config, maxAge: -1, policies: { a: { origins: [] }, b: compilePolicy(config), c: 1 } },
      ['max-age-range maxAge', 'origins-missing policies.a.origins', 'wrong-type policies.c'],
    ],
    ['policies that are none', { ...config, policies: [] }, ['wrong-type policies']],
  ]
  for (const [name, options, problems] of rows) {
    const error = await start(options).catch((error: unknown) => error)
    t.type(error, CorsConfigError, name)
    t.strictSame(
      (error as CorsConfigError).problems.map(({ code, path }) => `${code} ${path}`),
      problems,
      name,
    )
  }
  const routes: [name: string, value: unknown, problem: string][] = [
    ['a config', { origins: ['x'] }, 'origin-syntax config.cors of GET /x.origins[0]'],
    ['a name', 'nobody', 'wrong-type config.cors of GET /x'],
    ['true', true, 'wrong-type config.cors of GET /x'],
  ]
  for (const [name, value, problem] of routes) {
    const error = await start(config, async (app) => {
      app.get('/x', { config: { cors: value as false } }, async () => 'x')
    }).catch((error: unknown) => error)
    t.strictSame(
      (error as CorsConfigError).problems.map(({ code, path }) => `${code} ${path}`),
      [problem],
      name,
    )
  }
})

t.test('registered twice in one scope', async (t) => {
  const app = Fastify()
  await app.register(cors, config)
  t.strictSame(await routeFaultsOf(() => app.register(cors, config)), ['scope-registered-twice'])
})

t.test('a compiled and a live policy', async (t) => {
  for (const policy of [compilePolicy(config), livePolicy(config)]) {
    const app = Fastify()
    await app.register(cors, { policy, policies: { none: { origins: '*' } } })
    app.get('/x', { config: { cors: 'none' } }, async () => 'x')
    t.strictSame((await ask(app, { url: '/', headers: { origin: APP } })).cors, ACTUAL)
    t.strictSame((await ask(app, { url: '/x' })).cors, { vary: 'Origin', 'allow-origin': '*' })
    if (!('replace' in policy)) continue
    policy.replace({ origins: ['https://new.example.com'] })
    t.strictSame((await ask(app, { url: '/', headers: { origin: APP } })).cors, NONE)
  }
})

t.test('names are found in outer scopes', async (t) => {
  const app = Fastify()
  await app.register(cors, { ...config, policies: { open: { origins: '*' } } })
  await app.register(async (scope) => {
    await scope.register(cors, config)
    scope.get('/x', { config: { cors: 'open' } }, async () => 'x')
  })
  t.strictSame((await ask(app, { url: '/x' })).cors, { vary: 'Origin', 'allow-origin': '*' })
})

t.test('a route declared before the plugin was loaded', async (t) => {
  const lines: string[] = []
  const app = Fastify({ logger: { level: 'error', stream: { write: (line: string) => lines.push(line) } } })
  app.register(cors, config)
  app.get('/early', { config: { cors: { origins: '*' } } }, async () => 'x')
  app.options('/early', { config: { cors: { origins: '*' } } }, async () => 'x')
  app.get('/plain', async () => 'x')
  t.strictSame((await ask(app, { url: '/early', headers: { origin: APP } })).cors, NONE)
  await ask(app, { url: '/early' })
  t.strictSame((await ask(app, { url: '/plain', headers: { origin: APP } })).cors, ACTUAL)
  t.strictSame((await ask(app, preflight('/early', 'GET'))).cors, NONE)
  t.equal(lines.length, 1, 'one line per route')
  t.match(lines[0], /await app\.register/i)
})

t.test('registered after a hook that answers', async (t) => {
  const lines: { msg: string; level: number }[] = []
  const app = Fastify({ logger: { level: 'warn', stream: { write: (line: string) => lines.push(JSON.parse(line)) } } })
  app.addHook('onRequest', async (request, reply) => {
    if (request.headers['authorization'] === undefined) {
      await reply.code(401).header('content-type', 'application/json').send('{"error":"who are you?"}')
    }
  })
  await app.register(cors, { ...config, enforce: true })
  app.put('/x', async () => 'x')
  t.match(await ask(app, { method: 'PUT', url: '/x', headers: { origin: APP } }), { status: 401, cors: ACTUAL })
  const { status, cors: fields, body, response } = await ask(app, preflight('/x'))
  t.strictSame([status, fields, body], [204, PREFLIGHT, ''])
  t.strictSame([response.headers['content-type'], response.headers['content-length']], [undefined, undefined])
  t.match(await ask(app, preflight('/x', 'PUT', EVIL)), { status: 403, cors: NONE, body: '' })
  t.match(await ask(app, { method: 'PUT', url: '/x', headers: { origin: APP, authorization: 'x' } }), {
    status: 200,
    cors: ACTUAL,
  })
  t.equal(lines.length, 1, 'one warning')
  t.match(lines[0]?.msg, /Register cors-policy first/)
})

t.test('registered after a hook that answers and cannot be detected', async (t) => {
  const lines: { msg: string }[] = []
  const app = Fastify({ logger: { level: 'warn', stream: { write: (line: string) => lines.push(JSON.parse(line)) } } })
  app.addHook('onRequest', async (request, reply) => {
    if (request.url === '/x') await reply.code(401).send('who are you?')
  })
  // A Fastify that keeps its hooks elsewhere.
  const { getOwnPropertySymbols } = Object
  Object.getOwnPropertySymbols = () => []
  await app.register(cors, config)
  Object.getOwnPropertySymbols = getOwnPropertySymbols
  await app.ready()
  t.strictSame(lines, [], 'says nothing at startup')
  t.match(await ask(app, { url: '/y', headers: { origin: APP } }), { status: 404, cors: ACTUAL })
  t.strictSame(lines, [])
  for (const _ of ['once', 'twice']) {
    t.match(await ask(app, { url: '/x', headers: { origin: APP } }), { status: 401, cors: ACTUAL })
  }
  t.equal(lines.length, 1, 'says it once the hook has answered')
  t.equal(lines[0]?.msg, logTexts['hook-answered']())
})

t.test('enforce', async (t) => {
  const app = Fastify()
  await app.register(cors, { ...config, enforce: true })
  let ran = 0
  app.post('/x', async () => ran++)
  t.match(await ask(app, { method: 'POST', url: '/x', headers: { origin: EVIL } }), {
    status: 403,
    cors: NONE,
    body: '',
  })
  t.equal(ran, 0)
  t.match(await ask(app, { method: 'POST', url: '/x', headers: { origin: APP } }), { status: 200, cors: ACTUAL })
  t.match(await ask(app, { method: 'POST', url: '/x' }), { status: 200, cors: NONE })
  t.equal(ran, 2)
})

t.test('refusals are logged at debug level, quoted and cut', async (t) => {
  const start = async (level: string) => {
    const lines: string[] = []
    const write = (line: string) => {
      const { msg } = JSON.parse(line) as { msg: string }
      if (msg.startsWith('cors-policy')) lines.push(msg)
    }
    const app = Fastify({ logger: { level, stream: { write } } })
    await app.register(cors, config)
    return { app, lines }
  }
  const info = await start('info')
  await ask(info.app, preflight('/', 'PUT', EVIL))
  t.strictSame(info.lines, [], 'nothing that a client could flood')
  const { app, lines } = await start('debug')
  await ask(app, { url: '/', headers: { origin: APP } })
  await ask(app, { url: '/' })
  t.strictSame(lines, [], 'nothing about what is allowed')
  await ask(app, preflight('/', 'PUT', EVIL))
  await ask(app, preflight('/', 'PUT', 'null'))
  await ask(app, { url: '/', headers: { origin: `"\u2028 level=error ${'x'.repeat(10_000)}` } })
  t.strictSame(lines.slice(0, 2), [
    logTexts['origin-refused']({ origin: `"${EVIL}"`, reason: 'origin-not-allowed' }),
    logTexts['origin-refused']({ origin: '"null"', reason: 'origin-null' }),
  ])
  t.match(lines[2], /"\\"\\u2028 level=error x{10,80}…": origin-malformed$/)
})

t.test('a logger that is not pino', async (t) => {
  const debugged: unknown[] = []
  for (const [level, count] of [
    ['info', 0],
    ['debug', 1],
    ['trace', 2],
  ] as const) {
    const quiet = () => {}
    const logger: FastifyBaseLogger = {
      level,
      info: quiet,
      error: quiet,
      warn: quiet,
      fatal: quiet,
      trace: quiet,
      silent: quiet,
      debug: (_: unknown, message?: string) => {
        debugged.push(message)
      },
      child: () => logger,
    }
    const app = Fastify({ loggerInstance: logger })
    await app.register(cors, config)
    await ask(app, preflight('/', 'PUT', EVIL))
    t.equal(debugged.filter((message) => String(message).startsWith('cors-policy')).length, count, level)
  }
})
