import t from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import type { Decision, RequestFacts } from '../../src/policy/decision.js'

const APP = 'https://app.example.com'
const PARTNER = 'https://partner.example'
const STRANGER = 'https://stranger.example'

/** The app with cookies, a partner without, and everybody else with less. */
const CONFIG: CorsConfig = {
  origins: [APP],
  credentials: true,
  methods: ['PUT', 'DELETE'],
  headers: '*',
  exposeHeaders: ['etag'],
  maxAge: 600,
  otherwise: {
    origins: [PARTNER],
    methods: ['PUT'],
    preflightStatus: 200,
    otherwise: { origins: '*', exposeHeaders: '*' },
  },
}

const VARY = ['Origin', 'Access-Control-Request-Headers']
const preflight = (origin: string): RequestFacts => ({
  method: 'OPTIONS',
  origin,
  requestMethod: 'PUT',
  requestHeaders: 'x-a',
})

const DECISIONS: readonly (readonly [name: string, facts: RequestFacts, decision: Decision])[] = [
  [
    'the app',
    { method: 'GET', origin: APP },
    {
      kind: 'actual',
      reason: 'origin-allowed',
      status: undefined,
      vary: ['Origin'],
      headers: {
        'Access-Control-Allow-Origin': APP,
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Expose-Headers': 'etag',
      },
    },
  ],
  [
    'a preflight of the app',
    preflight(APP),
    {
      kind: 'preflight',
      reason: 'origin-allowed',
      status: 204,
      vary: VARY,
      headers: {
        'Access-Control-Allow-Origin': APP,
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Allow-Methods': 'PUT, DELETE',
        'Access-Control-Allow-Headers': 'x-a',
        'Access-Control-Max-Age': '600',
      },
    },
  ],
  [
    'a preflight of the partner, whose Vary has what the app’s depends on',
    preflight(PARTNER),
    {
      kind: 'preflight',
      reason: 'origin-allowed',
      status: 200,
      vary: VARY,
      headers: { 'Access-Control-Allow-Origin': PARTNER, 'Access-Control-Allow-Methods': 'PUT' },
    },
  ],
  [
    'a stranger',
    { method: 'POST', origin: STRANGER },
    {
      kind: 'actual',
      reason: 'any-origin',
      status: undefined,
      vary: ['Origin'],
      headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*' },
    },
  ],
  [
    'a preflight of a stranger',
    preflight(STRANGER),
    {
      kind: 'preflight',
      reason: 'any-origin',
      status: 204,
      vary: VARY,
      headers: { 'Access-Control-Allow-Origin': '*' },
    },
  ],
  [
    'no origin',
    { method: 'GET' },
    {
      kind: 'actual',
      reason: 'any-origin',
      status: undefined,
      vary: ['Origin'],
      headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*' },
    },
  ],
]

t.test('the first config that matches the origin answers', async (t) => {
  const policy = compilePolicy(CONFIG)
  for (const [name, facts, decision] of DECISIONS) t.strictSame(policy.decide(facts), decision, name)
})

t.test('an origin that no config matches gets nothing, and the preflight has the complete Vary', async (t) => {
  const policy = compilePolicy({
    origins: [APP],
    otherwise: { origins: [PARTNER], credentials: true, methods: '*' },
  })
  t.strictSame(policy.decide({ method: 'GET', origin: STRANGER }), {
    kind: 'actual',
    reason: 'origin-not-allowed',
    status: undefined,
    vary: ['Origin'],
    headers: {},
  })
  t.strictSame(policy.decide(preflight(STRANGER)), {
    kind: 'preflight',
    reason: 'origin-not-allowed',
    status: 403,
    vary: ['Origin', 'Access-Control-Request-Method'],
    headers: {},
  })
})

t.test('enforce lets the outermost config’s origins write, and the others read', async (t) => {
  const policy = compilePolicy({ ...CONFIG, enforce: true })
  const kindOf = (method: string, origin: string | undefined, fetchSite?: string) =>
    policy.decide({ method, origin, fetchSite, host: 'api.example.com' }).kind
  t.equal(kindOf('POST', APP, 'cross-site'), 'actual')
  for (const origin of [PARTNER, STRANGER, 'null']) {
    t.equal(kindOf('POST', origin, 'cross-site'), 'forbidden', origin)
    t.equal(kindOf('POST', origin), 'forbidden', `${origin}, of an older browser`)
    t.equal(kindOf('GET', origin, 'cross-site'), 'actual', origin)
    t.strictSame(policy.decide({ method: 'POST', origin, fetchSite: 'cross-site' }).headers, {})
  }
  t.equal(kindOf('POST', undefined, 'cross-site'), 'forbidden')
  t.equal(kindOf('POST', undefined), 'actual')
  t.equal(kindOf('POST', 'https://api.example.com', 'same-origin'), 'actual')
  t.equal(policy.decide({ method: 'POST', origin: PARTNER }).reason, 'origin-not-allowed')
})

t.test('allows: any of them, or the one with credentials', async (t) => {
  const policy = compilePolicy({ origins: [APP], credentials: true, otherwise: { origins: [PARTNER, APP] } })
  t.strictSame(
    [APP, PARTNER, STRANGER, undefined].map((origin) => policy.allows(origin)),
    [true, true, false, false],
  )
  t.strictSame(
    [APP, PARTNER, STRANGER, undefined].map((origin) => policy.allows(origin, { credentials: true })),
    [true, false, false, false],
  )
  t.equal(policy.allows(PARTNER, { credentials: false }), true)
  t.equal(policy.allows(PARTNER, {}), true)
})

t.test('allows: a later config may allow credentials, and * never does', async (t) => {
  const policy = compilePolicy({
    origins: [PARTNER],
    otherwise: { origins: [APP], credentials: true, otherwise: { origins: '*' } },
  })
  t.strictSame(
    [APP, PARTNER, STRANGER, undefined].map((origin) => policy.allows(origin, { credentials: true })),
    [true, false, false, false],
  )
  t.equal(policy.allows(undefined), true)
})

t.test('none matches no origin and leaves all of them to otherwise', async (t) => {
  const nobody = compilePolicy({ origins: 'none' })
  for (const origin of [APP, 'null', 'none', undefined]) t.equal(nobody.allows(origin), false)
  t.equal(nobody.decide(preflight(APP)).status, 403)
  t.strictSame(nobody.decide({ method: 'GET', origin: APP }).headers, {})
  const others = compilePolicy({ origins: 'none', enforce: true, otherwise: { origins: '*' } })
  t.equal(others.decide({ method: 'GET', origin: APP }).headers['Access-Control-Allow-Origin'], '*')
  t.equal(others.decide({ method: 'PUT', origin: APP }).kind, 'forbidden')
})

t.test('origins of custom schemes', async (t) => {
  const policy = compilePolicy({ origins: ['moz-extension://*', 'app://.'] })
  const allowed = [
    'moz-extension://0f0e-1',
    'moz-extension://a.b',
    'moz-extension://10.0.0.1',
    'moz-extension://.',
    'app://.',
  ]
  for (const origin of allowed) t.equal(policy.allows(origin), true, origin)
  const refused = [
    'moz-extension://',
    'moz-extension://*',
    'moz-extension://a:1',
    'moz-extension://a/',
    'moz-extension://A',
    'moz-extension://a..b',
    'moz-extension://1',
    'moz-extension://xn--a',
    'chrome-extension://a',
    'xmoz-extension://a',
    'app://a',
    'app://..',
    'app://./',
    'https://.',
  ]
  for (const origin of refused) t.equal(policy.allows(origin), false, origin)
})
