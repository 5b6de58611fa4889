import t from 'tap'
import {
  type OriginRules,
  type ParsedOrigins,
  parseOrigins,
  parseOriginsOption,
} from '../../src/config/parse-origins.js'
import type { CorsConfigProblemCode } from '../../src/config/problems.js'
import { type ProblemRow, problemsAddedBy, problemsOf, rowsOf } from './fixtures/problem-rows.js'

const ANONYMOUS: OriginRules = { credentials: false, allowInsecure: false, allowPublicSuffix: false }
const CREDENTIALED: OriginRules = { ...ANONYMOUS, credentials: true }

function parse(value: unknown, rules: OriginRules): { parsed: ParsedOrigins; problems: ProblemRow[] } {
  let parsed: ParsedOrigins | undefined
  const problems = problemsAddedBy((list) => {
    parsed = parseOriginsOption(value, rules, list)
  })
  if (parsed === undefined) throw new Error('nothing was parsed')
  return { parsed, problems: rowsOf(problems) }
}

/** What `origins` holds, what a normalised config holds, which of it is exact, and how many patterns there are. */
type Row = readonly [
  value: unknown,
  origins: ParsedOrigins['origins'],
  any: boolean,
  exact: readonly string[],
  patterns: number,
  problems?: readonly ProblemRow[],
]

const A = 'https://a.com'
const B = 'https://b.com'
const BELOW = 'https://*.c.com'

const ROWS: readonly Row[] = [
  ['*', '*', true, [], 0],
  [['*'], ['*'], true, [], 0],
  [[A, '*', B, '*'], [A, '*', B], true, [A, B], 0],
  [[A], [A], false, [A], 0],
  [[B, A, BELOW, B, BELOW, A], [B, A, BELOW], false, [B, A], 1],
  [Object.freeze([A]), [A], false, [A], 0],
  [[BELOW, 'http://localhost:*'], [BELOW, 'http://localhost:*'], false, [], 2],
  [undefined, [], false, [], 0, [['origins-missing', 'origins', undefined]]],
  [[], [], false, [], 0, [['origins-missing', 'origins', []]]],
  [null, [], false, [], 0, [['wrong-type', 'origins', null]]],
  ['', [], false, [], 0, [['wrong-type', 'origins', '']]],
  [A, [], false, [], 0, [['wrong-type', 'origins', A]]],
  [true, [], false, [], 0, [['wrong-type', 'origins', true]]],
  [[''], [], false, [], 0, [['wrong-type', 'origins[0]', '']]],
  [[1, A], [A], false, [A], 0, [['wrong-type', 'origins[0]', 1]]],
  [[null], [], false, [], 0, [['wrong-type', 'origins[0]', null]]],
  [['null', A], [A], false, [A], 0, [['origin-null', 'origins[0]', 'null']]],
  [['**'], [], false, [], 0, [['origin-syntax', 'origins[0]', '**']]],
  [['a.com'], [], false, [], 0, [['origin-syntax', 'origins[0]', 'a.com', A]]],
  [['file://a'], [], false, [], 0, [['origin-scheme', 'origins[0]', 'file://a']]],
  [[B, `${A}/`], [B], false, [B], 0, [['origin-not-canonical', 'origins[1]', `${A}/`, A]]],
]

t.test('origins of a config without credentials', async (t) => {
  for (const [value, origins, any, exact, patterns, problems = []] of ROWS) {
    const name = JSON.stringify(value) ?? 'undefined'
    const { parsed, problems: found } = parse(value, ANONYMOUS)
    t.strictSame(found, problems, name)
    t.strictSame([parsed.origins, parsed.any, parsed.patterns.length], [origins, any, patterns], name)
    t.strictSame([...parsed.exact], exact, name)
    t.ok(Object.isFrozen(parsed.origins))
  }
})

t.test('a list that a proxy keeps to itself is one problem', async (t) => {
  const fail = (): never => {
    throw new Error('a trap')
  }
  const rows = [
    new Proxy([], { get: fail }),
    new Proxy([], { get: () => -1 }),
    new Proxy([A], { get: (list, key) => (key === 'length' ? Reflect.get(list, key) : fail()) }),
    new Array(4_294_967_295),
  ]
  for (const value of rows) {
    const [problem, ...more] = parse(value, ANONYMOUS).problems
    t.strictSame([problem?.[0], problem?.[1], more.length], ['wrong-type', 'origins', 0])
    t.ok(problem?.[2] === value)
  }
})

type RiskRow = readonly [origin: string, ...codes: CorsConfigProblemCode[]]

const RISKS: readonly RiskRow[] = [
  ['*', 'wildcard-with-credentials'],
  [A],
  [BELOW],
  ['https://10.0.0.0/8'],
  ['capacitor://localhost'],
  ['http://localhost:3000'],
  ['http://127.0.0.1'],
  ['http://*.localhost:*'],
  ['http://127.0.0.0/8:*'],
  ['http://example.com', 'insecure-origin-with-credentials'],
  ['http://10.0.0.1:3000', 'insecure-origin-with-credentials'],
  ['http://example.com:*', 'insecure-origin-with-credentials'],
  ['http://*.example.com', 'insecure-origin-with-credentials'],
  ['http://192.168.0.0/16:*', 'insecure-origin-with-credentials'],
  ['http://[fd00::/8]', 'insecure-origin-with-credentials'],
  ['https://*.com', 'public-suffix-with-credentials'],
  ['https://*.co.uk', 'public-suffix-with-credentials'],
  ['https://*.github.io', 'public-suffix-with-credentials'],
  ['https://app-*.vercel.app', 'public-suffix-with-credentials'],
  ['https://*example.com', 'public-suffix-with-credentials'],
  ['https://*.compute.amazonaws.com', 'public-suffix-with-credentials'],
  ['https://*.xn--p1ai', 'public-suffix-with-credentials'],
  ['app://*.github.io', 'public-suffix-with-credentials'],
  ['https://me.github.io'],
  ['https://*.me.github.io'],
  ['https://github.io:*'],
  ['http://*.github.io', 'insecure-origin-with-credentials', 'public-suffix-with-credentials'],
]

t.test('some origins are refused with credentials, unless a dangerous option allows just that', async (t) => {
  const rules: readonly (readonly [name: string, rules: OriginRules, allowed: readonly CorsConfigProblemCode[]])[] = [
    ['with credentials', CREDENTIALED, []],
    ['insecure origins allowed', { ...CREDENTIALED, allowInsecure: true }, ['insecure-origin-with-credentials']],
    ['public suffixes allowed', { ...CREDENTIALED, allowPublicSuffix: true }, ['public-suffix-with-credentials']],
  ]
  for (const [origin, ...codes] of RISKS) {
    t.strictSame(parse([origin], ANONYMOUS).problems, [], `${origin} without credentials`)
    for (const [name, rule, allowed] of rules) {
      const expected = codes.filter((code) => !allowed.includes(code))
      const { problems } = parse([A, origin], rule)
      t.strictSame(
        problems,
        expected.map((code) => [code, 'origins[1]', origin]),
        `${origin} ${name}`,
      )
    }
  }
})

t.test('a repeated origin is complained about once', async (t) => {
  const { problems } = parse(['http://a.com', 'http://a.com', 'http://*.a.com', 'http://*.a.com'], CREDENTIALED)
  t.strictSame(problems, [
    ['insecure-origin-with-credentials', 'origins[0]', 'http://a.com'],
    ['insecure-origin-with-credentials', 'origins[2]', 'http://*.a.com'],
  ])
})

t.test('with credentials * is refused as a whole and as an element, each time', async (t) => {
  t.strictSame(parse('*', CREDENTIALED).problems, [['wildcard-with-credentials', 'origins', '*']])
  t.strictSame(parse(['*', A, '*'], CREDENTIALED).problems, [
    ['wildcard-with-credentials', 'origins[0]', '*'],
    ['wildcard-with-credentials', 'origins[2]', '*'],
  ])
})

t.test('the messages of risks name the option that allows them', async (t) => {
  const messageOf = (origin: string) =>
    problemsAddedBy((list) => parseOriginsOption([origin], CREDENTIALED, list))[0]?.message
  t.match(messageOf('http://a.com'), /"http:\/\/a\.com" is plain http.*dangerouslyAllowInsecureOrigins/)
  t.match(messageOf('https://*.co.uk'), /names below co\.uk,.*dangerouslyAllowPublicSuffixSubdomains/)
})

t.test('parseOrigins splits at commas and white space', async (t) => {
  const rows: readonly (readonly [list: string | readonly string[], origins: readonly string[]])[] = [
    [A, [A]],
    [`${A},${B}`, [A, B]],
    [` ${B} ,\t${A}\r\n,, ${BELOW} ,`, [B, A, BELOW]],
    [`${A}\n${B}\n`, [A, B]],
    [`${A} ${B} ${A} ${BELOW},${BELOW}`, [A, B, BELOW]],
    [
      [A, `${B} ${BELOW}`],
      [A, B, BELOW],
    ],
    [[' ', `,${A}`], [A]],
    // What credentials forbid is for the config to say.
    ['http://a.com https://*.github.io', ['http://a.com', 'https://*.github.io']],
  ]
  for (const [list, origins] of rows) t.strictSame(parseOrigins(list), origins, JSON.stringify(list))
})

t.test('parseOrigins names all that is wrong, where it stands in the list', async (t) => {
  const rows: readonly (readonly [list: unknown, problems: readonly ProblemRow[]])[] = [
    [undefined, [['wrong-type', 'origins', undefined]]],
    [null, [['wrong-type', 'origins', null]]],
    [1, [['wrong-type', 'origins', 1]]],
    ['', [['origins-missing', 'origins', '']]],
    [' ,\n', [['origins-missing', 'origins', ' ,\n']]],
    [[], [['origins-missing', 'origins', []]]],
    [[' '], [['origins-missing', 'origins', [' ']]]],
    [[''], [['wrong-type', 'origins[0]', '']]],
    [[A, 1], [['wrong-type', 'origins[1]', 1]]],
    ['*', [['origin-syntax', 'origins[0]', '*']]],
    [`${A}, *`, [['origin-syntax', 'origins[1]', '*']]],
    [['*'], [['origin-syntax', 'origins[0]', '*']]],
    ['null', [['origin-null', 'origins[0]', 'null']]],
    [
      `${A},b.com ${B}/ ws://c.com;`,
      [
        ['origin-syntax', 'origins[1]', 'b.com', B],
        ['origin-not-canonical', 'origins[2]', `${B}/`, B],
        ['origin-scheme', 'origins[3]', 'ws://c.com;'],
      ],
    ],
    [`${A};${B}`, [['origin-syntax', 'origins[0]', `${A};${B}`]]],
  ]
  for (const [list, problems] of rows) {
    const found = problemsOf(() => parseOrigins(list as string))
    t.strictSame(rowsOf(found), problems, JSON.stringify(list) ?? 'undefined')
  }
})

t.test('parseOrigins asks after the environment variable where it gets nothing', async (t) => {
  const [problem] = problemsOf(() => parseOrigins(undefined as unknown as string))
  t.match(problem?.message, /environment variable/)
})
