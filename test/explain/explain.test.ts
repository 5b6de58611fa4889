import t from 'tap'
import { CorsConfigError } from '../../src/config/problems.js'
import type { CorsConfig } from '../../src/config/types.js'
import { explain } from '../../src/explain/explain.js'
import { renderExplanation } from '../../src/explain/render-explanation.js'
import { eventSourceRequest, formRequest, webSocketRequest } from '../../src/fetch-model/api-requests.js'
import { firstFailure } from '../../src/fetch-model/step.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { livePolicy } from '../../src/policy/live-policy.js'

const PAGE = 'https://app.test'
const CONFIG: CorsConfig = { origins: [PAGE] }

t.test('takes a config, a policy or a live policy', async (t) => {
  for (const input of [CONFIG, compilePolicy(CONFIG), livePolicy(CONFIG)]) {
    t.equal(explain(input, { origin: PAGE }).outcome, 'readable')
  }
  t.throws(() => explain({ origins: ['https://APP.test'] }, { origin: PAGE }), CorsConfigError)
})

t.test('an allowed preflight and what follows it', async (t) => {
  const config: CorsConfig = {
    origins: [PAGE],
    methods: ['PUT'],
    headers: ['content-type'],
    credentials: true,
    maxAge: 60,
  }
  const request = {
    origin: PAGE,
    url: 'https://api.test/things/1',
    method: 'PUT',
    body: 'text',
    headers: { 'content-type': 'application/json' },
    credentials: 'include',
  } as const
  const { outcome, sent, received, decisions, fixes } = explain(config, request)
  t.equal(outcome, 'readable')
  t.strictSame(
    sent.map(({ kind, url }) => `${kind} ${url}`),
    ['preflight https://api.test/things/1', 'actual https://api.test/things/1'],
  )
  t.strictSame(received, [
    {
      status: 204,
      headers: [
        ['Access-Control-Allow-Origin', PAGE],
        ['Access-Control-Allow-Credentials', 'true'],
        ['Access-Control-Allow-Methods', 'PUT'],
        ['Access-Control-Allow-Headers', 'content-type'],
        ['Access-Control-Max-Age', '60'],
        ['Vary', 'Origin'],
      ],
    },
    {
      status: 200,
      headers: [
        ['Access-Control-Allow-Origin', PAGE],
        ['Access-Control-Allow-Credentials', 'true'],
        ['Vary', 'Origin'],
      ],
    },
  ])
  t.strictSame(
    decisions.map(({ kind, reason }) => `${kind} ${reason}`),
    ['preflight origin-allowed', 'actual origin-allowed'],
  )
  t.strictSame(fixes, [])
})

t.test('the answer of the handler gets the headers of the policy', async (t) => {
  const headers = {
    'X-Total': '3',
    'access-control-allow-origin': 'https://upstream.test',
    'Access-Control-Expose-Headers': '*',
    vary: ['Accept', 'origin'],
  }
  const { received, response } = explain(CONFIG, { origin: PAGE, response: { status: 418, headers } })
  t.strictSame(received, [
    {
      status: 418,
      headers: [
        ['X-Total', '3'],
        ['Access-Control-Allow-Origin', PAGE],
        ['Vary', 'Accept, origin'],
      ],
    },
  ])
  t.match(response, { status: 418, headers: [] })
})

t.test('follows a redirect, and assumes a 200 without CORS headers after it', async (t) => {
  const away = explain(CONFIG, { origin: PAGE, response: { status: 307, headers: { location: 'https://b.test/' } } })
  t.equal(firstFailure(away.steps)?.reason, 'allow-origin-missing')
  t.match(away.fixes, [{ kind: 'request' }])
  const near = explain(CONFIG, { origin: PAGE, response: { status: 307, headers: { location: '/b', 'x-a': '1' } } })
  t.equal(near.outcome, 'readable')
  t.equal(near.received[1]?.status, 200)
  t.strictSame(near.response?.hiddenHeaders, ['access-control-allow-origin', 'vary'])
})

t.test('enforce refuses writes from other origins, and none from its own', async (t) => {
  const config: CorsConfig = { ...CONFIG, enforce: true }
  const foreign = explain(config, { origin: 'https://evil.test', method: 'POST' })
  t.strictSame(foreign.received[0], { status: 403, headers: [['Vary', 'Origin']] })
  t.equal(foreign.decisions[0]?.kind, 'forbidden')
  t.equal(explain(config, { origin: 'https://evil.test', method: 'POST', mode: 'no-cors' }).received[0]?.status, 403)
  t.equal(explain(config, { origin: 'https://api.test', url: '/', method: 'POST' }).received[0]?.status, 200)
})

t.test('enforce and a form', async (t) => {
  const config: CorsConfig = { ...CONFIG, enforce: true }
  const rows: [origin: string, url: string, status: number][] = [
    ['https://evil.test', 'https://api.test/', 403],
    [PAGE, 'https://api.test/', 200],
    ['https://api.test', '/', 200],
    // Sec-Fetch-Site is not sent to plain http: the Origin has to do.
    ['http://evil.test', 'http://api.test/', 403],
    ['http://api.test', '/', 200],
    ['http://evil.test', 'http://localhost/', 403],
  ]
  for (const [origin, url, status] of rows) {
    const { received } = explain(config, formRequest(origin, url, { method: 'POST' }))
    t.equal(received[0]?.status, status, `${origin} → ${url}`)
  }
})

t.test('event sources and sockets get the answer that they need', async (t) => {
  t.equal(explain(CONFIG, eventSourceRequest(PAGE, 'https://api.test/')).outcome, 'readable')
  t.equal(explain(CONFIG, webSocketRequest(PAGE, 'wss://api.test/')).outcome, 'readable')
  const refused = explain(CONFIG, { ...webSocketRequest(PAGE, 'wss://api.test/'), response: { status: 403 } })
  t.equal(firstFailure(refused.steps)?.reason, 'handshake-status')
})

t.test('by default the request goes to no page’s own host', async (t) => {
  t.equal(explain(CONFIG, { origin: PAGE }).sent[0]?.url, 'https://server.invalid/')
  t.equal(explain(CONFIG, { origin: PAGE, url: '/a' }).sent[0]?.responseTainting, 'basic')
})

t.test('the response has the headers that the script reads', async (t) => {
  const { response } = explain(
    { origins: '*', exposeHeaders: ['x-a', 'x-b'] },
    {
      origin: PAGE,
      reads: ['X-A', 'x-b', 'x-c'],
      response: { headers: { 'x-b': '1' } },
    },
  )
  t.strictSame(response?.headers, [
    ['x-a', '?'],
    ['x-b', '1'],
  ])
  t.ok(response?.hiddenHeaders.includes('x-c'))
})

t.test('the config that answered, of several', async (t) => {
  const config: CorsConfig = {
    origins: ['https://app.test'],
    credentials: true,
    enforce: true,
    otherwise: { origins: ['https://b.test'], otherwise: { origins: '*' } },
  }
  const rows: [origin: string, matchedBy: string | undefined][] = [
    ['https://app.test', 'origins'],
    ['https://b.test', 'otherwise.origins'],
    ['https://c.test', 'otherwise.otherwise.origins'],
    ['null', 'otherwise.otherwise.origins'],
  ]
  for (const [origin, matchedBy] of rows) {
    const explanation = explain(config, { origin })
    t.strictSame(
      explanation.decisions.map((decision) => decision.matchedBy),
      [matchedBy],
      origin,
    )
    const text = renderExplanation(explanation)
    const shown = matchedBy === 'origins' ? /\((origin-allowed|any-origin)\)/ : / by otherwise\.[a-z.]*origins\)/
    t.match(text, shown)
  }
  const none = explain({ origins: 'none' }, { origin: 'https://app.test' })
  t.strictSame(
    none.decisions.map(({ matchedBy }) => matchedBy),
    [undefined],
  )
  const forbidden = explain(config, { origin: 'https://b.test', method: 'POST' })
  t.match(forbidden.decisions, [{ kind: 'forbidden', matchedBy: 'otherwise.origins' }])
})
