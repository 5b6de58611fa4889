import t from 'tap'
import { mergeRanges } from '../../src/interop/merge-ranges.js'
import { isLoopback, type RegexMode, readOriginRegex } from '../../src/interop/origin-regex.js'
import { patternRegex } from '../../src/interop/pattern-regex.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { Random } from '../config/fixtures/random.js'

/** Expressions, most of them as people have them, and the patterns that they stand for. */
const READ: [source: string, patterns: string[]][] = [
  ['https://example\\.com', ['https://example.com']],
  ['^https:\\/\\/example\\.com$', ['https://example.com']],
  ['https://example\\.com:8443', ['https://example.com:8443']],
  ['https?://example\\.com', ['http://example.com', 'https://example.com']],
  ['(http|https)://example[.]com', ['http://example.com', 'https://example.com']],
  ['http(s)?://example\\.com\\/?', ['http://example.com', 'https://example.com']],
  ['https://example\\.com(/.*)?', ['https://example.com']],
  ['https://example\\.com\\/*', ['https://example.com']],
  ['https://(app|admin)\\.example\\.com', ['https://app.example.com', 'https://admin.example.com']],
  ['https://example\\.(com|org)', ['https://example.com', 'https://example.org']],
  ['https://(www\\.)?example\\.com', ['https://example.com', 'https://www.example.com']],
  ['https://app[12]\\.example\\.com', ['https://app1.example.com', 'https://app2.example.com']],
  ['https://a{3}\\.test', ['https://aaa.test']],
  ['https://(ab){1,2}\\.test', ['https://ab.test', 'https://abab.test']],
  ['https://a{0}b\\.test', ['https://b.test']],
  ['(capacitor|ionic)://localhost', ['capacitor://localhost', 'ionic://localhost']],
  ['web\\+app://localhost', ['web+app://localhost']],
  ['https://.*\\.example\\.com', ['https://*.example.com']],
  ['https://.+\\.my\\-app\\.example\\.com', ['https://*.my-app.example.com']],
  ['https://.*?\\.example\\.com', ['https://*.example.com']],
  ['https://[^/]+\\.example\\.com', ['https://*.example.com']],
  ['https://[\\w.-]+\\.example\\.com', ['https://*.example.com']],
  ['https://(.*\\.)?example\\.com', ['https://example.com', 'https://*.example.com']],
  ['https://(?:.+\\.)?example\\.com', ['https://example.com', 'https://*.example.com']],
  ['https://([a-z0-9-]+\\.)*example\\.com', ['https://example.com', 'https://*.example.com']],
  ['https://(?:[\\w-]+\\.)+example\\.com:8443', ['https://*.example.com:8443']],
  ['https://pr-[a-z0-9-]+\\.example\\.com', ['https://pr-*.example.com']],
  ['https://pr-[^.]+\\.example\\.com', ['https://pr-*.example.com']],
  ['https://[a-z0-9\\-]+-shop\\.example\\.com', ['https://*-shop.example.com']],
  ['https://pr-[a-z\\d-]{1,60}\\.example\\.com', ['https://pr-*.example.com']],
  ['http://localhost(:\\d+)?', ['http://localhost:*']],
  ['http://localhost(?::[0-9]{1,5})?', ['http://localhost:*']],
  ['http://localhost:(3000|5173)', ['http://localhost:3000', 'http://localhost:5173']],
  ['http://localhost:300[01]', ['http://localhost:3000', 'http://localhost:3001']],
  [
    'https?://(localhost|127\\.0\\.0\\.1)(:\\d+)?',
    ['http://localhost:*', 'http://127.0.0.1:*', 'https://localhost:*', 'https://127.0.0.1:*'],
  ],
  ['http://192\\.168\\.\\d+\\.\\d+(:\\d+)?', ['http://192.168.0.0/16:*']],
  ['http://192\\.168\\.1\\.\\d{1,3}:5173', ['http://192.168.1.0/24:5173']],
  ['http://10\\.\\d+\\.\\d+\\.\\d+', ['http://10.0.0.0/8']],
  ['http://172\\.(1[6-9]|2\\d|3[01])\\.\\d+\\.\\d+', ['http://172.16.0.0/12']],
  ['https://a\\.test|https://b\\.test', ['https://a.test', 'https://b.test']],
  ['^(https://a\\.test|https://(.*\\.)?b\\.test)$', ['https://a.test', 'https://b.test', 'https://*.b.test']],
  ['^https://a\\.test$|^https://b\\.test$', ['https://a.test', 'https://b.test']],
  ['\\Ahttps://a\\.test\\Z', ['https://a.test']],
  ['(?P<scheme>https)://a\\.test', ['https://a.test']],
]

t.test('expressions that are origins and patterns', async (t) => {
  for (const [source, patterns] of READ) {
    const reading = readOriginRegex(source, 'whole')
    t.strictSame('patterns' in reading ? [...reading.patterns].sort() : reading, [...patterns].sort(), source)
    t.match(reading, { narrowed: [], defaultPort: [] }, source)
  }
})

t.test('what they match is what their patterns match', async (t) => {
  const random = new Random(5)
  const pieces = [
    'a',
    'app',
    'admin',
    'pr-1',
    'x-shop',
    'www',
    'example.com',
    'example.org',
    'test',
    'b.test',
    'localhost',
    'evil',
  ]
  const origins = new Set<string>()
  for (let i = 0; i < 3000; i++) {
    const labels = random.list(1, 3, () => random.pick(pieces)).join('.')
    const host = random.once(3)
      ? `${random.pick(['10', '192', '172'])}.${random.pick(['168', '16', '31', '32'])}.1.${random.below(256)}`
      : labels
    const port = random.once(2) ? '' : `:${random.pick(['3000', '5173', '8443', '1', '65535'])}`
    origins.add(`${random.pick(['http', 'https', 'capacitor', 'web+app'])}://${host}${port}`)
  }
  for (const [source] of READ) {
    const reading = readOriginRegex(source, 'whole')
    if (!('patterns' in reading)) throw new Error(source)
    const policy = compilePolicy({ origins: reading.patterns as `${string}://${string}`[] })
    const regex = new RegExp(`^(?:${source.replace('\\A', '').replace('\\Z', '').replace('(?P', '(?')})$`)
    const differ = [...origins].filter((origin) => policy.allows(origin) !== regex.test(origin))
    t.strictSame(differ, [], source)
  }
})

t.test('patterns that match less than the expression, or the default port of loopback', async (t) => {
  t.strictSame(readOriginRegex('https://pr-.*\\.a\\.test', 'whole'), {
    patterns: ['https://pr-*.a.test'],
    narrowed: ['https://pr-*.a.test'],
    defaultPort: [],
  })
  t.match(readOriginRegex('https://pr-[a-z0-9-]*\\.a\\.test(:\\d+)?', 'whole'), {
    narrowed: ['https://pr-*.a.test:*'],
  })
  t.match(readOriginRegex('http://(localhost|127\\.0\\.0\\.1):\\d+', 'whole'), {
    patterns: ['http://localhost:*', 'http://127.0.0.1:*'],
    defaultPort: ['http://localhost:*', 'http://127.0.0.1:*'],
  })
})

t.test('refuses an expression and suggests what was probably meant', async (t) => {
  const rows: [source: string, fault: string, suggestions?: string[], mode?: RegexMode][] = [
    ['.*', 'everything'],
    ['https?://.*', 'everything'],
    ['https://.*:\\d+', 'everything'],
    ['(.+)', 'everything'],
    ['', 'no-scheme'],
    ['example\\.com', 'no-scheme', ['https://example.com', 'https://*.example.com']],
    ['.*\\.example\\.com', 'no-scheme', ['https://*.example.com']],
    ['https://.*.example.com', 'bare-dot', ['https://*.example.com']],
    ['https://example.com', 'bare-dot', ['https://example.com']],
    ['https://example.com(:\\d+)?', 'bare-dot', ['https://example.com', 'https://example.com:*']],
    ['https://.*example\\.com', 'no-dot', ['https://example.com', 'https://*.example.com']],
    ['https://[a-z0-9-]+example\\.com', 'no-dot', ['https://example.com', 'https://*.example.com']],
    ['https://.*\\.', 'no-pattern'],
    ['https://[a-z]+\\.example\\.com', 'narrow', ['https://*.example.com']],
    ['https://(?:[a-z]+\\.)*example\\.com', 'narrow', ['https://example.com', 'https://*.example.com']],
    ['https://[a-z0-9-]+\\.example\\.com', 'one-label', ['https://*.example.com']],
    ['https://[^.]+\\.example\\.com', 'one-label', ['https://*.example.com']],
    ['https://pr-[a-z0-9-]{1,5}\\.example\\.com', 'narrow', ['https://pr-*.example.com']],
    ['https://pr-\\d+\\.example\\.com', 'narrow', ['https://pr-*.example.com']],
    ['http://192\\.168\\.1\\.\\d{1,2}', 'narrow', ['http://192.168.1.0/24']],
    ['http://192\\.168\\..*', 'open-end', ['http://192.168.0.0/16']],
    ['http://192\\.\\d+\\.1\\.1', 'no-pattern'],
    ['http://1921?\\.\\d+\\.\\d+\\.\\d+', 'no-pattern'],
    ['https://example\\.com.*', 'open-end', ['https://example.com']],
    ['https://example\\.com.*:8443', 'open-end', ['https://example.com:8443']],
    ['https://example\\.com:\\d+', 'port-required', ['https://example.com:*']],
    ['http://localhost:\\d{4}', 'port-digits', ['http://localhost:*']],
    ['https://pr-\\d+\\.a\\.test:\\d+', 'narrow', ['https://pr-*.a.test:*']],
    ['https://a\\.test|.*', 'everything', ['https://a.test']],
    ['https://a\\.(b|c)*\\.test', 'no-pattern'],
    ['https://(\\w+\\.){0,9}a\\.test', 'no-pattern'],
    ['https://(\\w+\\.)+(\\w+\\.)+a\\.test', 'no-pattern'],
    ['https://x(\\w+\\.)+a\\.test', 'no-pattern'],
    ['https://(\\w+\\.)+', 'no-pattern'],
    ['https://\\w+\\w+\\.test', 'no-pattern'],
    ['https://a^\\.test', 'no-pattern'],
    ['https://a\\b\\.test', 'no-pattern'],
    ['https://(?!evil)a\\.test', 'no-pattern'],
    ['https://(a)\\1\\.test', 'no-pattern'],
    ['https://A\\.test', 'never-matches'],
    ['https://a\\.test:443', 'never-matches'],
    ['https://a\\.test/x', 'never-matches'],
    ['https://a\\.test/+', 'never-matches'],
    ['https://A*\\.test', 'never-matches'],
    ['https://A+\\.test', 'never-matches'],
    ['https://a\\.test)', 'syntax'],
    ['(https://a\\.test', 'syntax'],
    ['https://[[:alnum:]]+\\.test', 'syntax'],
    ['https://a\\Q.\\E', 'syntax'],
    ['(?i:https://a\\.test)', 'syntax'],
    ['https://\\d\\d\\d\\.test', 'too-many'],
    ['https://(a|b|c|d)(a|b|c|d)(a|b|c|d)(a|b|c|d)(a|b|c|d)\\.test', 'too-many'],
    [`https://(${Array.from({ length: 401 }, (_, i) => `a${i}`).join('|')})\\.test`, 'too-many'],
    [`https://([0-9a-f]){1,3}\\.test`, 'too-many'],
    ['('.repeat(5000) + ')'.repeat(5000), 'too-many'],
    ['a'.repeat(2001), 'too-many'],
    ['localhost:3000$', 'unanchored', ['http://localhost:3000'], 'part'],
    ['127\\.0\\.0\\.1', 'unanchored', ['http://127.0.0.1'], 'part'],
    ['\\.example\\.com$', 'unanchored', ['https://*.example.com'], 'part'],
    ['example\\.com$', 'unanchored', ['https://example.com', 'https://*.example.com'], 'part'],
    ['://example\\.com$', 'unanchored', ['https://example.com', 'https://*.example.com'], 'part'],
    ['^https://a\\.test', 'unanchored', ['https://a.test'], 'part'],
    ['^https://a\\.test|https://b\\.test$', 'unanchored', ['https://a.test', 'https://b.test'], 'part'],
    ['https://localhost(:\\d+)?$', 'unanchored', ['https://localhost', 'https://localhost:*'], 'part'],
    ['https://a\\.test|https://b\\.test$', 'unanchored', ['https://a.test', 'https://b.test'], 'start'],
    ['[a-z]$', 'no-scheme', [], 'start'],
  ]
  for (const [source, fault, suggestions, mode = 'whole'] of rows) {
    const reading = readOriginRegex(source, mode)
    const got = 'fault' in reading ? reading.fault : reading.patterns
    t.strictSame(got, fault, source.slice(0, 80))
    if (suggestions !== undefined && 'fault' in reading) t.strictSame(reading.suggestions, suggestions, source)
  }
})

t.test('anchors, and letters of any case', async (t) => {
  t.match(readOriginRegex('^https://a\\.test$', 'part'), { patterns: ['https://a.test'] })
  t.match(readOriginRegex('https://a\\.test$', 'start'), { patterns: ['https://a.test'] })
  t.match(readOriginRegex('https://A\\.test', 'whole', 'i'), { patterns: ['https://a.test'] })
  t.match(readOriginRegex('(?i)https://a\\.test', 'whole'), { patterns: ['https://a.test'] })
})

t.test('the expression of a pattern is read as that pattern', async (t) => {
  const patterns = [
    'https://a.test',
    'https://a.test:8443',
    'http://localhost:*',
    'https://*.a.test',
    'https://*.a.test:*',
    'https://pr-*.a.test:8443',
    'https://*--shop.a.test:*',
    'capacitor://localhost:*',
    'web+app.x://*.host',
  ]
  for (const pattern of patterns) {
    const reading = readOriginRegex(patternRegex(pattern) ?? '', 'whole')
    t.strictSame(reading, { patterns: [pattern], narrowed: [], defaultPort: [] }, pattern)
  }
})

t.test('two halves of an address block are read as the block', async (t) => {
  t.strictSame(mergeRanges(['http://10.0.0.0/9', 'https://a.test', 'http://10.128.0.0/9', 'http://10.0.0.0/9:*']), [
    'https://a.test',
    'http://10.0.0.0/9:*',
    'http://10.0.0.0/8',
  ])
})

t.test('loopback', async (t) => {
  const loopback = [
    'http://localhost',
    'http://a.localhost:1',
    'http://127.9.9.9',
    'http://[::1]',
    'http://*.localhost',
    'http://a-*.localhost:*',
    'http://127.0.0.0/8:*',
  ]
  const others = [
    'http://localhost.test',
    'http://10.0.0.0/8',
    'http://[fd00::/8]',
    'moz-extension://*',
    'https://*.test',
    'nonsense',
  ]
  for (const text of loopback) t.ok(isLoopback(text), text)
  for (const text of others) t.notOk(isLoopback(text), text)
})
