import t from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { fromApiGateway } from '../../src/interop/from-api-gateway.js'
import { fromGcs } from '../../src/interop/from-gcs.js'
import { fromR2 } from '../../src/interop/from-r2.js'
import { fromS3 } from '../../src/interop/from-s3.js'
import { fromStarlette } from '../../src/interop/from-starlette.js'
import type { ConversionNoteCode, Exported, Imported } from '../../src/interop/note.js'
import { toApiGateway } from '../../src/interop/to-api-gateway.js'
import { toCloudFront } from '../../src/interop/to-cloudfront.js'
import { toGcs } from '../../src/interop/to-gcs.js'
import { toR2 } from '../../src/interop/to-r2.js'
import { type S3CorsConfiguration, toS3 } from '../../src/interop/to-s3.js'
import { toStarlette } from '../../src/interop/to-starlette.js'
import { Random } from '../config/fixtures/random.js'
import { cases } from '../support/cases.js'
import { apiGatewayViolations, cloudFrontViolations, s3Violations } from './published-rules.js'
import { layerFor, randomConfig, randomLayers, SAMPLES } from './round-trips.js'
import { meaningOf } from './support.js'

t.setTimeout(120_000)

/** What may differ where a note says so: of everything else, a round trip has to keep all. */
const EXCUSED: Partial<Record<ConversionNoteCode, string>> = {
  'method-dropped': 'methods',
  'methods-narrowed': 'methods',
  'expose-wildcard-dropped': 'exposeHeaders',
  'credentials-differ': 'credentials',
  'max-age-explicit': 'maxAge',
  'headers-narrowed': 'headers',
}

const TARGETS: Record<
  string,
  { to: (config: CorsConfig) => Exported<unknown>; from: (document: unknown) => Imported }
> = {
  Starlette: { to: toStarlette, from: fromStarlette },
  S3: { to: toS3, from: fromS3 },
  'API Gateway': { to: toApiGateway, from: fromApiGateway },
}

for (const [name, { to, from }] of Object.entries(TARGETS)) {
  t.test(`${name}: out and in again`, async (t) => {
    const random = new Random(11)
    let converted = 0
    let unchanged = 0
    for (let i = 0; i < cases(2000); i++) {
      const config = randomConfig(random)
      let exported: Exported<unknown>
      try {
        exported = to(config)
      } catch {
        continue
      }
      converted++
      const imported = from(JSON.parse(JSON.stringify(exported.document)))
      const excused = [...exported.notes, ...imported.notes].flatMap(({ code }) => EXCUSED[code] ?? [])
      // None of them lets one choose, and browsers accept any.
      const ignored = [...excused, 'preflightStatus']
      if (excused.length === 0) unchanged++
      const [before, after] = [config, imported.config].map((one) =>
        Object.fromEntries(
          Object.entries(meaningOf(one, config.credentials)).filter(([field]) => !ignored.includes(field)),
        ),
      )
      if (JSON.stringify(after) !== JSON.stringify(before)) {
        t.strictSame(after, before, JSON.stringify({ config, document: exported.document }))
        return
      }
    }
    t.ok(converted > cases(200), `${converted} converted`)
    t.ok(unchanged > cases(50), `${unchanged} without a difference`)
  })
}

const BUCKETS: typeof TARGETS = {
  S3: { to: toS3, from: fromS3 },
  R2: { to: toR2, from: fromR2 },
  'Cloud Storage': { to: toGcs, from: fromGcs },
}

for (const [name, { to, from }] of Object.entries(BUCKETS)) {
  t.test(`${name}: several rules, out and in again`, async (t) => {
    const random = new Random(17)
    let converted = 0
    for (let i = 0; i < cases(500); i++) {
      const config = randomLayers(random, name !== 'S3')
      let exported: Exported<unknown>
      try {
        exported = to(config)
      } catch {
        continue
      }
      converted++
      const imported = from(JSON.parse(JSON.stringify(exported.document)))
      const excused = [...exported.notes, ...imported.notes].flatMap(({ code }) => EXCUSED[code] ?? [])
      const meaning = (one: CorsConfig, origin: string) => {
        const layer = layerFor(one, origin)
        const fields = Object.entries(layer === undefined ? {} : meaningOf(layer, false))
        return Object.fromEntries(fields.filter(([field]) => field !== 'origins' && !excused.includes(field)))
      }
      for (const origin of SAMPLES) {
        const [before, after] = [meaning(config, origin), meaning(imported.config, origin)]
        if (JSON.stringify(after) !== JSON.stringify(before)) {
          t.strictSame(after, before, `${origin} ${JSON.stringify({ config, document: exported.document })}`)
          return
        }
      }
    }
    t.ok(converted > cases(50), `${converted} converted`)
  })
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html: the first rule that fits origin, method and headers. */
function s3Rule({ CORSRules }: S3CorsConfiguration, origin: string, method: string, headers: readonly string[]) {
  const fits = (pattern: string, text: string) => {
    const [start = '', ...rest] = pattern.split('*')
    const end = rest.join('*')
    if (rest.length === 0) return pattern === text
    return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end)
  }
  return CORSRules.find(
    (rule) =>
      rule.AllowedOrigins.some((pattern) => fits(pattern, origin)) &&
      rule.AllowedMethods.includes(method) &&
      headers.every((name) => rule.AllowedHeaders.some((pattern) => fits(pattern, name))),
  )
}

t.test('S3 allows what the policy allows, by the rule for its origin', async (t) => {
  const random = new Random(29)
  const counts = { documents: 0, allowed: 0, refused: 0 }
  for (let i = 0; i < cases(500); i++) {
    const config = random.once(2) ? randomLayers(random) : randomConfig(random)
    let document: S3CorsConfiguration
    try {
      document = toS3(config).document
    } catch {
      continue
    }
    counts.documents++
    for (const origin of SAMPLES) {
      const method = random.pick(['GET', 'HEAD', 'POST', 'PUT', 'DELETE'])
      const headers = random.list(0, 2, () => random.pick(['x-id', 'content-type', 'authorization', 'x-other']))
      const layer = layerFor(config, origin)
      const { methods = [], headers: names = [], exposeHeaders = [] } = layer ?? {}
      const allowed =
        layer !== undefined &&
        (['GET', 'HEAD', 'POST', ...methods].includes(method) || methods.includes('*')) &&
        headers.every((name) => names.includes(name) || names.includes('*'))
      const rule = s3Rule(document, origin, method, headers)
      counts[allowed ? 'allowed' : 'refused']++
      const exposed = [...exposeHeaders].filter((name) => name !== '*')
      if ((rule !== undefined) !== allowed || (rule !== undefined && rule.ExposeHeaders.join() !== exposed.join()))
        return t.fail(JSON.stringify({ config, document, origin, method, headers }))
    }
  }
  for (const [name, count] of Object.entries(counts)) t.ok(count > cases(100), `${count} ${name}`)
  return undefined
})

t.test('documents keep the rules that their makers publish', async (t) => {
  const random = new Random(13)
  const counts = { s3: 0, apiGateway: 0, cloudFront: 0 }
  for (let i = 0; i < cases(1000); i++) {
    const config = randomConfig(random)
    const check = <Document>(
      name: keyof typeof counts,
      to: (config: CorsConfig) => Exported<Document>,
      violations: (document: Document) => readonly string[],
    ) => {
      let document: Document
      try {
        document = to(config).document
      } catch {
        return
      }
      counts[name]++
      const broken = violations(document)
      if (broken.length > 0) t.strictSame(broken, [], JSON.stringify(config))
    }
    check('s3', toS3, s3Violations)
    check('apiGateway', toApiGateway, apiGatewayViolations)
    check('cloudFront', toCloudFront, cloudFrontViolations)
  }
  for (const [name, count] of Object.entries(counts)) t.ok(count > cases(100), `${count} for ${name}`)
})

t.test('the check of the rules finds what breaks them', async (t) => {
  const rule = {
    AllowedOrigins: ['https://*.*.a'],
    AllowedMethods: ['PATCH'],
    AllowedHeaders: ['*-*'],
    ExposeHeaders: ['*'],
  }
  t.strictSame(s3Violations({ CORSRules: [{ ...rule, MaxAgeSeconds: 0.5 }] }).length, 5)
  t.strictSame(s3Violations({ CORSRules: [{ ...rule, AllowedOrigins: [], AllowedMethods: [] }] }).length, 4)
  const cors = { AllowHeaders: [], ExposeHeaders: [], AllowCredentials: true }
  t.strictSame(
    apiGatewayViolations({ ...cors, AllowOrigins: ['*', 'https://*.a.test'], AllowMethods: ['PURGE'], MaxAge: -2 })
      .length,
    4,
  )
  t.strictSame(apiGatewayViolations({ ...cors, AllowOrigins: [], AllowMethods: [] }), ['no origin'])
  const { ResponseHeadersPolicyConfig, CachePolicyConfig } = toCloudFront({ origins: '*' }).document
  const { CorsConfig } = ResponseHeadersPolicyConfig
  const broken = {
    ...CorsConfig,
    AccessControlAllowMethods: { Quantity: 2, Items: ['PURGE'] },
    AccessControlAllowOrigins: { Quantity: 1, Items: ['https://a*.b.test'] },
  }
  const config = {
    ResponseHeadersPolicyConfig: { ...ResponseHeadersPolicyConfig, CorsConfig: broken },
    CachePolicyConfig,
  }
  t.strictSame(cloudFrontViolations(config), ['quantity of methods', 'method PURGE', 'origin https://a*.b.test'])
})
