import diagnosticsChannel from 'node:diagnostics_channel'
import Fastify, { type FastifyInstance } from 'fastify'
import t from 'tap'
import cors from '../../src/adapters/fastify.js'
import type { DecisionMessage } from '../../src/adapters/node-request.js'
import { type CorsConfig, compilePolicy, livePolicy } from '../../src/index.js'
import { logTexts } from '../../src/text/fastify.js'
import { corsFields } from '../support/cors-fields.js'
import { APP, config, EVIL } from '../support/policy.js'

/** Which origins may write, under a scope with `enforce`. */

const ADMIN = 'https://admin.example.com'
const enforcing: CorsConfig = { ...config, enforce: true }

/** The status of a POST from each of the origins; 200: it ran. */
async function posts(app: FastifyInstance, url: string) {
  const statuses: Record<string, number> = {}
  for (const [name, origin] of Object.entries({ app: APP, admin: ADMIN, evil: EVIL, none: undefined })) {
    const response = await app.inject({ method: 'POST', url, headers: origin === undefined ? {} : { origin } })
    statuses[name] = response.statusCode
    if (response.statusCode === 403) {
      t.strictSame([corsFields(response.headers), response.body], [{ vary: 'Origin' }, ''], `${url} from ${name}`)
    }
  }
  return statuses
}

const SCOPE = { app: 200, admin: 403, evil: 403, none: 200 }
const OWN = { app: 403, admin: 200, evil: 403, none: 200 }
const NOBODY = { app: 403, admin: 403, evil: 403, none: 200 }
const OPEN = { app: 200, admin: 200, evil: 200, none: 200 }

t.test('routes of a scope with enforce', async (t) => {
  const rows: [name: string, cors: unknown, expected: object][] = [
    ['nothing of their own', undefined, SCOPE],
    ['no CORS', false, SCOPE],
    ['headers of their own', 'untouched', SCOPE],
    ['a policy of their own', { origins: [ADMIN] }, OWN],
    ['a compiled policy', compilePolicy({ origins: [ADMIN] }), OWN],
    ['a live policy', livePolicy({ origins: [ADMIN] }), OWN],
    ['a named policy', 'admin', OWN],
    ['a policy that enforces', { origins: [ADMIN], enforce: true }, OWN],
    ['a policy that does not enforce', { origins: [ADMIN], enforce: false }, OPEN],
    ['a compiled policy that does not', compilePolicy({ origins: [ADMIN], enforce: false }), OPEN],
    ['a policy by which others may read only', { origins: [ADMIN], otherwise: { origins: [APP] } }, OWN],
    ['everybody may read', { origins: '*' }, SCOPE],
    ['everybody else may read', { origins: [ADMIN], otherwise: { origins: '*' } }, OWN],
    ['everybody may read and write', { origins: '*', enforce: false }, OPEN],
  ]
  for (const policy of [compilePolicy(enforcing), livePolicy(enforcing)]) {
    const app = Fastify()
    await app.register(cors, { policy, policies: { admin: { origins: [ADMIN] } } })
    for (const [i, [, value]] of rows.entries()) {
      app.post(`/${i}`, value === undefined ? {} : { config: { cors: value as false } }, async () => 'ran')
    }
    for (const [i, [name, , expected]] of rows.entries()) t.strictSame(await posts(app, `/${i}`), expected, name)
  }
})

t.test('reads still work', async (t) => {
  const app = Fastify()
  await app.register(cors, enforcing)
  app.get('/none', { config: { cors: false } }, async () => 'read')
  app.get('/all', { config: { cors: { origins: '*' } } }, async () => 'read')
  app.post('/all', { config: { cors: { origins: '*' } } }, async () => 'ran')
  for (const url of ['/none', '/all']) {
    for (const origin of [APP, EVIL]) {
      for (const method of ['GET', 'HEAD'] as const) {
        t.equal((await app.inject({ method, url, headers: { origin } })).statusCode, 200, `${method} ${url}`)
      }
    }
  }
  const sameSite = await app.inject({ method: 'POST', url: '/all', headers: { 'sec-fetch-site': 'same-site' } })
  t.equal(sameSite.statusCode, 403, 'Sec-Fetch-Site decides')
  const own = await app.inject({
    method: 'POST',
    url: '/all',
    headers: { 'sec-fetch-site': 'same-origin', origin: EVIL },
  })
  t.equal(own.statusCode, 200)
  const preflight = { origin: EVIL, 'access-control-request-method': 'POST' }
  t.equal((await app.inject({ method: 'OPTIONS', url: '/all', headers: preflight })).statusCode, 204)
})

t.test('nested scopes', async (t) => {
  const app = Fastify()
  await app.register(cors, enforcing)
  const inner: [prefix: string, options: CorsConfig, expected: object][] = [
    ['/own', { origins: [ADMIN] }, OWN],
    ['/open', { origins: [ADMIN], enforce: false }, OPEN],
    ['/all', { origins: '*' }, SCOPE],
  ]
  for (const [prefix, options] of inner) {
    app.register(
      async (scope) => {
        await scope.register(cors, options)
        scope.post('/x', async () => 'ran')
        scope.post('/none', { config: { cors: false } }, async () => 'ran')
        await scope.register(
          async (innermost) => {
            await innermost.register(cors, { origins: [ADMIN] })
            innermost.post('/x', async () => 'ran')
          },
          { prefix: '/innermost' },
        )
      },
      { prefix },
    )
  }
  for (const [prefix, , expected] of inner) t.strictSame(await posts(app, `${prefix}/x`), expected, prefix)
  t.strictSame(await posts(app, '/own/none'), SCOPE, 'without CORS: the scope that enforces')
  t.strictSame(await posts(app, '/open/none'), OPEN, 'without CORS, in a scope that does not')
  t.strictSame(await posts(app, '/own/innermost/x'), OWN)
  t.strictSame(await posts(app, '/open/innermost/x'), OPEN, 'the nearest scope that says something counts')
})

t.test('routes that were declared too early', async (t) => {
  const lines: string[] = []
  const app = Fastify({ logger: { level: 'error', stream: { write: (line: string) => lines.push(line) } } })
  app.register(cors, enforcing)
  app.post('/plain', async () => 'ran')
  app.post('/none', { config: { cors: false } }, async () => 'ran')
  app.post('/untouched', { config: { cors: 'untouched' } }, async () => 'ran')
  app.post('/own', { config: { cors: { origins: [ADMIN] } } }, async () => 'ran')
  for (const url of ['/plain', '/none', '/untouched']) t.strictSame(await posts(app, url), SCOPE, url)
  t.strictSame(lines, [])
  t.strictSame(await posts(app, '/own'), NOBODY, 'what nobody has read allows nobody')
  t.equal(lines.length, 1, 'and says so once')
})

t.test('a live policy starts and stops to enforce', async (t) => {
  const live = livePolicy(config)
  const app = Fastify()
  await app.register(cors, live)
  app.post('/none', { config: { cors: false } }, async () => 'ran')
  t.strictSame(await posts(app, '/none'), OPEN)
  live.replace(enforcing)
  t.strictSame(await posts(app, '/none'), SCOPE)
  live.replace(config)
  t.strictSame(await posts(app, '/none'), OPEN)
})

t.test('no request makes the list of all rows', async (t) => {
  const policy = livePolicy({ ...enforcing, origins: [] })
  policy.origins.add(APP)
  const app = Fastify()
  await app.register(cors, policy)
  app.post('/', { config: { cors: false } }, async () => 'ran')
  await app.ready()
  const { current } = policy
  t.intercept(Object.getPrototypeOf(current), 'config', {
    get() {
      throw new Error('was asked for')
    },
    configurable: true,
  })
  t.strictSame(await posts(app, '/'), SCOPE)
})

t.test('refusals are logged and published', async (t) => {
  const lines: { msg: string; kind?: string }[] = []
  const messages: DecisionMessage[] = []
  const listen = (message: unknown) => messages.push(message as DecisionMessage)
  diagnosticsChannel.subscribe('cors-policy:decision', listen)
  t.teardown(() => diagnosticsChannel.unsubscribe('cors-policy:decision', listen))
  const write = (line: string) => lines.push(JSON.parse(line))
  const app = Fastify({ logger: { level: 'debug', stream: { write } } })
  await app.register(cors, enforcing)
  app.post('/x', { config: { cors: { origins: [ADMIN] } } }, async () => 'ran')
  await app.inject({ method: 'POST', url: '/x', headers: { origin: EVIL } })
  t.match(
    lines.filter(({ msg }) => msg.startsWith('cors-policy')),
    [{ kind: 'forbidden', msg: logTexts['origin-refused']({ origin: `"${EVIL}"`, reason: 'origin-not-allowed' }) }],
  )
  t.match(messages, [
    {
      adapter: 'fastify',
      decision: { kind: 'forbidden', status: 403, headers: {} },
      policy: { config: { origins: [ADMIN] } },
    },
  ])
  t.equal(messages.length, 1)
})
