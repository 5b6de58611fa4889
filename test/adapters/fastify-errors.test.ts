import type { IncomingMessage, ServerResponse } from 'node:http'
import Fastify, { type FastifyServerOptions } from 'fastify'
import t from 'tap'
import cors, { corsFrameworkErrors } from '../../src/adapters/fastify.js'
import { withCors } from '../../src/adapters/node.js'
import { type CorsConfig, CorsConfigError, livePolicy } from '../../src/index.js'
import { corsFields } from '../support/cors-fields.js'
import { ACTUAL, APP, asking, config, EVIL, NONE, PREFLIGHT } from '../support/policy.js'

/** Requests that reach no route, and so no hook of a plugin. */
const rows: [name: string, url: string, status: number, code: string][] = [
  ['a malformed URL', '/%zz', 400, 'FST_ERR_BAD_URL'],
  ['a malformed URL below a route', '/things/%', 400, 'FST_ERR_BAD_URL'],
  ['a parameter that is too long', `/things/${'x'.repeat(101)}`, 414, 'FST_ERR_MAX_PARAM_LENGTH'],
  ['a constraint that fails', '/constrained', 500, 'FST_ERR_ASYNC_CONSTRAINT'],
]

async function start(options: FastifyServerOptions, strict?: CorsConfig) {
  let ran = 0
  const app = Fastify({
    ...options,
    routerOptions: {
      constraints: {
        secret: {
          name: 'secret',
          storage: () => ({ get: () => null, set: () => {} }),
          validate: () => {},
          deriveConstraint: (
            { url }: { url?: string },
            _context: unknown,
            done: (error: Error | null, value?: string) => void,
          ) => (url === '/constrained' ? done(new Error('no')) : done(null, 'x')),
        },
      },
    } as never,
  })
  await app.register(cors, config)
  const handler = async () => ran++
  app.route({ method: ['GET', 'PUT', 'OPTIONS'], url: '/things/:id', handler })
  app.route({ method: ['GET', 'PUT', 'OPTIONS'], url: '/constrained', constraints: { secret: 'x' }, handler })
  if (strict) app.delete('/strict', { config: { cors: strict } }, handler)
  return { app, runs: () => ran }
}

t.test('without frameworkErrors, no plugin sees bad requests', async (t) => {
  const { app } = await start({})
  for (const [name, url, status] of rows) {
    const response = await app.inject({ url, headers: { origin: APP } })
    t.strictSame([response.statusCode, corsFields(response.headers)], [status, {}], name)
    const preflight = await app.inject({ method: 'OPTIONS', url, headers: asking() })
    t.strictSame([preflight.statusCode, corsFields(preflight.headers)], [status, {}], `${name}, preflight`)
  }
})

t.test('with frameworkErrors, bad requests get the headers and preflights their answer', async (t) => {
  const { app, runs } = await start({ frameworkErrors: corsFrameworkErrors(config) })
  for (const [name, url, status, code] of rows) {
    const allowed = await app.inject({ url, headers: { origin: APP } })
    t.strictSame([allowed.statusCode, corsFields(allowed.headers)], [status, ACTUAL], name)
    t.match(allowed.json(), { statusCode: status, code }, `${name}: the body that Fastify sends`)
    const other = await app.inject({ url, headers: { origin: EVIL } })
    t.strictSame([other.statusCode, corsFields(other.headers)], [status, NONE], `${name}, another origin`)
    const none = await app.inject({ url })
    t.strictSame([none.statusCode, corsFields(none.headers)], [status, NONE], `${name}, no origin`)
    const preflight = await app.inject({ method: 'OPTIONS', url, headers: asking() })
    t.strictSame([preflight.statusCode, corsFields(preflight.headers), preflight.body], [204, PREFLIGHT, ''], name)
    const refused = await app.inject({ method: 'OPTIONS', url, headers: asking('PUT', EVIL) })
    t.strictSame([refused.statusCode, corsFields(refused.headers), refused.body], [403, NONE, ''], name)
  }
  t.equal(runs(), 0)
})

t.test(
  'where policies differ, a preflight whose constraint fails is refused, since nobody knows its route',
  async (t) => {
    const { app } = await start({ frameworkErrors: corsFrameworkErrors(config) }, { origins: 'none' })
    for (const [name, url, status, code] of rows) {
      const preflight = await app.inject({ method: 'OPTIONS', url, headers: asking() })
      const expected = code === 'FST_ERR_ASYNC_CONSTRAINT' ? [403, NONE] : [204, PREFLIGHT]
      t.strictSame([preflight.statusCode, corsFields(preflight.headers)], expected, name)
      const allowed = await app.inject({ method: 'OPTIONS', url, headers: { origin: APP } })
      t.strictSame([allowed.statusCode, corsFields(allowed.headers)], [status, ACTUAL], `${name}, no preflight`)
    }
  },
)

t.test('a custom handler', async (t) => {
  const { app } = await start({
    frameworkErrors: corsFrameworkErrors(config, (error, request, reply) => {
      reply
        .code(418)
        .header('vary', 'Accept')
        .header('access-control-allow-origin', '*')
        .send(`${error.message} ${request.url}`)
    }),
  })
  const response = await app.inject({ url: '/%zz', headers: { origin: APP } })
  t.strictSame([response.statusCode, corsFields(response.headers)], [418, { ...ACTUAL, vary: 'Accept, Origin' }])
  t.match(response.body, '/%zz')
  const preflight = await app.inject({ method: 'OPTIONS', url: '/%zz', headers: asking() })
  t.equal(preflight.statusCode, 204, 'it is not asked about preflights')
})

t.test('onBadUrl is a listener of node:http, and has its adapter', async (t) => {
  const answer = (_: unknown, response: { statusCode: number; end(body: string): unknown }) => {
    response.statusCode = 404
    response.end('no such page')
  }
  const wrapped = withCors(config, answer)
  for (const [listener, fields, preflightFields] of [
    [answer, {}, {}],
    [wrapped, ACTUAL, PREFLIGHT],
  ] as const) {
    const onBadUrl = (_path: string, request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }) =>
      listener(request, response)
    const app = Fastify({ routerOptions: { onBadUrl } as object })
    await app.register(cors, config)
    app.all('/*', async () => 'never')
    const response = await app.inject({ url: '/%zz', headers: { origin: APP } })
    t.strictSame([response.statusCode, corsFields(response.headers)], [404, fields])
    const preflight = await app.inject({ method: 'OPTIONS', url: '/%zz', headers: asking() })
    t.strictSame(corsFields(preflight.headers), preflightFields)
  }
})

t.test('enforce, and a live policy', async (t) => {
  const live = livePolicy({ ...config, enforce: true })
  const { app } = await start({ frameworkErrors: corsFrameworkErrors(live) })
  const post = (origin: string) => app.inject({ method: 'POST', url: '/%zz', headers: { origin } })
  app.post('/*', async () => 'never')
  t.equal((await post(EVIL)).statusCode, 403)
  t.equal((await post(APP)).statusCode, 400)
  live.replace({ origins: [EVIL] })
  const response = await post(EVIL)
  t.strictSame([response.statusCode, corsFields(response.headers)], [400, { vary: 'Origin', 'allow-origin': EVIL }])
})

t.test('a bad config', async (t) => {
  t.throws(() => corsFrameworkErrors({ origins: [] }), CorsConfigError)
})
