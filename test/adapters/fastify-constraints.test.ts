import type { FastifyServerOptions } from 'fastify'
import t from 'tap'
import cors from '../../src/adapters/fastify.js'
import { livePolicy } from '../../src/index.js'
import { linesOf } from '../support/fields-of.js'
import { listening } from '../support/listening.js'
import { type Ask, check, type Declare, named, policiesOf, route, start } from '../support/named-policy.js'
import { APP, asking } from '../support/policy.js'
import { RawConnection } from '../support/raw-connection.js'
import { routeFaultsOf } from '../support/route-faults.js'

t.test('hosts', async (t) => {
  const app = await start((app) => {
    route(app, 'GET', '/x', 'get-one', { host: 'one.example.com' })
    route(app, 'PUT', '/x', 'put-example', { host: /\.example\.com$/ })
    route(app, 'PUT', '/x', 'put-two', { host: 'two.example.com' })
    route(app, 'PUT', '/x', 'put-test', { host: /\.test$/g })
    route(app, 'PUT', '/x', 'put-any')
    route(app, 'DELETE', '/x', 'delete-two', { host: 'two.example.com' })
  })
  const asks: Ask[] = [
    ['GET', '/x', 'get-one', 'one.example.com'],
    ['PUT', '/x', 'put-example', 'one.example.com'],
    ['PUT', '/x', 'put-two', 'two.example.com'],
    ['PUT', '/x', 'put-example', 'three.example.com'],
    ['PUT', '/x', 'put-any', 'localhost'],
    ['DELETE', '/x', 'delete-two', 'two.example.com'],
    ['DELETE', '/x', 'scope', 'one.example.com'],
    // An expression with `g` remembers where it was.
    ...Array.from({ length: 4 }, (): Ask => ['PUT', '/x', 'put-test', 'a.test']),
  ]
  await check(t, app, asks)
})

t.test('an OPTIONS route for a host does not get its preflights', async (t) => {
  const host = 'one.example.com'
  for (const order of ['before', 'after']) {
    const app = await start((app) => {
      if (order === 'before') route(app, 'OPTIONS', '/x', undefined, { host })
      route(app, 'PUT', '/x', 'put', { host })
      route(app, 'GET', '/x', undefined, { host })
      if (order === 'after') route(app, 'OPTIONS', '/x', undefined, { host })
    })
    const asks: Ask[] = [
      ['PUT', '/x', 'put', host],
      ['GET', '/x', 'scope', host],
    ]
    await check(t, app, asks, order)
    t.equal((await app.inject({ method: 'OPTIONS', url: '/x', headers: { host } })).statusCode, 200)
  }
})

t.test('a preflight that names no host', async (t) => {
  const app = await start((app) => {
    route(app, 'PUT', '/x', 'one', { host: 'one.example.com' })
    route(app, 'PUT', '/x', 'undefined', { host: /undefined/ })
    route(app, 'PUT', '/y', 'any')
  })
  const { address } = await listening(t, app)
  for (const [path, name] of [
    ['/x', 'scope'],
    ['/y', 'any'],
  ] as const) {
    const lines = Object.entries(asking()).map(([field, value]) => `${field}: ${value}`)
    const connection = new RawConnection(address)
    const response = await connection.write([`OPTIONS ${path} HTTP/1.0`, ...lines, '', ''].join('\r\n')).next()
    t.equal(linesOf(response, 'access-control-allow-headers').join(), `x-${name}`, path)
    connection.destroy()
  }
})

t.test('versions', async (t) => {
  const app = await start((app) => {
    route(app, 'PUT', '/x', 'put', { version: '1.0.0' })
    route(app, 'PUT', '/x', 'put', { version: '2.0.0' })
    route(app, 'GET', '/x', undefined, { version: '1.0.0' })
  })
  const { preflight } = await policiesOf(app, 'PUT', '/x')
  t.equal(preflight, 'put', 'a preflight carries no version')
  t.equal((await policiesOf(app, 'GET', '/x')).preflight, 'scope')
  const actual = await app.inject({ method: 'PUT', url: '/x', headers: { origin: APP, 'accept-version': '2.x' } })
  t.equal(actual.headers['access-control-expose-headers'], 'x-put')
})

t.test('two routes that a preflight cannot tell apart', async (t) => {
  const one = { version: '1.0.0' }
  const two = { version: '2.0.0' }
  const rows: [name: string, declare: Declare, options?: FastifyServerOptions][] = [
    [
      'names of parameters',
      (app) => {
        route(app, 'PUT', '/x/:a', 'one', one)
        route(app, 'PUT', '/x/:b', 'two', two)
      },
    ],
    [
      'scopes',
      async (app) => {
        await app.register(async (inner) => {
          await inner.register(cors, named('one'))
          route(inner, 'PUT', '/x', undefined, one)
        })
        await app.register(async (inner) => {
          await inner.register(cors, named('two'))
          route(inner, 'PUT', '/x', undefined, two)
        })
      },
    ],
    [
      'a scope and the one around it',
      async (app) => {
        route(app, 'PUT', '/x', undefined, one)
        await app.register(async (inner) => {
          await inner.register(cors, named('two'))
          route(inner, 'PUT', '/x', undefined, two)
        })
      },
    ],
    [
      'a trailing slash',
      (app) => {
        route(app, 'PUT', '/x', 'one', one)
        route(app, 'PUT', '/x/', 'two', two)
      },
      { routerOptions: { ignoreTrailingSlash: true } },
    ],
    [
      'a trailing slash, and the same host',
      (app) => {
        route(app, 'PUT', '/x', 'one', { host: /a/, ...one })
        route(app, 'PUT', '/x/', 'two', { host: /a/, ...two })
      },
      { routerOptions: { ignoreTrailingSlash: true } },
    ],
    [
      'capitals',
      (app) => {
        route(app, 'PUT', '/x', 'one', one)
        route(app, 'PUT', '/X', 'two', two)
      },
      { routerOptions: { caseSensitive: false } },
    ],
    [
      'hosts, the same for both',
      (app) => {
        route(app, 'PUT', '/x/:a', 'one', { host: /a/, ...one })
        route(app, 'PUT', '/x/:b', 'two', { host: /a/, ...two })
      },
    ],
    [
      'two live policies',
      async (app) => {
        for (const constraints of [one, two]) {
          app.put('/x', { constraints, config: { cors: livePolicy(named('live')) } }, async () => 'x')
        }
      },
    ],
  ]
  for (const [name, declare, options] of rows) {
    t.match(await routeFaultsOf(() => start(declare, options)), [/^preflight-ambiguous PUT \/x/i], name)
  }
  const fine: [name: string, declare: Declare, options?: FastifyServerOptions][] = [
    [
      'the same policy',
      (app) => {
        route(app, 'PUT', '/x/:a', 'one', one)
        route(app, 'PUT', '/x/:b', 'one', two)
      },
    ],
    [
      'the same policy in two scopes',
      async (app) => {
        for (const version of ['1.0.0', '2.0.0']) {
          await app.register(async (inner) => {
            await inner.register(cors, named('one'))
            route(inner, 'PUT', '/x/:id', undefined, { version })
          })
        }
      },
    ],
    [
      'different methods',
      (app) => {
        route(app, 'PUT', '/x/:a', 'one', one)
        route(app, 'PATCH', '/x/:b', 'two', two)
      },
    ],
    [
      'different hosts of patterns that the router takes for the same one',
      (app) => {
        route(app, 'PUT', '/x/1', 'one', { host: /local/, ...one })
        route(app, 'PUT', '/x/1/', 'two', { host: /other/, ...two })
      },
      { routerOptions: { ignoreTrailingSlash: true } },
    ],
    [
      'different hosts',
      (app) => {
        route(app, 'PUT', '/x/:a', 'one', { host: 'localhost' })
        route(app, 'PUT', '/x/:b', 'two', { host: 'b' })
      },
    ],
  ]
  for (const [name, declare, options] of fine) {
    t.equal((await policiesOf(await start(declare, options), 'PUT', '/x/1')).preflight, 'one', name)
  }
})

/** A constraint of the app's own, on the header `x-tenant`. */
function tenants(derive: 'sync' | 'async', mustMatchWhenDerived = false) {
  const find = (request: { headers: Record<string, unknown> }) => request.headers['x-tenant'] ?? 'none'
  const storage = () => {
    const handlers = new Map<unknown, unknown>()
    return { get: (key: unknown) => handlers.get(key), set: (key: unknown, value: unknown) => handlers.set(key, value) }
  }
  const sync = (request: { headers: Record<string, unknown> }) => find(request)
  const later = (
    request: { headers: Record<string, unknown> },
    _context: unknown,
    done: (error: null, value: unknown) => void,
  ) => setImmediate(() => done(null, find(request)))
  const strategy = {
    name: 'tenant',
    storage,
    validate: () => {},
    mustMatchWhenDerived,
    deriveConstraint: derive === 'sync' ? sync : later,
  }
  return { routerOptions: { constraints: { tenant: strategy } } } as unknown as FastifyServerOptions
}

t.test('custom constraints of the app', async (t) => {
  for (const derive of ['sync', 'async'] as const) {
    const app = await start((app) => {
      route(app, 'PUT', '/x', 'put', { tenant: 'a' })
      route(app, 'PUT', '/x', 'put', { tenant: 'b' })
      route(app, 'DELETE', '/x', 'delete')
    }, tenants(derive))
    t.equal((await policiesOf(app, 'PUT', '/x')).preflight, 'put', derive)
    await check(t, app, [['DELETE', '/x', 'delete']], derive)
    const actual = await app.inject({ method: 'PUT', url: '/x', headers: { origin: APP, 'x-tenant': 'b' } })
    t.equal(actual.headers['access-control-expose-headers'], 'x-put', derive)
    const differ: Declare = (app) => {
      route(app, 'PUT', '/x', 'a', { tenant: 'a' })
      route(app, 'PUT', '/x', 'b', { tenant: 'b' })
    }
    t.strictSame(await routeFaultsOf(() => start(differ, tenants(derive))), ['preflight-ambiguous PUT /x'], derive)
  }
})

t.test('a constraint that hides all routes without it hides ours too, and then nothing is allowed', async (t) => {
  const app = await start(
    (app) => {
      route(app, 'PUT', '/x', 'put', { tenant: 'none' })
      route(app, 'DELETE', '/y', undefined, { tenant: 'none' })
    },
    tenants('sync', true),
  )
  const put = await policiesOf(app, 'PUT', '/x')
  t.strictSame(put, { actual: 'put', preflight: undefined, found: true, status: 404 })
  await check(t, app, [
    ['DELETE', '/y', 'scope'],
    ['PUT', '/nowhere', 'scope'],
  ])
})

t.test('an OPTIONS route with a constraint that hides all routes without it', async (t) => {
  const app = await start(
    (app) => {
      route(app, 'PUT', '/x', 'put', { tenant: 'none' })
      route(app, 'OPTIONS', '/x', undefined, { tenant: 'none' })
    },
    tenants('sync', true),
  )
  const preflightOf = async (method: 'PUT' | 'DELETE', url: string) => (await policiesOf(app, method, url)).preflight
  t.equal(await preflightOf('PUT', '/x'), 'put', 'answers for the routes of its URL')
  t.equal(await preflightOf('PUT', '/nowhere'), undefined, 'a 404 does not, if a route may be hidden')
  t.equal(await preflightOf('DELETE', '/nowhere'), 'scope', 'but for a method without routes')
})
