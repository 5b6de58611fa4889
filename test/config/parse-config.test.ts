import t, { type Test } from 'tap'
import { parseConfig, parseProperties, readConfig } from '../../src/config/parse-config.js'
import type { CorsConfigProblemCode } from '../../src/config/problems.js'
import { type ProblemRow, problemsAddedBy, problemsOf, rowsOf } from './fixtures/problem-rows.js'

const A = 'https://a.com'
const ORIGINS = [A]
const UNREACHABLE = { origins: '*' }

/** A config, and what is wrong with it. */
type Row = readonly [name: string, config: unknown, ...problems: ProblemRow[]]

const ROWS: readonly Row[] = [
  ['not an object', 'https://a.com', ['wrong-type', 'config', 'https://a.com']],
  ['nothing', undefined, ['wrong-type', 'config', undefined]],
  ['no origins', {}, ['origins-missing', 'origins', undefined]],
  ['undefined origins', { origins: undefined }, ['origins-missing', 'origins', undefined]],
  ['empty origins', { origins: [] }, ['origins-missing', 'origins', []]],

  ['a peer’s option', { origin: A, origins: ORIGINS }, ['unknown-option', 'origin', A, 'origins']],
  ['a slip', { origins: ORIGINS, maxAges: 1 }, ['unknown-option', 'maxAges', 1, 'maxAge']],
  ['an option of nobody’s', { origins: ORIGINS, cookies: 1 }, ['unknown-option', 'cookies', 1]],
  ['an option of Fastify', { origins: ORIGINS, prefix: '/a' }, ['unknown-option', 'prefix', '/a']],
  [
    'an option that is not needed',
    { origins: ORIGINS, preflightContinue: false },
    ['unknown-option', 'preflightContinue', false],
  ],
  ['another case', { origins: ORIGINS, MaxAge: 1 }, ['unknown-option', 'MaxAge', 1, 'maxAge']],
  ['an odd key', { origins: ORIGINS, 'a b\n': 1 }, ['unknown-option', '"a b\\n"', 1]],
  ['an empty key', { origins: ORIGINS, '': 1 }, ['unknown-option', '""', 1]],
  ['a long key', { origins: ORIGINS, ['k'.repeat(65)]: 1 }, ['unknown-option', `"${'k'.repeat(65)}"`, 1]],
  ['a key of the longest kind', { origins: ORIGINS, ['k'.repeat(64)]: 1 }, ['unknown-option', 'k'.repeat(64), 1]],
  ['__proto__', JSON.parse('{"origins":["https://a.com"],"__proto__":1}'), ['unknown-option', '__proto__', 1]],
  ['constructor', { origins: ORIGINS, constructor: 1 }, ['unknown-option', 'constructor', 1]],
  ['an undefined option of nobody’s is absent', { origins: ORIGINS, cookies: undefined }],

  ['origins: a type', { origins: 1 }, ['wrong-type', 'origins', 1]],
  ['origins: a hole', { origins: new Array(1) }, ['wrong-type', 'origins[0]', undefined]],
  ['origins: syntax', { origins: ['a.com'] }, ['origin-syntax', 'origins[0]', 'a.com', A]],
  ['origins: null', { origins: ['null'] }, ['origin-null', 'origins[0]', 'null']],
  ['origins: scheme', { origins: ['file://a.com'] }, ['origin-scheme', 'origins[0]', 'file://a.com']],
  ['origins: spelling', { origins: ['https://A.com'] }, ['origin-not-canonical', 'origins[0]', 'https://A.com', A]],
  ['* with credentials', { origins: '*', credentials: true }, ['wildcard-with-credentials', 'origins', '*']],
  [
    'http with credentials',
    { origins: ['http://a.com'], credentials: true },
    ['insecure-origin', 'origins[0]', 'http://a.com'],
  ],
  [
    'http with credentials and the wrong dangerous option',
    { origins: ['http://a.com'], credentials: true, dangerouslyAllowPublicSuffixSubdomains: true },
    ['insecure-origin', 'origins[0]', 'http://a.com'],
  ],
  [
    'http with credentials and the right one',
    { origins: ['http://a.com'], credentials: true, dangerouslyAllowInsecureOrigins: true },
  ],
  [
    'a public suffix with credentials',
    { origins: ['https://*.github.io'], credentials: true },
    ['public-suffix', 'origins[0]', 'https://*.github.io'],
  ],
  [
    'a public suffix with credentials and the wrong dangerous option',
    { origins: ['https://*.github.io'], credentials: true, dangerouslyAllowInsecureOrigins: true },
    ['public-suffix', 'origins[0]', 'https://*.github.io'],
  ],
  [
    'a public suffix with credentials and the right one',
    { origins: ['https://*.github.io'], credentials: true, dangerouslyAllowPublicSuffixSubdomains: true },
  ],
  [
    'a dangerous option that is off',
    { origins: ['http://a.com'], credentials: true, dangerouslyAllowInsecureOrigins: false },
    ['insecure-origin', 'origins[0]', 'http://a.com'],
  ],

  ['methods: a type', { origins: ORIGINS, methods: 'PUT' }, ['wrong-type', 'methods', 'PUT']],
  ['methods: syntax', { origins: ORIGINS, methods: ['a b'] }, ['method-syntax', 'methods[0]', 'a b']],
  ['methods: forbidden', { origins: ORIGINS, methods: ['TRACE'] }, ['method-forbidden', 'methods[0]', 'TRACE']],
  ['methods: case', { origins: ORIGINS, methods: ['put'] }, ['method-case', 'methods[0]', 'put', 'PUT']],
  ['headers: a type', { origins: ORIGINS, headers: 'x-a' }, ['wrong-type', 'headers', 'x-a']],
  ['headers: syntax', { origins: ORIGINS, headers: ['x a'] }, ['header-syntax', 'headers[0]', 'x a']],
  ['headers: forbidden', { origins: ORIGINS, headers: ['cookie'] }, ['header-forbidden', 'headers[0]', 'cookie']],
  [
    'headers: direction',
    { origins: ORIGINS, headers: ['access-control-max-age'] },
    ['header-direction', 'headers[0]', 'access-control-max-age'],
  ],
  ['exposeHeaders: a type', { origins: ORIGINS, exposeHeaders: 'etag' }, ['wrong-type', 'exposeHeaders', 'etag']],
  ['exposeHeaders: syntax', { origins: ORIGINS, exposeHeaders: ['e:'] }, ['header-syntax', 'exposeHeaders[0]', 'e:']],
  [
    'exposeHeaders: forbidden',
    { origins: ORIGINS, exposeHeaders: ['Set-Cookie'] },
    ['header-forbidden', 'exposeHeaders[0]', 'Set-Cookie'],
  ],
  [
    'exposeHeaders: direction',
    { origins: ORIGINS, exposeHeaders: ['origin'] },
    ['header-direction', 'exposeHeaders[0]', 'origin'],
  ],
  [
    'exposeHeaders: * with credentials',
    { origins: ORIGINS, exposeHeaders: '*', credentials: true },
    ['expose-wildcard-with-credentials', 'exposeHeaders', '*'],
  ],
  [
    'exposeHeaders: * among others with credentials',
    { origins: ORIGINS, exposeHeaders: ['etag', '*'], credentials: true },
    ['expose-wildcard-with-credentials', 'exposeHeaders[1]', '*'],
  ],

  [
    'a switch that is neither on nor off counts as off',
    { origins: '*', credentials: 'yes', enforce: 1 },
    ['wrong-type', 'credentials', 'yes'],
    ['wrong-type', 'enforce', 1],
  ],
  ['enforce with *', { origins: '*', enforce: true }, ['enforce-with-wildcard', 'enforce', true]],
  ['enforce with * as an element', { origins: [A, '*'], enforce: true }, ['enforce-with-wildcard', 'enforce', true]],
  ['no enforce with *', { origins: '*', enforce: false }],

  // What may not read with cookies may not write either.
  [
    'http with enforce',
    { origins: ['http://a.com'], enforce: true },
    ['insecure-origin', 'origins[0]', 'http://a.com'],
  ],
  [
    'a public suffix with enforce',
    { origins: ['https://*.github.io'], enforce: true },
    ['public-suffix', 'origins[0]', 'https://*.github.io'],
  ],
  [
    'public addresses with credentials',
    { origins: ['https://0.0.0.0/0:*', 'https://[::/0]:*'], credentials: true },
    ['public-address', 'origins[0]', 'https://0.0.0.0/0:*'],
    ['public-address', 'origins[1]', 'https://[::/0]:*'],
  ],
  [
    'public addresses, allowed',
    { origins: ['https://0.0.0.0/0:*'], credentials: true, dangerouslyAllowPublicAddresses: true },
  ],
  [
    'every extension with credentials',
    { origins: ['moz-extension://*'], credentials: true },
    ['public-suffix', 'origins[0]', 'moz-extension://*'],
  ],
  [
    'every extension, allowed',
    {
      origins: ['moz-extension://*'],
      credentials: true,
      dangerouslyAllowPublicSuffixSubdomains: ['moz-extension://*'],
    },
  ],
  [
    'a wildcard inside a domain of strangers, whatever is allowed',
    { origins: ['https://*example.com'], dangerouslyAllowPublicSuffixSubdomains: true },
    ['public-suffix', 'origins[0]', 'https://*example.com', 'https://*.example.com'],
  ],

  // A list exempts its own entries only.
  [
    'a list of exemptions',
    {
      origins: ['http://a.com', 'http://b.com'],
      credentials: true,
      dangerouslyAllowInsecureOrigins: ['http://a.com'],
    },
    ['insecure-origin', 'origins[1]', 'http://b.com'],
  ],
  [
    'an empty list of exemptions',
    { origins: ['http://a.com'], credentials: true, dangerouslyAllowInsecureOrigins: [] },
    ['insecure-origin', 'origins[0]', 'http://a.com'],
  ],
  [
    'exemptions of nothing',
    {
      origins: [A, '*'],
      dangerouslyAllowInsecureOrigins: ['http://a.com', '*'],
      dangerouslyAllowPublicAddresses: ['https://0.0.0.0/0', 1],
    },
    ['wrong-type', 'dangerouslyAllowPublicAddresses[1]', 1],
    ['exemption-unused', 'dangerouslyAllowInsecureOrigins[0]', 'http://a.com'],
    ['exemption-unused', 'dangerouslyAllowInsecureOrigins[1]', '*'],
    ['exemption-unused', 'dangerouslyAllowPublicAddresses[0]', 'https://0.0.0.0/0'],
  ],
  [
    'an exemption without a list of origins',
    { origins: 'none', dangerouslyAllowInsecureOrigins: ['none'] },
    ['exemption-unused', 'dangerouslyAllowInsecureOrigins[0]', 'none'],
  ],

  ['nobody', { origins: 'none', credentials: true, enforce: true }],
  ['nobody in a list', { origins: ['none'] }, ['origin-syntax', 'origins[0]', 'none']],
  ['a function', { origins: isFine }, ['wrong-type', 'origins', isFine]],

  ['otherwise', { origins: ORIGINS, credentials: true, otherwise: { origins: '*', exposeHeaders: '*' } }],
  ['otherwise: a type', { origins: ORIGINS, otherwise: true }, ['wrong-type', 'otherwise', true]],
  [
    'otherwise: its own problems',
    { origins: ORIGINS, otherwise: { origins: '*', credentials: true, maxAge: -1, orgins: 1 } },
    ['unknown-option', 'otherwise.orgins', 1, 'origins'],
    ['wildcard-with-credentials', 'otherwise.origins', '*'],
    ['max-age-range', 'otherwise.maxAge', -1],
  ],
  [
    'otherwise: never used',
    { origins: [A, '*'], otherwise: UNREACHABLE },
    ['otherwise-unreachable', 'otherwise', UNREACHABLE],
  ],
  [
    'otherwise: an option of the outermost config',
    { origins: ORIGINS, otherwise: { origins: ['http://b.com'], enforce: true } },
    ['otherwise-option', 'otherwise.enforce', true],
  ],
  [
    'otherwise in otherwise',
    { origins: ORIGINS, otherwise: { origins: ['https://b.com'], otherwise: { origins: [], enforce: false } } },
    ['otherwise-option', 'otherwise.otherwise.enforce', false],
    ['origins-missing', 'otherwise.otherwise.origins', []],
  ],
  [
    'otherwise: exemptions are its own',
    {
      origins: ['http://a.com'],
      credentials: true,
      dangerouslyAllowInsecureOrigins: true,
      otherwise: { origins: ['http://b.com'], credentials: true },
    },
    ['insecure-origin', 'otherwise.origins[0]', 'http://b.com'],
  ],
]

function isFine(): boolean {
  return true
}

/** Each option that is a switch, with values that are none. */
const SWITCHES = ['credentials', 'enforce']
/** Each option that is a switch, or a list of entries of `origins`. */
const EXEMPTIONS = [
  'dangerouslyAllowInsecureOrigins',
  'dangerouslyAllowPublicSuffixSubdomains',
  'dangerouslyAllowPublicAddresses',
]
const NO_BOOLEANS = [null, 'true', '', 0, 1, Number.NaN, {}, [], 1n, Symbol('true'), () => true, Object(true)]

/** Both options that are numbers, with the code for a number out of range. */
const NUMBERS = [
  ['maxAge', 'max-age-range', [-1, 86_401, 0.5, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300]],
  ['preflightStatus', 'status-range', [199, 300, 0, -200, 204.5, 404, Number.POSITIVE_INFINITY]],
] as const
const NO_NUMBERS = [null, '204', '', true, Number.NaN, {}, [204], 204n, Symbol('204'), Object(204), new Date(204)]

const LISTS = ['origins', 'methods', 'headers', 'exposeHeaders']
const NO_LISTS = [null, true, 1, {}, /a/, new Set([A]), new Map(), () => [A], Symbol('a'), { length: 1, 0: A }, `${A}`]

t.test('every kind of mistake', async (t) => {
  for (const [name, config, ...problems] of ROWS) {
    t.strictSame(rowsOf(problemsOf(() => parseConfig(config))), problems, name)
  }
})

t.test('the table above has every code that there is', async (t) => {
  const codes: Record<CorsConfigProblemCode, true> = {
    'unknown-option': true,
    'wrong-type': true,
    'origins-missing': true,
    'wildcard-with-credentials': true,
    'expose-wildcard-with-credentials': true,
    'origin-syntax': true,
    'origin-null': true,
    'origin-scheme': true,
    'origin-not-canonical': true,
    'insecure-origin': true,
    'public-suffix': true,
    'public-address': true,
    'exemption-unused': true,
    'otherwise-unreachable': true,
    'otherwise-option': true,
    'method-syntax': true,
    'method-forbidden': true,
    'method-case': true,
    'header-syntax': true,
    'header-forbidden': true,
    'header-direction': true,
    'max-age-range': true,
    'status-range': true,
    'enforce-with-wildcard': true,
  }
  const inTable = new Set(ROWS.flatMap(([, , ...problems]) => problems.map(([code]) => code)))
  for (const [, code] of NUMBERS) inTable.add(code)
  t.strictSame([...inTable].sort(), Object.keys(codes).sort())
})

/** Checks `{ origins, [name]: value }`, which has one problem. */
function checkOne(t: Test, name: string, value: unknown, code: CorsConfigProblemCode): void {
  const [problem, ...more] = problemsOf(() => parseConfig({ origins: ORIGINS, [name]: value }))
  t.strictSame([problem?.code, problem?.path, more.length], [code, name, 0], `${name}: ${typeof value}`)
  t.ok(Object.is(problem?.value, value))
}

t.test('every option’s wrong types', async (t) => {
  for (const name of SWITCHES) for (const value of NO_BOOLEANS) checkOne(t, name, value, 'wrong-type')
  for (const name of EXEMPTIONS) {
    for (const value of NO_BOOLEANS.filter((value) => !Array.isArray(value))) checkOne(t, name, value, 'wrong-type')
  }
  for (const name of LISTS) for (const value of NO_LISTS) checkOne(t, name, value, 'wrong-type')
  for (const [name] of NUMBERS) for (const value of NO_NUMBERS) checkOne(t, name, value, 'wrong-type')
})

t.test('numbers out of range', async (t) => {
  for (const [name, code, values] of NUMBERS) for (const value of values) checkOne(t, name, value, code)
})

t.test('names every problem at once, unknown options first', async (t) => {
  const found = problemsOf(() =>
    parseConfig({
      maxAge: -1,
      allowedHeaders: ['x-a'],
      origins: [A, 'null', 'b.com'],
      methods: ['put', 1],
      headers: ['cookie'],
      exposeHeaders: '*',
      credentials: true,
      preflightStatus: '204',
      enforce: 1,
      dangerouslyAllowInsecureOrigins: 'yes',
    }),
  )
  t.strictSame(rowsOf(found), [
    ['unknown-option', 'allowedHeaders', ['x-a'], 'headers'],
    ['wrong-type', 'enforce', 1],
    ['wrong-type', 'dangerouslyAllowInsecureOrigins', 'yes'],
    ['origin-null', 'origins[1]', 'null'],
    ['origin-syntax', 'origins[2]', 'b.com', 'https://b.com'],
    ['method-case', 'methods[0]', 'put', 'PUT'],
    ['wrong-type', 'methods[1]', 1],
    ['header-forbidden', 'headers[0]', 'cookie'],
    ['expose-wildcard-with-credentials', 'exposeHeaders', '*'],
    ['max-age-range', 'maxAge', -1],
    ['wrong-type', 'preflightStatus', '204'],
  ])
})

t.test('an unknown option is a slip, another library’s, or unknown', async (t) => {
  const problemOf = (key: string) => problemsOf(() => parseConfig({ origins: ORIGINS, [key]: 1 }))[0]
  t.match(problemOf('allow_origins'), { fault: 'misspelled', suggestion: 'origins' })
  t.match(problemOf('cookies'), { fault: 'unknown', known: ['origins', 'methods'] })
  t.match(problemOf('prefix'), { fault: 'foreign', option: 'prefix' })
})

/** A config, and what it becomes. Keys in the order of `CorsConfig`. */
const NORMALISED: readonly (readonly [name: string, config: unknown, normalised: object])[] = [
  ['the least', { origins: '*' }, { origins: '*' }],
  ['an element *', { origins: ['*', A, '*'] }, { origins: ['*', A] }],
  [
    'explicit undefined',
    {
      origins: ORIGINS,
      methods: undefined,
      headers: undefined,
      exposeHeaders: undefined,
      credentials: undefined,
      maxAge: undefined,
      preflightStatus: undefined,
      enforce: undefined,
      dangerouslyAllowInsecureOrigins: undefined,
      otherwise: undefined,
      dangerouslyAllowPublicSuffixSubdomains: undefined,
      dangerouslyAllowPublicAddresses: undefined,
    },
    { origins: ORIGINS },
  ],
  [
    'everything, in any order',
    {
      dangerouslyAllowPublicSuffixSubdomains: true,
      dangerouslyAllowInsecureOrigins: true,
      enforce: true,
      preflightStatus: 200,
      maxAge: 600,
      credentials: true,
      exposeHeaders: ['ETag', 'X-B', 'etag'],
      headers: ['X-B', 'X-A', 'x-b'],
      methods: ['PUT', 'DELETE', 'PUT'],
      origins: ['http://b.com', A, 'https://*.github.io', A],
    },
    {
      origins: ['http://b.com', A, 'https://*.github.io'],
      methods: ['PUT', 'DELETE'],
      headers: ['x-b', 'x-a'],
      exposeHeaders: ['etag', 'x-b'],
      credentials: true,
      maxAge: 600,
      preflightStatus: 200,
      enforce: true,
      dangerouslyAllowInsecureOrigins: true,
      dangerouslyAllowPublicSuffixSubdomains: true,
    },
  ],
  [
    'wildcards',
    { origins: ORIGINS, methods: '*', headers: '*', credentials: true },
    { origins: ORIGINS, methods: '*', headers: '*', credentials: true },
  ],
  [
    'wildcards without credentials',
    { origins: '*', methods: ['*'], headers: ['*', 'Authorization'], exposeHeaders: '*', credentials: false },
    { origins: '*', methods: ['*'], headers: ['*', 'authorization'], exposeHeaders: '*', credentials: false },
  ],
  [
    'empty lists and switches that are off',
    { origins: ORIGINS, methods: [], headers: [], exposeHeaders: [], credentials: false, enforce: false },
    { origins: ORIGINS, methods: [], headers: [], exposeHeaders: [], credentials: false, enforce: false },
  ],
  [
    'the least numbers',
    { origins: ORIGINS, maxAge: 0, preflightStatus: 200 },
    { origins: ORIGINS, maxAge: 0, preflightStatus: 200 },
  ],
  [
    'the largest numbers',
    { origins: ORIGINS, maxAge: 86_400, preflightStatus: 299 },
    { origins: ORIGINS, maxAge: 86_400, preflightStatus: 299 },
  ],
  ['minus zero', { origins: ORIGINS, maxAge: -0 }, { origins: ORIGINS, maxAge: 0 }],
  ['a parsed JSON text', JSON.parse('{"origins":["https://a.com"],"maxAge":1}'), { origins: ORIGINS, maxAge: 1 }],
  ['nobody', { origins: 'none' }, { origins: 'none' }],
  [
    'lists of exemptions',
    {
      origins: ['http://a.com', 'https://*.github.io', 'https://0.0.0.0/0'],
      credentials: true,
      dangerouslyAllowPublicAddresses: ['https://0.0.0.0/0', 'https://0.0.0.0/0'],
      dangerouslyAllowPublicSuffixSubdomains: ['https://*.github.io'],
      dangerouslyAllowInsecureOrigins: ['http://a.com', 'https://*.github.io'],
    },
    {
      origins: ['http://a.com', 'https://*.github.io', 'https://0.0.0.0/0'],
      credentials: true,
      dangerouslyAllowInsecureOrigins: ['http://a.com', 'https://*.github.io'],
      dangerouslyAllowPublicSuffixSubdomains: ['https://*.github.io'],
      dangerouslyAllowPublicAddresses: ['https://0.0.0.0/0'],
    },
  ],
  [
    'otherwise',
    {
      otherwise: { otherwise: { headers: ['X-A'], origins: '*' }, origins: ['https://b.com'], maxAge: -0 },
      origins: ORIGINS,
    },
    {
      origins: ORIGINS,
      otherwise: { origins: ['https://b.com'], maxAge: 0, otherwise: { origins: '*', headers: ['x-a'] } },
    },
  ],
  ['an object without prototype', Object.assign(Object.create(null), { origins: ORIGINS }), { origins: ORIGINS }],
]

t.test('a config is normalised and deep-frozen, and compiles to itself', async (t) => {
  for (const [name, config, normalised] of NORMALISED) {
    const parsed = parseConfig(config)
    t.strictSame(parsed, normalised, name)
    t.strictSame(Object.keys(parsed), Object.keys(normalised), `${name}: the order of the options`)
    t.ok(Object.isFrozen(parsed), name)
    for (const value of Object.values(parsed)) t.ok(Object.isFrozen(value), name)
    if (parsed.otherwise !== undefined) t.ok(Object.isFrozen(parsed.otherwise.otherwise), name)
    t.strictSame(parseConfig(parsed), parsed, `${name}: a round trip`)
    t.strictSame(parseConfig(JSON.parse(JSON.stringify(parsed))), parsed, `${name}: a round trip through JSON`)
  }
  t.ok(Object.is(parseConfig({ origins: ORIGINS, maxAge: -0 }).maxAge, 0), 'minus zero is zero')
})

t.test('shares nothing with its input', async (t) => {
  const given = { origins: [A], methods: ['PUT'], headers: ['x-a'], exposeHeaders: ['x-b'] }
  const parsed = parseConfig(given)
  for (const list of Object.values(given)) list.push('x')
  t.strictSame(parsed, { origins: [A], methods: ['PUT'], headers: ['x-a'], exposeHeaders: ['x-b'] })
})

t.test('a cycle is one more wrong type', async (t) => {
  const config: Record<string, unknown> = { origins: ORIGINS }
  config['methods'] = config
  t.strictSame(
    problemsOf(() => parseConfig(config)).map(({ code, path }) => [code, path]),
    [['wrong-type', 'methods']],
  )
  const list: unknown[] = [A]
  list.push(list)
  t.strictSame(
    problemsOf(() => parseConfig({ origins: list })).map(({ code, path }) => [code, path]),
    [['wrong-type', 'origins[1]']],
  )
})

t.test('a config that contains itself is nested too deeply', async (t) => {
  const config: Record<string, unknown> = { origins: ORIGINS }
  config['otherwise'] = config
  const [problem, ...more] = problemsOf(() => parseConfig(config))
  t.match(problem, { code: 'wrong-type', fault: 'too-deep', maximum: 16 })
  t.equal(problem?.path, Array.from({ length: 17 }, () => 'otherwise').join('.'))
  t.strictSame(more, [])
})

t.test('configs may be nested as deeply as the limit says', async (t) => {
  let config: Record<string, unknown> = { origins: '*' }
  for (let depth = 0; depth < 16; depth++) config = { origins: ORIGINS, otherwise: config }
  t.strictSame(parseConfig(config), config)
  t.equal(problemsOf(() => parseConfig({ origins: ORIGINS, otherwise: config })).length, 1)
})

t.test('the problems of an error are frozen', async (t) => {
  const problems = problemsOf(() => parseConfig({ origins: ['a.com', 1] }))
  t.equal(problems.length, 2)
  t.ok(Object.isFrozen(problems))
  for (const problem of problems) t.ok(Object.isFrozen(problem))
})

t.test('a config that is read comes with its origins', async (t) => {
  const { config, origins } = readConfig({ origins: [A, 'https://*.b.com'] })
  t.strictSame(config, { origins: [A, 'https://*.b.com'] })
  t.equal(origins.any, false)
  t.strictSame([...origins.exact], [A])
  t.strictSame(origins.patterns, [{ scheme: 'https', host: { kind: 'subdomains', parent: 'b.com' }, port: '' }])
})

t.test('accepts empty origins if the caller permits it', async (t) => {
  const { config, rules } = readConfig({ origins: [], credentials: true }, true)
  t.strictSame(config, { origins: 'none', credentials: true })
  t.match(rules, { credentials: true, enforce: false, allowInsecure: false })
  t.strictSame(rowsOf(problemsOf(() => readConfig({ origins: [], otherwise: { origins: [] } }, true))), [
    ['origins-missing', 'otherwise.origins', []],
  ])
})

t.test('properties that were read before are parsed under the path of their list', async (t) => {
  const problems = problemsAddedBy((list) => {
    t.strictSame(parseProperties(new Map([['origins', '*']]), list)?.config, { origins: '*' })
    t.equal(parseProperties(new Map([['origin', '*']]), list.under('policies.admin')), undefined)
    t.strictSame(
      parseProperties(new Map([['origins', '*']]), list)?.config,
      { origins: '*' },
      'earlier problems are not its own',
    )
  })
  t.strictSame(rowsOf(problems), [['unknown-option', 'policies.admin.origin', '*', 'origins']])
})

t.test('the value of a misspelled option is checked as that of the option that was meant', async (t) => {
  const rowsFor = (config: unknown) => rowsOf(problemsOf(() => parseConfig(config)))
  t.strictSame(rowsFor({ origin: ['https://a.com/'], allowedHeaders: ['cookie'], maxage: '5' }), [
    ['unknown-option', 'origin', ['https://a.com/'], 'origins'],
    ['unknown-option', 'allowedHeaders', ['cookie'], 'headers'],
    ['unknown-option', 'maxage', '5', 'maxAge'],
    ['origin-not-canonical', 'origins[0]', 'https://a.com/', 'https://a.com'],
    ['header-forbidden', 'headers[0]', 'cookie'],
    ['wrong-type', 'maxAge', '5'],
  ])
  t.strictSame(rowsFor({ origin: '*', allowCredentials: true }), [
    ['unknown-option', 'origin', '*', 'origins'],
    ['unknown-option', 'allowCredentials', true, 'credentials'],
    ['wildcard-with-credentials', 'origins', '*'],
  ])
  t.strictSame(
    rowsFor({ origin: ['a'], origins: ORIGINS }),
    [['unknown-option', 'origin', ['a'], 'origins']],
    'and not in the place of one that is there',
  )
  t.strictSame(
    rowsFor({ origin: ORIGINS, allow_origins: ['a'] }),
    [
      ['unknown-option', 'origin', ORIGINS, 'origins'],
      ['unknown-option', 'allow_origins', ['a'], 'origins'],
    ],
    'nor a second one',
  )
})
