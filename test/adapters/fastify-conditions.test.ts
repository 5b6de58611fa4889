import fc from 'fast-check'
import type { FastifyServerOptions } from 'fastify'
import t from 'tap'
import { CorsRouteError } from '../../src/adapters/fastify.js'
import { type Declare, policiesOf, route, start } from '../support/named-policy.js'
import { APP } from '../support/policy.js'
import { routeFaultsOf } from '../support/route-faults.js'

/** Constraints that a preflight does not carry decide which route gets the request that follows. */

type Derive = (headers: Readonly<Record<string, unknown>>) => unknown

/** A strategy of the app: https://github.com/delvedor/find-my-way#custom-constraint-strategies */
function strategy(name: string, derive: Derive, mustMatchWhenDerived = false) {
  const storage = () => {
    const handlers = new Map<unknown, unknown>()
    return { get: (key: unknown) => handlers.get(key), set: (key: unknown, value: unknown) => handlers.set(key, value) }
  }
  const deriveConstraint = ({ headers }: { headers: Readonly<Record<string, unknown>> }) => derive(headers)
  return { name, storage, validate: () => {}, mustMatchWhenDerived, deriveConstraint }
}

function optionsWith(...strategies: readonly ReturnType<typeof strategy>[]): FastifyServerOptions {
  const constraints = Object.fromEntries(strategies.map((each) => [each.name, each]))
  return { routerOptions: { constraints } } as unknown as FastifyServerOptions
}

const tenants = optionsWith(strategy('tenant', (headers) => headers['x-tenant']))
const ONE = { version: '1.0.0' }
const TWO = { version: '2.0.0' }

t.test('a route that the request may get instead, with another policy, stops the start', async (t) => {
  const rows: [name: string, declare: Declare, faults: string[], options?: FastifyServerOptions][] = [
    [
      'another pattern, for requests without a version',
      (app) => {
        route(app, 'PUT', '/x', 'one', ONE)
        route(app, 'PUT', '/*', 'two')
      },
      ['preflight-ambiguous PUT /x /*'],
    ],
    [
      'another pattern, for requests with a version',
      (app) => {
        route(app, 'PUT', '/x', 'one')
        route(app, ['PATCH', 'PUT'], '/:id', 'two', ONE)
      },
      ['preflight-ambiguous PUT /x /:id'],
    ],
    [
      'another pattern, for another version',
      (app) => {
        route(app, 'PUT', '/x/:id', 'one', ONE)
        route(app, 'PUT', '/:x/:id', 'two', ONE)
        route(app, 'PUT', '/:x/:id', 'two', TWO)
      },
      ['preflight-ambiguous PUT /x/:id /:x/:id'],
    ],
    [
      'another pattern, for another host',
      (app) => {
        route(app, 'PUT', '/x', 'one', { host: 'a', ...ONE })
        route(app, 'PUT', '/:id', 'two', { host: /a/ })
      },
      ['preflight-ambiguous PUT /x /:id'],
    ],
    [
      'a route of the same URL for any host',
      (app) => {
        route(app, 'PUT', '/x', 'one', { host: 'a', ...ONE })
        route(app, 'PUT', '/x', 'two')
      },
      ['preflight-ambiguous PUT /x'],
    ],
    [
      'a constraint of the app',
      (app) => {
        route(app, 'PUT', '/x', 'one', { tenant: 'a' })
        route(app, 'PUT', '/:n(^\\w+$)', 'two')
      },
      ['preflight-ambiguous PUT /x /:n(^\\w+$)'],
      tenants,
    ],
    [
      'a scope and the one around it',
      (app) => {
        route(app, 'PUT', '/x', undefined, ONE)
        route(app, 'PUT', '/*', 'two')
      },
      ['preflight-ambiguous PUT /x /*'],
    ],
  ]
  for (const [name, declare, faults, options] of rows) {
    t.strictSame(await routeFaultsOf(() => start(declare, options)), faults, name)
  }
})

t.test('routes that no condition mixes up', async (t) => {
  const rows: [name: string, declare: Declare, options?: FastifyServerOptions][] = [
    [
      'a pattern with the same conditions',
      (app) => {
        route(app, 'PUT', '/x', 'one', ONE)
        route(app, 'PUT', '/:id', 'two', ONE)
      },
    ],
    [
      'all conditions of the other pattern',
      (app) => {
        route(app, 'PUT', '/x', 'one', ONE)
        route(app, 'PUT', '/x', 'one')
        route(app, 'PUT', '/*', 'two')
      },
    ],
    [
      'the same policy',
      (app) => {
        route(app, 'PUT', '/x', 'one', ONE)
        route(app, 'PUT', '/*', 'one')
      },
    ],
    [
      'methods that change nothing',
      (app) => {
        route(app, 'PUT', '/x', 'one', ONE)
        route(app, 'GET', '/x', 'one', ONE)
        route(app, 'GET', '/*', 'two')
      },
    ],
    [
      'patterns that no URL matches both',
      (app) => {
        route(app, 'PUT', '/x', 'one', ONE)
        route(app, 'PUT', '/:id/y', 'two')
        route(app, 'PUT', '/y/:id', 'two')
        route(app, 'PUT', '/z/::id', 'three', ONE)
      },
    ],
    [
      'different hosts',
      (app) => {
        route(app, 'PUT', '/x', 'one', { host: 'localhost', ...ONE })
        route(app, 'PUT', '/*', 'two', { host: 'b' })
      },
    ],
  ]
  for (const [name, declare, options] of rows) {
    t.equal((await policiesOf(await start(declare, options), 'PUT', '/x')).preflight, 'one', name)
  }
})

t.test('a host or version that the app matches in its own way', async (t) => {
  const withoutPort = optionsWith(strategy('host', ({ host }) => String(host).split(':')[0]))
  const differ: Declare = (app) => {
    route(app, 'PUT', '/x', 'any')
    route(app, 'PUT', '/x', 'one', { host: 'one.test' })
  }
  t.strictSame(await routeFaultsOf(() => start(differ, withoutPort)), ['preflight-ambiguous PUT /x'])
  const elsewhere: Declare = (app) => {
    route(app, 'PUT', '/x', 'one', { host: 'one.test' })
    route(app, 'PUT', '/*', 'any')
  }
  t.strictSame(await routeFaultsOf(() => start(elsewhere, withoutPort)), ['preflight-ambiguous PUT /x /*'])
  const byHost: Declare = (app) => route(app, 'PUT', '/x', 'one', { host: 'one.test' })
  const app = await start(byHost, withoutPort)
  t.match(await policiesOf(app, 'PUT', '/x', 'one.test:3000'), { preflight: 'one', actual: 'one' })

  const constant = { version: '2.0.0' }
  const chosen = optionsWith(strategy('version', () => '1.0.0', true))
  const hidden: Declare = (app) => {
    route(app, 'PUT', '/x', 'one', constant)
    route(app, 'OPTIONS', '/x', undefined, constant)
  }
  t.equal((await policiesOf(await start(hidden, chosen), 'PUT', '/x')).preflight, undefined, 'all routes are hidden')
})

t.test('a strategy that a plugin adds later, and one in use before the plugin is loaded', async (t) => {
  const later: Declare = (app) => {
    app.addConstraintStrategy(strategy('host', ({ host }) => String(host).toLowerCase()) as never)
    route(app, 'PUT', '/x', 'any')
    route(app, 'PUT', '/x', 'one', { host: 'one.test' })
  }
  t.strictSame(await routeFaultsOf(() => start(later)), ['preflight-ambiguous PUT /x'])
  const routers: Declare = (app) => {
    route(app, 'PUT', '/x', 'any')
    route(app, 'PUT', '/x', 'one', { host: 'one.test' })
    route(app, 'PUT', '/x', 'two', { host: 'two.test' })
  }
  t.equal((await policiesOf(await start(routers), 'PUT', '/x', 'two.test')).preflight, 'two')
})

t.test(
  'of several expressions for hosts, the router tries that of the route with fewer constraints first',
  async (t) => {
    const app = await start((app) => {
      route(app, 'PUT', '/x/:a', 'one', { host: /one/, ...ONE })
      route(app, 'PUT', '/x/:a', 'test', { host: /test/ })
      route(app, 'PUT', '/x/:b', 'two', { host: /two/ })
    })
    for (const [host, name] of [
      ['one.test', 'test'],
      ['one.org', 'one'],
      ['two.test', 'test'],
      ['two.org', 'two'],
    ] as const) {
      t.equal((await policiesOf(app, 'PUT', '/x/1', host)).preflight, name, host)
    }
  },
)

const constraint = fc.record(
  {
    host: fc.constantFrom<string | RegExp>('one.test', /^one/, /test$/),
    version: fc.constantFrom('1.0.0', '1.2.0', '2.0.0'),
    tenant: fc.constantFrom('a', 'b'),
  },
  { requiredKeys: [] },
)
const declared = fc.record({
  method: fc.constantFrom('PUT', 'DELETE'),
  url: fc.constantFrom('/a', '/a/', '/:id', '/a/:id', '/:x/b', '/:n(^\\d+$)', '/a/*', '/*'),
  policy: fc.constantFrom('one', 'one', 'two', undefined),
  constraint,
})

t.test('apps drawn at random: no preflight gets a policy other than that of a request that may follow', async (t) => {
  let [started, granted] = [0, 0]
  const { routerOptions } = tenants as { routerOptions: object }
  const drawn = fc.record({
    routes: fc.array(declared, { minLength: 1, maxLength: 5 }),
    ignoreTrailingSlash: fc.boolean(),
  })
  for (const { routes, ignoreTrailingSlash } of fc.sample(drawn, { numRuns: 60, seed: 7 })) {
    const declare: Declare = (app) => {
      for (const { method, url, policy, constraint } of routes) route(app, method, url, policy, constraint)
    }
    const app = await start(declare, { routerOptions: { ...routerOptions, ignoreTrailingSlash } }).catch((error) => {
      if (error instanceof CorsRouteError || error.code === 'FST_ERR_DUPLICATED_ROUTE') return undefined
      throw error
    })
    if (app === undefined) continue
    started++
    for (const url of ['/a', '/a/', '/a/b', '/7', '/c/b']) {
      for (const host of ['one.test', 'one.org', 'other']) {
        const { preflight } = await policiesOf(app, 'PUT', url, host)
        if (preflight === undefined) continue
        granted++
        for (const version of [undefined, '1.x', '2.0.0']) {
          for (const tenant of [undefined, 'a', 'b']) {
            const own = { ...(version && { 'accept-version': version }), ...(tenant && { 'x-tenant': tenant }) }
            const headers = { host, origin: APP, ...own }
            const actual = await app.inject({ method: 'PUT', url, headers })
            if (actual.statusCode === 404) continue
            const name = String(actual.headers['access-control-expose-headers']).slice(2)
            if (name !== preflight) t.equal(preflight, name, JSON.stringify({ routes, url, headers }))
          }
        }
      }
    }
  }
  t.ok(started > 20 && granted > 200, `${started} apps, ${granted} preflights`)
})
