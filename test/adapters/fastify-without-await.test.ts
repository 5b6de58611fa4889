import peer from '@fastify/cors'
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import t from 'tap'
import cors from '../../src/adapters/fastify.js'
import { compilePolicy, livePolicy } from '../../src/index.js'
import { APP, config, EVIL } from '../support/policy.js'

/** The ways in which people put the plugin and their routes into an app, with `@fastify/cors` next to ours. */

/** Registers the plugin. */
type Register = (app: FastifyInstance) => PromiseLike<unknown>

interface Shape {
  readonly name: string
  readonly build: (app: FastifyInstance, register: Register) => unknown
  /** The URLs of PUT routes. */
  readonly urls: readonly string[]
  /** Whether `@fastify/cors` leaves the preflights unanswered. */
  readonly oursAlone?: boolean
}

const put = (app: FastifyInstance, url: string) => app.put(url, async () => 'put')

const SHAPES: Shape[] = [
  {
    name: 'root, awaited',
    build: async (app, register) => {
      await register(app)
      put(app, '/x')
    },
    urls: ['/x'],
  },
  {
    name: 'root, not awaited',
    build: (app, register) => {
      register(app)
      put(app, '/x')
      put(app, '/x/:id')
    },
    urls: ['/x', '/x/1'],
  },
  {
    name: 'root, after the routes',
    build: async (app, register) => {
      put(app, '/x')
      await register(app)
    },
    urls: ['/x'],
  },
  {
    name: 'routes in a plugin',
    build: (app, register) => {
      register(app)
      app.register(async (api) => put(api, '/x'), { prefix: '/api' })
    },
    urls: ['/api/x'],
  },
  {
    name: 'prefix, awaited',
    build: (app, register) => {
      app.register(
        async (api) => {
          await register(api)
          put(api, '/')
          put(api, '/x')
        },
        { prefix: '/api' },
      )
    },
    urls: ['/api', '/api/', '/api/x'],
  },
  {
    name: 'prefix, not awaited',
    build: (app, register) => {
      app.register(
        async (api) => {
          register(api)
          put(api, '/')
          put(api, '/x')
          put(api, '/x/:id/*')
        },
        { prefix: '/api' },
      )
    },
    urls: ['/api', '/api/', '/api/x', '/api/x/1/y'],
  },
  {
    name: 'prefix, a callback instead of a promise',
    build: (app, register) => {
      app.register(
        (api, _, done) => {
          register(api)
          put(api, '/x')
          done()
        },
        { prefix: '/api/' },
      )
    },
    urls: ['/api/x'],
  },
  {
    name: 'prefix with a parameter, after the routes',
    build: (app, register) => {
      app.register(
        async (api) => {
          put(api, '/x')
          await register(api)
        },
        { prefix: '/:tenant' },
      )
    },
    urls: ['/a/x'],
    oursAlone: true,
  },
  {
    name: 'prefix in a prefix, not awaited',
    build: (app, register) => {
      app.register(
        async (api) => {
          api.register(
            async (inner) => {
              register(inner)
              put(inner, '/x')
            },
            { prefix: '/v1' },
          )
        },
        { prefix: '/api' },
      )
    },
    urls: ['/api/v1/x'],
  },
  {
    name: 'no prefix, not awaited',
    build: (app, register) => {
      app.register(async (api) => {
        register(api)
        put(api, '/x')
      })
    },
    urls: ['/x'],
  },
  {
    name: 'in a plugin that shares its scope',
    build: (app, register) => {
      app.register(fastifyPlugin(async (same) => void register(same)))
      put(app, '/x')
      app.register(async (api) => put(api, '/x'), { prefix: '/api' })
    },
    urls: ['/x', '/api/x'],
  },
  {
    name: 'two prefixes',
    build: (app, register) => {
      for (const prefix of ['/a', '/b']) {
        app.register(
          async (api) => {
            register(api)
            put(api, '/x')
          },
          { prefix },
        )
      }
    },
    urls: ['/a/x', '/b/x'],
  },
  {
    name: 'two plugins with one prefix',
    build: (app, register) => {
      for (const url of ['/x', '/y']) {
        app.register(
          async (api) => {
            // With `@fastify/cors`, only one of them can be registered: its OPTIONS routes collide.
            if (url === '/x') register(api)
            put(api, url)
          },
          { prefix: '/a' },
        )
      }
    },
    urls: ['/a/x'],
  },
]

const PEER = { origin: [APP], methods: ['PUT', 'DELETE'], credentials: true }

/** The status of a preflight, and the origins that it and the request are answered with. */
async function answersOf(app: FastifyInstance, url: string, origin = APP) {
  const preflight = await app.inject({
    method: 'OPTIONS',
    url,
    headers: { origin, 'access-control-request-method': 'PUT' },
  })
  const actual = await app.inject({ method: 'PUT', url, headers: { origin } })
  return [preflight, actual].map(({ statusCode, headers }) => [statusCode, headers['access-control-allow-origin']])
}

t.test('an app in any shape works as with @fastify/cors', async (t) => {
  for (const { name, build, urls, oursAlone } of SHAPES) {
    const ours = Fastify()
    await build(ours, (app) => app.register(cors, config))
    const theirs = Fastify()
    await build(theirs, (app) => app.register(peer, PEER))
    for (const url of urls) {
      const expected = [
        [204, APP],
        [200, APP],
      ]
      t.strictSame(await answersOf(ours, url), expected, `${name}: ${url}`)
      const peers = oursAlone ? [[404, undefined], expected[1]] : expected
      t.strictSame(await answersOf(theirs, url), peers, `${name}: ${url}, @fastify/cors`)
      const refused = await answersOf(ours, url, EVIL)
      t.strictSame(
        refused,
        [
          [403, undefined],
          [200, undefined],
        ],
        `${name}: ${url}, another origin`,
      )
    }
  }
})

t.test('a scope answers preflights below its prefix, and no others', async (t) => {
  const app = Fastify()
  app.register(
    async (api) => {
      api.register(cors, config)
      put(api, '/x')
    },
    { prefix: '/api' },
  )
  put(app, '/other')
  for (const [url, status] of [
    ['/api', 204],
    ['/api/', 204],
    ['/api/nowhere', 204],
    ['/apix', 404],
    ['/other', 404],
    ['/', 404],
  ] as const) {
    t.equal((await answersOf(app, url))[0]?.[0], status, url)
  }
  t.equal(
    (await app.inject({ method: 'OPTIONS', url: '/api/x' })).statusCode,
    404,
    'an OPTIONS request is no preflight',
  )
  t.notMatch(app.printRoutes({ commonPrefix: false }).replaceAll(/.*corsPreflight.*/g, ''), /OPTIONS/)
})

t.test('a route that the plugin knows goes before a scope that may have one', async (t) => {
  const outer = { origins: ['https://outer.example.com'] } as const
  const app = Fastify()
  await app.register(cors, outer)
  put(app, '/*')
  app.delete('/:a/:b', async () => 'delete')
  app.register(
    async (api) => {
      await api.register(cors, config)
      api.patch('/x', async () => 'patch')
    },
    { prefix: '/api' },
  )
  await app.ready()
  const statusOf = async (method: string, url: string, origin: string) => {
    const headers = { origin, 'access-control-request-method': method }
    return (await app.inject({ method: 'OPTIONS', url, headers })).statusCode
  }
  const OUTER = outer.origins[0]
  t.equal(await statusOf('PUT', '/api/x', APP), 403, 'the wildcard takes it')
  t.equal(await statusOf('PUT', '/api/x', OUTER), 204)
  t.equal(await statusOf('PATCH', '/api/x', APP), 204)
  t.equal(await statusOf('DELETE', '/api/x', APP), 403, 'the route with two parameters takes it')
  t.equal(await statusOf('DELETE', '/api/x/y/z', APP), 404, 'if that cannot be seen from the patterns, nobody')
  t.equal(await statusOf('DELETE', '/api/x/y/z', OUTER), 404)
  t.equal(await statusOf('PURGE', '/api/x', APP), 204, 'no route anywhere')
})

t.test(
  'scopes with one prefix and different policies answer for the routes that they know, and for no others',
  async (t) => {
    const app = Fastify()
    await app.register(cors, { origins: ['https://outer.example.com'] })
    for (const [url, origins] of [
      ['/x', [APP]],
      ['/y', [EVIL]],
    ] as const) {
      app.register(
        async (api) => {
          await api.register(cors, { origins })
          put(api, url)
        },
        { prefix: '/api' },
      )
    }
    t.equal((await answersOf(app, '/api/x'))[0]?.[0], 204)
    t.equal((await answersOf(app, '/api/y', EVIL))[0]?.[0], 204)
    for (const origin of [APP, EVIL, 'https://outer.example.com']) {
      t.strictSame((await answersOf(app, '/api/z', origin))[0], [404, undefined], origin)
    }
  },
)

t.test('an OPTIONS route of the app, with a policy of its own, answers instead of its scope', async (t) => {
  const app = Fastify()
  app.register(
    async (api) => {
      await api.register(cors, config)
      api.options('/*', { config: { cors: { origins: [EVIL] } } }, async () => 'options')
    },
    { prefix: '/api' },
  )
  t.strictSame((await answersOf(app, '/api/x', EVIL))[0], [204, EVIL])
  t.strictSame((await answersOf(app, '/api/x'))[0], [403, undefined])
})

t.test('a scope without a prefix leaves unknown URLs to the scope around it', async (t) => {
  const app = Fastify()
  app.register(cors, config)
  put(app, '/early')
  app.register(async (inner) => {
    await inner.register(cors, { origins: [EVIL] })
    put(inner, '/x')
  })
  t.strictSame((await answersOf(app, '/early'))[0], [204, APP])
  t.strictSame((await answersOf(app, '/x', EVIL))[0], [204, EVIL])
  t.strictSame((await answersOf(app, '/nowhere'))[0], [204, APP])
})

t.test('a compiled or a live policy', async (t) => {
  const live = livePolicy(config)
  for (const policy of [compilePolicy(config), live]) {
    for (const prefix of ['', '/api']) {
      const app = Fastify()
      const api: FastifyPluginAsync = async (api) => {
        api.register(cors, policy)
        put(api, '/x')
      }
      app.register(api, { prefix })
      t.strictSame(await answersOf(app, `${prefix}/x`), [
        [204, APP],
        [200, APP],
      ])
    }
  }
  const app = Fastify()
  await app.register(cors, live)
  live.replace({ origins: [EVIL] })
  t.strictSame((await answersOf(app, '/', EVIL))[0], [204, EVIL], 'a live policy stays live')
})
