import Fastify, { type FastifyInstance, type FastifyServerOptions, type RouteOptions } from 'fastify'
import t, { type Test } from 'tap'
import cors from '../../src/adapters/fastify.js'
import { type Method, named, policiesOf } from '../support/named-policy.js'

/** Apps drawn at random, with a policy for each route: a preflight is compared with the very request. */

interface Route {
  readonly method: Method | Method[] | 'OPTIONS'
  readonly url: string
  readonly host?: string | RegExp
  /** Whether the route has a policy of its own, that of its scope, or none. */
  readonly policy: 'own' | 'scope' | 'none'
}

interface Layout {
  readonly routes: readonly Route[]
  readonly prefix: string
  /** Whether the scope has a policy of its own. */
  readonly policy: boolean
  readonly scopes: readonly Layout[]
}

async function declare(app: FastifyInstance, layout: Layout, name: string): Promise<void> {
  if (layout.policy) await app.register(cors, named(name))
  for (const [i, { method, url, host, policy }] of layout.routes.entries()) {
    const options: RouteOptions = { method, url, handler: async () => 'here' }
    if (host !== undefined) options.constraints = { host }
    if (policy === 'own') options.config = { cors: named(`${name}-${i}`) }
    if (policy === 'none') options.config = { cors: false }
    app.route(options)
  }
  for (const [i, scope] of layout.scopes.entries()) {
    await app.register(async (inner) => declare(inner, scope, `${name}-s${i}`), { prefix: scope.prefix })
  }
}

/** Small, seeded: a failure can be run again. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function makeRandom(seed: number) {
  let state = seed
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  return { below, pick }
}

type Random = ReturnType<typeof makeRandom>

const METHODS: Method[] = ['GET', 'PUT', 'DELETE']
const PATTERNS = [
  ...['/', '/a', '/a/', '/a/b', '/:id', '/:other', '/a/:id', '/a/:id/c', '/a/:id?', '/:from-:to'],
  ...['/:n(^\\d+$)', '/a/:n(^\\d+$)', '/:file.:ext', '/a/*', '/*', '/a-:id', '/:id/b'],
]
const URLS = [
  '/',
  '/a',
  '/a/',
  '/a/b',
  '/a/7',
  '/a/7/c',
  '/7',
  '/x-y',
  '/x.y',
  '/a-7',
  '/b/b',
  '/a/b/c/d',
  '/A',
  '//a',
  '/p',
  '/p/',
  '/p/a',
  '/p/a/7',
  '/q/7',
]
const HOSTS = [undefined, undefined, undefined, 'one.example.com', /^two\./, /example/g]
const ASKED_HOSTS = ['one.example.com', 'two.example.com', 'three.test']
const ROUTERS: FastifyServerOptions['routerOptions'][] = [
  {},
  { ignoreTrailingSlash: true },
  { ignoreDuplicateSlashes: true },
  { caseSensitive: false },
  { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, caseSensitive: false },
]

function drawRoute(random: Random): Route {
  const host = random.pick(HOSTS)
  return {
    method: random.below(4) === 0 ? METHODS : random.pick(METHODS),
    url: random.pick(PATTERNS),
    policy: random.pick(['own', 'own', 'scope', 'none'] as const),
    ...(host === undefined ? {} : { host }),
  }
}

type Draw = (random: Random) => Route[]

function makeLayout(random: Random, draw: Draw, depth = 2, outer = '', seen = new Set<string>()): Layout {
  const prefix = depth === 2 ? '' : random.pick(['', '/p', '/q'])
  const routes = distinct(draw(random), outer + prefix, seen)
  const inner = depth === 0 ? 0 : random.below(3)
  const scopes = Array.from({ length: inner }, () => makeLayout(random, draw, depth - 1, outer + prefix, seen))
  return { routes, scopes, prefix, policy: depth === 2 || random.below(2) === 0 }
}

/** The routes that the router would not take for the same as one before. */
function distinct(routes: Route[], prefix: string, seen: Set<string>): Route[] {
  return routes.filter(({ method, url, host }) => {
    const urls = url.endsWith('?') ? [url, url.replace(/\/:\w+\?$/, '')] : [url]
    const keys = urls.flatMap((url) => {
      const place = `${prefix}${url}`.replaceAll(/:\w+\??/g, ':')
      return [method].flat().map((method) => `${method} ${place} ${host}`)
    })
    if (keys.some((key) => seen.has(key))) return false
    for (const key of keys) seen.add(key)
    return true
  })
}

/** Apps drawn at random; of those drawn, the ones in which no route stands twice. */
async function* apps(t: Test, count: number, draw: Draw) {
  let drawn = 0
  for (let seed = 1; drawn < count; seed++) {
    const random = makeRandom(seed)
    const layout = makeLayout(random, draw)
    const routerOptions = random.pick(ROUTERS) as object
    const app = Fastify({ exposeHeadRoutes: random.below(2) === 0, routerOptions })
    try {
      await declare(app, layout, 'root')
      await app.ready()
    } catch (error) {
      // With some of the options, two are the same after all.
      t.match((error as { code: string }).code, /^(FST_ERR_DUPLICATED_ROUTE|ERR_CORS_ROUTE)$/, `seed ${seed}`)
      continue
    }
    drawn++
    yield { app, random, name: `seed ${seed}`, layout: JSON.stringify({ layout, routerOptions }) }
  }
}

function drawRoutes(random: Random): Route[] {
  return Array.from({ length: 1 + random.below(6) }, () => drawRoute(random))
}

t.test('a preflight gets the policy of the request that it asks about', async (t) => {
  let compared = 0
  for await (const { app, random, name, layout } of apps(t, 40, drawRoutes)) {
    for (const url of URLS) {
      const method = random.pick(METHODS)
      const host = random.pick(ASKED_HOSTS)
      const { actual, preflight, found } = await policiesOf(app, method, url, host)
      // Where no route is known, the innermost scope of the URL answers, which need not be that of the 404.
      if (!found) continue
      compared++
      if (preflight !== actual) t.equal(preflight, actual, `${name}: ${method} ${url} at ${host}, ${layout}`)
    }
  }
  t.ok(compared > 150, `${compared} requests`)
})

t.test('an OPTIONS route of the app may come first, but no other policy', async (t) => {
  let answered = 0
  let left = 0
  const draw = (random: Random): Route[] => {
    const options = Array.from({ length: 1 + random.below(3) }, () => drawRoute(random))
    return [
      ...drawRoutes(random),
      ...options.map((route) => ({ ...route, method: 'OPTIONS', policy: 'scope' }) as const),
    ]
  }
  for await (const { app, random, name, layout } of apps(t, 40, draw)) {
    for (const url of URLS) {
      const method = random.pick(METHODS)
      const host = random.pick(ASKED_HOSTS)
      const { actual, preflight, found } = await policiesOf(app, method, url, host)
      // What no route takes, the scope of the OPTIONS route may answer for.
      if (!found) continue
      if (preflight === undefined) left++
      else answered++
      if (preflight === undefined || preflight === actual) continue
      t.equal(preflight, actual, `${name}: ${method} ${url} at ${host}, ${layout}`)
    }
  }
  t.ok(answered > 100 && left > 30, `${answered} answered, ${left} left to the app`)
})
