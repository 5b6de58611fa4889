import t from 'tap'
import type { CorsConfig, OriginPattern } from '../../src/config/types.js'
import { fromGcs } from '../../src/interop/from-gcs.js'
import { fromIstio } from '../../src/interop/from-istio.js'
import { fromR2 } from '../../src/interop/from-r2.js'
import { fromS3 } from '../../src/interop/from-s3.js'
import { fromTraefik } from '../../src/interop/from-traefik.js'
import type { Exported, Imported } from '../../src/interop/note.js'
import { toApiGateway } from '../../src/interop/to-api-gateway.js'
import { toCloudFront } from '../../src/interop/to-cloudfront.js'
import { toGcs } from '../../src/interop/to-gcs.js'
import { toIngressNginx } from '../../src/interop/to-ingress-nginx.js'
import { toIstio } from '../../src/interop/to-istio.js'
import { toNginx } from '../../src/interop/to-nginx.js'
import { toR2 } from '../../src/interop/to-r2.js'
import { toS3 } from '../../src/interop/to-s3.js'
import { toStarlette } from '../../src/interop/to-starlette.js'
import { toTraefik } from '../../src/interop/to-traefik.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { Random } from '../config/fixtures/random.js'
import { cases } from '../support/cases.js'
import { randomConfig } from './round-trips.js'
import { briefNotes, briefProblems, firstMessage, meaningOf } from './support.js'

const A = 'https://a.test'

t.test('documents', async (t) => {
  const names = { methods: ['PUT'], headers: ['etag'], exposeHeaders: ['etag'] } as const
  const config = { origins: [A], ...names, maxAge: 60 } as const
  t.strictSame(toR2(config).document, {
    rules: [
      {
        allowed: { origins: [A], methods: ['GET', 'HEAD', 'POST', 'PUT'], headers: ['etag'] },
        exposeHeaders: ['etag'],
        maxAgeSeconds: 60,
      },
    ],
  })
  t.strictSame(toGcs(config).document, [
    { origin: [A], method: ['GET', 'HEAD', 'POST', 'PUT'], responseHeader: ['etag'], maxAgeSeconds: 60 },
  ])
  t.strictSame(toIngressNginx({ ...config, credentials: true }).document, {
    'nginx.ingress.kubernetes.io/enable-cors': 'true',
    'nginx.ingress.kubernetes.io/cors-allow-origin': A,
    'nginx.ingress.kubernetes.io/cors-allow-methods': 'GET, HEAD, POST, PUT',
    'nginx.ingress.kubernetes.io/cors-allow-headers': 'etag',
    'nginx.ingress.kubernetes.io/cors-expose-headers': 'etag',
    'nginx.ingress.kubernetes.io/cors-allow-credentials': 'true',
    'nginx.ingress.kubernetes.io/cors-max-age': '60',
  })
  t.match(toIngressNginx({ origins: '*' }).document, {
    'nginx.ingress.kubernetes.io/cors-allow-origin': '*',
    'nginx.ingress.kubernetes.io/cors-allow-headers': 'Accept',
    'nginx.ingress.kubernetes.io/cors-max-age': '5',
  })
  const patterns = { ...config, origins: [A, 'https://*.b.test:*', 'http://10.0.0.0/8'] } as const
  const regexes = [
    'https://(?:[a-z0-9_-]{1,63}\\.)+b\\.test(?::(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?',
    'http://10\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])',
  ]
  t.strictSame(toTraefik(patterns).document.headers, {
    accessControlAllowOriginList: [A],
    accessControlAllowOriginListRegex: regexes.map((regex) => `^${regex}$`),
    accessControlAllowMethods: ['GET', 'HEAD', 'POST', 'PUT'],
    accessControlAllowHeaders: ['etag'],
    accessControlExposeHeaders: ['etag'],
    accessControlAllowCredentials: false,
    accessControlMaxAge: 60,
    addVaryHeader: true,
  })
  t.strictSame(toIstio(patterns).document.corsPolicy, {
    allowOrigins: [{ exact: A }, ...regexes.map((regex) => ({ regex }))],
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT'],
    allowHeaders: ['etag'],
    exposeHeaders: ['etag'],
    allowCredentials: false,
    maxAge: '60s',
  })
  t.strictSame(toTraefik({ origins: '*', methods: '*' }).document.headers.accessControlAllowMethods, ['*'])
  t.strictSame(toIstio({ origins: '*' }).document.corsPolicy.allowOrigins, [{ exact: '*' }])
  t.strictSame(toGcs({ origins: '*', methods: '*' }).document[0].method, ['*'])
  t.match(toIstio({ origins: [A], methods: '*', headers: '*', credentials: true, maxAge: 0 }).document.corsPolicy, {
    allowMethods: ['*'],
    allowHeaders: ['*'],
    maxAge: undefined,
  })
  // RE2 has no lookahead.
  t.notMatch(JSON.stringify([toTraefik(patterns).document, toIstio(patterns).document]), /\(\?[=!<]/)
})

t.test('notes', async (t) => {
  const rows: [exported: Exported<unknown>, notes: string[]][] = [
    [
      toR2({ origins: [A], credentials: true, exposeHeaders: ['etag'], methods: ['PATCH'] }),
      ['vary-not-always origins', 'credentials-differ credentials', 'method-dropped methods[0]'],
    ],
    [toR2({ origins: [A], exposeHeaders: '*' }), ['vary-not-always origins', 'expose-wildcard-dropped exposeHeaders']],
    [
      toGcs({ origins: [A], credentials: true, headers: ['a', 'b'], exposeHeaders: ['b'] }),
      ['vary-not-always origins', 'credentials-differ credentials', 'headers-narrowed headers'],
    ],
    [
      toIngressNginx({ origins: ['https://*.a.test'], methods: '*', exposeHeaders: '*', preflightStatus: 200 }),
      [
        'status-fixed preflightStatus',
        'vary-not-always origins',
        'pattern-one-label origins',
        'methods-narrowed methods',
        'expose-wildcard-dropped exposeHeaders',
        'max-age-explicit maxAge',
      ],
    ],
    [
      toTraefik({ origins: [A], dangerouslyAllowPublicAddresses: true }),
      [
        'dangerous-option-dropped dangerouslyAllowPublicAddresses',
        'preflight-differs origins',
        'max-age-explicit maxAge',
      ],
    ],
    [
      toIstio({ origins: ['http://10.0.0.0/8'], preflightStatus: 204 }),
      ['status-fixed preflightStatus', 'vary-not-always origins', 'pattern-one-way origins[0]'],
    ],
    [toIstio({ origins: [A], maxAge: 0 }), ['vary-not-always origins', 'max-age-explicit maxAge']],
    [toIstio({ origins: [A], methods: ['PROPFIND'] }), ['vary-not-always origins', 'method-dropped methods[0]']],
  ]
  for (const [exported, notes] of rows) t.strictSame(briefNotes(exported), notes)
})

t.test('refused', async (t) => {
  const all = [toR2, toGcs, toIngressNginx, toTraefik, toIstio, toS3, toApiGateway, toCloudFront] as const
  const otherwise: CorsConfig = {
    origins: [A],
    headers: ['content-type'],
    exposeHeaders: ['content-type'],
    otherwise: { origins: '*' },
  }
  for (const convert of all) {
    t.strictSame(
      briefProblems(() => convert({ origins: 'none' })),
      ['target-none origins'],
      convert.name,
    )
    t.strictSame(
      briefProblems(() => convert({ origins: [A], enforce: true })),
      ['target-enforce enforce'],
      convert.name,
    )
  }
  for (const convert of [toStarlette, toIngressNginx, toTraefik, toIstio, toApiGateway, toCloudFront]) {
    t.strictSame(
      briefProblems(() => convert(otherwise)),
      ['target-otherwise otherwise'],
      convert.name,
    )
  }
  t.strictSame(toStarlette({ origins: 'none', headers: ['content-type'] }).document.allow_origins, [])
  const rows: [convert: (config: CorsConfig) => unknown, config: CorsConfig, problems: string[]][] = [
    [
      toR2,
      { origins: ['https://*.a.test', 'capacitor://localhost'], headers: '*' },
      ['target-origin origins[0]', 'target-origin origins[1]', 'target-headers headers'],
    ],
    [
      toGcs,
      { origins: ['https://*.a.test'], headers: ['x-id'] },
      ['target-origin origins[0]', 'target-headers headers'],
    ],
    [
      toIngressNginx,
      { origins: ['http://10.0.0.0/8', 'http://localhost:*', 'app://a'], headers: '*' },
      ['target-origin origins[0]', 'target-origin origins[1]', 'target-origin origins[2]', 'target-headers headers'],
    ],
    [
      toIngressNginx,
      { origins: ['https://pr-*.a.test', 'https://*--x.a.test', 'http://[::1]:3000', 'https://a_b.a.test', A] },
      ['target-origin origins[0]', 'target-origin origins[1]', 'target-origin origins[2]', 'target-origin origins[3]'],
    ],
    [
      toIngressNginx,
      { origins: [A], headers: ['x.y'], exposeHeaders: ['a~'] },
      ['target-headers exposeHeaders[0]', 'target-headers headers[0]'],
    ],
    [
      toTraefik,
      { origins: ['https://[fd00::/8]'], headers: '*', credentials: true },
      ['target-origin origins[0]', 'target-headers headers'],
    ],
    [toIstio, { origins: ['moz-extension://*'], headers: '*' }, ['target-origin origins[0]', 'target-headers headers']],
    [toS3, { origins: ['moz-extension://*'] }, ['target-origin origins[0]']],
  ]
  for (const [convert, config, problems] of rows) {
    t.strictSame(
      briefProblems(() => convert(config)),
      problems,
      `${convert.name} ${JSON.stringify(config)}`,
    )
  }
})

const LAYERS: CorsConfig = {
  origins: [A],
  methods: ['PUT', 'DELETE'],
  headers: ['etag', 'x-id'],
  exposeHeaders: ['etag', 'x-id'],
  maxAge: 60,
  otherwise: {
    origins: ['https://b.test'],
    methods: ['PUT'],
    headers: ['etag'],
    exposeHeaders: ['etag'],
    otherwise: { origins: '*', headers: ['etag'], exposeHeaders: ['etag'], maxAge: 5 },
  },
}

t.test('a rule for each otherwise', async (t) => {
  t.strictSame(toR2(LAYERS).document.rules, [
    {
      allowed: { origins: [A], methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'], headers: ['etag', 'x-id'] },
      exposeHeaders: ['etag', 'x-id'],
      maxAgeSeconds: 60,
    },
    {
      allowed: { origins: ['https://b.test'], methods: ['GET', 'HEAD', 'POST', 'PUT'], headers: ['etag'] },
      exposeHeaders: ['etag'],
    },
    {
      allowed: { origins: ['*'], methods: ['GET', 'HEAD', 'POST'], headers: ['etag'] },
      exposeHeaders: ['etag'],
      maxAgeSeconds: 5,
    },
  ])
  t.strictSame(toGcs(LAYERS).document, [
    {
      origin: [A],
      method: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
      responseHeader: ['etag', 'x-id'],
      maxAgeSeconds: 60,
    },
    { origin: ['https://b.test'], method: ['GET', 'HEAD', 'POST', 'PUT'], responseHeader: ['etag'] },
    { origin: ['*'], method: ['GET', 'HEAD', 'POST'], responseHeader: ['etag'], maxAgeSeconds: 5 },
  ])
  t.strictSame(
    toS3(LAYERS).document.CORSRules.map(({ AllowedOrigins }) => AllowedOrigins),
    [[A], ['https://b.test'], ['*']],
  )
  for (const { to, from } of [
    { to: toS3, from: fromS3 },
    { to: toR2, from: fromR2 },
    { to: toGcs, from: fromGcs },
  ]) {
    t.strictSame(from(JSON.stringify(to(LAYERS).document)).config, LAYERS, to.name)
    t.strictSame(to({ origins: 'none', otherwise: LAYERS }).document, to(LAYERS).document, 'nobody needs no rule')
    t.strictSame(
      briefProblems(() => to({ origins: 'none', otherwise: { origins: 'none' } })),
      ['target-none origins'],
    )
  }
})

t.test('an origin must not get to the rule of an inner config', async (t) => {
  const more = { methods: ['PUT', 'DELETE'], headers: ['etag', 'x-id'], exposeHeaders: ['etag', 'x-id'] } as const
  const base = { origins: [A], methods: ['PUT'], headers: ['etag'], exposeHeaders: ['etag'] } as const
  for (const convert of [toS3, toR2, toGcs]) {
    const refused = (origins: CorsConfig['origins'], outer: CorsConfig = base) =>
      briefProblems(() => convert({ ...outer, otherwise: { ...more, origins } as CorsConfig }))
    t.strictSame(refused('*'), ['target-rules otherwise.origins'], convert.name)
    t.strictSame(refused([A]), ['target-rules otherwise.origins'], convert.name)
    t.strictSame(refused(['https://b.test', 'https://a.test:8443']), ['no problem'], convert.name)
    t.strictSame(refused('*', { ...base, ...more }), ['no problem'], convert.name)
    t.strictSame(
      briefProblems(() =>
        convert({ ...base, otherwise: { ...base, origins: ['https://b.test'], otherwise: { ...more, origins: [A] } } }),
      ),
      ['target-rules otherwise.otherwise.origins'],
      convert.name,
    )
  }
  const patterns: [outer: OriginPattern, inner: OriginPattern, isRefused: boolean][] = [
    ['https://*.a.test', 'https://x.a.test', true],
    ['https://x.a.test', 'https://*.a.test', true],
    ['https://*.a.test', 'https://*.b.a.test', true],
    ['https://*.a.test', A, false],
    ['https://*.a.test', 'https://*.b.test', false],
    ['http://localhost:*', 'http://localhost', true],
    ['http://localhost:*', 'http://localhost:3000', true],
    ['http://localhost:*', 'http://127.0.0.1:*', false],
    ['https://*.a.test', 'https://*.a.test:8443', false],
  ]
  for (const [outer, inner, isRefused] of patterns) {
    const [problem] = briefProblems(() => toS3({ ...base, origins: [outer], otherwise: { ...more, origins: [inner] } }))
    t.equal(problem, isRefused ? 'target-rules otherwise.origins' : 'no problem', `${outer} ${inner}`)
  }
  t.equal(
    firstMessage(() => toS3({ origins: [A], otherwise: { origins: '*', methods: ['PUT'], headers: ['x-id'] } })),
    'S3 tries the next rule when one does not fit, so the origins of an outer config would also get PUT, x-id. Add these methods and headers to the outer config, or convert a config without otherwise',
  )
})

const BACK: Record<
  string,
  { to: (config: CorsConfig) => Exported<unknown>; from: (document: unknown) => Imported; but: readonly string[] }
> = {
  R2: { to: toR2, from: fromR2, but: ['credentials', 'methods', 'exposeHeaders'] },
  GCS: { to: toGcs, from: fromGcs, but: ['credentials', 'headers', 'exposeHeaders'] },
  Traefik: { to: toTraefik, from: fromTraefik, but: ['maxAge', 'methods'] },
  Istio: { to: toIstio, from: fromIstio, but: ['methods'] },
}

t.test('out and in again, nothing is more open', async (t) => {
  for (const [name, { to, from, but }] of Object.entries(BACK)) {
    const random = new Random(23)
    let converted = 0
    for (let i = 0; i < cases(1500); i++) {
      const config = randomConfig(random)
      let document: unknown
      try {
        document = to(config).document
      } catch {
        continue
      }
      converted++
      const back = from(JSON.parse(JSON.stringify(document))).config
      const [before, after] = [config, back].map((one) =>
        Object.fromEntries(
          Object.entries(meaningOf(one, config.credentials)).filter(
            ([field]) => field !== 'preflightStatus' && !but.includes(field),
          ),
        ),
      )
      if (JSON.stringify(before) !== JSON.stringify(after))
        return t.strictSame(after, before, `${name} ${JSON.stringify({ config, document })}`)
      const added =
        (back.methods ?? []).length > 0 &&
        ![...(back.methods ?? [])].every((method) => config.methods?.includes('*') || config.methods?.includes(method))
      if (added) return t.fail(`${name} ${JSON.stringify({ config, document })}`)
    }
    t.ok(converted > cases(100), `${name}: ${converted} converted`)
  }
  return undefined
})

t.test('a polluted Object.prototype changes nothing', async (t) => {
  const config: CorsConfig = { origins: [A], headers: ['content-type'] }
  const converters = [
    toNginx,
    toStarlette,
    toR2,
    toTraefik,
    toIstio,
    toIngressNginx,
    toS3,
    toApiGateway,
    toCloudFront,
  ] as const
  const policy = compilePolicy(config)
  const before = converters.map((convert) => JSON.stringify(convert(policy)))
  const polluted = {
    enforce: true,
    maxAge: 9,
    credentials: true,
    name: 'evil',
    otherwise: {},
    preflightStatus: 299,
    methods: ['PUT'],
    exposeHeaders: ['x'],
    dangerouslyAllowInsecureOrigins: true,
    rule: 5,
    pick: 'x',
  }
  try {
    for (const [key, value] of Object.entries(polluted))
      Object.defineProperty(Object.prototype, key, { value, configurable: true, writable: true })
    const after = converters.map((convert) => JSON.stringify(convert(policy)))
    t.strictSame(after, before)
    t.equal(JSON.stringify(toNginx(policy, {})), before[0])
    t.strictSame(
      { ...fromR2([{ AllowedOrigins: [A], AllowedMethods: ['GET', 'HEAD', 'POST'] }], {}).config },
      { origins: [A] },
    )
  } finally {
    for (const key of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, key)
  }
})
