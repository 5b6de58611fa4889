import t from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { toApiGateway } from '../../src/interop/to-api-gateway.js'
import { toCloudFront } from '../../src/interop/to-cloudfront.js'
import { toNginx } from '../../src/interop/to-nginx.js'
import { toS3 } from '../../src/interop/to-s3.js'
import { toStarlette } from '../../src/interop/to-starlette.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { livePolicy } from '../../src/policy/live-policy.js'
import { apiGatewayViolations, cloudFrontViolations, s3Violations } from './published-rules.js'
import { briefNotes, briefProblems } from './support.js'

const A = 'https://a.test'
const json = { origins: [A], headers: ['content-type'] } as const

t.test('Starlette', async (t) => {
  const { document, notes } = toStarlette({
    origins: [A, 'https://*.b.test'],
    methods: ['PUT', 'PROPFIND', 'POST'],
    headers: ['content-type'],
    exposeHeaders: ['x-total'],
    credentials: true,
    maxAge: 60,
  })
  t.strictSame(document, {
    allow_origins: [A],
    allow_origin_regex: 'https://(?:[a-z0-9_-]{1,63}\\.)+b\\.test',
    allow_methods: ['GET', 'HEAD', 'POST', 'PUT', 'PROPFIND'],
    allow_headers: ['content-type'],
    allow_credentials: true,
    expose_headers: ['x-total'],
    max_age: 60,
  })
  t.strictSame(briefNotes({ notes }), ['vary-not-always origins'])
  const rows: [config: CorsConfig, notes: string[]][] = [
    [json, ['vary-not-always origins', 'max-age-explicit maxAge']],
    [{ ...json, maxAge: 0, preflightStatus: 200 }, ['vary-not-always origins']],
    [{ ...json, maxAge: 0, methods: '*' }, ['vary-not-always origins', 'methods-narrowed methods']],
    [{ ...json, maxAge: 0, headers: ['*', 'authorization'] }, ['vary-not-always origins']],
    [{ ...json, maxAge: 0, headers: '*', credentials: true }, ['vary-not-always origins']],
    [{ ...json, maxAge: 0, origins: ['http://10.0.0.0/8'] }, ['vary-not-always origins', 'pattern-one-way origins[0]']],
    [
      { ...json, maxAge: 0, dangerouslyAllowInsecureOrigins: true },
      ['dangerous-option-dropped dangerouslyAllowInsecureOrigins', 'vary-not-always origins'],
    ],
  ]
  for (const [config, notes] of rows) t.strictSame(briefNotes(toStarlette(config)), notes, JSON.stringify(config))
  t.strictSame(toStarlette({ ...json, origins: ['*', A] }).document.allow_origins, ['*'])
})

t.test('S3', async (t) => {
  const { document, notes } = toS3({
    origins: [A, 'https://*.b.test:8443', 'http://localhost:*'],
    methods: ['PUT', 'PATCH'],
    headers: ['x-id'],
    exposeHeaders: ['etag'],
    credentials: true,
    maxAge: 60,
  })
  t.strictSame(document, {
    CORSRules: [
      {
        AllowedOrigins: [A, 'https://*.b.test:8443', 'http://localhost', 'http://localhost:*'],
        AllowedMethods: ['GET', 'HEAD', 'POST', 'PUT'],
        AllowedHeaders: ['x-id'],
        ExposeHeaders: ['etag'],
        MaxAgeSeconds: 60,
      },
    ],
  })
  t.strictSame(briefNotes({ notes }), ['vary-not-always origins', 'method-dropped methods[1]'])
  t.strictSame(s3Violations(document), [])
  const bare = toS3({ origins: '*', exposeHeaders: ['*', 'etag'], methods: '*', preflightStatus: 204 })
  t.strictSame(bare.document.CORSRules[0].ExposeHeaders, ['etag'])
  t.strictSame(bare.document.CORSRules[0].AllowedMethods, ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'])
  t.strictSame(briefNotes(bare), [
    'status-fixed preflightStatus',
    'vary-not-always origins',
    'methods-narrowed methods',
    'expose-wildcard-dropped exposeHeaders',
  ])
  t.strictSame(briefNotes(toS3({ origins: [A] })), ['vary-not-always origins', 'credentials-differ credentials'])
})

t.test('API Gateway', async (t) => {
  const { document, notes } = toApiGateway({ ...json, methods: ['PUT', 'PURGE'], credentials: true, maxAge: 60 })
  t.strictSame(document, {
    AllowOrigins: [A],
    AllowMethods: ['GET', 'HEAD', 'POST', 'PUT'],
    AllowHeaders: ['content-type'],
    ExposeHeaders: [],
    AllowCredentials: true,
    MaxAge: 60,
  })
  t.strictSame(briefNotes({ notes }), ['method-dropped methods[1]'])
  t.strictSame(apiGatewayViolations(document), [])
  const open = toApiGateway({ origins: '*', methods: '*', headers: ['*', 'authorization'], exposeHeaders: '*' })
  t.strictSame(open.document, {
    AllowOrigins: ['*'],
    AllowMethods: ['*'],
    AllowHeaders: ['*', 'authorization'],
    ExposeHeaders: ['*'],
    AllowCredentials: false,
  })
  t.strictSame(open.notes, [])
  const narrowed = toApiGateway({ origins: [A], methods: '*', credentials: true, preflightStatus: 200 })
  t.equal(narrowed.document.AllowMethods.length, 7)
  t.strictSame(briefNotes(narrowed), ['status-fixed preflightStatus', 'methods-narrowed methods'])
})

t.test('CloudFront', async (t) => {
  const { document, notes } = toCloudFront({ ...json, origins: [A, 'https://*.b.test'], methods: ['PUT'], maxAge: 60 })
  const { CorsConfig } = document.ResponseHeadersPolicyConfig
  t.strictSame(CorsConfig, {
    AccessControlAllowOrigins: { Quantity: 2, Items: [A, 'https://*.b.test'] },
    AccessControlAllowHeaders: { Quantity: 1, Items: ['content-type'] },
    AccessControlAllowMethods: { Quantity: 4, Items: ['GET', 'HEAD', 'POST', 'PUT'] },
    AccessControlAllowCredentials: false,
    AccessControlExposeHeaders: { Quantity: 0, Items: [] },
    AccessControlMaxAgeSec: 60,
    OriginOverride: true,
  })
  t.strictSame(briefNotes({ notes }), ['vary-not-always origins', 'preflight-from-origin origins'])
  t.strictSame(cloudFrontViolations(document), [])
  const open = toCloudFront({ origins: '*', methods: '*', headers: '*', exposeHeaders: '*' })
  t.strictSame(open.document.ResponseHeadersPolicyConfig.CorsConfig.AccessControlAllowMethods.Items, ['ALL'])
  t.strictSame(cloudFrontViolations(open.document), [])
})

t.test('refused, since the target would allow more or cannot say it', async (t) => {
  const rows: [convert: (config: CorsConfig) => unknown, config: CorsConfig, problems: string[]][] = [
    [toStarlette, { ...json, enforce: true }, ['target-enforce enforce']],
    [toStarlette, { origins: [A] }, ['target-headers headers']],
    [toStarlette, { ...json, headers: '*' }, ['target-headers headers']],
    [toStarlette, { ...json, origins: [A, 'http://[fd00::/8]'] }, ['target-origin origins[1]']],
    [toS3, { ...json, enforce: true }, ['target-enforce enforce']],
    [toS3, { origins: [A], headers: '*' }, ['target-headers headers']],
    [
      toS3,
      { origins: ['https://pr-*.a.test', 'https://*.a.test:*', 'http://10.0.0.0/8'] },
      ['target-origin origins[0]', 'target-origin origins[1]', 'target-origin origins[2]'],
    ],
    [
      toS3,
      { origins: Array.from({ length: 900 }, (_, i) => `https://app-${i}.example.com` as const) },
      ['target-size config'],
    ],
    [toApiGateway, { ...json, enforce: true }, ['target-enforce enforce']],
    [
      toApiGateway,
      { origins: ['https://*.a.test', 'capacitor://localhost', A] },
      ['target-origin origins[0]', 'target-origin origins[1]'],
    ],
    [toApiGateway, { origins: [A], headers: '*', credentials: true }, ['target-headers headers']],
    [toCloudFront, { ...json, enforce: true }, ['target-enforce enforce']],
    [toCloudFront, { origins: [A], headers: '*', credentials: true }, ['target-headers headers']],
    [
      toCloudFront,
      { origins: ['https://pr-*.a.test', 'https://*.a.test:8443', 'http://localhost:*', A] },
      ['target-origin origins[0]', 'target-origin origins[1]', 'target-origin origins[2]'],
    ],
    [
      toNginx,
      { origins: ['http://[fd00::/8]'], methods: ['A$B'], headers: ['x$y'], exposeHeaders: ['a', '$'] },
      ['target-name methods[0]', 'target-name headers[0]', 'target-name exposeHeaders[1]', 'target-origin origins[0]'],
    ],
  ]
  for (const [convert, config, problems] of rows) {
    t.strictSame(
      briefProblems(() => convert(config)),
      problems,
      `${convert.name} ${JSON.stringify(config).slice(0, 100)}`,
    )
  }
})

t.test('a config, a policy or a live policy', async (t) => {
  const expected = toApiGateway(json)
  t.strictSame(toApiGateway(compilePolicy(json)), expected)
  t.strictSame(toApiGateway(livePolicy(json)), expected)
  t.ok(Object.isFrozen(expected))
  t.strictSame(
    briefProblems(() => toS3({ origins: [] })),
    ['origins-missing origins'],
  )
})
