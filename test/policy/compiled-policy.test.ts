import t, { type Test } from 'tap'
import { readConfig } from '../../src/config/parse-config.js'
import type { CorsConfig } from '../../src/config/types.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { CompiledPolicy } from '../../src/policy/compiled-policy.js'
import type { Decision, RequestFacts } from '../../src/policy/decision.js'
import { Random } from '../config/fixtures/random.js'

const ACAO = 'Access-Control-Allow-Origin'
const ACAC = 'Access-Control-Allow-Credentials'
const ACAM = 'Access-Control-Allow-Methods'
const ACAH = 'Access-Control-Allow-Headers'
const ACMA = 'Access-Control-Max-Age'
const ACEH = 'Access-Control-Expose-Headers'
const ACRM = 'Access-Control-Request-Method'
const ACRH = 'Access-Control-Request-Headers'

const APP = 'https://app.example.com'
const PR = 'https://pr-1.example.org'
const EVIL = 'https://evil.com'

/** The whole decision, headers in the order in which they are written. */
type Row = readonly [
  facts: RequestFacts,
  kind: Decision['kind'],
  reason: Decision['reason'],
  status: number | undefined,
  vary: readonly string[],
  headers: Readonly<Record<string, string>>,
]

function check(t: Test, config: CorsConfig, rows: readonly Row[]): void {
  const policy = new CompiledPolicy(readConfig(config))
  for (const [facts, kind, reason, status, vary, headers] of rows) {
    const name = JSON.stringify(facts).slice(0, 150)
    const decision = policy.decide(facts)
    t.strictSame(decision, { kind, reason, status, vary, headers }, name)
    t.strictSame(Object.keys(decision.headers), Object.keys(headers), `${name}: the order of the headers`)
    const { method, origin, requestMethod, fetchSite, host } = facts
    const answer = policy.answerFor(method, origin, requestMethod, fetchSite, host)
    t.strictSame([answer.kind, answer.status, answer.vary], [kind, status, vary], `${name}: the answer`)
    t.equal(answer.varyText, vary.join(', '))
    t.ok(Object.isFrozen(decision.vary))
  }
}

const VARY = ['Origin']

/** Origins that no policy without `*` allows, with the reason. */
const REFUSED: readonly (readonly [origin: string, reason: Decision['reason']])[] = [
  [EVIL, 'origin-not-allowed'],
  ['http://app.example.com', 'origin-not-allowed'],
  ['https://app.example.com:8443', 'origin-not-allowed'],
  ['https://app.example.com.evil.com', 'origin-not-allowed'],
  ['https://pr-.example.org', 'origin-not-allowed'],
  ['https://example.org', 'origin-not-allowed'],
  ['chrome-extension://abcdefghijklmnopabcdefghijklmnop', 'origin-not-allowed'],
  ['http://[::1]:3000', 'origin-not-allowed'],
  ['null', 'origin-null'],
  ['', 'origin-malformed'],
  ['*', 'origin-malformed'],
  ['NULL', 'origin-malformed'],
  ['https://App.example.com', 'origin-malformed'],
  ['https://app.example.com/', 'origin-malformed'],
  ['https://app.example.com.', 'origin-malformed'],
  ['https://app.example.com:443', 'origin-malformed'],
  [' https://app.example.com', 'origin-malformed'],
  ['https://app.example.com, https://app.example.com', 'origin-malformed'],
  ['https://app.example.com\r\n', 'origin-malformed'],
  ['https://app.example.com\u0000', 'origin-malformed'],
  ['https://xn--a.example.org', 'origin-malformed'],
  ['https://pr-*.example.org', 'origin-malformed'],
  ['file://', 'origin-malformed'],
  ['https://'.padEnd(16_384, 'a'), 'origin-malformed'],
]

const FULL: CorsConfig = {
  origins: [APP, 'https://pr-*.example.org'],
  methods: ['PUT', 'DELETE'],
  headers: ['content-type', 'x-a'],
  exposeHeaders: ['etag', 'x-b'],
  credentials: true,
  maxAge: 600,
}
const FULL_ACTUAL = { [ACAC]: 'true', [ACEH]: 'etag, x-b' }
const FULL_PREFLIGHT = { [ACAC]: 'true', [ACAM]: 'PUT, DELETE', [ACAH]: 'content-type, x-a', [ACMA]: '600' }

t.test('a policy with everything', async (t) => {
  check(t, FULL, [
    // actual requests
    [{ method: 'GET' }, 'actual', 'no-origin', undefined, VARY, {}],
    [{ method: 'POST', origin: undefined }, 'actual', 'no-origin', undefined, VARY, {}],
    [{ method: 'GET', origin: APP }, 'actual', 'origin-allowed', undefined, VARY, { [ACAO]: APP, ...FULL_ACTUAL }],
    [{ method: 'PUT', origin: PR }, 'actual', 'origin-allowed', undefined, VARY, { [ACAO]: PR, ...FULL_ACTUAL }],
    [
      { method: 'GET', origin: APP, requestMethod: 'PUT', requestHeaders: 'x-a' },
      'actual',
      'origin-allowed',
      undefined,
      VARY,
      { [ACAO]: APP, ...FULL_ACTUAL },
    ],
    ...REFUSED.map(([origin, reason]): Row => [{ method: 'GET', origin }, 'actual', reason, undefined, VARY, {}]),
    // Without enforce, Sec-Fetch-Site and Host mean nothing.
    [
      { method: 'POST', origin: EVIL, fetchSite: 'cross-site', host: 'example.com' },
      'actual',
      'origin-not-allowed',
      undefined,
      VARY,
      {},
    ],
    // preflights
    [
      { method: 'OPTIONS', origin: APP, requestMethod: 'PUT' },
      'preflight',
      'origin-allowed',
      204,
      VARY,
      { [ACAO]: APP, ...FULL_PREFLIGHT },
    ],
    // Whatever it asks for, an allowed origin is told the whole list.
    ...['', 'put', 'TRACE', 'a b', '\r\n', 'X'.repeat(100_000)].map(
      (requestMethod): Row => [
        { method: 'OPTIONS', origin: PR, requestMethod, requestHeaders: 'not; a list' },
        'preflight',
        'origin-allowed',
        204,
        VARY,
        { [ACAO]: PR, ...FULL_PREFLIGHT },
      ],
    ),
    ...REFUSED.map(
      ([origin, reason]): Row => [
        { method: 'OPTIONS', origin, requestMethod: 'PUT', requestHeaders: 'x-a' },
        'preflight',
        reason,
        403,
        VARY,
        {},
      ],
    ),
    // OPTIONS that is not a preflight
    [{ method: 'OPTIONS' }, 'actual', 'no-origin', undefined, VARY, {}],
    [{ method: 'OPTIONS', requestMethod: 'PUT' }, 'actual', 'no-origin', undefined, VARY, {}],
    [{ method: 'OPTIONS', origin: APP }, 'actual', 'origin-allowed', undefined, VARY, { [ACAO]: APP, ...FULL_ACTUAL }],
    [{ method: 'OPTIONS', origin: EVIL }, 'actual', 'origin-not-allowed', undefined, VARY, {}],
    // Methods are case-sensitive.
    [
      { method: 'options', origin: APP, requestMethod: 'PUT' },
      'actual',
      'origin-allowed',
      undefined,
      VARY,
      { [ACAO]: APP, ...FULL_ACTUAL },
    ],
  ])
})

t.test('a policy with nothing but origins', async (t) => {
  check(t, { origins: [APP] }, [
    [{ method: 'GET' }, 'actual', 'no-origin', undefined, VARY, {}],
    [{ method: 'GET', origin: APP }, 'actual', 'origin-allowed', undefined, VARY, { [ACAO]: APP }],
    [{ method: 'GET', origin: EVIL }, 'actual', 'origin-not-allowed', undefined, VARY, {}],
    [
      { method: 'OPTIONS', origin: APP, requestMethod: 'GET' },
      'preflight',
      'origin-allowed',
      204,
      VARY,
      { [ACAO]: APP },
    ],
    [{ method: 'OPTIONS', origin: EVIL, requestMethod: 'GET' }, 'preflight', 'origin-not-allowed', 403, VARY, {}],
  ])
  check(t, { origins: [APP], methods: [], headers: [], exposeHeaders: [], credentials: false, maxAge: 0 }, [
    [{ method: 'GET', origin: APP }, 'actual', 'origin-allowed', undefined, VARY, { [ACAO]: APP }],
    [
      { method: 'OPTIONS', origin: APP, requestMethod: 'GET' },
      'preflight',
      'origin-allowed',
      204,
      VARY,
      { [ACAO]: APP, [ACMA]: '0' },
    ],
  ])
})

t.test('the status of preflights that are allowed', async (t) => {
  for (const preflightStatus of [200, 204, 299]) {
    check(t, { origins: [APP], preflightStatus }, [
      [
        { method: 'OPTIONS', origin: APP, requestMethod: 'GET' },
        'preflight',
        'origin-allowed',
        preflightStatus,
        VARY,
        { [ACAO]: APP },
      ],
      [{ method: 'OPTIONS', origin: EVIL, requestMethod: 'GET' }, 'preflight', 'origin-not-allowed', 403, VARY, {}],
      [{ method: 'GET', origin: APP }, 'actual', 'origin-allowed', undefined, VARY, { [ACAO]: APP }],
    ])
  }
})

const OPEN: CorsConfig = { origins: '*', methods: '*', headers: ['*', 'authorization'], exposeHeaders: '*', maxAge: 5 }
const OPEN_ACTUAL = { [ACAO]: '*', [ACEH]: '*' }
const OPEN_PREFLIGHT = { [ACAO]: '*', [ACAM]: '*', [ACAH]: '*, authorization', [ACMA]: '5' }

t.test('a policy for every origin answers * to all of them', async (t) => {
  const origins = [APP, ...REFUSED.map(([origin]) => origin)]
  for (const config of [OPEN, { ...OPEN, origins: ['*'] as const }, { ...OPEN, origins: [APP, '*'] as const }]) {
    check(t, config, [
      [{ method: 'GET' }, 'actual', 'any-origin', undefined, VARY, OPEN_ACTUAL],
      [{ method: 'OPTIONS' }, 'actual', 'any-origin', undefined, VARY, OPEN_ACTUAL],
      [{ method: 'OPTIONS', requestMethod: 'PUT' }, 'actual', 'any-origin', undefined, VARY, OPEN_ACTUAL],
      ...origins.map(
        (origin): Row => [{ method: 'GET', origin }, 'actual', 'any-origin', undefined, VARY, OPEN_ACTUAL],
      ),
      ...origins.map(
        (origin): Row => [
          { method: 'OPTIONS', origin, requestMethod: 'PUT', requestHeaders: 'x-a' },
          'preflight',
          'any-origin',
          204,
          VARY,
          OPEN_PREFLIGHT,
        ],
      ),
    ])
  }
})

t.test('without credentials * is sent literally, and nothing is echoed', async (t) => {
  check(t, { origins: [APP], methods: ['PUT', '*'], headers: '*', exposeHeaders: ['*', 'etag'] }, [
    [{ method: 'GET', origin: APP }, 'actual', 'origin-allowed', undefined, VARY, { [ACAO]: APP, [ACEH]: '*, etag' }],
    [
      { method: 'OPTIONS', origin: APP, requestMethod: 'DELETE', requestHeaders: 'x-b' },
      'preflight',
      'origin-allowed',
      204,
      VARY,
      { [ACAO]: APP, [ACAM]: 'PUT, *', [ACAH]: '*' },
    ],
  ])
})

/** A preflight from an allowed origin, to a policy that has credentials. */
function preflight(requestMethod: string, requestHeaders: string | undefined): RequestFacts {
  return { method: 'OPTIONS', origin: APP, requestMethod, requestHeaders }
}

const TOKENS_1024 = `${'x-a,'.repeat(255)}x-ab`

const ECHOED_METHODS = ['GET', 'PUT', 'put', 'PATCH', 'X', "!#$%&'*+-.^_`|~", '*', 'M'.repeat(64)]
const MUTE_METHODS = [
  '',
  ' ',
  'A B',
  'A,B',
  'A\r\nX: y',
  'A\u0000',
  'É',
  'PU\ud800',
  'M'.repeat(65),
  'M'.repeat(100_000),
]

const ECHOED_HEADERS = [
  'x-a',
  'X-A',
  'authorization',
  'x-b,x-a',
  'x-a, x-b ,\tx-c',
  ',,x-a,',
  ' x-a ',
  'x-a,x-a',
  '*',
  TOKENS_1024,
]
const MUTE_HEADERS = [
  undefined,
  '',
  'x a',
  'x-a;x-b',
  'x-a: y',
  'x-a\r\nx-b: y',
  'x-a\u0000',
  'é',
  '"x"',
  `${TOKENS_1024}c`,
  'x'.repeat(100_000),
  ','.repeat(100_000),
]

t.test('with credentials, * for methods echoes the requested method', async (t) => {
  const vary = ['Origin', ACRM]
  const fixed = { [ACAO]: APP, [ACAC]: 'true', [ACAH]: 'x-a', [ACMA]: '5' }
  for (const methods of ['*', ['*'], ['PUT', '*']] as const) {
    check(t, { origins: [APP], credentials: true, methods, headers: ['x-a'], maxAge: 5 }, [
      ...ECHOED_METHODS.map(
        (method): Row => [
          preflight(method, 'x-b'),
          'preflight',
          'origin-allowed',
          204,
          vary,
          { ...fixed, [ACAM]: method },
        ],
      ),
      ...MUTE_METHODS.map((method): Row => [preflight(method, 'x-b'), 'preflight', 'origin-allowed', 204, vary, fixed]),
      [{ ...preflight('PUT', 'x-a'), origin: EVIL }, 'preflight', 'origin-not-allowed', 403, vary, {}],
      [{ ...preflight('PUT', 'x-a'), origin: 'null' }, 'preflight', 'origin-null', 403, vary, {}],
      [
        { method: 'PUT', origin: APP, requestMethod: 'PUT' },
        'actual',
        'origin-allowed',
        undefined,
        VARY,
        { [ACAO]: APP, [ACAC]: 'true' },
      ],
    ])
  }
})

t.test('with credentials, * for headers echoes the headers that are asked for', async (t) => {
  const vary = ['Origin', ACRH]
  const fixed = { [ACAO]: APP, [ACAC]: 'true', [ACAM]: 'PUT' }
  for (const headers of ['*', ['*'], ['authorization', '*']] as const) {
    check(t, { origins: [APP], credentials: true, methods: ['PUT'], headers }, [
      ...ECHOED_HEADERS.map(
        (asked): Row => [
          preflight('DELETE', asked),
          'preflight',
          'origin-allowed',
          204,
          vary,
          { ...fixed, [ACAH]: asked },
        ],
      ),
      ...MUTE_HEADERS.map(
        (asked): Row => [preflight('DELETE', asked), 'preflight', 'origin-allowed', 204, vary, fixed],
      ),
      [{ ...preflight('PUT', 'x-a'), origin: EVIL }, 'preflight', 'origin-not-allowed', 403, vary, {}],
      [
        { method: 'GET', origin: APP, requestHeaders: 'x-a' },
        'actual',
        'origin-allowed',
        undefined,
        VARY,
        { [ACAO]: APP, [ACAC]: 'true' },
      ],
    ])
  }
})

t.test('with credentials, methods and headers are echoed independently', async (t) => {
  const vary = ['Origin', ACRM, ACRH]
  const fixed = { [ACAO]: APP, [ACAC]: 'true' }
  check(t, { origins: [APP], credentials: true, methods: '*', headers: '*' }, [
    [preflight('PUT', 'x-a'), 'preflight', 'origin-allowed', 204, vary, { ...fixed, [ACAM]: 'PUT', [ACAH]: 'x-a' }],
    [preflight('PUT', 'x a'), 'preflight', 'origin-allowed', 204, vary, { ...fixed, [ACAM]: 'PUT' }],
    [preflight('P T', 'x-a'), 'preflight', 'origin-allowed', 204, vary, { ...fixed, [ACAH]: 'x-a' }],
    [preflight('P T', undefined), 'preflight', 'origin-allowed', 204, vary, fixed],
    [{ ...preflight('PUT', 'x-a'), origin: EVIL }, 'preflight', 'origin-not-allowed', 403, vary, {}],
  ])
})

t.test('enforce forbids writes from a page of another origin', async (t) => {
  const host = 'api.example.com'
  const allowed = { [ACAO]: APP }
  const rows: Row[] = [
    // safe methods, and preflights
    ...['GET', 'HEAD', 'OPTIONS'].map(
      (method): Row => [
        { method, origin: EVIL, fetchSite: 'cross-site', host },
        'actual',
        'origin-not-allowed',
        undefined,
        VARY,
        {},
      ],
    ),
    [
      { method: 'OPTIONS', origin: EVIL, requestMethod: 'PUT', fetchSite: 'cross-site', host },
      'preflight',
      'origin-not-allowed',
      403,
      VARY,
      {},
    ],
    // an origin that the policy allows
    [
      { method: 'POST', origin: APP, fetchSite: 'cross-site', host },
      'actual',
      'origin-allowed',
      undefined,
      VARY,
      allowed,
    ],
    [{ method: 'POST', origin: APP }, 'actual', 'origin-allowed', undefined, VARY, allowed],
    // other origins, by Sec-Fetch-Site
    [{ method: 'POST', origin: EVIL, fetchSite: 'cross-site', host }, 'forbidden', 'origin-not-allowed', 403, VARY, {}],
    [{ method: 'POST', origin: EVIL, fetchSite: 'same-site', host }, 'forbidden', 'origin-not-allowed', 403, VARY, {}],
    [{ method: 'PUT', origin: 'null', fetchSite: 'cross-site', host }, 'forbidden', 'origin-null', 403, VARY, {}],
    [{ method: 'DELETE', origin: '', fetchSite: 'cross-site', host }, 'forbidden', 'origin-malformed', 403, VARY, {}],
    [{ method: 'POST', fetchSite: 'cross-site', host }, 'forbidden', 'no-origin', 403, VARY, {}],
    [{ method: 'get', fetchSite: 'cross-site', host }, 'forbidden', 'no-origin', 403, VARY, {}],
    [
      { method: 'POST', origin: `https://${host}`, fetchSite: 'same-origin', host },
      'actual',
      'origin-not-allowed',
      undefined,
      VARY,
      {},
    ],
    [{ method: 'POST', fetchSite: 'none', host }, 'actual', 'no-origin', undefined, VARY, {}],
    // other origins, by Host
    [{ method: 'POST', origin: `https://${host}`, host }, 'actual', 'origin-not-allowed', undefined, VARY, {}],
    [{ method: 'POST', origin: EVIL, host }, 'forbidden', 'origin-not-allowed', 403, VARY, {}],
    [{ method: 'POST', origin: EVIL }, 'forbidden', 'origin-not-allowed', 403, VARY, {}],
    [{ method: 'POST', origin: 'null', host }, 'forbidden', 'origin-null', 403, VARY, {}],
    // no browser
    [{ method: 'POST', host }, 'actual', 'no-origin', undefined, VARY, {}],
    [{ method: 'DELETE' }, 'actual', 'no-origin', undefined, VARY, {}],
  ]
  check(t, { origins: [APP], enforce: true }, rows)
  // Without it, the very same requests reach their handler.
  check(
    t,
    { origins: [APP], enforce: false },
    rows.map((row): Row => (row[1] === 'forbidden' ? [row[0], 'actual', row[2], undefined, VARY, {}] : row)),
  )
})

t.test('says whether an origin is allowed', async (t) => {
  const policy = compilePolicy(FULL)
  for (const origin of [APP, PR]) t.equal(policy.allows(origin), true, origin)
  for (const [origin] of REFUSED) t.equal(policy.allows(origin), false, origin.slice(0, 80))
  const open = compilePolicy(OPEN)
  for (const origin of [APP, ...REFUSED.map(([origin]) => origin)]) t.equal(open.allows(origin), true)
})

t.test('a policy is frozen, and decisions share no mutable value', async (t) => {
  const policy = compilePolicy(FULL)
  t.ok(Object.isFrozen(policy))
  t.throws(() => Object.assign(policy, { config: {} }), TypeError)
  const facts = { method: 'GET', origin: APP }
  const first = policy.decide(facts)
  Object.assign(first.headers, { [ACAO]: EVIL })
  t.throws(() => (first.vary as string[]).push('Accept'), TypeError)
  t.strictSame(policy.decide(facts).headers, { [ACAO]: APP, ...FULL_ACTUAL })
  t.not(policy.decide(facts).headers, policy.decide(facts).headers)
})

t.test('an answer is made once and deep-frozen', async (t) => {
  const policy = new CompiledPolicy(readConfig({ ...FULL, enforce: true }))
  const requests = [
    ['GET', undefined, undefined],
    ['GET', APP, undefined],
    ['GET', EVIL, undefined],
    ['OPTIONS', APP, 'PUT'],
    ['OPTIONS', EVIL, 'PUT'],
    ['POST', EVIL, undefined],
  ] as const
  for (const [method, origin, requestMethod] of requests) {
    const answer = policy.answerFor(method, origin, requestMethod, undefined, undefined)
    t.equal(policy.answerFor(method, origin, requestMethod, undefined, undefined), answer)
    for (const part of [answer, answer.vary, answer.fixed]) t.ok(Object.isFrozen(part))
    t.equal(answer.refused, origin === EVIL)
  }
})

t.test('never throws, and never allows a text that is not in the policy', async (t) => {
  const random = new Random(17)
  const pieces = [
    'https',
    '://',
    ':',
    '.',
    ',',
    ' ',
    'example.com',
    'app',
    'xn--',
    'OPTIONS',
    'POST',
    '\r\n',
    '\u0000',
    '\ud800',
    '😀',
    '*',
    'null',
    '[',
    '::1',
    ']',
    'x'.repeat(2000),
  ]
  const text = () => random.list(0, 6, () => random.pick(pieces)).join('')
  const maybe = () => (random.once(3) ? undefined : text())
  const policies = [
    compilePolicy({
      origins: ['https://app.example.com', 'https://*.example.com:*'],
      credentials: true,
      methods: '*',
      headers: '*',
      enforce: true,
    }),
    compilePolicy({ origins: ['http://[::1]:*', 'https://*app.example.com'] }),
  ]
  const wrong: unknown[] = []
  for (let i = 0; i < 5000; i++) {
    const facts: RequestFacts = {
      method: random.once(2) ? random.pick(['OPTIONS', 'POST']) : text(),
      origin: maybe(),
      requestMethod: maybe(),
      requestHeaders: maybe(),
      fetchSite: maybe(),
      host: maybe(),
    }
    for (const policy of policies) {
      const { headers } = policy.decide(facts)
      const allowed = facts.origin !== undefined && policy.allows(facts.origin)
      if (allowed ? headers[ACAO] !== facts.origin : Object.keys(headers).length > 0) wrong.push(facts)
      // Nothing that is echoed can end a header line.
      if (Object.values(headers).some((value) => /[^\t\x20-\x7e]/.test(value))) wrong.push(facts)
    }
  }
  t.strictSame(wrong, [])
})

t.test('allows: undefined is allowed only where every origin is', async (t) => {
  t.equal(compilePolicy({ origins: [APP] }).allows(undefined), false)
  t.equal(compilePolicy({ origins: '*' }).allows(undefined), true)
})

t.test('what is on Object.prototype is no option', async (t) => {
  const polluted = Object.prototype as Record<string, unknown>
  t.teardown(() => {
    for (const name of ['credentials', 'methods', 'enforce']) delete polluted[name]
  })
  Object.assign(polluted, { credentials: true, methods: '*', enforce: true })
  const policy = compilePolicy({ origins: [APP] })
  const { headers } = policy.decide({ method: 'OPTIONS', origin: APP, requestMethod: 'PUT' })
  t.strictSame(Object.entries(headers), [['Access-Control-Allow-Origin', APP]])
  t.equal(policy.decide({ method: 'POST', origin: 'https://evil.example.com' }).kind, 'actual')
})
