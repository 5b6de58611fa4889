import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance, type FastifyServerOptions, type RouteOptions } from 'fastify'
import t, { type Test } from 'tap'
import cors from '../../src/adapters/fastify.js'
import { type ClientResponse, send } from '../support/client.js'
import { fieldsOf, linesOf } from '../support/fields-of.js'
import { listening } from '../support/listening.js'
import { type Method, named, policiesOf } from '../support/named-policy.js'
import { APP, asking } from '../support/policy.js'
import { RawConnection } from '../support/raw-connection.js'

type Declare = (app: FastifyInstance) => unknown
type Ask = readonly [method: Method, url: string, name: string | undefined, host?: string]
type Constraints = Record<string, unknown>

/** An app with a policy called `scope`. */
async function start(declare: Declare, options: FastifyServerOptions = {}): Promise<FastifyInstance> {
  const app = Fastify(options)
  await app.register(cors, named('scope'))
  await declare(app)
  await app.ready()
  return app
}

/** A route with a policy of that name. */
function route(
  app: FastifyInstance,
  method: string | string[],
  url: string,
  name?: string,
  constraints?: Constraints,
): void {
  const options = { method, url, handler: async () => `${name}` } as RouteOptions
  if (name !== undefined) options.config = { cors: named(name) }
  if (constraints !== undefined) options.constraints = constraints
  app.route(options)
}

async function check(t: Test, app: FastifyInstance, asks: readonly Ask[], label = ''): Promise<void> {
  for (const [method, url, name, host] of asks) {
    const { actual, preflight, status } = await policiesOf(app, method, url, host)
    const what = `${label} ${method} ${url} ${host ?? ''}`
    t.strictSame({ preflight, actual }, { preflight: name, actual: name }, what)
    if (name !== undefined) t.equal(status, 204, what)
  }
}

t.test('patterns', async (t) => {
  const rows: { name: string; declare: Declare; asks: Ask[]; options?: FastifyServerOptions }[] = [
    {
      name: 'static before parametric before wildcard',
      declare: (app) => {
        route(app, 'PUT', '/x/me', 'static')
        route(app, 'PUT', '/x/:id', 'parameter')
        route(app, 'PUT', '/x/*', 'wildcard')
        route(app, 'DELETE', '/x/:id', 'delete')
      },
      asks: [
        ['PUT', '/x/me', 'static'],
        ['PUT', '/x/you', 'parameter'],
        ['PUT', '/x/you/too', 'wildcard'],
        ['PUT', '/x/', 'parameter'],
        ['DELETE', '/x/me', 'delete'],
        ['DELETE', '/x/you/too', 'scope'],
        ['PATCH', '/x/me', 'scope'],
      ],
    },
    {
      name: 'regular expressions',
      declare: (app) => {
        route(app, 'PUT', '/x/:n(^\\d+$)', 'number')
        route(app, 'PUT', '/x/:name([^/]+)/y', 'slash')
        route(app, 'PUT', '/x/:any', 'any')
        route(app, 'DELETE', '/x/:n(^\\d+$)', 'delete')
      },
      asks: [
        ['PUT', '/x/12', 'number'],
        ['PUT', '/x/a12', 'any'],
        ['PUT', '/x/a12/y', 'slash'],
        ['DELETE', '/x/12', 'delete'],
        ['DELETE', '/x/a12', 'scope'],
      ],
    },
    {
      name: 'several parameters in a segment',
      declare: (app) => {
        route(app, 'PUT', '/x/:from-:to', 'range')
        route(app, 'PUT', '/x/:file.:ext', 'file')
        route(app, 'PUT', '/at/:hour(^\\d{2})h:minute(^\\d{2})m', 'time')
      },
      asks: [
        ['PUT', '/x/a-b', 'range'],
        ['PUT', '/x/a.b', 'file'],
        ['PUT', '/x/a', 'scope'],
        ['PUT', '/at/10h30m', 'time'],
        ['PUT', '/at/1030', 'scope'],
      ],
    },
    {
      name: 'optional parameters',
      declare: (app) => route(app, 'PUT', '/x/:id?', 'optional'),
      asks: [
        ['PUT', '/x', 'optional'],
        ['PUT', '/x/1', 'optional'],
        ['PUT', '/x/1/2', 'scope'],
      ],
    },
    {
      name: 'escapes, and colons that are none',
      declare: (app) => {
        route(app, 'PUT', '/x::y', 'colon')
        route(app, 'PUT', '/ä', 'umlaut')
        route(app, 'PUT', '/x/:id', 'parameter')
      },
      asks: [
        ['PUT', '/x:y', 'colon'],
        ['PUT', '/%C3%A4', 'umlaut'],
        ['PUT', '/x/a%2Fb', 'parameter'],
        ['PUT', '/x/a?b=/c', 'parameter'],
      ],
    },
    {
      name: 'a wildcard for everything',
      declare: (app) => {
        route(app, 'PUT', '*', 'everything')
        route(app, 'PUT', '/x', 'one')
      },
      asks: [
        ['PUT', '/x', 'one'],
        ['PUT', '/', 'everything'],
        ['PUT', '/a/b', 'everything'],
      ],
    },
    {
      name: 'ignoreTrailingSlash',
      options: { routerOptions: { ignoreTrailingSlash: true } },
      declare: async (app) => {
        route(app, 'PUT', '/x/', 'slash')
        await app.register(async (inner) => route(inner, 'PUT', '/', 'root'), { prefix: '/p' })
      },
      asks: [
        ['PUT', '/x', 'slash'],
        ['PUT', '/x/', 'slash'],
        ['PUT', '/p', 'root'],
        ['PUT', '/p/', 'root'],
      ],
    },
    {
      name: 'no ignoreTrailingSlash',
      declare: (app) => {
        route(app, 'PUT', '/x/', 'slash')
        route(app, 'PUT', '/x', 'bare')
      },
      asks: [
        ['PUT', '/x', 'bare'],
        ['PUT', '/x/', 'slash'],
      ],
    },
    {
      name: 'ignoreDuplicateSlashes',
      options: { routerOptions: { ignoreDuplicateSlashes: true } },
      declare: (app) => route(app, 'PUT', '/x//y', 'slashes'),
      asks: [
        ['PUT', '/x/y', 'slashes'],
        ['PUT', '//x///y', 'slashes'],
      ],
    },
    {
      name: 'caseSensitive: false',
      options: { routerOptions: { caseSensitive: false } },
      declare: (app) => {
        route(app, 'PUT', '/Users/:ID', 'users')
        route(app, 'PUT', '/users/me', 'me')
      },
      asks: [
        ['PUT', '/USERS/1', 'users'],
        ['PUT', '/USERS/ME', 'me'],
      ],
    },
    {
      name: 'useSemicolonDelimiter',
      options: { routerOptions: { useSemicolonDelimiter: true } as object },
      declare: (app) => route(app, 'PUT', '/x', 'x'),
      asks: [['PUT', '/x;y', 'x']],
    },
  ]
  for (const { name, declare, asks, options } of rows) await check(t, await start(declare, options), asks, `${name}:`)
})

t.test('a route / below a prefix', async (t) => {
  for (const [prefixTrailingSlash, bare, slash] of [
    [undefined, 'root', 'root'],
    ['both', 'root', 'root'],
    ['slash', 'scope', 'root'],
    ['no-slash', 'root', 'scope'],
  ] as const) {
    const app = await start((app) =>
      app.register(
        async (inner) => {
          const options = { method: 'PUT', url: '/', config: { cors: named('root') }, handler: async () => 'here' }
          inner.route({ ...options, ...(prefixTrailingSlash && { prefixTrailingSlash }) })
        },
        { prefix: '/p' },
      ),
    )
    const asks: Ask[] = [
      ['PUT', '/p', bare],
      ['PUT', '/p/', slash],
    ]
    await check(t, app, asks, `${prefixTrailingSlash}:`)
  }
})

t.test('a prefix with a wildcard below it', async (t) => {
  const app = await start(async (app) => {
    await app.register(
      async (inner) => {
        await inner.register(cors, named('inner'))
        route(inner, 'PUT', '/*', undefined)
        route(inner, 'DELETE', '/*', 'own')
      },
      { prefix: '/api' },
    )
    await app.register(async (inner) => route(inner, 'PUT', '*', 'star'), { prefix: '/star' })
  })
  await check(t, app, [
    ['PUT', '/api/', 'inner'],
    ['PUT', '/api/x/y', 'inner'],
    ['DELETE', '/api/x', 'own'],
    ['PUT', '/apix', 'scope'],
    ['PUT', '/star', 'star'],
    ['PUT', '/star/x', 'star'],
    // Fastify's own way: the prefix and the star are one pattern, `/star*`.
    ['PUT', '/stars', 'star'],
  ])
})

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

t.test('an OPTIONS route for a host stands behind the answer to its preflights', async (t) => {
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
        const { livePolicy } = await import('../../src/index.js')
        for (const constraints of [one, two]) {
          app.put('/x', { constraints, config: { cors: livePolicy(named('live')) } }, async () => 'x')
        }
      },
    ],
  ]
  for (const [name, declare, options] of rows) {
    await t.rejects(start(declare, options), { message: /PUT \/\S+ is declared twice/ }, name)
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

t.test('constraints of the app’s own', async (t) => {
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
    await t.rejects(start(differ, tenants(derive)), { message: /PUT \/x is declared twice/ }, derive)
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

t.test('OPTIONS routes of the app', async (t) => {
  const app = await start((app) => {
    app.all('*', async (request) => `all ${request.method}`)
    app.options('/x', async () => 'options')
    route(app, 'PUT', '/x', 'put')
    route(app, 'GET', '/x')
  })
  await check(t, app, [
    ['PUT', '/x', 'put'],
    ['GET', '/x', 'scope'],
    ['DELETE', '/x', 'scope'],
    ['PUT', '/y', 'scope'],
  ])
  for (const [url, body] of [
    ['/x', 'options'],
    ['/y', 'all OPTIONS'],
  ] as const) {
    t.equal((await app.inject({ method: 'OPTIONS', url })).body, body)
    t.equal((await app.inject({ method: 'OPTIONS', url, headers: { origin: APP } })).body, body)
  }
})

t.test('an OPTIONS route with a policy of its own', async (t) => {
  const app = await start((app) => {
    route(app, 'OPTIONS', '/x/me', 'options')
    route(app, 'PUT', '/x/:id', 'put')
    route(app, 'PATCH', '/x/me', 'patch')
    route(app, 'OPTIONS', '/none/me')
    app.options('/none/you', { config: { cors: false } }, async () => 'none')
  })
  const rows: [method: Method, url: string, preflight: string | undefined, why: string][] = [
    ['DELETE', '/x/me', 'options', 'answers where no route takes the method'],
    ['PATCH', '/x/me', 'patch', 'not for a route of the same URL'],
    ['PUT', '/x/me', undefined, 'not for one that it stands in front of'],
    ['PUT', '/x/you', 'put', 'and is nowhere else'],
    ['PUT', '/none/me', 'scope', 'without one, it has that of its scope'],
    ['PUT', '/none/you', undefined, 'or none'],
  ]
  for (const [method, url, preflight, why] of rows) {
    t.equal((await policiesOf(app, method, url)).preflight, preflight, `${method} ${url}: ${why}`)
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

t.test('an OPTIONS route in front of the routes of another scope', async (t) => {
  const app = Fastify()
  await app.register(async (inner) => {
    await inner.register(cors, named('one'))
    inner.options('/x/me', async () => 'options')
    route(inner, 'PATCH', '/x/me')
  })
  await app.register(async (inner) => {
    await inner.register(cors, named('two'))
    route(inner, 'PUT', '/x/:id')
  })
  const { preflight, actual } = await policiesOf(app, 'PUT', '/x/me')
  t.strictSame([preflight, actual], [undefined, 'two'], 'is not answered by the policy of the first')
  await check(t, app, [
    ['PATCH', '/x/me', 'one'],
    ['PUT', '/x/you', 'two'],
  ])
})

t.test('HEAD', async (t) => {
  for (const exposeHeadRoutes of [true, false]) {
    const app = await start((app) => route(app, 'GET', '/x', 'get'), { exposeHeadRoutes })
    await check(t, app, [
      ['GET', '/x', 'get'],
      ['HEAD', '/x', exposeHeadRoutes ? 'get' : 'scope'],
    ])
  }
  const own = await start((app) => {
    route(app, 'HEAD', '/x', 'head')
    route(app, 'GET', '/x', 'get')
  })
  await check(t, own, [
    ['GET', '/x', 'get'],
    ['HEAD', '/x', 'head'],
  ])
})

t.test('methods that Fastify learns', async (t) => {
  const app = await start((app) => {
    app.addHttpMethod('PROPFIND', { hasBody: true })
    route(app, 'PROPFIND', '/x', 'propfind')
  })
  await check(t, app, [['PROPFIND' as Method, '/x', 'propfind']])
})

t.test('more routes than the router has bits', async (t) => {
  const names = Array.from({ length: 70 }, (_, i) => `r${i}`)
  const paths = await start((app) => {
    for (const name of names) route(app, 'PUT', `/${name}`, name)
  })
  await check(t, paths, [
    ['PUT', '/r0', 'r0'],
    ['PUT', '/r31', 'r31'],
    ['PUT', '/r69', 'r69'],
  ])
  const onHosts = (count: number) =>
    start((app) => {
      for (const name of names.slice(0, count)) route(app, 'PUT', '/x', name, { host: name })
    })
  await check(t, await onHosts(31), [
    ['PUT', '/x', 'r0', 'r0'],
    ['PUT', '/x', 'r30', 'r30'],
    ['PUT', '/x', 'scope', 'other'],
  ])
  await t.rejects(onHosts(32), { message: /maximum of 31 route handlers/ }, 'the limit of the router itself')
})

t.test('what the app asks about its routes', async (t) => {
  const app = await start((app) => {
    route(app, 'PUT', '/x/:id', 'put')
    route(app, 'GET', '/x/:id')
  })
  for (const [method, url, has] of [
    ['PUT', '/x/:id', true],
    ['GET', '/x/:id', true],
    ['OPTIONS', '/x/:id', false],
    ['PUT', '/y', false],
  ] as const) {
    t.equal(app.hasRoute({ method, url }), has, `${method} ${url}`)
    t.equal(app.findRoute({ method, url }) !== null, has, `${method} ${url}`)
  }
  const printed = app.printRoutes({ commonPrefix: false })
  t.match(printed, /x\/:id \(PUT, GET, HEAD\)/)
  t.match(app.printRoutes({ includeHooks: true, includeMeta: true }), /onRequest/)
})

t.test('HTTP/2', async (t) => {
  const app = Fastify({ http2: true }) as unknown as FastifyInstance
  await app.register(cors, named('scope'))
  app.put('/x', { constraints: { host: 'one.example.com' }, config: { cors: named('one') } }, async () => 'one')
  app.put('/x', { config: { cors: named('any') } }, async () => 'any')
  app.delete('/x', { config: { cors: false } }, async () => 'none')
  app.get('/raw', (_, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { vary: 'accept', 'access-control-allow-origin': 'https://upstream.example.com' })
    reply.raw.end('raw')
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(() => app.close())
  const { port } = app.server.address() as AddressInfo
  const ask = (method: string, path: string, headers: Record<string, string>): Promise<ClientResponse> =>
    send({ protocol: 'h2c', port }, { method, path, headers: { origin: APP, ...headers } })
  const rows: [method: string, headers: Record<string, string>, status: number, fields: Record<string, string>][] = [
    ['OPTIONS', asking('PUT'), 204, { 'allow-origin': '*', 'allow-headers': 'x-any' }],
    [
      'OPTIONS',
      { ...asking('PUT'), ':authority': 'one.example.com' },
      204,
      { 'allow-origin': '*', 'allow-headers': 'x-one' },
    ],
    ['OPTIONS', { ...asking('PUT'), host: 'one.example.com' }, 204, { 'allow-origin': '*', 'allow-headers': 'x-one' }],
    ['OPTIONS', asking('DELETE'), 404, {}],
    ['PUT', {}, 200, { 'allow-origin': '*', 'expose-headers': 'x-any' }],
    ['PUT', { ':authority': 'one.example.com' }, 200, { 'allow-origin': '*', 'expose-headers': 'x-one' }],
    ['DELETE', {}, 200, {}],
  ]
  for (const [method, headers, status, fields] of rows) {
    const response = await ask(method, '/x', headers)
    t.strictSame(
      [response.status, fieldsOf(response)],
      [status, { vary: 'Origin', ...fields }],
      JSON.stringify(headers),
    )
  }
  const raw = await ask('GET', '/raw', {})
  t.strictSame(fieldsOf(raw), { vary: 'accept, Origin', 'allow-origin': '*', 'expose-headers': 'x-scope' })
})
