import t from 'tap'
import { CorsConfigError } from '../../src/config/problems.js'
import type { CorsConfig } from '../../src/config/types.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import type { RequestFacts } from '../../src/policy/decision.js'
import { problemsOf, rowsOf } from '../config/fixtures/problem-rows.js'

const CONFIGS: readonly CorsConfig[] = [
  { origins: '*' },
  { origins: ['*', 'https://a.com'], methods: '*', headers: ['*', 'Authorization'], exposeHeaders: '*', maxAge: 0 },
  { origins: ['https://a.com', 'https://a.com', 'https://*.a.com', 'http://localhost:*'], credentials: true },
  { origins: ['https://a.com'], credentials: true, methods: '*', headers: '*', exposeHeaders: ['ETag', 'etag'] },
  {
    origins: ['http://192.168.0.0/16:*', 'https://*.github.io', 'capacitor://localhost'],
    methods: ['PUT', 'PUT', 'Purge'],
    headers: ['X-B', 'x-a', 'x-b'],
    exposeHeaders: [],
    credentials: true,
    maxAge: 86_400,
    preflightStatus: 200,
    enforce: true,
    dangerouslyAllowInsecureOrigins: true,
    dangerouslyAllowPublicSuffixSubdomains: true,
  },
  { origins: 'none', credentials: true, enforce: true },
  {
    origins: ['http://a.com', 'https://*.github.io', 'https://8.8.8.0/24'],
    credentials: true,
    dangerouslyAllowInsecureOrigins: ['http://a.com', 'http://a.com'],
    dangerouslyAllowPublicSuffixSubdomains: ['https://*.github.io'],
    dangerouslyAllowPublicAddresses: ['https://8.8.8.0/24'],
  },
  {
    origins: ['https://a.com'],
    credentials: true,
    otherwise: { origins: ['app://.', 'moz-extension://*'], headers: ['X-A'], otherwise: { origins: '*' } },
  },
  { origins: ['https://a.com'], methods: undefined, credentials: undefined, maxAge: undefined },
]

const FACTS: readonly RequestFacts[] = [
  'https://a.com',
  'https://x.a.com',
  'http://192.168.1.1:3000',
  'null',
  undefined,
].flatMap((origin) => [
  { method: 'GET', origin },
  { method: 'POST', origin, fetchSite: 'cross-site' },
  { method: 'OPTIONS', origin, requestMethod: 'PUT', requestHeaders: 'x-a' },
])

t.test('compiling the config of a policy gives the same policy', async (t) => {
  for (const config of CONFIGS) {
    const policy = compilePolicy(config)
    const again = compilePolicy(policy.config)
    t.strictSame(again.config, policy.config)
    for (const facts of FACTS) t.strictSame(again.decide(facts), policy.decide(facts), JSON.stringify(facts))
  }
})

t.test('the config of a policy is a deep-frozen copy', async (t) => {
  for (const config of CONFIGS) {
    const policy = compilePolicy(config)
    t.not(policy.config, config)
    for (const value of [policy.config, ...Object.values(policy.config)]) t.ok(Object.isFrozen(value))
  }
})

t.test('what happens to a config later does not matter', async (t) => {
  const origins: `https://${string}`[] = ['https://a.com']
  const methods = ['PUT']
  const policy = compilePolicy({ origins, methods })
  origins.push('https://b.com')
  methods.push('DELETE')
  t.equal(policy.allows('https://b.com'), false)
  t.strictSame(policy.config, { origins: ['https://a.com'], methods: ['PUT'] })
  t.equal(
    policy.decide({ method: 'OPTIONS', origin: 'https://a.com', requestMethod: 'PUT' }).headers[
      'Access-Control-Allow-Methods'
    ],
    'PUT',
  )
})

t.test('a config with problems is refused with all of them', async (t) => {
  const config = { origins: '*', credentials: true, maxAge: -1 } as unknown as CorsConfig
  t.throws(() => compilePolicy(config), CorsConfigError)
  t.strictSame(rowsOf(problemsOf(() => compilePolicy(config))), [
    ['wildcard-with-credentials', 'origins', '*'],
    ['max-age-range', 'maxAge', -1],
  ])
})

t.test('a getter of a config is read once', async (t) => {
  let reads = 0
  const policy = compilePolicy({
    get origins() {
      reads++
      return [reads === 1 ? 'https://a.com' : 'https://evil.com'] as const
    },
  })
  t.equal(reads, 1)
  t.strictSame(policy.config, { origins: ['https://a.com'] })
  t.equal(policy.allows('https://evil.com'), false)
})

t.test('what Object.prototype holds is no option', async (t) => {
  const prototype = Object.prototype as { origins?: string; cookies?: boolean; otherwise?: object; enforce?: boolean }
  prototype.origins = '*'
  prototype.cookies = true
  prototype.otherwise = { origins: '*' }
  prototype.enforce = true
  t.teardown(() => {
    delete prototype.origins
    delete prototype.cookies
    delete prototype.otherwise
    delete prototype.enforce
  })
  t.equal(compilePolicy({ origins: ['https://a.com'] }).allows('https://evil.com'), false)
  t.strictSame(
    problemsOf(() => compilePolicy({} as CorsConfig)).map(({ code }) => code),
    ['origins-missing'],
  )
})
