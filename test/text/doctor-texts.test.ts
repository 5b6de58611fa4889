import t from 'tap'
import type { FindingItem } from '../../src/doctor/finding.js'
import { FINDING_TEXTS, textOf } from '../../src/doctor/texts.js'
import { REPORT_TEXTS, VERDICTS } from '../../src/text/doctor.js'
import { CACHE_TEXTS } from '../../src/text/doctor-caches.js'
import { CONSOLE_TEXTS } from '../../src/text/doctor-console.js'
import { DOCTOR_ERROR_TEXTS } from '../../src/text/doctor-errors.js'
import { HEADER_TEXTS } from '../../src/text/doctor-headers.js'
import { UNKNOWN_TEXTS } from '../../src/text/doctor-inspect.js'
import { LIST_TEXTS } from '../../src/text/doctor-lists.js'
import { PREFLIGHT_TEXTS } from '../../src/text/doctor-preflight.js'
import { REACH_TEXTS } from '../../src/text/doctor-reach.js'
import { SECURITY_TEXTS } from '../../src/text/doctor-security.js'
import { SERVER_TEXTS } from '../../src/text/doctor-server.js'
import { TRANSPORT_TEXTS } from '../../src/text/doctor-transport.js'

const APP = 'https://app.example.com'
const reach = { host: 'api.example.com', where: 'api.example.com:8443' }
const names = ['x-id', 'baggage']
const location = '/login'
const ALLOWED = [
  ...(['allow-origin-list', 'allow-origin-scheme', 'allow-origin-port', 'allow-origin-trailing-slash'] as const),
  ...(['allow-origin-null', 'allow-origin-empty', 'allow-origin-pattern', 'allow-origin-no-scheme'] as const),
  ...(['allow-origin-quoted', 'allow-origin-other', 'allow-origin-wildcard-credentials'] as const),
]
const REACH = [
  ...(['dns-failed', 'connection-refused', 'connection-failed', 'timeout', 'tls-untrusted'] as const),
  ...(['tls-name-mismatch', 'tls-expired', 'tls-failed', 'client-certificate-required'] as const),
]
const FAULTS = [
  'closed',
  'not-http',
  'headers-too-large',
  'not-tls',
  'tls-version',
  'tls-refused',
  'not-yet-valid',
  'other',
]
const STRANGERS = [
  'origin-reflected',
  'near-miss-accepted',
  'scheme-not-checked',
  'port-not-checked',
  'null-accepted',
] as const
const WITHOUT_FACTS = [
  ...(['preflight-forbidden', 'preflight-not-found', 'preflight-timeout', 'preflight-no-response'] as const),
  ...(['allow-credentials-missing', 'vary-missing', 'vary-missing-without-origin', 'vary-missing-error'] as const),
  ...(['vary-missing-preflight', 'cacheable-without-cors', 'cookie-over-http'] as const),
]
const bool = [true, false]

/** Every kind of finding, and every variant of its sentences. */
const ITEMS: readonly FindingItem[] = [
  ...REACH.flatMap((code) => FAULTS.map((fault) => ({ code, ...reach, fault }))),
  ...[401, 404, 418, 429, 500, 502, 503, 504, 522].flatMap((status): FindingItem[] =>
    bool.map((standIn) => ({ code: 'server-failing', status, standIn, readable: !standIn, server: 'awselb/2.0' })),
  ),
  { code: 'server-failing', status: 404, standIn: false, readable: false, server: 'ERR_NGROK_3200' },
  ...[403, 502].map(
    (status): FindingItem => ({
      code: 'server-failing',
      status,
      standIn: false,
      readable: false,
      recorded: true,
      server: '',
    }),
  ),
  ...(['csp', 'worker', 'frame', 'canvas', 'opaque', 'extension', 'element', 'websocket'] as const).map(
    (what): FindingItem => ({ code: 'not-cors', what }),
  ),
  ...(['file', 'scheme'] as const).map((kind): FindingItem => ({ code: 'not-http', kind })),
  ...(['safari', 'own-origin', 'other'] as const).map((by): FindingItem => ({ code: 'cause-hidden', by })),
  ...(['cloudflare', 'aws-waf', 'ngrok', 'other'] as const).map((by): FindingItem => ({ code: 'challenge-page', by })),
  { code: 'login-redirect', status: 302, location },
  { code: 'redirect-loop', url: 'https://api.example.com/' },
  { code: 'mixed-content', origin: APP },
  ...bool.map((secure): FindingItem => ({ code: 'local-network-access', host: '10.0.0.1', secure })),
  { code: 'resource-policy', policy: 'same-origin', origin: APP },
  ...bool.map((preflight): FindingItem => ({ code: 'origin-rejected', status: 403, origin: APP, preflight, says: '' })),
  ...[0, 301].map((status): FindingItem => ({ code: 'preflight-redirect', status, location })),
  { code: 'preflight-redirect-https', status: 301 },
  { code: 'preflight-unauthorized', status: 401 },
  { code: 'preflight-method-not-allowed', status: 405 },
  ...[0, 422].map((status): FindingItem => ({ code: 'preflight-client-error', status })),
  { code: 'preflight-server-error', status: 502 },
  { code: 'preflight-body', status: 204, what: 'a body' },
  { code: 'preflight-avoidable', names },
  ...bool.map((everywhere): FindingItem => ({ code: 'allow-origin-missing', origin: APP, everywhere })),
  { code: 'allow-origin-missing', origin: 'null', everywhere: false },
  ...[names, ['Access-Control-Allow-Origin']].map(
    (list): FindingItem => ({ code: 'allow-origin-doubled', names: list, value: '*, *' }),
  ),
  ...ALLOWED.map((code) => ({ code, value: 'VALUE', origin: APP })),
  { code: 'allow-credentials-not-true', value: 'True' },
  ...bool.flatMap((wildcard): FindingItem[] => [
    { code: 'authorization-not-covered', wildcard },
    { code: 'header-not-covered', names, wildcard, ofResponses: false },
    { code: 'method-not-covered', method: 'PUT', wildcard, isPatch: false },
  ]),
  { code: 'header-not-covered', names: ['access-control-allow-origin'], wildcard: false, ofResponses: true },
  { code: 'method-not-covered', method: 'patch', wildcard: false, isPatch: true },
  { code: 'allow-headers-invalid', part: 'a b' },
  { code: 'allow-methods-invalid', part: 'GET;' },
  { code: 'max-age-above-cap', seconds: 86_400, chromium: 7200, webkit: 600 },
  { code: 'expose-headers-missing', names, absent: [] },
  { code: 'expose-headers-missing', names, absent: names },
  { code: 'expose-wildcard-credentials', names },
  ...['', 'Age: 60'].flatMap((proof): FindingItem[] => [
    { code: 'cached-without-cors', proof },
    { code: 'cached-for-another-origin', proof, value: 'https://b.example.com' },
  ]),
  ...bool.map((preflight): FindingItem => ({ code: 'instances-differ', good: 2, bad: 2, preflight })),
  { code: 'error-without-cors', status: 404 },
  ...[401, 404].map((status): FindingItem => ({ code: 'status-not-ok', status })),
  ...[200, 405].map((status): FindingItem => ({ code: 'method-not-sent', method: 'POST', status })),
  { code: 'no-response', detail: 'no answer in time' },
  { code: 'redirect-cross-origin', from: APP, to: 'https://b.example.com' },
  ...[0, 301].map((status): FindingItem => ({ code: 'redirect-without-cors', status, location: '/things/' })),
  { code: 'redirect-refused', detail: 'The Location header is not one URL.' },
  ...STRANGERS.flatMap((code) => bool.map((credentials) => ({ code, origin: 'https://x.invalid', credentials }))),
  { code: 'cookie-not-cross-site', names: ['sid'], origin: APP },
  { code: 'cookie-ignored', names: ['sid'] },
  { code: 'same-origin', origin: APP },
  ...(['time', 'private'] as const).map((why): FindingItem => ({ code: 'incomplete', probes: ['foreign'], why })),
  { code: 'incomplete', probes: ['foreign', 'null'], why: 'time' },
  ...WITHOUT_FACTS.map((code) => ({ code })),
]

t.test('the catalogue has every code', async (t) => {
  const here = new Set<string>(ITEMS.map(({ code }) => code))
  t.strictSame(
    Object.keys(FINDING_TEXTS).filter((code) => !here.has(code)),
    [],
    'an example of each of these is missing in ITEMS',
  )
})

t.test('each code has its sentences in one file', async (t) => {
  const files = [
    REACH_TEXTS,
    SERVER_TEXTS,
    PREFLIGHT_TEXTS,
    HEADER_TEXTS,
    LIST_TEXTS,
    CACHE_TEXTS,
    SECURITY_TEXTS,
    CONSOLE_TEXTS,
  ]
  t.strictSame(files.flatMap((texts) => Object.keys(texts)).sort(), Object.keys(FINDING_TEXTS).sort())
})

t.test('findings', async (t) => {
  const lines = ITEMS.flatMap((item) => {
    const { title, impact, fixes } = textOf(item)
    const all = [title, `  ${impact}`, ...Object.entries(fixes).map(([place, fix]) => `  ${place}: ${fix}`)]
    for (const line of all) t.notMatch(line, /undefined|\[object|NaN|\n/)
    return [`[${item.code}] ${all[0]}`, ...all.slice(1)]
  })
  t.matchSnapshot([...new Set(lines)].join('\n'))
})

t.test('everything else', async (t) => {
  const facts = { name: 'timeout', given: 'GIVEN' }
  const lines = [
    ...Object.entries(TRANSPORT_TEXTS).flatMap(([, text]) => FAULTS.map((fault) => text({ fault, detail: 'DETAIL' }))),
    ...Object.entries(DOCTOR_ERROR_TEXTS).map(([, text]) => text(facts)),
    ...Object.values(UNKNOWN_TEXTS),
    ...[
      VERDICTS.unreachable(),
      VERDICTS.blocked(),
      VERDICTS.healthy(),
      VERDICTS.unknown(),
      VERDICTS.notSent('PUT'),
      VERDICTS.unclear(),
    ],
    ...[VERDICTS.faults(1), VERDICTS.faults(2)],
  ]
  t.matchSnapshot([...new Set(lines)].join('\n'))
})

t.test('numbers of requests', async (t) => {
  const { read, sent } = REPORT_TEXTS
  t.strictSame(
    [read(1), read(2), sent(1), sent(2)],
    ['1 request read.', '2 requests read.', '1 request sent.', '2 requests sent.'],
  )
})
