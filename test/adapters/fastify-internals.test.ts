import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import t from 'tap'
import { hasEarlierHooks } from '../../src/adapters/fastify-internals.js'

/** The module anew: it remembers what the first request has shown of Fastify. */
async function load() {
  const specifier = `../../src/adapters/fastify-internals.js?${++loads}`
  const module: typeof import('../../src/adapters/fastify-internals.js') = await import(specifier)
  return module.routeConfig
}
let loads = 0

/** Requests of an app, one for each URL. */
async function requestsOf(app: FastifyInstance, urls: readonly string[]): Promise<FastifyRequest[]> {
  const requests: FastifyRequest[] = []
  app.addHook('onRequest', async (request) => {
    requests.push(request)
  })
  for (const url of urls) app.get(url, { config: { url } as object }, async () => 'x')
  for (const url of urls) await app.inject(url)
  return requests
}

t.test('hooks that run before a newly added one', async (t) => {
  const app = Fastify()
  t.equal(hasEarlierHooks(app), false)
  // Fastify adds a hook when its turn comes, which is before that of a plugin registered later.
  await app.addHook('onResponse', async () => {}).after()
  t.equal(hasEarlierHooks(app), false, 'of those that may answer')
  await app.register(async (inner) => {
    t.equal(hasEarlierHooks(inner), false)
    await inner.addHook('onRequest', async () => {}).after()
    t.equal(hasEarlierHooks(inner), true)
  })
  t.equal(hasEarlierHooks(app), false, 'a hook of a scope inside is none of ours')
  await app.addHook('onRequest', async () => {}).after()
  t.equal(hasEarlierHooks(app), true)
  await app.register(async (inner) => t.equal(hasEarlierHooks(inner), true, 'one of the scope around it is'))
  for (const [name, fastify] of [
    ['nothing where it was', {}],
    ['something else', { [Symbol('fastify.hooks')]: 1 }],
    ['no list', { [Symbol('fastify.hooks')]: { onRequest: {} } }],
  ] as const) {
    t.equal(hasEarlierHooks(fastify as unknown as FastifyInstance), undefined, `unknown: ${name}`)
  }
})

t.test('the config of a route', async (t) => {
  const routeConfig = await load()
  for (const request of await requestsOf(Fastify(), ['/a', '/b'])) {
    t.equal(routeConfig(request), request.routeOptions.config)
    t.match(routeConfig(request), { url: request.url })
  }
})

t.test('the config of a route in a Fastify that stores it elsewhere', async (t) => {
  const config = { url: '/x' }
  const other = { config: { url: '/y' } }
  const requests: [name: string, request: object][] = [
    ['nowhere', { routeOptions: { config } }],
    ['in something else of that name', { routeOptions: { config }, [Symbol('fastify.context')]: other }],
    ['in nothing of that name', { routeOptions: { config }, [Symbol('fastify.context')]: undefined }],
  ]
  const [known] = await requestsOf(Fastify(), ['/a'])
  for (const [name, request] of requests) {
    const first = await load()
    t.equal(first(request as FastifyRequest), config, `${name}, at first`)
    t.equal(first(known as FastifyRequest), known?.routeOptions.config, `${name}: and then another request`)
    const later = await load()
    later(known as FastifyRequest)
    t.equal(later(request as FastifyRequest), config, `${name}, after one that has it`)
  }
  const none = await load()
  t.equal(none({ routeOptions: {} } as FastifyRequest), undefined, 'no config at all')
})
