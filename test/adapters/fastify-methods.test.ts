import Fastify, { type FastifyInstance } from 'fastify'
import t from 'tap'
import cors, { type CorsPluginOptions } from '../../src/adapters/fastify.js'
import { withoutOtherMethods } from '../../src/adapters/fastify-methods.js'
import type { CorsConfig } from '../../src/index.js'
import { policySource } from '../../src/policy/policy-input.js'
import { APP, asking } from '../support/policy.js'

/** What a browser keeps of a preflight, it keeps for all methods of the URL: no method may get in by another one's policy. */

const ADMIN = 'https://admin.example.com'
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

async function start(options: CorsConfig, declare: (app: FastifyInstance) => unknown): Promise<FastifyInstance> {
  const app = Fastify()
  await app.register(cors, options as CorsPluginOptions)
  await declare(app)
  await app.ready()
  return app
}

/** The methods that a page of APP may use, sent one after the other, in a browser that keeps preflights. */
async function sentBy(app: FastifyInstance, url: string, methods: readonly string[]): Promise<string[]> {
  const kept = new Set<string>()
  const sent: string[] = []
  for (const method of methods) {
    if (!kept.has(method) && !kept.has('*')) {
      const { statusCode, headers } = await app.inject({ method: 'OPTIONS', url, headers: asking(method) })
      if (statusCode > 299 || ![APP, '*'].includes(String(headers['access-control-allow-origin']))) continue
      const allowed = String(headers['access-control-allow-methods'] ?? '').split(', ')
      // https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
      if (!allowed.includes(method) && !allowed.includes('*') && !['GET', 'POST'].includes(method)) continue
      for (const name of allowed) kept.add(name)
    }
    sent.push(method)
  }
  return sent
}

const handler = async () => 'here'
const all = ['PUT', 'PATCH', 'DELETE']

t.test('a preflight for one method of a URL is none for a method with another policy', async (t) => {
  const rows: [name: string, options: CorsConfig, declare: (app: FastifyInstance) => unknown, sent: string[]][] = [
    [
      'a route with a policy of its own',
      { origins: [APP], methods: all },
      (app) => {
        app.put('/x', handler)
        app.delete('/x', { config: { cors: { origins: [ADMIN], methods: all } } }, handler)
      },
      ['GET', 'POST', 'PUT', 'PATCH'],
    ],
    [
      'a route of another pattern',
      { origins: [APP], methods: all },
      (app) => {
        app.put('/x', handler)
        app.delete('/:id', { config: { cors: { origins: 'none' } } }, handler)
      },
      ['GET', 'POST', 'PUT', 'PATCH'],
    ],
    [
      'a route without CORS',
      { origins: '*', methods: '*' },
      (app) => {
        app.put('/x', handler)
        app.patch('/x', { config: { cors: false } }, handler)
      },
      ['GET', 'POST', 'PUT', 'DELETE'],
    ],
    [
      'a URL that only has a route for the other method',
      { origins: [APP], methods: all },
      (app) => app.delete('/x', { config: { cors: { origins: [ADMIN], methods: all } } }, handler),
      ['GET', 'POST', 'PUT', 'PATCH'],
    ],
    [
      'with credentials, names are echoed',
      { origins: [APP], methods: '*', credentials: true },
      (app) => app.delete('/x', { config: { cors: { origins: [ADMIN], methods: all } } }, handler),
      ['GET', 'POST', 'PUT', 'PATCH'],
    ],
    [
      'a scope',
      { origins: [ADMIN], methods: all },
      (app) => {
        app.delete('/p/x', handler)
        return app.register(
          async (inner) => {
            await inner.register(cors, { origins: [APP], methods: all })
            inner.put('/x', handler)
          },
          { prefix: '/p' },
        )
      },
      ['GET', 'POST', 'PUT', 'PATCH'],
    ],
  ]
  for (const [name, options, declare, expected] of rows) {
    const app = await start(options, declare)
    const url = name === 'a scope' ? '/p/x' : '/x'
    const sent = await sentBy(app, url, METHODS)
    t.strictSame(sent, expected, name)
    t.strictSame((await sentBy(app, url, [...METHODS].reverse())).sort(), [...expected].sort(), `${name}, backwards`)
  }
})

t.test('where no policy differs, all methods are named', async (t) => {
  const same: CorsConfig = { origins: [APP], methods: all }
  const app = await start(same, (app) => {
    app.put('/x', handler)
    app.delete('/x', { config: { cors: same } }, handler)
    app.get('/y', { config: { cors: { origins: '*' } } }, handler)
  })
  const { headers } = await app.inject({ method: 'OPTIONS', url: '/x', headers: asking('PUT') })
  t.match(headers, { 'access-control-allow-methods': all.join(', '), vary: 'Origin' })
})

t.test('an answer without the other methods', async (t) => {
  const answerOf = (config: CorsConfig, method = 'PUT') =>
    policySource(config).current.answerFor('OPTIONS', APP, method, undefined, undefined)
  const base: CorsConfig = { origins: [APP], headers: ['x-id'], maxAge: 5 }
  const listed = answerOf({ ...base, methods: ['PUT', 'DELETE'] })
  const rest = ['Access-Control-Allow-Headers', 'x-id', 'Access-Control-Max-Age', '5']
  const only = {
    fixed: ['Access-Control-Allow-Methods', 'PUT', ...rest],
    varyText: 'Origin, Access-Control-Request-Method',
  }
  const no = () => false
  t.match(withoutOtherMethods(listed, 'PUT', no), only)
  t.match(
    withoutOtherMethods(answerOf({ ...base, methods: '*' }), 'PUT', () => true),
    only,
    '* names all others',
  )
  t.match(
    withoutOtherMethods(answerOf({ ...base, methods: '*' }), 'a b', no),
    { fixed: rest },
    'no echo of a text that is not a method',
  )
  t.equal(
    withoutOtherMethods(listed, 'PUT', (method) => method === 'DELETE'),
    listed,
    'its own routes do not matter',
  )
  t.equal(withoutOtherMethods(listed, 'PATCH', no), listed, 'a refusal says what is allowed')
  for (const methods of [['PUT'], ['PUT', 'POST']]) {
    const alone = answerOf({ ...base, methods })
    t.equal(withoutOtherMethods(alone, 'PUT', no), alone, 'no preflight is needed for the others')
  }
  for (const config of [base, { ...base, origins: ['https://other.example.com'] } as const]) {
    const without = answerOf(config)
    t.equal(withoutOtherMethods(without, 'PUT', no), without, 'names none')
  }
})
