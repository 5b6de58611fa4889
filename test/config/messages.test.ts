import t from 'tap'
import { parseConfig } from '../../src/config/parse-config.js'
import { parseOrigins } from '../../src/config/parse-origins.js'
import type { CorsConfigProblem } from '../../src/config/problems.js'
import { configWords } from '../../src/platform/words.js'
import { FOREIGN_OPTION_NAMES } from '../../src/text/config.js'
import { problemsOf } from './fixtures/problem-rows.js'

/**
 * What people read, word for word, in one snapshot. All other tests look at codes, paths and data. `npm run snapshot`
 * writes it anew after a sentence has changed.
 */

const ORIGINS = ['https://a.com']

function fail(): never {
  throw new Error('a trap')
}

/** Configs with one problem each. */
const CONFIGS: readonly unknown[] = [
  'a',
  null,
  new URL('https://a.com'),
  { origins: ORIGINS, cookies: 1 },
  { origins: ORIGINS, allow_origins: 1 },
  ...Array.from(FOREIGN_OPTION_NAMES, (name) => ({ origins: ORIGINS, [name]: true })),
  Object.defineProperty({}, 'origins', { get: fail }),
  { origins: ORIGINS, credentials: 'yes' },
  { origins: ORIGINS, dangerouslyAllowInsecureOrigins: 'yes' },
  { origins: ORIGINS, dangerouslyAllowInsecureOrigins: ['http://a.com'] },
  { origins: '*', enforce: true },
  { origins: ORIGINS, maxAge: '5' },
  { origins: ORIGINS, maxAge: -1 },
  { origins: ORIGINS, preflightStatus: 404 },
  { origins: ORIGINS, methods: ['PU T'] },
  { origins: ORIGINS, methods: ['P*'] },
  { origins: ORIGINS, methods: ['P:'] },
  { origins: ORIGINS, methods: ['trace'] },
  { origins: ORIGINS, methods: ['patch'] },
  { origins: ORIGINS, methods: 'GET,POST,PUT' },
  { origins: ORIGINS, methods: 'GET;POST' },
  { origins: ORIGINS, headers: ['x:a'] },
  { origins: ORIGINS, headers: ['Cookie'] },
  { origins: ORIGINS, headers: ['Access-Control-Max-Age'] },
  { origins: ORIGINS, headers: ['Access-Control-Request-Private-Network'] },
  { origins: ORIGINS, exposeHeaders: ['x:a'] },
  { origins: ORIGINS, exposeHeaders: ['Set-Cookie'] },
  { origins: ORIGINS, exposeHeaders: ['Origin'] },
  { origins: ORIGINS, exposeHeaders: ['Access-Control-Allow-Methods'] },
  { origins: ORIGINS, exposeHeaders: '*', credentials: true },
  {},
  { origins: [] },
  { origins: 'https://a.com' },
  { origins: 'a' },
  { origins: 5 },
  { origins: true },
  { origins: true, credentials: true },
  { origins: /a/ },
  { origins: false },
  { origins: fail },
  { origins: [''] },
  { origins: [7] },
  { origins: [undefined] },
  { origins: [/a/] },
  { origins: new Array(1) },
  { origins: new Array(10_000_001) },
  { origins: '*', credentials: true },
  ...['http://a.com', 'https://*.co.uk', 'https://8.8.0.0/16', 'moz-extension://*'].flatMap((origin) => [
    { origins: [origin], credentials: true },
    { origins: [origin], enforce: true },
    { origins: [origin], credentials: true, enforce: true },
  ]),
  { origins: ['https://*example.com'] },
  { origins: ['https://a-*.com'] },
  { origins: '*', otherwise: { origins: ORIGINS } },
  { origins: ORIGINS, otherwise: { origins: '*', enforce: true } },
  { origins: ORIGINS, otherwise: nested(17) },
]

function nested(depth: number): unknown {
  return depth === 0 ? { origins: '*' } : { origins: ORIGINS, otherwise: nested(depth - 1) }
}

const ENTRIES = [
  'null',
  'none',
  'file://a',
  'data:,',
  'ws://a.com',
  'a,b',
  'a;b',
  '"https://a.com"',
  'https://a.com.',
  'https://a.com:0',
  'https://a.com/',
  'http://10.1.1.1/8',
  'https://*',
  'http://10.*',
  'https://.+',
  '*://a.com',
  'https://*.*.com',
  'http://localhost:3000-3010',
  'a.com',
  'true',
  'https://',
  'a'.repeat(400),
]

const FROM_OUTSIDE: readonly unknown[] = [undefined, 7, '', '*', 'none', 'true', 'a;b', '["https://a.com", 1]']

function said(run: () => unknown): string {
  return problemsOf(run).map(sentenceOf).join('\n')
}

/** The words that a config's problems get may be those of `dist`; these are of the sources, and have to be the same. */
function sentenceOf(problem: CorsConfigProblem): string {
  const { path, message, code, suggestion } = problem
  const sentence = configWords.sentenceOf(problem, '')
  t.equal(message, suggestion === undefined ? sentence : `${sentence}. Did you mean '${suggestion}'?`)
  return `${path}: ${message} [${code}]`
}

t.test('the sentences about a config', async (t) => {
  const lines = CONFIGS.map((config) => said(() => parseConfig(config)))
  for (const line of lines) t.equal(line.split('\n').length, 1, line)
  t.matchSnapshot(lines.join('\n'))
})

t.test('the sentences about an entry of origins', async (t) => {
  t.matchSnapshot(ENTRIES.map((entry) => said(() => parseConfig({ origins: [entry] }))).join('\n'))
})

t.test('the sentences about foreign origins', async (t) => {
  t.matchSnapshot(FROM_OUTSIDE.map((list) => said(() => parseOrigins(list as string))).join('\n'))
})

t.test('the whole message of an error', async (t) => {
  try {
    parseConfig({ origins: ['https://A.com', 'b.com'], maxAge: '5' })
  } catch (error) {
    t.matchSnapshot((error as Error).message)
  }
})

t.test('the message of an error with very many problems ends in their number', async (t) => {
  const [problem] = problemsOf(() => parseConfig({ origins: ['b.com'] }))
  const problems = Array.from({ length: 1002 }, () => problem as CorsConfigProblem)
  const lines = configWords.renderProblemList(problems).split('\n')
  t.strictSame(
    [lines.length, lines[0], lines.at(-1)],
    [1002, 'The CORS config has 1002 problems:', "  … and 2 more in the error's problems"],
  )
  t.equal(
    configWords.renderProblemList([problem as CorsConfigProblem]).split('\n')[0],
    'The CORS config has 1 problem:',
  )
})

t.test('the sentence of a pattern that a bundle cannot check', async (t) => {
  const problem = { code: 'public-suffix', fault: 'no-list', path: 'origins[0]', value: 'https://*.a.com' } as const
  t.match(configWords.sentenceOf(problem, ''), /^"https:\/\/\*\.a\.com" cannot be checked, .* cors-policy-no-suffixes /)
})
