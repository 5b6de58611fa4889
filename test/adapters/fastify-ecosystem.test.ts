import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import autoload from '@fastify/autoload'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import websocket from '@fastify/websocket'
import Fastify, { type FastifyInstance } from 'fastify'
import t from 'tap'
import { WebSocket } from 'ws'
import cors from '../../src/adapters/fastify.js'
import { compilePolicy } from '../../src/index.js'
import { expectNoCrash } from '../support/crashes.js'
import { fieldsOf, linesOf } from '../support/fields-of.js'
import { listening } from '../support/listening.js'
import { named, policiesOf } from '../support/named-policy.js'
import { ACTUAL, APP, asking, config, EVIL, NONE, PREFLIGHT } from '../support/policy.js'

/** An app with our plugin and another one, in either order. */
const orders = {
  'cors first': async (app: FastifyInstance, other: () => PromiseLike<unknown>) => {
    await app.register(cors, config)
    await other()
  },
  'cors last': async (app: FastifyInstance, other: () => PromiseLike<unknown>) => {
    await other()
    await app.register(cors, config)
  },
}

t.test('@fastify/compress', async (t) => {
  for (const [order, register] of Object.entries(orders)) {
    const app = Fastify()
    await register(app, () => app.register(compress, { threshold: 0 }))
    const text = 'x'.repeat(2000)
    app.get('/text', (_, reply) => reply.type('text/plain').send(text))
    app.get('/vary', (_, reply) => reply.header('Vary', 'Accept').type('text/plain').send(text))
    app.get('/throws', async () => {
      throw new Error(text)
    })
    const { expectAll, preflight } = await listening(t, app)
    const headers = { 'accept-encoding': 'gzip' }
    const vary = { ...ACTUAL, vary: 'accept-encoding, Origin' }
    const response = await expectAll({ path: '/text', headers }, 200, vary, `${order}: compressed`)
    t.strictSame(linesOf(response, 'content-encoding'), ['gzip'])
    await expectAll(
      { path: '/vary', headers },
      200,
      { ...ACTUAL, vary: 'Accept, accept-encoding, Origin' },
      `${order}: Vary`,
    )
    await expectAll({ path: '/throws', headers }, 500, vary, `${order}: an error`)
    await expectAll({ path: '/text' }, 200, ACTUAL, `${order}: not compressed`)
    const raw = await app.inject({ url: '/text', headers })
    t.equal(gunzipSync(raw.rawPayload).toString(), text)
    const allowed = await preflight('/text', 'GET')
    t.strictSame([allowed.status, fieldsOf(allowed), allowed.body], [204, PREFLIGHT, ''], `${order}: a preflight`)
    t.strictSame(linesOf(allowed, 'content-encoding'), [])
  }
})

t.test('@fastify/helmet', async (t) => {
  for (const [order, register] of Object.entries(orders)) {
    const app = Fastify()
    await register(app, () => app.register(helmet, { crossOriginResourcePolicy: { policy: 'cross-origin' } }))
    app.get('/', async () => 'x')
    const { expectAll, preflight } = await listening(t, app)
    const response = await expectAll({}, 200, ACTUAL, order)
    t.strictSame(linesOf(response, 'x-content-type-options'), ['nosniff'], order)
    t.strictSame(linesOf(response, 'cross-origin-resource-policy'), ['cross-origin'], order)
    await expectAll({ path: '/nowhere' }, 404, ACTUAL, order)
    const allowed = await preflight('/')
    t.strictSame([allowed.status, fieldsOf(allowed)], [204, PREFLIGHT], order)
  }
})

t.test('@fastify/rate-limit', async (t) => {
  for (const [order, register] of Object.entries(orders)) {
    const app = Fastify()
    await register(app, () => app.register(rateLimit, { max: 2, timeWindow: 60_000 }))
    app.put('/x', async () => 'x')
    app.setNotFoundHandler({ preHandler: app.rateLimit() }, (_, reply) => reply.code(404).send('no'))
    const { expect, preflight } = await listening(t, app)
    for (let i = 0; i < 6; i++) {
      const allowed = await preflight('/x')
      t.strictSame([allowed.status, fieldsOf(allowed)], [204, PREFLIGHT], `${order}: a preflight is not counted`)
      t.strictSame(linesOf(allowed, 'x-ratelimit-remaining'), [])
    }
    await expect({ method: 'PUT', path: '/x' }, 200, ACTUAL, order)
    await expect({ method: 'PUT', path: '/x', headers: { origin: EVIL } }, 200, NONE, order)
    const limited = await expect(
      { method: 'PUT', path: '/x' },
      429,
      ACTUAL,
      `${order}: a page can see that it has to wait`,
    )
    t.match(linesOf(limited, 'retry-after'), [/\d+/])
    await expect({ method: 'PUT', path: '/x', headers: { origin: EVIL } }, 429, NONE, order)
    t.equal((await preflight('/x')).status, 204, `${order}: nor limited`)
  }
})

t.test('@fastify/swagger: no route of ours is in the document', async (t) => {
  for (const policies of [false, true]) {
    const app = Fastify()
    await app.register(swagger, { openapi: { info: { title: 'x', version: '1' } } })
    await app.register(cors, named('scope'))
    const own = policies ? { config: { cors: named('own') } } : {}
    app.get('/x', async () => 'x')
    app.put('/x/:id', own, async () => 'x')
    app.options('/mine', async () => 'x')
    await app.register(async (inner) => {
      if (policies) await inner.register(cors, named('inner'))
      inner.get('/y', async () => 'y')
    })
    await app.ready()
    const paths = (app.swagger() as { paths: Record<string, object> }).paths
    const operations = Object.entries(paths).map(([path, methods]) => `${path} ${Object.keys(methods)}`)
    t.strictSame(operations.sort(), ['/mine options', '/x get', '/x/{id} put', '/y get'], `policies: ${policies}`)
    if (!policies) continue
    t.equal((await policiesOf(app, 'PUT', '/x/1')).preflight, 'own')
    t.equal((await policiesOf(app, 'GET', '/y')).preflight, 'inner')
  }
})

t.test('@fastify/websocket', async (t) => {
  const policy = compilePolicy(config)
  const app = Fastify()
  await app.register(cors, { policy, policies: { other: named('other') } })
  await app.register(websocket, {
    options: {
      // A browser sends an upgrade wherever a page likes, and CORS does not apply to it.
      verifyClient: ({ origin }: { origin: string }) => policy.allows(origin),
    },
  })
  app.get('/ws', { websocket: true }, (socket) => {
    socket.on('message', (message: Buffer) => socket.send(`echo ${message}`))
  })
  app.get('/own', { websocket: true, config: { cors: 'other' } }, (socket) => socket.close())
  app.get('/both', { wsHandler: (socket: WebSocket) => socket.send('ws'), handler: async () => 'http' } as never)
  app.get('/refuses', { websocket: true, preValidation: async (_, reply) => reply.code(401).send('no') }, (socket) =>
    socket.close(),
  )
  const { address, expect, preflight } = await listening(t, app)
  const open = (path: string, origin: string) => {
    const socket = new WebSocket(`ws://127.0.0.1:${address.port}${path}`, { origin })
    return new Promise<string>((resolve) => {
      socket.on('open', () => socket.send('hello'))
      socket.on('message', (message) => {
        socket.close()
        resolve(String(message))
      })
      socket.on('unexpected-response', (_, response) => {
        resolve(`${response.statusCode} ${response.headers['access-control-allow-origin']} ${response.headers.vary}`)
        response.resume()
        socket.terminate()
      })
      socket.on('error', () => {})
    })
  }
  t.equal(await open('/ws', APP), 'echo hello')
  t.equal(await open('/both', APP), 'ws')
  t.equal(await open('/ws', EVIL), '401 undefined undefined', 'refused by the policy, before Fastify')
  t.equal(await open('/refuses', APP), `401 ${APP} Origin`, 'an upgrade that a hook refuses is a response')
  await expect({ path: '/both' }, 200, ACTUAL)
  await expect({ path: '/ws' }, 404, ACTUAL, 'no upgrade')
  const allowed = await preflight('/ws', 'GET')
  t.strictSame([allowed.status, fieldsOf(allowed)], [204, PREFLIGHT])
  t.strictSame(fieldsOf(await preflight('/own', 'GET')), {
    vary: 'Origin',
    'allow-origin': '*',
    'allow-headers': 'x-other',
  })
})

t.test('@fastify/multipart', async (t) => {
  const app = Fastify()
  await app.register(cors, config)
  await app.register(multipart, { limits: { fileSize: 10 } })
  app.post('/file', async (request) => {
    const file = await request.file()
    return (await file?.toBuffer())?.length
  })
  const { expectAll } = await listening(t, app)
  const send = (content: string) => ({
    method: 'POST',
    path: '/file',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: `--b\r\nContent-Disposition: form-data; name="f"; filename="f.txt"\r\n\r\n${content}\r\n--b--\r\n`,
  })
  await expectAll(send('small'), 200, ACTUAL)
  await expectAll(send('much too large'), 413, ACTUAL)
  await expectAll({ ...send(''), headers: { 'content-type': 'text/x' } }, 415, ACTUAL)
})

t.test('a layout for @fastify/autoload', async (t) => {
  const folder = t.testdir({
    plugins: {},
    routes: { users: {}, admin: { deep: {} } },
  })
  const adapter = import.meta.resolve('../../src/adapters/fastify.js')
  const files = {
    'package.json': '{ "type": "module" }',
    // In order of their names: the policy comes before whatever else is loaded.
    'plugins/a-cors.mjs': `import cors from '${adapter}'
      import plugin from 'fastify-plugin'
      export default plugin(async (app) => {
        await app.register(cors, { origins: ['${APP}'], policies: { admin: { origins: ['${EVIL}'], methods: ['PUT'] } } })
      })`,
    'plugins/b-auth.mjs': `import plugin from 'fastify-plugin'
      export default plugin(async (app) => {
        app.addHook('onRequest', async (request, reply) => {
          if (!request.headers.authorization) await reply.code(401).send('no')
        })
      })`,
    'routes/root.mjs': `export default async (app) => { app.get('/', async () => 'root') }`,
    'routes/users/index.mjs': `export default async (app) => { app.get('/:id', async () => 'user') }`,
    'routes/admin/index.mjs': `export default async (app) => { app.put('/', { config: { cors: 'admin' } }, async () => 'admin') }`,
    'routes/admin/deep/index.mjs': `import cors from '${adapter}'
      export default async (app) => {
        await app.register(cors, { origins: '*', methods: ['PATCH'] })
        app.patch('/:id', async () => 'deep')
      }`,
  }
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }
  const app = Fastify()
  await app.register(autoload, { dir: join(folder, 'plugins') })
  await app.register(autoload, { dir: join(folder, 'routes') })
  const { expect, preflight } = await listening(t, app)
  const authorization = { authorization: 'x' }
  const allowed = { vary: 'Origin', 'allow-origin': APP }
  await expect({ path: '/', headers: authorization }, 200, allowed)
  await expect({ path: '/users/1', headers: authorization }, 200, allowed)
  await expect({ path: '/users/1' }, 401, allowed, 'not authorised')
  await expect({ method: 'PUT', path: '/admin', headers: authorization }, 200, NONE)
  const other = { vary: 'Origin', 'allow-origin': EVIL }
  await expect({ method: 'PUT', path: '/admin', headers: { ...authorization, origin: EVIL } }, 200, other)
  await expect({ method: 'PATCH', path: '/admin/deep/1', headers: authorization }, 200, {
    ...NONE,
    'allow-origin': '*',
  })
  for (const [path, method, origin, status, fields] of [
    ['/', 'GET', APP, 204, allowed],
    ['/users/1', 'GET', EVIL, 403, NONE],
    ['/admin', 'PUT', APP, 403, NONE],
    ['/admin', 'PUT', EVIL, 204, { ...other, 'allow-methods': 'PUT' }],
    ['/admin/deep/1', 'PATCH', EVIL, 204, { ...NONE, 'allow-origin': '*', 'allow-methods': 'PATCH' }],
    ['/nowhere', 'PUT', APP, 204, allowed],
  ] as const) {
    const response = await preflight(path, method, origin)
    t.strictSame([response.status, fieldsOf(response)], [status, fields], `${method} ${path} from ${origin}`)
  }
})

t.test('@fastify/cors at the same time', async (t) => {
  const { default: peer } = await import('@fastify/cors')
  const app = Fastify()
  await app.register(cors, config)
  await app.register(peer, { origin: EVIL, credentials: true })
  app.put('/x', async () => 'x')
  const { expectAll, preflight } = await listening(t, app)
  await expectAll({ method: 'PUT', path: '/x' }, 200, ACTUAL, 'nothing is doubled, and ours counts')
  const allowed = await preflight('/x')
  t.strictSame([allowed.status, fieldsOf(allowed)], [204, PREFLIGHT])
  const { status } = await app
    .inject({ method: 'OPTIONS', url: '/x', headers: asking('PUT', EVIL) })
    .then(({ statusCode }) => ({ status: statusCode }))
  t.equal(status, 403)
})

expectNoCrash(t)
