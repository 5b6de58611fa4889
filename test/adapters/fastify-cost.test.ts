import Fastify, { type FastifyInstance } from 'fastify'
import t from 'tap'
import cors from '../../src/adapters/fastify.js'
import { RouterPlace } from '../../src/adapters/fastify-places.js'
import { check, named, policiesOf, route } from '../support/named-policy.js'
import { asking } from '../support/policy.js'

/** No request makes the plugin do more than another: what it looks at is counted. */

/** How often something of ours looks for a route while the preflight is answered. */
async function looksOf(app: FastifyInstance, url: string, method: string): Promise<{ looks: number; status: number }> {
  let looks = 0
  const { match } = RouterPlace.prototype
  RouterPlace.prototype.match = function (...args) {
    looks++
    return match.apply(this, args)
  }
  try {
    const { statusCode } = await app.inject({ method: 'OPTIONS', url, headers: asking(method) })
    return { looks, status: statusCode }
  } finally {
    RouterPlace.prototype.match = match
  }
}

const COUNT = 200
/** Patterns that all match one URL: eight segments, each of which is text or a parameter. */
const mixed = (i: number) => [...i.toString(2).padStart(8, '0')].map((bit) => (bit === '0' ? '/a' : `/:p${i}`)).join('')

const APPS: [name: string, declare: (app: FastifyInstance) => void][] = [
  [
    'several parameters, and OPTIONS /*',
    (app) => {
      app.options('/*', async () => 'options')
      for (let i = 0; i < COUNT; i++) route(app, 'GET', `/r${i}/:a/:b/:c/:d`)
      route(app, 'DELETE', '/:a/:b/:c', 'own')
    },
  ],
  [
    'text or a parameter in each segment',
    (app) => {
      for (let i = 0; i < COUNT; i++) route(app, 'GET', mixed(i))
      route(app, 'DELETE', '/*', 'own')
    },
  ],
  [
    'wildcards below each other',
    (app) => {
      for (let i = 1; i < COUNT; i++) route(app, 'GET', `${'/a'.repeat(i)}/*`)
      route(app, 'DELETE', '/*', 'own')
    },
  ],
  [
    'all methods',
    (app) => {
      for (let i = 1; i < COUNT; i++) app.all(`${'/a'.repeat(i)}/*`, async () => 'all')
      route(app, 'PROPFIND', '/*', 'own')
    },
  ],
]

t.test('a preflight makes the plugin look at few places, whatever it asks for', async (t) => {
  for (const [name, declare] of APPS) {
    for (const routerOptions of [{}, { caseSensitive: false, ignoreDuplicateSlashes: true, maxParamLength: 5000 }]) {
      const app = Fastify({ routerOptions })
      app.addHttpMethod('PROPFIND')
      await app.register(cors, named('scope'))
      declare(app)
      await app.ready()
      for (const url of [
        '/a/a/a',
        '/a'.repeat(8),
        '/a'.repeat(7000),
        '/%61'.repeat(3000),
        '/r1/a/b/c/d',
        `/${'a'.repeat(4000)}`,
      ]) {
        for (const method of ['GET', 'DELETE', 'PROPFIND', 'PURGE']) {
          const { looks, status } = await looksOf(app, url, method)
          t.ok(looks <= 8, `${name}: ${method} ${url.slice(0, 20)}: ${looks} looks, ${status}`)
        }
      }
    }
  }
})

t.test('where too many patterns match, and their policies differ, the preflight is refused', async (t) => {
  const lines: string[] = []
  const app = Fastify({ logger: { level: 'warn', stream: { write: (line: string) => lines.push(line) } } })
  await app.register(cors, named('scope'))
  for (let i = 1; i < 12; i++) route(app, 'GET', `${'/a'.repeat(i)}/*`)
  route(app, 'PUT', '/*', 'own')
  await check(t, app, [
    ['PUT', '/a/a/a/x', 'own'],
    ['GET', '/a/a/a/a/a/a/a/a/a/a/x', 'scope'],
    ['DELETE', '/a/a/a/a/a/a/a/a/a/a/x', 'scope'],
  ])
  t.strictSame(lines, [])
  for (const _ of ['once', 'twice']) {
    const { actual, preflight, status } = await policiesOf(app, 'PUT', '/a/a/a/a/a/a/a/a/a/a/x')
    t.strictSame({ actual, preflight, status }, { actual: 'own', preflight: undefined, status: 403 })
  }
  t.equal(lines.length, 1, 'and that is said once')
})

t.test('a place that has no route of the method', async (t) => {
  const rows: [name: string, declare: (app: FastifyInstance) => void, preflight: string | undefined][] = [
    ['nothing else', () => {}, 'scope'],
    ['a route of that method elsewhere', (app) => route(app, 'PUT', '/b/:id', 'own'), 'scope'],
    ['a route of that method which may follow', (app) => route(app, 'PUT', '/:x/:y', 'own'), 'own'],
    ['one with the same policy', (app) => route(app, 'PUT', '/:x/:y', 'scope'), 'scope'],
    ['an OPTIONS route', (app) => app.options('/a/:id', async () => 'x'), 'scope'],
    ['an OPTIONS route with a policy', (app) => route(app, 'OPTIONS', '/a/:id', 'own'), 'own'],
    ['an OPTIONS route that may follow', (app) => route(app, 'OPTIONS', '/*', 'own'), 'own'],
    [
      'an OPTIONS route without one',
      (app) => app.options('/a/:id', { config: { cors: false } }, async () => 'x'),
      undefined,
    ],
  ]
  for (const [name, declare, expected] of rows) {
    const app = Fastify()
    await app.register(cors, named('scope'))
    route(app, 'GET', '/a/:id')
    route(app, 'GET', '/own', 'own')
    declare(app)
    t.equal((await policiesOf(app, 'PUT', '/a/1')).preflight, expected, name)
  }
})
