import { Readable } from 'node:stream'
import Fastify, { type FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import t from 'tap'
import cors from '../../src/adapters/fastify.js'
import { type CorsConfig, livePolicy } from '../../src/index.js'
import { logTexts } from '../../src/text/fastify.js'
import { corsFields } from '../support/cors-fields.js'
import { check, named, policiesOf, route } from '../support/named-policy.js'
import { ACTUAL, APP, asking, config, EVIL, NONE, PREFLIGHT } from '../support/policy.js'
import { routeFaultsOf } from '../support/route-faults.js'

function put(app: FastifyInstance, url: string, name?: string): void {
  route(app, 'PUT', url, name)
}

t.test('plugins inside plugins, with and without fastify-plugin', async (t) => {
  const app = Fastify()
  await app.register(cors, named('root'))
  put(app, '/before')
  await app.register(
    async (outer) => {
      put(outer, '/a')
      await outer.register(fastifyPlugin(async (same) => put(same, '/same', 'same')))
      await outer.register(
        async (inner) => {
          await inner.register(fastifyPlugin(async (same) => same.register(cors, named('inner'))))
          put(inner, '/b')
          await inner.register(async (innermost) => {
            put(innermost, '/c')
            put(innermost, '/d', 'd')
          })
        },
        { prefix: '/inner' },
      )
      put(outer, '/after')
    },
    { prefix: '/outer' },
  )
  put(app, '/after', 'after')
  await check(t, app, [
    ['PUT', '/before', 'root'],
    ['PUT', '/outer/a', 'root'],
    ['PUT', '/outer/same', 'same'],
    ['PUT', '/outer/inner/b', 'inner'],
    ['PUT', '/outer/inner/c', 'inner'],
    ['PUT', '/outer/inner/d', 'd'],
    ['PUT', '/outer/after', 'root'],
    ['PUT', '/after', 'after'],
    ['DELETE', '/outer/a', 'root'],
  ])
})

t.test('a scope’s own 404, and those of the scope around it', async (t) => {
  const app = Fastify()
  await app.register(cors, named('root'))
  await app.register(
    async (inner) => {
      await inner.register(cors, named('inner'))
      inner.setNotFoundHandler((_, reply) => reply.code(404).send('not here'))
      put(inner, '/x')
    },
    { prefix: '/with' },
  )
  await app.register(
    async (inner) => {
      await inner.register(cors, named('inner'))
      put(inner, '/x')
    },
    { prefix: '/without' },
  )
  await check(t, app, [
    ['PUT', '/with/x', 'inner'],
    ['PUT', '/with/nowhere', 'inner'],
    ['PUT', '/without/x', 'inner'],
    ['PUT', '/nowhere', 'root'],
  ])
  const unknown = await policiesOf(app, 'PUT', '/without/nowhere')
  t.strictSame([unknown.preflight, unknown.actual], ['inner', 'root'], 'a prefix answers for all URLs below it')
})

t.test('a policy that comes after the routes of its scope', async (t) => {
  const app = Fastify()
  await app.register(cors, named('root'))
  await app.register(async (inner) => {
    put(inner, '/x')
    await inner.register(cors, named('inner'))
    put(inner, '/y')
  })
  await check(t, app, [
    ['PUT', '/x', 'inner'],
    ['PUT', '/y', 'inner'],
  ])
})

t.test('sibling scopes without an outer one', async (t) => {
  const app = Fastify()
  for (const name of ['one', 'two']) {
    await app.register(
      async (inner) => {
        await inner.register(cors, named(name))
        put(inner, '/x')
        put(inner, '/y', `${name}-y`)
      },
      { prefix: `/${name}` },
    )
  }
  put(app, '/none')
  await check(t, app, [
    ['PUT', '/one/x', 'one'],
    ['PUT', '/two/x', 'two'],
    ['PUT', '/one/y', 'one-y'],
    ['PUT', '/two/y', 'two-y'],
    ['PUT', '/none', undefined],
  ])
  t.strictSame(corsFields((await app.inject({ url: '/none', headers: { origin: APP } })).headers), {}, 'not even Vary')
})

t.test('two apps in one process know nothing of each other', async (t) => {
  const apps = ['one', 'two'].map((name) => {
    const app = Fastify()
    app.register(cors, named(name))
    app.register(async (inner) => put(inner, '/x', `${name}-x`))
    return app
  })
  for (const [i, name] of ['one', 'two'].entries()) {
    await check(t, apps[i] as FastifyInstance, [
      ['PUT', '/x', `${name}-x`],
      ['PUT', '/y', name],
    ])
  }
})

t.test('onRoute hooks of other plugins', async (t) => {
  const announced: string[] = []
  const app = Fastify()
  // One that was there before gives routes a policy, as if they said so themselves.
  app.addHook('onRoute', (route) => {
    announced.push(`${route.method} ${route.url}`)
    if (route.url === '/given') route.config = { ...route.config, cors: named('given') }
  })
  await app.register(cors, named('root'))
  // One that comes after adds to each route, and declares a route beside each.
  let ran = 0
  app.addHook('onRoute', (route) => {
    route.onRequest = [route.onRequest ?? [], async () => ran++].flat() as never
    if (route.method === 'PUT') app.get(`/beside${route.url}`, async () => 'beside')
  })
  put(app, '/given')
  put(app, '/x', 'x')
  await check(t, app, [
    ['PUT', '/given', 'given'],
    ['PUT', '/x', 'x'],
    ['GET', '/beside/x', 'root'],
  ])
  t.ok(announced.includes('PUT /x') && announced.includes('GET /beside/given'))
  ran = 0
  await app.inject({ method: 'OPTIONS', url: '/x', headers: asking() })
  t.equal(ran, 0, 'a hook on a route runs after the answer to its preflight')
})

t.test('a plugin that changes config.cors after our hook has seen it stops the start', async (t) => {
  const changes: [name: string, before: CorsConfig | undefined, after: CorsConfig | false | undefined][] = [
    ['sets', undefined, named('late')],
    ['takes away', named('early'), undefined],
    ['replaces', named('early'), false],
  ]
  for (const [name, before, after] of changes) {
    const app = Fastify()
    await app.register(cors, named('root'))
    app.addHook('onRoute', (route) => {
      const { cors: _, ...config } = { ...route.config }
      route.config = after === undefined ? config : { ...config, cors: after }
    })
    app.put('/x', before === undefined ? {} : { config: { cors: before } }, async () => 'x')
    t.strictSame(await routeFaultsOf(() => app.ready()), ['route-changed PUT /x'], name)
  }
  const both = Fastify()
  await both.register(cors, named('root'))
  both.addHook('onRoute', (route) => {
    route.config = { cors: false }
  })
  for (const url of ['/x', '/y']) put(both, url)
  const faults = ['route-changed PUT /x', 'route-changed PUT /y']
  t.strictSame(await routeFaultsOf(() => both.ready()), faults, 'all are named')
  const app = Fastify()
  await app.register(cors, named('root'))
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config }
  })
  put(app, '/x', 'x')
  await check(t, app, [['PUT', '/x', 'x']])
})

t.test('a plugin that leaves routes without any config leaves preflights without an answer', async (t) => {
  const app = Fastify()
  await app.register(cors, named('root'))
  app.addHook('onRoute', (route) => {
    if (route.method === 'OPTIONS') route.config = {}
  })
  put(app, '/x', 'x')
  put(app, '/y')
  t.strictSame(await policiesOf(app, 'PUT', '/x'), { actual: 'x', preflight: undefined, found: true, status: 404 })
  t.equal(
    (await policiesOf(app, 'PUT', '/y')).preflight,
    undefined,
    'nor those of routes without a policy of their own',
  )
})

t.test('hooks of the app and of its scopes', async (t) => {
  const ran: string[] = []
  const app = Fastify()
  await app.register(cors, { ...config, policies: { own: { origins: [EVIL] } } })
  for (const hook of ['onRequest', 'preHandler', 'onSend', 'onResponse'] as const) {
    app.addHook(hook, async () => {
      ran.push(hook)
    })
  }
  put(app, '/x')
  app.put('/own', { config: { cors: 'own' } }, async () => 'own')
  for (const url of ['/x', '/own', '/nowhere']) {
    ran.length = 0
    await app.inject({ method: 'OPTIONS', url, headers: asking() })
    t.strictSame(ran, ['onResponse'], `${url}: a preflight is seen when it is done`)
    ran.length = 0
    await app.inject({ method: 'PUT', url, headers: { origin: APP } })
    t.strictSame(ran, ['onRequest', 'preHandler', 'onSend', 'onResponse'], url)
  }
})

t.test('registered after a plugin whose hook answers', async (t) => {
  const streams: Readable[] = []
  const auth = fastifyPlugin(async (app: FastifyInstance) => {
    app.addHook('onRequest', async (_, reply) => {
      const stream = new Readable({ read() {} })
      stream.push('who are you?')
      if (streams.push(stream) % 2 === 0) stream.push(null)
      return reply.code(401).send(stream)
    })
  })
  const layouts: [name: string, make: (app: FastifyInstance) => void][] = [
    [
      'beside',
      (app) => {
        app.register(auth)
        app.register(cors, config)
      },
    ],
    [
      'around',
      (app) => {
        app.register(auth)
        app.register(async (inner) => {
          await inner.register(cors, config)
          inner.put('/x', async () => 'x')
          inner.options('/x', async () => 'x')
        })
      },
    ],
  ]
  for (const [name, make] of layouts) {
    const app = Fastify()
    make(app)
    const preflight = await app.inject({ method: 'OPTIONS', url: '/x', headers: asking() })
    t.strictSame([preflight.statusCode, corsFields(preflight.headers), preflight.body], [204, PREFLIGHT, ''], name)
    t.equal(streams.at(-1)?.destroyed, true, `${name}: a body that is not sent is not left open`)
    const actual = await app.inject({ method: 'PUT', url: '/x', headers: { origin: APP } })
    t.strictSame([actual.statusCode, corsFields(actual.headers), actual.body], [401, ACTUAL, 'who are you?'], name)
  }
})

t.test('a stream that is not sent may have a method of the same name', async (t) => {
  for (const cancel of [
    () => undefined,
    () => {
      throw new Error('cannot be cancelled')
    },
  ]) {
    const stream = Object.assign(Readable.from(['x']), { cancel })
    const app = Fastify()
    app.addHook('onRequest', async (_, reply) => reply.send(stream))
    await app.register(cors, config)
    app.put('/x', async () => 'x')
    const preflight = await app.inject({ method: 'OPTIONS', url: '/x', headers: asking() })
    t.strictSame([preflight.statusCode, corsFields(preflight.headers), preflight.body], [204, PREFLIGHT, ''])
    t.ok(stream.destroyed)
  }
})

t.test('a web stream that is not sent is not left open', async (t) => {
  for (const [name, wrap] of Object.entries({
    stream: (stream: ReadableStream) => stream,
    response: (stream: ReadableStream) => new Response(stream, { status: 401 }),
    failing: (stream: ReadableStream) => stream,
  })) {
    let cancelled = 0
    const app = Fastify()
    app.addHook('onRequest', async (_, reply) => {
      const cancel = () => {
        cancelled++
        if (name === 'failing') throw new Error('cannot be cancelled')
      }
      return reply.send(wrap(new ReadableStream({ cancel })))
    })
    await app.register(cors, config)
    app.put('/x', async () => 'x')
    const preflight = await app.inject({ method: 'OPTIONS', url: '/x', headers: asking() })
    t.strictSame([preflight.statusCode, corsFields(preflight.headers), preflight.body], [204, PREFLIGHT, ''], name)
    t.equal(cancelled, 1, name)
  }
})

t.test('the URL of a preflight in hooks and logs', async (t) => {
  const seen: unknown[] = []
  const app = Fastify()
  await app.register(cors, named('root'))
  app.addHook('onResponse', async (request, reply) => {
    seen.push([request.routeOptions.url, reply.statusCode])
  })
  put(app, '/things/:id', 'things')
  await app.inject({ method: 'OPTIONS', url: '/things/1', headers: asking() })
  t.strictSame(seen, [['/things/:id', 204]])
})

t.test('a refusal by one policy of many is logged', async (t) => {
  const lines: string[] = []
  const write = (line: string) => lines.push((JSON.parse(line) as { msg: string }).msg)
  const app = Fastify({ logger: { level: 'debug', stream: { write } } })
  await app.register(cors, config)
  app.put('/x', { config: { cors: { origins: [EVIL] } } }, async () => 'x')
  await app.inject({ method: 'OPTIONS', url: '/x', headers: asking() })
  t.ok(lines.includes(logTexts['origin-refused']({ origin: `"${APP}"`, reason: 'origin-not-allowed' })))
})

t.test('the values of config.cors', async (t) => {
  const live = livePolicy(named('live'))
  const app = Fastify()
  await app.register(cors, { ...named('root'), policies: { live, named: named('named') } })
  const values: [url: string, cors: CorsConfig | string | false, name: string | undefined][] = [
    ['/config', named('config'), 'config'],
    ['/name', 'named', 'named'],
    ['/live', 'live', 'live'],
    ['/false', false, undefined],
  ]
  for (const [url, value] of values) app.put(url, { config: { cors: value } }, async () => 'x')
  await check(
    t,
    app,
    values.map(([url, , name]) => ['PUT', url, name] as const),
  )
  live.replace(named('replaced'))
  await check(t, app, [['PUT', '/live', 'replaced']])
})

t.test('an app that is not awaited', async (t) => {
  const app = Fastify()
  app.register(cors, config)
  app.register(async (inner) => {
    inner.put('/x', async () => 'x')
    inner.put('/own', { config: { cors: { origins: [EVIL] } } }, async () => 'x')
  })
  const fieldsOf = async (url: string) =>
    corsFields((await app.inject({ method: 'PUT', url, headers: { origin: APP } })).headers)
  t.strictSame([await fieldsOf('/x'), await fieldsOf('/own')], [ACTUAL, NONE], 'routes inside plugins come after it')
})
