import t from 'tap'
import { CorsConfigError } from '../../src/config/problems.js'
import type { CorsConfig } from '../../src/config/types.js'
import { lint } from '../../src/explain/lint.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { livePolicy } from '../../src/policy/live-policy.js'
import { ADVICE_TEXTS } from '../../src/text/lint.js'

const A = 'https://a.test'

/** Advice in short: `code path`. */
function adviceOn(config: CorsConfig): readonly string[] {
  return lint(config).map(({ code, path, message }) => {
    t.ok(message.length > 0)
    return `${code} ${path}`
  })
}

t.test('a config without advice', async (t) => {
  const configs: CorsConfig[] = [
    { origins: '*' },
    { origins: [A] },
    { origins: ['*'] },
    { origins: [A], methods: ['DELETE'], maxAge: 600 },
    { origins: [A], methods: ['PUT'], headers: ['content-type'], maxAge: 7200 },
    { origins: [A], methods: '*', headers: ['*', 'authorization'], exposeHeaders: '*', maxAge: 1 },
    { origins: [A], headers: ['content-type', 'authorization'], exposeHeaders: ['etag'], maxAge: 600 },
    { origins: [A], credentials: true, enforce: true, headers: '*', maxAge: 600 },
    { origins: ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:*', 'https://*.localhost'] },
    { origins: [A, 'capacitor://localhost', 'chrome-extension://abc'] },
    { origins: ['http://localhost:*', 'capacitor://localhost'] },
    { origins: ['https://*.a.test', A] },
  ]
  for (const config of configs) t.strictSame(adviceOn(config), [], JSON.stringify(config))
})

t.test('origins', async (t) => {
  const rows: [CorsConfig, readonly string[]][] = [
    [{ origins: ['*', A] }, ['origin-covered origins[1]']],
    [{ origins: [A, 'http://localhost:3000'] }, ['localhost-in-production origins[1]']],
    [
      { origins: ['https://127.0.0.1:8443', A, 'http://app.localhost', 'http://127.0.0.0/8:*'] },
      [
        'localhost-in-production origins[0]',
        'localhost-in-production origins[2]',
        'localhost-in-production origins[3]',
      ],
    ],
    [{ origins: ['http://a.test'] }, ['insecure-origin origins[0]']],
    [{ origins: ['http://192.168.0.0/16:*'] }, ['insecure-origin origins[0]']],
    [
      {
        origins: ['http://a.test'],
        credentials: true,
        enforce: true,
        headers: '*',
        maxAge: 5,
        dangerouslyAllowInsecureOrigins: true,
      },
      [],
    ],
    [{ origins: ['https://*.a.test:8443'] }, ['apex-not-covered origins[0]']],
    [{ origins: ['https://*.github.io', A] }, ['public-suffix-pattern origins[0]']],
    [{ origins: ['https://*.com'] }, ['public-suffix-pattern origins[0]']],
    [{ origins: ['https://*.a.test:*'] }, []],
    [{ origins: ['https://pr-*.a.test'] }, []],
    [{ origins: [A, 'https://*.a.test', 'https://x.a.test'] }, ['origin-covered origins[2]']],
    [{ origins: ['https://a.test:*', 'https://a.test:8443'] }, ['origin-covered origins[1]']],
  ]
  for (const [config, advice] of rows) t.strictSame(adviceOn(config), advice, JSON.stringify(config))
})

t.test('methods and headers', async (t) => {
  const rows: [CorsConfig, readonly string[]][] = [
    [
      { origins: '*', methods: ['GET', 'PUT', 'OPTIONS', 'POST'], headers: ['content-type'], maxAge: 5 },
      ['safelisted-method methods[0]', 'safelisted-method methods[3]', 'options-method methods[2]'],
    ],
    [
      { origins: '*', methods: ['*', 'GET', 'PUT'], headers: '*', maxAge: 5 },
      ['name-covered methods[1]', 'name-covered methods[2]', 'authorization-not-covered headers'],
    ],
    [{ origins: '*', methods: ['PATCH'], maxAge: 5 }, ['content-type-not-allowed headers']],
    [{ origins: '*', methods: '*', maxAge: 5 }, ['content-type-not-allowed headers']],
    [{ origins: '*', headers: ['authorization'], maxAge: 5 }, ['content-type-not-allowed headers']],
    [{ origins: [A], credentials: true, enforce: true }, ['content-type-not-allowed headers']],
    [
      { origins: '*', headers: ['Accept', 'content-type', 'RANGE'], maxAge: 5 },
      ['safelisted-request-header headers[0]', 'safelisted-request-header headers[2]'],
    ],
    [{ origins: '*', headers: ['x-a', '*', 'authorization'], maxAge: 5 }, ['name-covered headers[0]']],
    [
      { origins: [A], credentials: true, enforce: true, headers: ['*', 'authorization'], maxAge: 5 },
      ['name-covered headers[1]'],
    ],
    [{ origins: '*', exposeHeaders: ['ETag', 'Expires'] }, ['safelisted-response-header exposeHeaders[1]']],
    [{ origins: '*', exposeHeaders: ['*', 'expires'] }, ['name-covered exposeHeaders[1]']],
  ]
  for (const [config, advice] of rows) t.strictSame(adviceOn(config), advice, JSON.stringify(config))
})

t.test('how long a preflight is remembered', async (t) => {
  const base: CorsConfig = { origins: '*', headers: ['content-type'] }
  t.strictSame(adviceOn(base), ['max-age-missing maxAge'])
  t.strictSame(adviceOn({ origins: '*', methods: ['DELETE'] }), ['max-age-missing maxAge'])
  t.strictSame(adviceOn({ ...base, maxAge: 0 }), ['max-age-zero maxAge'])
  t.strictSame(adviceOn({ ...base, maxAge: 7200 }), [])
  t.strictSame(adviceOn({ ...base, maxAge: 7201 }), ['max-age-above-limit maxAge'])
})

t.test('credentials and dangerous options', async (t) => {
  const base = { origins: [A], credentials: true, headers: ['content-type'], maxAge: 5 } as const
  t.strictSame(adviceOn(base), ['credentials-without-enforce enforce'])
  const enforced: CorsConfig = { ...base, enforce: true }
  t.strictSame(adviceOn({ ...enforced, dangerouslyAllowInsecureOrigins: true }), [
    'dangerous-option-unneeded dangerouslyAllowInsecureOrigins',
  ])
  t.strictSame(adviceOn({ ...enforced, dangerouslyAllowPublicSuffixSubdomains: true }), [
    'dangerous-option-unneeded dangerouslyAllowPublicSuffixSubdomains',
  ])
  const needed: CorsConfig = {
    ...enforced,
    origins: ['http://a.test', 'https://*.github.io'],
    dangerouslyAllowInsecureOrigins: true,
    dangerouslyAllowPublicSuffixSubdomains: true,
  }
  t.strictSame(adviceOn(needed), [])
})

t.test('advice as data, on a config, a policy or a live policy', async (t) => {
  const config: CorsConfig = { origins: [A], exposeHeaders: ['pragma'] }
  for (const input of [config, compilePolicy(config), livePolicy(config)]) {
    t.match(lint(input), [
      {
        code: 'safelisted-response-header',
        path: 'exposeHeaders[0]',
        value: 'pragma',
        message: ADVICE_TEXTS['safelisted-response-header']({ name: 'pragma' }),
      },
    ])
  }
  t.throws(() => lint({ origins: [] }), CorsConfigError)
})

t.test('the config for all other origins', async (t) => {
  const app = { origins: [A], credentials: true, enforce: true, headers: ['content-type'], maxAge: 5 } as const
  const rows: [CorsConfig, readonly string[]][] = [
    [{ ...app, otherwise: { origins: '*' } }, []],
    [{ ...app, otherwise: { origins: 'none' } }, []],
    [{ origins: 'none', otherwise: { origins: [A] } }, []],
    [{ ...app, otherwise: { origins: ['http://b.test'] } }, ['insecure-origin otherwise.origins[0]']],
    [{ ...app, otherwise: { origins: ['http://localhost:3000'] } }, ['localhost-in-production otherwise.origins[0]']],
    [
      { origins: ['http://localhost:3000'], otherwise: { origins: 'none', otherwise: { origins: [A] } } },
      ['localhost-in-production origins[0]'],
    ],
    [{ ...app, otherwise: { origins: ['*', A] } }, ['origin-covered otherwise.origins[1]']],
    [{ ...app, otherwise: { origins: ['https://b.test', A] } }, ['origin-covered otherwise.origins[1]']],
    [
      { origins: ['https://*.a.test', A], otherwise: { origins: ['https://*.a.test', 'https://x.a.test'] } },
      [
        'origin-covered otherwise.origins[1]',
        'origin-covered otherwise.origins[0]',
        'origin-covered otherwise.origins[1]',
      ],
    ],
    // What `otherwise` lets in is not let in with cookies.
    [{ ...app, origins: ['https://*.a.test'], otherwise: { origins: '*' } }, ['apex-not-covered origins[0]']],
    [{ ...app, otherwise: { origins: ['https://*.a.test'] } }, []],
    [
      { ...app, otherwise: { origins: '*', methods: ['GET', 'PUT'], maxAge: 0 } },
      [
        'safelisted-method otherwise.methods[0]',
        'content-type-not-allowed otherwise.headers',
        'max-age-zero otherwise.maxAge',
      ],
    ],
    [
      {
        origins: ['https://b.test'],
        otherwise: { origins: [A], credentials: true, headers: ['content-type'], maxAge: 5 },
      },
      ['credentials-without-enforce enforce'],
    ],
    [
      { ...app, otherwise: { origins: '*', dangerouslyAllowInsecureOrigins: true } },
      ['dangerous-option-unneeded otherwise.dangerouslyAllowInsecureOrigins'],
    ],
    [
      {
        ...app,
        otherwise: { origins: '*', otherwise: undefined, exposeHeaders: ['expires'] },
      },
      ['safelisted-response-header otherwise.exposeHeaders[0]'],
    ],
  ]
  for (const [config, advice] of rows) t.strictSame(adviceOn(config), advice, JSON.stringify(config))
})

t.test('lists of exemptions', async (t) => {
  const base = { credentials: true, enforce: true, headers: ['content-type'], maxAge: 5 } as const
  const rows: [CorsConfig, readonly string[]][] = [
    [{ ...base, origins: [A, 'http://b.test'], dangerouslyAllowInsecureOrigins: ['http://b.test'] }, []],
    [
      { ...base, origins: [A, 'http://b.test'], dangerouslyAllowInsecureOrigins: ['http://b.test', A] },
      ['exemption-unneeded dangerouslyAllowInsecureOrigins[1]'],
    ],
    [
      {
        ...base,
        origins: ['http://*.github.io', 'http://b.test', 'https://203.0.113.0/24'],
        dangerouslyAllowInsecureOrigins: true,
        dangerouslyAllowPublicSuffixSubdomains: ['http://*.github.io', 'http://b.test'],
        dangerouslyAllowPublicAddresses: ['https://203.0.113.0/24'],
      },
      ['exemption-unneeded dangerouslyAllowPublicSuffixSubdomains[1]'],
    ],
    [
      {
        ...base,
        origins: ['http://*.github.io'],
        dangerouslyAllowInsecureOrigins: ['http://*.github.io'],
        dangerouslyAllowPublicSuffixSubdomains: ['http://*.github.io'],
      },
      [],
    ],
    [
      { ...base, origins: [A], dangerouslyAllowPublicAddresses: true },
      ['dangerous-option-unneeded dangerouslyAllowPublicAddresses'],
    ],
    [
      { origins: ['http://b.test'], dangerouslyAllowInsecureOrigins: ['http://b.test'] },
      ['insecure-origin origins[0]', 'exemption-unneeded dangerouslyAllowInsecureOrigins[0]'],
    ],
    [{ ...base, origins: 'none', dangerouslyAllowPublicAddresses: false }, []],
  ]
  for (const [config, advice] of rows) t.strictSame(adviceOn(config), advice, JSON.stringify(config))
})

t.test('a live policy, and the snapshot that it holds', async (t) => {
  const live = livePolicy({
    origins: [],
    credentials: true,
    enforce: true,
    headers: ['content-type'],
    maxAge: 5,
    dangerouslyAllowInsecureOrigins: true,
  })
  const inShort = (input: Parameters<typeof lint>[0]) => lint(input).map(({ code, path }) => `${code} ${path}`)
  t.strictSame(inShort(live), [], 'rows may come that need the option')
  t.strictSame(inShort(live.current), ['dangerous-option-unneeded dangerouslyAllowInsecureOrigins'])
  live.origins.add(A)
  live.origins.add('http://localhost:3000')
  t.strictSame(inShort(live), ['localhost-in-production origins[1]'])
  live.origins.add('http://b.test')
  t.strictSame(inShort(live.current), ['localhost-in-production origins[1]'])
  live.origins.delete(A)
  live.origins.delete('http://b.test')
  t.strictSame(inShort(live), [])
})

t.test('a polluted prototype does not speak for options that are absent', async (t) => {
  const config: CorsConfig = { origins: [A, 'http://b.test'], methods: ['PUT'] }
  const before = JSON.stringify(lint(config))
  const polluted: Record<string, unknown> = {
    credentials: true,
    enforce: true,
    maxAge: 1,
    headers: '*',
    exposeHeaders: ['*', 'x'],
    dangerouslyAllowInsecureOrigins: true,
    value: 'x',
  }
  const prototype = Object.prototype as unknown as Record<string, unknown>
  t.teardown(() => {
    for (const name of Object.keys(polluted)) delete prototype[name]
  })
  for (const [name, value] of Object.entries(polluted)) {
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true, enumerable: false })
    t.equal(JSON.stringify(lint(config)), before, name)
    delete prototype[name]
  }
})
