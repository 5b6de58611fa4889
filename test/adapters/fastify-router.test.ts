import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import t from 'tap'
import cors from '../../src/adapters/fastify.js'
import { type ClientResponse, send } from '../support/client.js'
import { fieldsOf } from '../support/fields-of.js'
import { type Ask, check, type Declare, type Method, named, policiesOf, route, start } from '../support/named-policy.js'
import { APP, asking } from '../support/policy.js'

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

t.test('methods that the app adds to Fastify', async (t) => {
  const app = await start((app) => {
    app.addHttpMethod('PROPFIND', { hasBody: true })
    route(app, 'PROPFIND', '/x', 'propfind')
  })
  await check(t, app, [['PROPFIND' as Method, '/x', 'propfind']])
})

t.test('more routes than the router’s bit mask holds', async (t) => {
  const names = Array.from({ length: 70 }, (_, i) => `r${i}`)
  const paths = await start((app) => {
    for (const name of names) route(app, 'PUT', `/${name}`, name)
  })
  await check(t, paths, [
    ['PUT', '/r0', 'r0'],
    ['PUT', '/r31', 'r31'],
    ['PUT', '/r69', 'r69'],
  ])
})

t.test('the limit of 31 handlers at one place is that of the router itself', async (t) => {
  const hosts = Array.from({ length: 31 }, (_, i) => `h${i}.example.com`)
  const isRouterLimit = { message: /maximum of 31 route handlers/ }
  const rows: [name: string, declare: (app: FastifyInstance, host: string, i: number) => void, asks: Ask[]][] = [
    [
      'GET and POST, each for hosts of its own',
      (app, host, i) => {
        route(app, 'GET', '/x', `get-${i}`, { host: `get.${host}` })
        route(app, 'POST', '/x', `post-${i}`, { host: `post.${host}` })
      },
      [
        ['GET', '/x', 'get-0', 'get.h0.example.com'],
        ['GET', '/x', 'get-30', 'get.h30.example.com'],
        ['POST', '/x', 'post-30', 'post.h30.example.com'],
        ['POST', '/x', 'scope', 'get.h30.example.com'],
      ],
    ],
    [
      'other names of parameters, and scopes of their own',
      (app, host, i) => {
        app.register(async (inner) => {
          if (i % 2 === 0) inner.register(cors, named(`scope-${i}`))
          route(inner, ['PUT', 'PATCH'], `/:p${i}/y`, `put-${i}`, { host: i === 3 ? /^h3\./ : host })
        })
      },
      [
        ['PUT', '/x/y', 'put-0', 'h0.example.com'],
        ['PATCH', '/x/y', 'put-3', 'h3.example.com'],
        ['PUT', '/x/y', 'put-30', 'h30.example.com'],
      ],
    ],
    [
      'all methods, OPTIONS among them',
      (app, host, i) =>
        app.all('/x', { constraints: { host }, config: { cors: named(`all-${i}`) } }, async () => 'all'),
      [
        ['PUT', '/x', 'all-0', 'h0.example.com'],
        ['DELETE', '/x', 'all-30', 'h30.example.com'],
        ['DELETE', '/x', 'scope', 'other.example.com'],
      ],
    ],
  ]
  for (const [name, declare, asks] of rows) {
    for (const versioned of [false, true]) {
      const app = await start((app) => {
        for (const [i, host] of hosts.entries()) declare(app, host, i)
        if (versioned) route(app, 'PUT', '/other', 'other', { version: '1.0.0' })
      })
      await check(t, app, asks, name)
    }
    await t.rejects(
      start((app) => {
        for (const [i, host] of [...hosts, 'more.example.com'].entries()) declare(app, host, i)
      }),
      isRouterLimit,
      `${name}: Fastify has no room for one more`,
    )
  }
})

t.test('hasRoute and findRoute of the app', async (t) => {
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
