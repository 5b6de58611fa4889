import t from 'tap'
import { LENIENT, type OriginRules } from '../../src/config/origin-rules.js'
import { type ParsedOrigins, parseOrigins, parseOriginsOption } from '../../src/config/parse-origins.js'
import type { CorsConfigProblemCode } from '../../src/config/problems.js'
import { type ProblemRow, problemsAddedBy, problemsOf, rowsOf } from './fixtures/problem-rows.js'

const CREDENTIALED: OriginRules = { ...LENIENT, credentials: true }
const ENFORCING: OriginRules = { ...LENIENT, enforce: true }

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
    const { parsed, problems: found } = parse(value, LENIENT)
    t.strictSame(found, problems, name)
    t.strictSame([parsed.origins, parsed.any, parsed.patterns.length], [origins, any, patterns], name)
    t.strictSame([...parsed.exact], exact, name)
    t.ok(Object.isFrozen(parsed.origins))
  }
})

t.test('a list that a proxy hides is one problem', async (t) => {
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
    const [problem, ...more] = parse(value, LENIENT).problems
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
  ['http://example.com', 'insecure-origin'],
  ['http://10.0.0.1:3000', 'insecure-origin'],
  ['http://example.com:*', 'insecure-origin'],
  ['http://*.example.com', 'insecure-origin'],
  ['http://192.168.0.0/16:*', 'insecure-origin'],
  ['http://[fd00::/8]', 'insecure-origin'],
  ['https://*.com', 'public-suffix'],
  ['https://*.co.uk', 'public-suffix'],
  ['https://*.github.io', 'public-suffix'],
  ['https://app-*.vercel.app', 'public-suffix'],
  ['https://*.compute.amazonaws.com', 'public-suffix'],
  ['https://*.xn--p1ai', 'public-suffix'],
  ['app://*.github.io', 'public-suffix'],
  ['https://me.github.io'],
  ['https://*.me.github.io'],
  ['https://github.io:*'],
  ['http://*.github.io', 'insecure-origin', 'public-suffix'],
  // Top-level domains that no list has, and hosts where strangers get names.
  ['https://*.i', 'public-suffix'],
  ['https://*.app.github.dev', 'public-suffix'],
  ['https://*.gitpod.io', 'public-suffix'],
  ['https://*.us-east-1.amazonaws.com', 'public-suffix'],
  ['https://*.corp.internal'],
  ['https://*.local'],
  ['moz-extension://*', 'public-suffix'],
  ['moz-extension://0f0e'],
  ['https://8.8.8.8'],
  ['https://8.8.8.0/24', 'public-address'],
  ['https://[2001:4860::/32]', 'public-address'],
  ['http://0.0.0.0/0:*', 'insecure-origin', 'public-address'],
]

t.test(
  'some origins are refused with credentials or enforce, unless a dangerous option allows just that',
  async (t) => {
    const rules: readonly (readonly [name: string, rules: OriginRules, allowed: readonly CorsConfigProblemCode[]])[] = [
      ['with credentials', CREDENTIALED, []],
      ['insecure origins allowed', { ...CREDENTIALED, allowInsecure: true }, ['insecure-origin']],
      ['public suffixes allowed', { ...CREDENTIALED, allowPublicSuffix: true }, ['public-suffix']],
      ['public addresses allowed', { ...CREDENTIALED, allowPublicAddress: true }, ['public-address']],
      ['with enforce', ENFORCING, ['wildcard-with-credentials']],
    ]
    for (const [origin, ...codes] of RISKS) {
      t.strictSame(parse([origin], LENIENT).problems, [], `${origin} without credentials`)
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
  },
)

t.test('a repeated bad origin is reported once', async (t) => {
  const { problems } = parse(['http://a.com', 'http://a.com', 'http://*.a.com', 'http://*.a.com'], CREDENTIALED)
  t.strictSame(problems, [
    ['insecure-origin', 'origins[0]', 'http://a.com'],
    ['insecure-origin', 'origins[2]', 'http://*.a.com'],
  ])
})

t.test('with credentials * is refused as a whole and as an element, each time', async (t) => {
  t.strictSame(parse('*', CREDENTIALED).problems, [['wildcard-with-credentials', 'origins', '*']])
  t.strictSame(parse(['*', A, '*'], CREDENTIALED).problems, [
    ['wildcard-with-credentials', 'origins[0]', '*'],
    ['wildcard-with-credentials', 'origins[2]', '*'],
  ])
})

t.test('a list of exemptions covers its own entries', async (t) => {
  const exempted = ['http://a.com', 'https://*.github.io', 'https://8.8.8.0/24', 'moz-extension://*']
  const list = new Set(exempted)
  const rules = { ...CREDENTIALED, allowInsecure: list, allowPublicSuffix: list, allowPublicAddress: list }
  t.strictSame(parse([...exempted, 'http://b.com', 'https://8.8.4.0/24', 'https://*.co.uk'], rules).problems, [
    ['insecure-origin', 'origins[4]', 'http://b.com'],
    ['public-address', 'origins[5]', 'https://8.8.4.0/24'],
    ['public-suffix', 'origins[6]', 'https://*.co.uk'],
  ])
})

t.test('a wildcard inside the label below a registry’s suffix is refused always', async (t) => {
  const rows: readonly (readonly [origin: string, suggestion?: string])[] = [
    ['https://*example.com', 'https://*.example.com'],
    ['http://*example.co.uk:*', 'http://*.example.co.uk:*'],
    ['https://app-*.com'],
    ['https://*-example.com'],
    ['https://a*b.xn--p1ai'],
    ['https://*shop.i', 'https://*.shop.i'],
    ['app://*x.ck', 'app://*.x.ck'],
  ]
  const all = { allowInsecure: true, allowPublicSuffix: true, allowPublicAddress: true }
  for (const rules of [LENIENT, CREDENTIALED, { ...ENFORCING, ...all }]) {
    for (const [origin, ...suggestion] of rows) {
      t.strictSame(parse([origin], rules).problems, [['public-suffix', 'origins[0]', origin, ...suggestion]], origin)
    }
    const fine = [
      'https://pr-*.example.com',
      'https://*-x.example.co.uk',
      'https://a-*.internal',
      'http://a-*.localhost',
    ]
    t.strictSame(parse(fine, rules).problems, [])
  }
})

t.test('a problem says what the origin could do', async (t) => {
  for (const credentials of [true, false]) {
    for (const enforce of credentials ? [true, false] : [true]) {
      const rules = { ...LENIENT, credentials, enforce }
      for (const origin of ['http://a.com', 'https://*.co.uk', 'https://8.8.8.0/24', 'app://*']) {
        t.match(
          problemsAddedBy((list) => parseOriginsOption([origin], rules, list)),
          [{ credentials, enforce }],
        )
      }
    }
  }
})

t.test('an empty list is accepted where it may be empty', async (t) => {
  const problems = problemsAddedBy((list) => {
    t.equal(parseOriginsOption([], LENIENT, list, true).origins, 'none')
    t.strictSame(parseOriginsOption([A], LENIENT, list, true).origins, [A])
  })
  t.strictSame(problems, [])
  t.strictSame(rowsOf(problemsAddedBy((list) => parseOriginsOption(undefined, LENIENT, list, true))), [
    ['origins-missing', 'origins', undefined],
  ])
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
    // A JSON list, as Pydantic writes one.
    [`["${A}","${B}"]`, [A, B]],
    [` [ "${B}", "${BELOW}", "${B}" ]\n`, [B, BELOW]],
    // What credentials forbid is for the config to say.
    ['http://a.com https://*.github.io', ['http://a.com', 'https://*.github.io']],
  ]
  for (const [list, origins] of rows) t.strictSame(parseOrigins(list), origins, JSON.stringify(list))
})

t.test('parseOrigins reports every problem with its place in the list', async (t) => {
  const rows: readonly (readonly [list: unknown, problems: readonly ProblemRow[]])[] = [
    [undefined, [['origins-missing', 'origins', undefined]]],
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
    ['none', [['origin-syntax', 'origins[0]', 'none']]],
    ['true', [['origin-syntax', 'origins[0]', 'true']]],
    ['[]', [['origins-missing', 'origins', '[]']]],
    [`["${A}", 1]`, [['wrong-type', 'origins[1]', 1]]],
    [`["${A}", "*"]`, [['origin-syntax', 'origins[1]', '*']]],
    [`["${A} ${B}"]`, [['origin-syntax', 'origins[0]', `${A} ${B}`]]],
    [`["${A}"`, [['origin-syntax', 'origins[0]', `["${A}"`]]],
    ['{"origins":[]}', [['origin-syntax', 'origins[0]', '{"origins":[]}']]],
    ['[::1]:3000', [['origin-syntax', 'origins[0]', '[::1]:3000', 'http://[::1]:3000']]],
    [`"${A}"`, [['origin-syntax', 'origins[0]', `"${A}"`, A]]],
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

t.test('parseOrigins asks about the environment variable if it gets undefined', async (t) => {
  t.match(
    problemsOf(() => parseOrigins(undefined)),
    [{ code: 'origins-missing', fault: 'unset' }],
  )
  t.match(
    problemsOf(() => parseOrigins('')),
    [{ code: 'origins-missing', fault: 'empty' }],
  )
})

t.test('suggests a list for a string if every part is an origin', async (t) => {
  const entriesOf = (value: unknown) => {
    const [problem] = problemsAddedBy((list) => parseOriginsOption(value, LENIENT, list))
    return problem?.code === 'wrong-type' && problem.fault === 'list' && problem.entries
  }
  t.strictSame(entriesOf(`${A}, ${BELOW}`), [A, BELOW])
  t.equal(entriesOf(`${A}, b.com`), undefined)
  t.equal(entriesOf('a'), undefined)
})
