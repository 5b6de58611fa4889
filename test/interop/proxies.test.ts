import t from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { fromIngressNginx } from '../../src/interop/from-ingress-nginx.js'
import { fromIstio } from '../../src/interop/from-istio.js'
import { fromKong } from '../../src/interop/from-kong.js'
import { fromTraefik } from '../../src/interop/from-traefik.js'
import type { Exported, Imported } from '../../src/interop/note.js'
import { ISTIO_RULES } from '../../src/interop/published-rules.js'
import { toIngressNginx } from '../../src/interop/to-ingress-nginx.js'
import { toIstio } from '../../src/interop/to-istio.js'
import { toTraefik } from '../../src/interop/to-traefik.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { Random } from '../config/fixtures/random.js'
import {
  type Answer,
  type IstioPolicy,
  ingressNginx,
  istio,
  kong,
  type Preflight,
  type ProxyModel,
  permits,
  type TraefikConfig,
  traefik,
} from './proxies.js'
import { randomConfig, SAMPLES } from './round-trips.js'
import { briefProblems } from './support.js'

/** Origins of the projects' own tests, those next to them, and what strangers can have. */
const ORIGINS = [
  ...SAMPLES,
  'https://origin.example.com:8080',
  'https://origin2.example.com',
  'http://foo.origin.example.com',
  'http://bar.foo.origin.example.com',
  'http://abc.example.org:8080',
  'http://abc.example.org',
  'https://fooxbar.example',
  'https://foo.bar.example',
  'https://bar.example',
  'http://my-site.test',
  'http://my-site.test.bad-guys.test',
  'https://my-other-site.test:9000',
  'https://sub.example-foo.test',
  'https://example.test',
  'http://example.test:8080',
  'test://localhost',
  'tauri://localhost:3000',
  'https://pr-1.x.d.test',
  'https://evila.test',
  'https://a.test.evil.test',
]
const METHODS = ['GET', 'PUT', 'PURGE']
const HEADERS = ['', 'content-type', 'authorization', 'x-unlisted']

function preflights(): Preflight[] {
  return ORIGINS.flatMap((origin) => METHODS.flatMap((method) => HEADERS.map((header) => ({ origin, method, header }))))
}

function ours(config: CorsConfig): (request: Preflight) => Answer {
  const policy = compilePolicy(config)
  return ({ origin, method, header }) => {
    const facts = { method: 'OPTIONS', origin, requestMethod: method, requestHeaders: header || undefined }
    const { headers } = policy.decide({ ...facts, fetchSite: undefined, host: undefined })
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))
  }
}

/** The first request that one lets through and the other does not. */
function wider(one: (request: Preflight) => Answer, other: (request: Preflight) => Answer): string | undefined {
  for (const request of preflights()) {
    const [left, right] = [one(request), other(request)]
    for (const credentials of [true, false]) {
      if (permits(left, request, credentials) && !permits(right, request, credentials))
        return `${JSON.stringify(request)} ${credentials ? 'with' : 'without'} credentials`
    }
  }
  return undefined
}

const P = 'nginx.ingress.kubernetes.io/'
const nginx = (origin: string, more: Record<string, string> = {}) => ({
  [`${P}enable-cors`]: 'true',
  [`${P}cors-allow-origin`]: origin,
  ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`${P}${name}`, value])),
})

/** What the projects' own tests configure, with example hosts, and what is next to it. */
const NGINX_DOCUMENTS = [
  nginx('*'),
  nginx('*', { 'cors-allow-credentials': 'false' }),
  nginx('*, foo.example.com'),
  nginx('https://a.test, *', { 'cors-allow-credentials': 'false', 'cors-allow-headers': '*' }),
  nginx('https://origin.example.com:8080, https://origin2.example.com'),
  nginx('https://origin.example.com:8080,   ,https://a.test,'),
  nginx('origin.example.com:8080, https://origin2.example.com'),
  nginx('http://*.origin.example.com, http://*.example.org:8080'),
  nginx('https://foo.bar.example', { 'cors-allow-methods': 'GET, PUT', 'cors-allow-headers': 'content-type' }),
  nginx('https://foo.bar.example', { 'cors-allow-methods': '*', 'cors-allow-credentials': 'false' }),
  nginx('*', { 'cors-allow-methods': '*', 'cors-allow-credentials': 'false' }),
  nginx('*', { 'cors-allow-headers': '*', 'cors-allow-credentials': 'false' }),
  nginx('*', { 'cors-allow-headers': 'x-id, #bad', 'cors-expose-headers': '@alright' }),
  nginx('*', { 'cors-allow-headers': '', 'cors-allow-methods': ' ' }),
  nginx('test://localhost, tauri://localhost:3000'),
  nginx('https://pr-*.d.test'),
  nginx('https://*--e.d.test'),
  nginx('http://localhost:*'),
  nginx('http://[::1]:3000'),
  nginx('https://my_app.a.test'),
  nginx('^https://a.test$'),
  nginx('null, https://a.test'),
]
const KONG_DOCUMENTS = [
  {},
  { origins: ['*'] },
  { origins: ['*'], credentials: true },
  { origins: ['example.test'], credentials: true },
  { origins: ['example.test', 'example.org'] },
  { origins: ['https://a.test'], credentials: true, methods: ['GET'], headers: ['content-type'] },
  { origins: ['.*\\.?example(?:-foo)?.test'] },
  { origins: ['.*\\.example\\.test', 'https://a.test'] },
  { origins: ['https?\\x3a\\/\\/example\\.test'] },
  { origins: ['https?\\x3a\\/\\/(.*\\.)?example.test'] },
  { origins: ['http://my-site.test', 'https://my-other-site.test:9000'], headers: ['*'] },
  { origins: ['foo.bar', '*'], headers: ['*'], credentials: true },
  { origins: ['foo.bar', '*'], headers: ['*'] },
  { origins: ['^https://a\\.test|https://b\\.test:8443$'] },
  { origins: ['https://(.*\\.)?a\\.test'], credentials: true },
  { origins: ['^http://localhost:\\d+'] },
]
const TRAEFIK_DOCUMENTS: TraefikConfig[] = [
  { accessControlAllowOriginList: ['https://foo.bar.example'] },
  { accessControlAllowOriginList: ['*'], accessControlAllowHeaders: ['origin', 'content-type'] },
  { accessControlAllowOriginList: ['*'], accessControlAllowCredentials: true },
  { accessControlAllowOriginList: ['https://a.test', '*'], accessControlAllowMethods: ['*'] },
  {
    accessControlAllowOriginList: ['https://a.test'],
    accessControlAllowCredentials: true,
    accessControlAllowMethods: ['*'],
    accessControlAllowHeaders: ['*'],
  },
  { accessControlAllowOriginListRegex: ['^https?://([a-z]+)\\.bar\\.example$'] },
  { accessControlAllowOriginListRegex: ['([a-z]+)\\.bar'] },
  { accessControlAllowOriginListRegex: ['^https://(.*\\.)?a\\.test$'], accessControlAllowCredentials: true },
  { accessControlAllowOriginListRegex: ['^https://a\\.test|https://b\\.test:8443$'] },
]
const ISTIO_DOCUMENTS: IstioPolicy[] = [
  { allowOrigins: [{ exact: '*' }], allowMethods: ['*'], allowHeaders: ['*'] },
  { allowOrigins: [{ exact: '*' }], allowCredentials: true },
  { allowOrigin: ['*'], allowMethods: ['GET', 'PUT'] },
  { allowOrigin: ['https://a.test'], allowMethods: ['GET'], allowCredentials: true },
  { allowOrigins: [{ exact: 'https://a.test' }], allowOrigin: ['*'], allowMethods: ['GET'] },
  { allowOrigins: [{ exact: 'https://a.test' }], allowOrigin: ['https://b.test:8443'], allowMethods: ['GET'] },
  { allowOrigins: [{ prefix: 'https://a.test' }], allowMethods: ['GET'] },
  { allowOrigins: [{ prefix: '*' }], allowMethods: ['GET'] },
  { allowOrigins: [{ regex: '.*' }], allowMethods: ['GET'] },
  { allowOrigins: [{ regex: 'https://(.*\\.)?a\\.test' }], allowHeaders: ['*'], allowCredentials: true },
  { allowOrigins: [{ regex: 'https://a\\.test|https://b\\.test:8443' }], allowHeaders: ['*', 'x-id'] },
  { allowOrigins: [{ exact: 'https://a.test' }], allowMethods: ['*'], allowHeaders: ['*'], allowCredentials: true },
]

const IMPORTS: {
  readonly name: string
  readonly from: (document: unknown) => Imported
  readonly proxy: ProxyModel<never>
  readonly documents: readonly object[]
  /** How many are converted. */
  readonly converted: number
}[] = [
  { name: 'ingress-nginx', from: fromIngressNginx, proxy: ingressNginx, documents: NGINX_DOCUMENTS, converted: 13 },
  { name: 'Kong', from: fromKong, proxy: kong, documents: KONG_DOCUMENTS, converted: 7 },
  { name: 'Traefik', from: fromTraefik, proxy: traefik, documents: TRAEFIK_DOCUMENTS, converted: 5 },
  { name: 'Istio', from: fromIstio, proxy: istio, documents: ISTIO_DOCUMENTS, converted: 6 },
]
/** With one of these the policy may allow less than its source, or say what browsers do anyway. */
const LESS = ['pattern-narrowed', 'wildcard-dropped', 'credentials-differ']

t.test('an import allows what the proxy allows, and nothing else', async (t) => {
  for (const { name, from, proxy, documents, converted } of IMPORTS) {
    let count = 0
    for (const document of documents) {
      let imported: Imported
      try {
        imported = from(document)
      } catch {
        continue
      }
      count++
      const text = `${name} ${JSON.stringify(document)}`
      const [own, theirs] = [ours(imported.config), (request: Preflight) => proxy(document as never, request)]
      const notes = imported.notes.map(({ code }) => code)
      // A policy may also allow the default port of loopback, with a note.
      if (!notes.includes('default-port')) t.equal(wider(own, theirs), undefined, `${text}: no more`)
      if (!LESS.some((code) => notes.includes(code as never)))
        t.equal(wider(theirs, own), undefined, `${text}: no less`)
    }
    t.equal(count, converted, name)
  }
})

t.test('what is refused', async (t) => {
  const rows: [from: (document: unknown) => Imported, document: object, problems: string[]][] = [
    [fromIngressNginx, nginx('https://pr-*.d.test'), [`source-rejects ${P}cors-allow-origin`]],
    [fromIngressNginx, nginx('http://[::1]:3000'), [`source-rejects ${P}cors-allow-origin`]],
    [fromIngressNginx, nginx('origin.example.com:8080'), [`origin-syntax ${P}cors-allow-origin`]],
    [fromIngressNginx, nginx('null, https://a.test'), [`origin-null ${P}cors-allow-origin`]],
    [fromKong, { origins: ['https?\\x3a\\/\\/example\\.test'] }, ['regex origins[0]']],
    [fromKong, { origins: ['.*\\.example\\.test', 'https://a.test'] }, ['regex origins[0]']],
    [
      fromTraefik,
      { accessControlAllowOriginList: ['*'], accessControlAllowCredentials: true },
      ['reflects-any-origin accessControlAllowOriginList[0]'],
    ],
    [fromIstio, { allowOrigins: [{ exact: 'https://a.test' }], allowOrigin: ['*'] }, ['options-conflict allowOrigin']],
  ]
  for (const [from, document, problems] of rows)
    t.strictSame(
      briefProblems(() => from(document)),
      problems,
      JSON.stringify(document),
    )
})

const EXPORTS: [
  name: string,
  to: (config: CorsConfig) => Exported<unknown>,
  proxy: (document: never) => ProxyModel<never>,
][] = [
  ['ingress-nginx', toIngressNginx, () => ingressNginx],
  ['Traefik', toTraefik, () => traefik],
  ['Istio', toIstio, () => istio],
]

t.test('an export allows nothing that the policy refuses', async (t) => {
  for (const [name, to, proxyOf] of EXPORTS) {
    const random = new Random(41)
    let converted = 0
    for (let i = 0; i < 150; i++) {
      const config = randomConfig(random)
      let document: never
      try {
        const exported = to(config).document as Record<string, never>
        document = exported['headers'] ?? exported['corsPolicy'] ?? (exported as never)
      } catch {
        continue
      }
      converted++
      const proxy = proxyOf(document)
      const found = wider((request) => proxy(document, request), ours(config))
      if (found !== undefined) t.fail(`${name} ${JSON.stringify({ config, document })}: ${found}`)
    }
    t.ok(converted > 20, `${name}: ${converted} converted`)
  }
})

t.test('no expression is longer than Istio accepts', async (t) => {
  const label = 'a'.repeat(63)
  const host = `${label}.${label}.${label}.test`
  const origins = [
    `https://*.${host}:*`,
    `https://pr-*.${host}:*`,
    'http://128.0.0.0/1:*',
    'http://10.128.0.0/9:*',
  ] as const
  const { corsPolicy } = toIstio({ origins }).document
  for (const match of corsPolicy.allowOrigins)
    t.ok('regex' in match && match.regex.length <= ISTIO_RULES.maxRegexLength, JSON.stringify(match).slice(0, 80))
})
