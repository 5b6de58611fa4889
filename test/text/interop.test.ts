import t from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { CorsConversionError } from '../../src/interop/conversion-error.js'
import { fromApiGateway } from '../../src/interop/from-api-gateway.js'
import { fromExpressCors } from '../../src/interop/from-express-cors.js'
import { fromFastifyCors } from '../../src/interop/from-fastify-cors.js'
import { fromHeaders } from '../../src/interop/from-headers.js'
import { fromIngressNginx } from '../../src/interop/from-ingress-nginx.js'
import { fromIstio } from '../../src/interop/from-istio.js'
import { fromKong } from '../../src/interop/from-kong.js'
import { fromS3 } from '../../src/interop/from-s3.js'
import { fromStarlette } from '../../src/interop/from-starlette.js'
import { fromTraefik } from '../../src/interop/from-traefik.js'
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
import { INTEROP_PROBLEMS } from '../../src/text/interop.js'
import { INTEROP_NOTES } from '../../src/text/interop-notes.js'

const A = 'https://a.test'

const CONFIGS: readonly CorsConfig[] = [
  { origins: [A], headers: ['a', 'content-type'], exposeHeaders: ['a'] },
  { origins: [A], headers: ['content-type'], exposeHeaders: '*' },
  { origins: ['https://*.a.test'], headers: ['content-type'] },
  { origins: [A], headers: ['content-type'], dangerouslyAllowInsecureOrigins: true },
  { origins: 'none', headers: ['content-type'] },
  { origins: [A], otherwise: { origins: '*' }, enforce: true },
  { origins: [A], otherwise: { origins: '*', methods: ['PUT'], headers: ['a'], exposeHeaders: ['a'] } },
  { origins: [A], headers: '*', exposeHeaders: '*', methods: '*', preflightStatus: 201 },
  { origins: [A], headers: '*', methods: ['PURGE', 'A$'], credentials: true },
  {
    origins: ['https://*.a.test', 'https://pr-*.a.test', 'https://*.b.test:*', 'http://localhost:*', 'app://x'],
    headers: ['content-type', 'x.y'],
    exposeHeaders: ['content-type'],
  },
  { origins: ['https://10.0.0.0/8'], headers: ['content-type'] },
  { origins: ['https://[fd00::/8]', 'moz-extension://*'], dangerouslyAllowPublicAddresses: true },
  {
    origins: Array.from({ length: 900 }, (_, i) => `https://app-${i}.example.com` as const),
    headers: ['content-type'],
  },
]

/** Conversions that say each sentence at least once. */
const CONVERSIONS: readonly (() => { notes: readonly { code: string; message: string }[] })[] = [
  () => fromApiGateway('{"a" 1}'),
  () => fromTraefik('{{- if .Values.cors }}\nheaders: {}\n{{- end }}'),
  () => fromStarlette('from flask_cors import CORS\nCORS(app, origins=["https://a.test"])'),
  () => fromStarlette('k = {"allow_origins": ["https://a.test"]}\nk["allow_credentials"] = True'),
  () => fromHeaders("if ($http_origin = 'https://a.test') { add_header Access-Control-Allow-Origin *; }"),
  () => fromHeaders('location /a { add_header Access-Control-Allow-Origin *; } add_header Access-Control-Max-Age 5;'),
  () => fromApiGateway('x'.repeat(1_000_001)),
  () => fromApiGateway('\u0000'),
  () => fromApiGateway(`${'['.repeat(70)}${']'.repeat(70)}`),
  () => fromApiGateway(`[${'1,'.repeat(200_001)}]`),
  () =>
    fromApiGateway({
      get a() {
        throw new Error('no')
      },
    }),
  () => fromApiGateway({ a: { b: 1 } }),
  () => fromApiGateway({ a: { AllowOrigins: [A] }, b: { AllowOrigins: ['*'] } }),
  () => fromApiGateway({}, { pick: 'x' }),
  () => fromApiGateway({ a: { AllowOrigins: [A] } }, { pick: 'x' }),
  () =>
    fromApiGateway({
      AllowOrigins: [A],
      allow_origins: ['*'],
      Other: 1,
      MaxAge: 'soon',
      AllowMethods: ['ANY'],
      AllowHeaders: [{ Ref: 'X' }],
    }),
  () => fromApiGateway({ AllowOrigins: [{ Ref: 'X' }], Cors: 1 }),
  () => fromApiGateway({ Cors: true }),
  () =>
    fromApiGateway({
      AllowOrigins: [A],
      AllowCredentials: true,
      AllowMethods: ['*'],
      AllowHeaders: ['*', 'Host', 'Access-Control-Allow-Origin'],
      ExposeHeaders: ['*', 'Set-Cookie'],
      MaxAge: -1,
    }),
  () => fromApiGateway({ AllowOrigins: [A], AllowMethods: ['TRACE'], MaxAge: 999_999 }),
  () => fromS3([{ AllowedOrigins: [A], AllowedMethods: ['GET'] }], { rule: 2 }),
  () =>
    fromS3([
      { AllowedOrigins: [A], AllowedMethods: ['GET'] },
      { AllowedOrigins: ['*'], AllowedMethods: ['PUT'] },
    ]),
  () => fromS3([{ AllowedOrigins: ['https://a.test:*'], AllowedMethods: ['GET'] }]),
  () => fromS3([{ AllowedOrigins: ['http://localhost:*', 'https://pr-*.a.test'], AllowedMethods: ['GET'] }]),
  () => fromStarlette({ allow_origins: null }),
  () => fromStarlette({ allow_origins: ['*'], allow_credentials: true }),
  () => fromStarlette({ allow_origins: ['https://*.a.test'], allow_private_network: true }),
  ...[
    '(',
    'https://\\d\\d\\d\\.test',
    'https://a\\b',
    'https://A',
    'https://a\\.test:\\d+',
    '.*',
    'a\\.test',
    'https://a.test',
    'https://.*a\\.test',
    'https://[^.]+\\.a\\.test',
    'https://\\w+\\.a\\.test',
    'https://a\\.test.*',
    'http://localhost:\\d{4}',
  ].map((regex) => () => fromStarlette({ allow_origin_regex: regex })),
  () => fromExpressCors({ origin: [/a\.test$/, /^https:\/\/a\.test$/g, '*', () => true] }),
  () => fromExpressCors({ credentials: true, preflightContinue: true }),
  () => fromFastifyCors({ delegator: () => true }),
  () => fromFastifyCors({ origin: A, preflight: false }),
  () => fromFastifyCors({ origin: A, strictPreflight: false, cacheControl: 5 }),
  () => fromIngressNginx({ 'enable-cors': 'true', 'cors-allow-origin': 'https://*.a.test, http://[::1]' }),
  () => fromIngressNginx({ 'enable-cors': 'true', 'cors-allow-origin': A, 'cors-allow-headers': '*' }),
  () => fromIngressNginx({ 'enable-cors': 'false' }),
  () => fromExpressCors({ origin: ['*'] }),
  () => toIstio({ origins: [A], maxAge: 0 }),
  () => toIngressNginx({ origins: ['http://[::1]'] }),
  () => fromIstio({ allowOrigins: [{ prefix: A }] }),
  () => fromKong({ origins: ['https://*.a.test'] }),
  ...(
    [toApiGateway, toCloudFront, toGcs, toIngressNginx, toNginx, toR2, toS3, toStarlette, toTraefik] as const
  ).flatMap((to) => CONFIGS.map((config) => () => to(config))),
  () => toNginx({ origins: [A] }, { name: 'A' }),
]

t.test('every sentence', async (t) => {
  const sentences = new Set<string>()
  const codes = new Set<string>()
  const say = ({ code, message }: { readonly code: string; readonly message: string }) => {
    sentences.add(`${code}: ${message}`)
    codes.add(code)
  }
  for (const convert of CONVERSIONS) {
    try {
      convert().notes.forEach(say)
    } catch (error) {
      if (!(error instanceof CorsConversionError)) throw error
      error.problems.forEach(say)
    }
  }
  const missing = [...Object.keys(INTEROP_PROBLEMS), ...Object.keys(INTEROP_NOTES)].filter((code) => !codes.has(code))
  // Said of headers, which have a test of their own.
  t.strictSame(missing, ['dynamic-origin'])
  t.matchSnapshot([...sentences].sort().join('\n'))
  for (const sentence of sentences) t.notMatch(sentence, /\.$|is no |mend /, sentence)
})

t.test('a long list is cut', async (t) => {
  const sentence = INTEROP_NOTES['safelisted-method']
  const methods = Array.from({ length: 14 }, (_, i) => `M${i}`)
  t.match(sentence({ methods }), /^M0, M1, .*, M11 and 2 more are allowed too: /)
  t.match(sentence({ methods: ['HEAD'] }), /^HEAD is allowed too: /)
})
