import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import connect from 'connect'
import express from 'express'
import express4 from 'express4'
import { H3, toNodeHandler } from 'h3'
import t, { type Test } from 'tap'
import * as expressAdapter from '../../src/adapters/express.js'
import * as fetchAdapter from '../../src/adapters/fetch.js'
import * as nodeAdapter from '../../src/adapters/node.js'
import * as core from '../../src/index.js'
import { type ClientRequest, send } from '../support/client.js'
import { fieldsOf } from '../support/fields-of.js'
import { asking } from '../support/policy.js'
import { type Copy, loadSecondCopy } from '../support/second-copy.js'
import { serve } from '../support/serve.js'

/** Allowed by both policies, by the inner or the outer, by none; and what each policy sets. */
const BOTH = 'https://both.example.com'
const INNER = 'https://inner.example.com'
const OUTER = 'https://outer.example.com'
const NOBODY = 'https://nobody.example.com'
const inner = { origins: [BOTH, INNER], exposeHeaders: ['x-inner'], enforce: true } as const
const outer = { origins: [BOTH, OUTER], exposeHeaders: ['x-outer'], methods: ['PUT'] } as const
const open = { origins: '*', exposeHeaders: ['x-outer'], methods: ['PUT'] } as const

// A hundred servers and more.
t.setTimeout(300_000)

type Handler = (request: IncomingMessage, response: ServerResponse) => void
type Wrap = (copy: Copy, config: core.PolicyInput, handler: Handler) => Handler

const first: Copy = { core, express: expressAdapter, fetch: fetchAdapter, node: nodeAdapter }

const withNode: Wrap = ({ node }, config, handler) => node.withCors(config, handler)
const middleware =
  (framework: () => { use(...middleware: never[]): unknown }): Wrap =>
  ({ express }, config, handler) => {
    const app = framework()
    app.use(express.cors(config) as never)
    app.use(((request: never, response: never) => handler(request, response)) as never)
    return app as unknown as Handler
  }
const WRAPS: Readonly<Record<string, Wrap>> = {
  'node:http': withNode,
  'Express 5': middleware(express),
  'Express 4': middleware(express4),
  Connect: middleware(connect),
}

function ok(_: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', 'https://upstream.example.com')
  response.end('ran')
}

/** What comes of two policies, one around the other. */
async function expectNesting(
  t: Test,
  outerPolicy: 'outer' | 'open',
  ask: (request: ClientRequest) => ReturnType<typeof send>,
) {
  const says = async (method: string, headers: Record<string, string>) => {
    const response = await ask({ method, path: '/', headers })
    return [response.status, fieldsOf(response), response.body]
  }
  const allowed = (origin: string) => ({ vary: 'Origin', 'allow-origin': origin, 'expose-headers': 'x-inner' })
  t.strictSame(await says('GET', { origin: BOTH }), [200, allowed(BOTH), 'ran'], 'both')
  t.strictSame(await says('GET', { origin: INNER }), [200, allowed(INNER), 'ran'], 'the inner one only')
  t.strictSame(await says('GET', { origin: OUTER }), [200, { vary: 'Origin' }, 'ran'], 'the outer one only')
  t.strictSame(await says('GET', { origin: NOBODY }), [200, { vary: 'Origin' }, 'ran'], 'none')
  t.strictSame(await says('GET', {}), [200, { vary: 'Origin' }, 'ran'], 'no Origin')
  t.strictSame(await says('PUT', { origin: OUTER }), [403, { vary: 'Origin' }, ''], 'the inner one enforces')
  const preflight = (origin: string) => ({
    vary: 'Origin',
    'allow-origin': outerPolicy === 'open' ? '*' : origin,
    'allow-methods': 'PUT',
  })
  t.strictSame(
    await says('OPTIONS', asking('PUT', OUTER)),
    [204, preflight(OUTER), ''],
    'the outer one answers preflights',
  )
  const refused = outerPolicy === 'open' ? [204, preflight(INNER), ''] : [403, { vary: 'Origin' }, '']
  t.strictSame(await says('OPTIONS', asking('PUT', INNER)), refused)
}

async function askServer(t: Test, handler: Handler) {
  const port = await serve(t, createServer(handler))
  return (request: ClientRequest) => send({ protocol: 'http', port }, request)
}

t.test(
  'policies of node:http and of middleware, one around the other, of one copy of the package or of two',
  async (t) => {
    const second = await loadSecondCopy(t)
    t.not(second.core.compilePolicy, core.compilePolicy)
    const copies: [name: string, outer: Copy, inner: Copy][] = [
      ['one copy', first, first],
      ['two copies', first, second],
      ['two copies, the other way round', second, first],
    ]
    for (const [name, outerCopy, innerCopy] of copies) {
      for (const [around, wrapOuter] of Object.entries(WRAPS)) {
        for (const [within, wrapInner] of Object.entries(WRAPS)) {
          for (const [kind, config] of Object.entries({ outer, open })) {
            await t.test(`${name}: ${around}, ${kind}, around ${within}`, async (t) => {
              const handler = wrapOuter(outerCopy, config, wrapInner(innerCopy, inner, ok))
              await expectNesting(t, kind as 'outer' | 'open', await askServer(t, handler))
            })
          }
        }
      }
    }
  },
)

t.test('fetch handlers, one around the other', async (t) => {
  const second = await loadSecondCopy(t)
  const answer = () =>
    new Response('ran', { headers: { 'access-control-allow-origin': 'https://upstream.example.com' } })
  const immutable = () => {
    const response = answer()
    // The way in which a response of `fetch` refuses.
    const set = () => {
      throw new TypeError('immutable')
    }
    return Object.defineProperty(response, 'headers', { value: Object.assign(response.headers, { set }) })
  }
  const handlers: [name: string, handler: () => Response | Promise<Response>][] = [
    ['a fresh response', answer],
    ['an immutable one', immutable],
  ]
  const ways: [
    name: string,
    between: (handler: (request: Request) => Promise<Response>) => (request: Request) => Promise<Response>,
  ][] = [
    ['directly', (handler) => handler],
    [
      'its response copied',
      (handler) => async (request) => {
        const response = await handler(request)
        return new Response(response.body, response)
      },
    ],
    [
      'something else answering instead',
      (handler) => async (request) => {
        const { status } = await handler(request)
        return new Response(status === 403 ? null : 'ran', { status })
      },
    ],
  ]
  for (const [copy, [outerCopy, innerCopy]] of Object.entries({
    one: [first, first],
    two: [first, second],
    other: [second, first],
  })) {
    for (const [kind, config] of Object.entries({ outer, open })) {
      for (const [returns, handler] of handlers) {
        for (const [way, between] of ways) {
          await t.test(`${copy}, ${kind}, ${returns}, ${way}`, async (t) => {
            const wrapped = (outerCopy as Copy).fetch.withCors(
              config,
              between((innerCopy as Copy).fetch.withCors(inner, (_: Request) => handler())),
            )
            await expectNesting(t, kind as 'outer' | 'open', async ({ method, path, headers }) => {
              const request = new Request(`http://localhost${path}`, {
                method,
                headers: headers as Record<string, string>,
              })
              const response = await wrapped(request)
              return { status: response.status, lines: [...response.headers], body: await response.text() }
            })
          })
        }
      }
    }
  }
})

t.test('a fetch handler around one that gets a copy of the request allows only what both allow', async (t) => {
  const handler = fetchAdapter.withCors(outer, (request: Request) =>
    fetchAdapter.withCors(inner, () => new Response('ran'))(new Request(request)),
  )
  const allowed = async (origin: string) => {
    const { headers } = await handler(new Request('http://localhost/', { headers: { origin } }))
    return [
      headers.get('access-control-allow-origin'),
      headers.get('access-control-expose-headers'),
      headers.get('vary'),
    ]
  }
  t.strictSame(await allowed(BOTH), [BOTH, 'x-inner', 'Origin'])
  for (const origin of [INNER, OUTER, NOBODY]) t.strictSame(await allowed(origin), [null, null, 'Origin'], origin)
})

t.test('a fetch handler on a server of node:http with a policy of its own', async (t) => {
  const second = await loadSecondCopy(t)
  for (const [name, copy] of Object.entries({ one: first, two: second })) {
    for (const [around, wrap] of Object.entries(WRAPS)) {
      for (const [kind, config] of Object.entries({ outer, open })) {
        await t.test(`${name}, ${kind}: H3 on ${around}`, async (t) => {
          const app = new H3().all('/**', () => 'ran')
          const wrapped = copy.fetch.withCors(inner, (request: Request) => app.fetch(request))
          const listener = toNodeHandler({ fetch: wrapped } as never) as unknown as Handler
          await expectNesting(t, kind as 'outer' | 'open', await askServer(t, wrap(first, config, listener)))
        })
      }
    }
  }
})

t.test('a policy of one copy is taken by the other', async (t) => {
  const second = await loadSecondCopy(t)
  for (const [maker, taker] of [
    [first, second],
    [second, first],
  ] as const) {
    const live = maker.core.livePolicy(inner)
    for (const policy of [maker.core.compilePolicy(inner), live]) {
      for (const wrap of Object.values(WRAPS)) {
        const handler = wrap(taker, policy, ok)
        const ask = await askServer(t, handler)
        const { status, lines, body } = await ask({ method: 'GET', path: '/', headers: { origin: INNER } })
        t.strictSame([status, body], [200, 'ran'])
        t.match(fieldsOf({ status, lines, body }), {
          vary: 'Origin',
          'allow-origin': INNER,
          'expose-headers': 'x-inner',
        })
      }
      const handler = taker.fetch.withCors(policy, (_: Request) => new Response('ran'))
      const { headers } = await handler(new Request('http://localhost/', { headers: { origin: INNER } }))
      t.equal(headers.get('access-control-allow-origin'), INNER)
    }
    const fetch = taker.fetch.withCors(live, (_: Request) => new Response('ran'))
    live.replace(outer)
    const { headers } = await fetch(new Request('http://localhost/', { headers: { origin: OUTER } }))
    t.equal(headers.get('access-control-allow-origin'), OUTER, 'and a live one stays live')
  }
})
