import t from 'tap'
import { isRowProblem, parseOriginRow, unusedRow } from '../../src/config/origin-row.js'
import { LENIENT as ANONYMOUS, type OriginRules } from '../../src/config/origin-rules.js'
import { parseConfig } from '../../src/config/parse-config.js'

const CREDENTIALED: OriginRules = { ...ANONYMOUS, credentials: true }
const LAX: OriginRules = { ...CREDENTIALED, allowInsecure: true, allowPublicSuffix: true }

const HTTP = 'http://shop.example'
const SUFFIX = 'https://*.github.io'

/** 'safe' is good under all rules, 'risky' under these. */
const ROWS: readonly (readonly [value: unknown, rules: OriginRules, patterns: boolean, outcome: string])[] = [
  ['https://shop.example', CREDENTIALED, false, 'safe'],
  ['http://localhost:3000', CREDENTIALED, false, 'safe'],
  ['capacitor://localhost', CREDENTIALED, false, 'safe'],
  [HTTP, ANONYMOUS, false, 'risky'],
  [HTTP, LAX, false, 'risky'],
  [HTTP, CREDENTIALED, false, 'insecure-origin'],
  [SUFFIX, ANONYMOUS, true, 'risky'],
  [SUFFIX, LAX, true, 'risky'],
  [SUFFIX, CREDENTIALED, true, 'public-suffix'],
  // The worst comes first: a tenant who fixes this one would be told about the pattern next.
  [SUFFIX, CREDENTIALED, false, 'public-suffix'],
  ['https://*.customer.com', CREDENTIALED, true, 'safe'],
  ['https://*.customer.com', CREDENTIALED, false, 'row-pattern'],
  ['http://localhost:*', CREDENTIALED, false, 'row-pattern'],
  ['*', ANONYMOUS, true, 'row-wildcard'],
  ['*', CREDENTIALED, false, 'row-wildcard'],
  ['none', ANONYMOUS, false, 'origin-syntax'],
  ['null', ANONYMOUS, false, 'origin-null'],
  ['', ANONYMOUS, false, 'row-type'],
  [undefined, ANONYMOUS, false, 'row-type'],
  [null, ANONYMOUS, false, 'row-type'],
  [7, ANONYMOUS, false, 'row-type'],
  [['https://shop.example'], ANONYMOUS, false, 'row-type'],
  [{ origin: 'https://shop.example' }, ANONYMOUS, false, 'row-type'],
  [Symbol('row'), ANONYMOUS, false, 'row-type'],
  ['https://Shop.example/', CREDENTIALED, false, 'origin-not-canonical'],
  ['shop.example', CREDENTIALED, false, 'origin-syntax'],
  ['wss://shop.example', CREDENTIALED, false, 'origin-scheme'],
  [`https://${'a'.repeat(10_000)}`, CREDENTIALED, false, 'origin-syntax'],
]

t.test('rows of all kinds', async (t) => {
  for (const [value, rules, patterns, outcome] of ROWS) {
    const row = parseOriginRow(value, rules, patterns)
    const seen = isRowProblem(row) ? row.code : row.safe ? 'safe' : 'risky'
    t.equal(seen, outcome, typeof value === 'string' ? value.slice(0, 40) : typeof value)
    if (isRowProblem(row)) {
      t.equal(row.value, value, 'the row itself')
      t.not(row.message, '')
      t.notMatch(row.message, 'dangerously', 'the author of a row cannot set options')
      t.ok(Object.isFrozen(row))
      t.notOk('path' in row)
    } else t.equal(row.text, value)
  }
})

t.test('a problem says what to write instead', async (t) => {
  const suggestionOf = (value: string) => {
    const row = parseOriginRow(value, CREDENTIALED, false)
    return isRowProblem(row) ? row.suggestion : undefined
  }
  t.equal(suggestionOf('https://Shop.example/'), 'https://shop.example')
  t.equal(suggestionOf('shop.example'), 'https://shop.example')
})

const OF_PROGRAMMERS = /dangerously|parseOrigins|origins:|entry/

/** The author of a row has neither a config nor a program: the advice is about the row. */
const SAYS: readonly (readonly [value: string, says: string])[] = [
  [HTTP, 'uses plain http, so anyone on the network path can tamper with that page and HARM. Use https'],
  [SUFFIX, 'allows names below github.io, and anyone can register one there and HARM. List your own'],
  [
    'moz-extension://*',
    'allows every app or extension with the scheme moz-extension, and any of them could HARM. List your own',
  ],
  ['https://8.0.0.0/8', 'contains public addresses, and anyone can get one and HARM. Narrow the range'],
  ['https://a.example, https://b.example', 'contains spaces or commas. Enter one origin'],
  ['https://a.example;https://b.example', 'contains a semicolon. Enter one origin'],
  ['https://*', 'matches every host. Add a domain'],
  ['*://a.example', 'has a wildcard in the scheme. Enter one origin for http and one for https'],
  ['none', 'is not an origin'],
]

t.test('the advice is for the author of a row', async (t) => {
  for (const [value, says] of SAYS) {
    const row = parseOriginRow(value, CREDENTIALED, true)
    const { message } = isRowProblem(row) ? row : { message: 'fine' }
    t.equal(message, `"${value}" ${says.replace('HARM', "read your users' data")}`)
    t.throws(() => parseConfig({ origins: [value], credentials: true }), { message: OF_PROGRAMMERS }, value)
  }
})

t.test('a row without effect', async (t) => {
  t.match(unusedRow('https://a.example'), { code: 'row-unused', value: 'https://a.example' })
})
