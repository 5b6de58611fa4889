import type { CorsConfig, CorsConfigProblemCode, RequestFacts } from '../../src/index.js'
import { APP, config, EVIL, PREVIEW, type Row, rows } from '../contract/table.js'
import type { CoreInput } from './probe-input.js'

/** What every runtime's core is asked, as JSON, and what it has to say. */

const ORIGINS = [APP] as const

/** A config for each kind of mistake. The type asks for all of them. */
const mistakes: Readonly<Record<CorsConfigProblemCode, object>> = {
  'unknown-option': { origins: ORIGINS, allowedHeaders: ['content-type'] },
  'wrong-type': { origins: ORIGINS, credentials: 'yes' },
  'origins-missing': { origins: [] },
  'wildcard-with-credentials': { origins: '*', credentials: true },
  'expose-wildcard-with-credentials': { origins: ORIGINS, exposeHeaders: '*', credentials: true },
  'origin-syntax': { origins: ['app.example.com'] },
  'origin-null': { origins: ['null'] },
  'origin-scheme': { origins: ['file:///index.html'] },
  'origin-not-canonical': { origins: [`${APP}/`] },
  'insecure-origin': { origins: ['http://app.example.com'], credentials: true },
  'public-suffix': { origins: ['https://*.github.io'], credentials: true },
  'public-address': { origins: ['https://8.8.8.0/24'], credentials: true },
  'exemption-unused': { origins: ORIGINS, dangerouslyAllowInsecureOrigins: ['http://a.com'] },
  'otherwise-unreachable': { origins: '*', otherwise: { origins: ORIGINS } },
  'otherwise-option': { origins: ORIGINS, otherwise: { origins: '*', enforce: true } },
  'method-syntax': { origins: ORIGINS, methods: ['PU T'] },
  'method-forbidden': { origins: ORIGINS, methods: ['TRACE'] },
  'method-case': { origins: ORIGINS, methods: ['put'] },
  'header-syntax': { origins: ORIGINS, headers: ['x y'] },
  'header-forbidden': { origins: ORIGINS, headers: ['cookie'] },
  'header-direction': { origins: ORIGINS, headers: ['access-control-allow-origin'] },
  'max-age-range': { origins: ORIGINS, maxAge: 86_401 },
  'status-range': { origins: ORIGINS, preflightStatus: 404 },
  'enforce-with-wildcard': { origins: '*', enforce: true },
}

const echoing: CorsConfig = { origins: ORIGINS, methods: '*', headers: '*', credentials: true }
const enforcing: CorsConfig = { origins: ORIGINS, enforce: true }
const asks = { method: 'OPTIONS', requestMethod: 'PUT', requestHeaders: 'x-a, x-b' }
const echoVary = ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers']

/** What the request table has no policy for: echoes, `*`, `enforce`. A status of undefined is not a member of JSON. */
const decisions: readonly (readonly [config: CorsConfig, facts: RequestFacts, decision: object])[] = [
  [
    echoing,
    { ...asks, origin: APP },
    {
      kind: 'preflight',
      reason: 'origin-allowed',
      status: 204,
      vary: echoVary,
      headers: {
        'Access-Control-Allow-Origin': APP,
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Allow-Methods': 'PUT',
        'Access-Control-Allow-Headers': 'x-a, x-b',
      },
    },
  ],
  [
    echoing,
    { ...asks, origin: EVIL },
    { kind: 'preflight', reason: 'origin-not-allowed', status: 403, vary: echoVary, headers: {} },
  ],
  [
    { origins: '*' },
    { method: 'GET', origin: 'null' },
    { kind: 'actual', reason: 'any-origin', vary: ['Origin'], headers: { 'Access-Control-Allow-Origin': '*' } },
  ],
  [
    enforcing,
    { method: 'POST', origin: EVIL, fetchSite: 'cross-site', host: 'api.example.com' },
    { kind: 'forbidden', reason: 'origin-not-allowed', status: 403, vary: ['Origin'], headers: {} },
  ],
  [
    enforcing,
    { method: 'POST', origin: 'https://api.example.com', host: 'api.example.com' },
    { kind: 'actual', reason: 'origin-not-allowed', vary: ['Origin'], headers: {} },
  ],
]

const lists = ['https://a.example.com, https://*.b.example.com\nhttp://localhost:*', '', '*']

/** What is asked of `allows`, of a policy with every kind of origin. */
const origins: CoreInput['origins'] = {
  config: {
    origins: [APP, 'https://*.example.org', 'http://localhost:*', 'http://[fd00::/8]:8080', 'capacitor://localhost'],
  },
  allowed: [APP, 'https://a.b.example.org', 'http://localhost', 'http://[fd12::1]:8080', 'capacitor://localhost'],
  refused: [
    EVIL,
    'https://example.org',
    'http://localhost.',
    'http://[fe80::1]:8080',
    'null',
    '',
    'https://APP.EXAMPLE.COM',
  ],
}

export const coreInput: CoreInput = {
  config,
  rows,
  // The types refuse some of them, as they should.
  mistakes: Object.values(mistakes) as CorsConfig[],
  decisions: decisions.map(([config, facts]) => ({ config, facts })),
  lists,
  origins,
  live: {
    first: config,
    second: { ...config, origins: [EVIL] },
    bad: { origins: ['x://'] },
    asked: [APP, PREVIEW, EVIL],
  },
}

export const coreExpected = {
  rows: rows.map(decisionOf),
  mistakes: Object.keys(mistakes).map((code) => [code]),
  decisions: decisions.map(([, , decision]) => decision),
  lists: [
    ['https://a.example.com', 'https://*.b.example.com', 'http://localhost:*'],
    ['origins-missing'],
    ['origin-syntax'],
  ],
  allowed: origins.allowed.map(() => true),
  refused: origins.refused.map(() => false),
  live: [[true, true, false], [false, false, true], ['origin-syntax'], [false, false, true]],
  roundTrip: config,
  frozen: true,
}

/** The part of a row that is the policy's: not what the app said of Vary. */
function decisionOf({ method, status, ran, fields: { vary: _, ...headers } }: Row): object {
  const isPreflight = method === 'OPTIONS' && !ran
  const vary = ['Origin']
  return isPreflight ? { kind: 'preflight', status, vary, headers } : { kind: 'actual', vary, headers }
}
