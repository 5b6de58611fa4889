import t from 'tap'
import { isExactOrigin, parseOrigin } from '../../src/config/origin-pattern.js'
import { MAX_ORIGIN_LENGTH } from '../../src/config/origin-text.js'
import { OriginSet } from '../../src/policy/origin-set.js'
import { Random } from '../config/fixtures/random.js'
import { cases } from '../support/cases.js'
import { matchesOrigin } from './fixtures/naive-match.js'

function setOf(...texts: readonly string[]): OriginSet {
  const patterns = texts.filter((text) => !isExactOrigin(text)).map((text) => parseOrigin(text))
  return new OriginSet(
    new Set(texts.filter(isExactOrigin)),
    patterns.filter((pattern) => pattern !== undefined),
  )
}

const LABEL_63 = 'a'.repeat(63)
/** 253 characters with the `.example.com` that comes behind. */
const BELOW_253 = `${`${LABEL_63}.`.repeat(3)}${'b'.repeat(49)}`

/** What is in no set at all, whatever the set. */
const NO_ORIGINS = [
  '',
  '*',
  'null',
  'NULL',
  'https',
  'https://',
  '://',
  '/',
  '.',
  '\u0000',
  'https://*.example.com',
  'h'.repeat(16_384),
  'https://'.padEnd(16_384, 'a.'),
]

/** Spellings of `https://app.example.com` that no browser sends, and origins that look like it. */
const NEAR_MISSES = [
  'http://app.example.com',
  'httpx://app.example.com',
  'https2://app.example.com',
  'https:app.example.com',
  'https:/app.example.com',
  '//app.example.com',
  'app.example.com',
  'HTTPS://app.example.com',
  'https://App.example.com',
  'https://APP.EXAMPLE.COM',
  'https://app.example.com/',
  'https://app.example.com//',
  'https://app.example.com/path',
  'https://app.example.com?',
  'https://app.example.com#',
  'https://app.example.com\\',
  'https://user@app.example.com',
  'https://app.example.com@evil.com',
  'https://evil.com@app.example.com',
  'https://evil.com/app.example.com',
  'https://evil.com#app.example.com',
  'https://app.example.com.',
  'https://app.example.com.evil.com',
  'https://app.example.comevil.com',
  'https://app.example.com-evil.com',
  'https://app.example.com_evil.com',
  'https://app.example.co',
  'https://app.example.comm',
  'https://appXexample.com',
  'https://appxexample.com',
  'https://app-example.com',
  'https://app_example.com',
  'https://evilapp.example.comx',
  'https://.app.example.com',
  'https://app..example.com',
  'https://app.example.com:',
  'https://app.example.com:443',
  'https://app.example.com:0',
  'https://app.example.com:1',
  'https://app.example.com:8443',
  'https://app.example.com:65535',
  'https://app.example.com:65536',
  'https://app.example.com:00080',
  'https://app.example.com:00443',
  'https://app.example.com:443443',
  'https://app.example.com:8443.evil.com',
  'https://app.example.com, https://evil.com',
  'https://app.example.com,https://app.example.com',
  'https://app.example.com https://evil.com',
  ' https://app.example.com',
  'https://app.example.com ',
  '\thttps://app.example.com',
  'https://app.example.com\t',
  'https://app.example.com\n',
  'https://app.example.com\r\n',
  'https://app.example.com\r\nX: y',
  'https://app.example.com\u0000',
  'https://app.example.com\u0000.evil.com',
  'https://app\u0000.example.com',
  'https://app.exa\nmple.com',
  'https://app.ex%61mple.com',
  'https://app.example\u3002com',
  'https://app.exa\u00admple.com',
  '\ufeffhttps://app.example.com',
  'https://app.example.com'.padEnd(16_384, 'm'),
  `https://${'a'.repeat(16_000)}.app.example.com`,
]

/** Patterns, and origins that they match and do not match. */
type Row = readonly [patterns: readonly string[], matched: readonly string[], unmatched: readonly string[]]

const ROWS: readonly Row[] = [
  [[], [], ['https://app.example.com', ...NEAR_MISSES]],
  [['https://app.example.com'], ['https://app.example.com'], [...NEAR_MISSES, 'https://a.app.example.com']],
  [
    ['https://app.example.com:*'],
    [
      'https://app.example.com',
      'https://app.example.com:1',
      'https://app.example.com:80',
      'https://app.example.com:8443',
      'https://app.example.com:65535',
    ],
    NEAR_MISSES.filter((origin) => !/com:(1|8443|65535)$/.test(origin)),
  ],
  [
    ['https://*.example.com'],
    [
      'https://app.example.com',
      'https://a.b.c.example.com',
      'https://a_b.example.com',
      'https://_.example.com',
      'https://-.example.com',
      'https://1.example.com',
      'https://example.com.example.com',
      'https://xn--bcher-kva.example.com',
      'https://xn--bcher-kva.a.example.com',
      `https://${LABEL_63}.example.com`,
      `https://${BELOW_253.slice(1)}.example.com`,
    ],
    [
      ...NEAR_MISSES,
      'https://example.com',
      'https://aexample.com',
      'https://.example.com',
      'https://a..example.com',
      'https://*.example.com',
      'https://bücher.example.com',
      'https://xn--a.example.com',
      'https://xn--.example.com',
      'https://xn--a.xn--bcher-kva.example.com',
      `https://a${LABEL_63}.example.com`,
      `https://a${BELOW_253}.example.com`,
      'https://[::1].example.com',
      'https://[::1]',
    ],
  ],
  [
    ['https://*.example.com:8443'],
    ['https://a.example.com:8443'],
    ['https://a.example.com', 'https://a.example.com:8444', 'https://a.example.com:84430', 'http://a.example.com:8443'],
  ],
  [
    ['https://*.example.com:*'],
    ['https://a.example.com', 'https://a.example.com:1', 'https://a.b.example.com:65535'],
    ['https://a.example.com:443', 'https://a.example.com:65536', 'https://example.com:1', 'http://a.example.com:1'],
  ],
  [
    ['https://pr-*.preview.example.com', 'https://*--shop.netlify.app'],
    [
      'https://pr-1.preview.example.com',
      'https://pr-a-b.preview.example.com',
      'https://pr--.preview.example.com',
      'https://a--shop.netlify.app',
      `https://pr-${'1'.repeat(60)}.preview.example.com`,
    ],
    [
      'https://pr-.preview.example.com',
      'https://pr.preview.example.com',
      'https://preview.example.com',
      'https://xpr-1.preview.example.com',
      'https://pr-1.x.preview.example.com',
      'https://x.pr-1.preview.example.com',
      'https://pr-a_b.preview.example.com',
      'https://pr-A.preview.example.com',
      'https://pr-1.preview.example.com.evil.com',
      'https://pr-1.previewxexample.com',
      'https://pr-1.preview.example.com:8443',
      'http://pr-1.preview.example.com',
      `https://pr-${'1'.repeat(61)}.preview.example.com`,
      'https://--shop.netlify.app',
      'https://shop.netlify.app',
      'https://a-shop.netlify.app',
      'https://a--shop.evil.netlify.app',
    ],
  ],
  [
    ['https://x*.example.com'],
    ['https://xa.example.com', 'https://xn--bcher-kva.example.com'],
    ['https://x.example.com', 'https://xn--a.example.com'],
  ],
  [
    ['http://localhost:*'],
    ['http://localhost', 'http://localhost:1', 'http://localhost:3000', 'http://localhost:65535'],
    [
      'https://localhost',
      'http://localhost:80',
      'http://localhost:0',
      'http://localhost:00080',
      'http://localhost:65536',
      'http://localhost:',
      'http://localhost:*',
      'http://a.localhost:3000',
      'http://localhost.evil.com:3000',
      'http://localhost:3000.evil.com',
      'http://127.0.0.1:3000',
    ],
  ],
  [
    ['https://localhost:*'],
    ['https://localhost', 'https://localhost:80'],
    ['https://localhost:443', 'http://localhost'],
  ],
  [
    ['http://192.168.0.0/16:*'],
    ['http://192.168.0.0', 'http://192.168.0.1:3000', 'http://192.168.255.255:65535'],
    [
      'http://192.167.255.255',
      'http://192.169.0.0',
      'https://192.168.0.1',
      'http://192.168.0.1:80',
      'http://192.168.1',
      'http://192.168.1.256',
      'http://192.168.01.1',
      'http://192.168.0x1.1',
      'http://3232235521',
      'http://192.168.0.1.evil.com',
      'http://evil.192.168.0.1',
      'http://192.168.0.1.',
      'http://[::ffff:c0a8:1]',
      'http://192.168.0.0/16',
    ],
  ],
  [['https://10.0.0.0/8:8443'], ['https://10.1.2.3:8443'], ['https://10.1.2.3', 'https://11.0.0.0:8443']],
  [['http://0.0.0.0/0'], ['http://0.0.0.0', 'http://255.255.255.255', 'http://1.2.3.4'], ['http://[::1]', 'http://a']],
  [
    ['http://[fd00::/8]:8080'],
    ['http://[fd00::]:8080', 'http://[fd12:3456::1]:8080', 'http://[fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]:8080'],
    [
      'http://[fcff::1]:8080',
      'http://[fe00::]:8080',
      'http://[fd00::]',
      'http://[FD00::1]:8080',
      'http://[fd00:0:0:0:0:0:0:1]:8080',
      'http://[fd00::0]:8080',
      'http://[fd00::01]:8080',
      'http://fd00::1:8080',
      'http://[fd00::1%25eth0]:8080',
      'http://[fd00::1',
    ],
  ],
  [
    ['http://[::1]:*'],
    ['http://[::1]', 'http://[::1]:3000'],
    ['http://[::2]', 'http://[0:0:0:0:0:0:0:1]', 'http://::1'],
  ],
  [
    [
      'capacitor://localhost',
      'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
      'app://*.example.com',
      'tauri://localhost:*',
    ],
    [
      'capacitor://localhost',
      'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
      'app://a.example.com',
      'tauri://localhost',
      'tauri://localhost:80',
      'tauri://localhost:443',
    ],
    [
      'capacitor://localhost/',
      'capacitor://localhost:80',
      'capacitor://',
      'Capacitor://localhost',
      'http://localhost',
      'chrome-extension://abcdefghijklmnopabcdefghijklmnoq',
      'app://example.com',
      'app2://a.example.com',
      'https://a.example.com',
      'tauri://localhost:0',
    ],
  ],
  // Patterns of several schemes and ports do not mix.
  [
    ['https://*.a.com', 'http://*.b.com:8080', 'https://*.c.com:*', 'https://d.com', 'https://*.a.com:8443'],
    [
      'https://x.a.com',
      'https://x.a.com:8443',
      'http://x.b.com:8080',
      'https://x.c.com',
      'https://x.c.com:8080',
      'https://d.com',
    ],
    [
      'http://x.a.com',
      'https://x.a.com:8080',
      'https://x.b.com:8080',
      'http://x.b.com',
      'http://x.c.com',
      'https://x.d.com',
      'https://d.com:8443',
      'ftp://x.a.com',
    ],
  ],
]

t.test('has what a pattern matches, and nothing that only looks like it', async (t) => {
  for (const [patterns, matched, unmatched] of ROWS) {
    const set = setOf(...patterns)
    const name = (origin: string) => `${patterns.join(' ')} and ${JSON.stringify(origin).slice(0, 80)}`
    for (const origin of matched) t.equal(set.has(origin), true, name(origin))
    for (const origin of [...unmatched, ...NO_ORIGINS]) t.equal(set.has(origin), false, name(origin))
  }
})

t.test('the rows above have hosts of 253 and 254, and labels of 63 and 64 characters', async (t) => {
  t.equal(`${BELOW_253.slice(1)}.example.com`.length, 252)
  t.equal(setOf('https://*.example.com').has(`https://${BELOW_253}.example.com`), true)
  t.equal(`${BELOW_253}.example.com`.length, 253)
  t.equal(setOf('https://*.example.com').has(`https://${BELOW_253}a.example.com`), false)
})

t.test('matches the longest possible origin', async (t) => {
  const longest = `${'s'.repeat(64)}://${BELOW_253}.example.com:65535`
  t.equal(longest.length, MAX_ORIGIN_LENGTH)
  t.equal(setOf(longest).has(longest), true)
  t.equal(setOf(`${'s'.repeat(64)}://*.example.com:*`).has(longest), true)
})

t.test('finds every one of very many exact origins', async (t) => {
  const origins = Array.from({ length: 20_000 }, (_, i) => `https://app-${i}.example.com`)
  const set = setOf(...origins, 'https://*.example.org')
  t.strictSame(
    origins.filter((origin) => !set.has(origin)),
    [],
  )
  t.equal(set.has('https://app-20000.example.com'), false)
})

const NAMES = ['a', 'b', 'ab', 'a-b', 'a_b', 'com', 'xn--bcher-kva', 'xn--a', 'localhost']

t.test('agrees with each pattern tested by itself', async (t) => {
  const random = new Random(15)
  const scheme = () => random.pick(['http', 'http', 'https'])
  const port = () => random.pick(['', '', ':80', ':443', ':3000'])
  const name = () => random.list(1, 3, () => random.pick(NAMES)).join('.')
  const address = () => `10.${random.below(3)}.0.${random.below(3)}`
  const ipv6 = () => `[fd00::${random.below(2) + 1}:${random.below(9) + 1}]`
  const host = () => random.pick([name, name, name, address, ipv6])()
  const wildcard = () =>
    random.pick([host, () => `*.${name()}`, () => `${random.pick(['', 'a'])}*${random.pick(['', 'b'])}.${name()}`])()
  const range = () => random.pick([`10.${random.below(3)}.0.0/${random.pick([15, 16, 24])}`, '[fd00::1:0/112]'])
  const pattern = () => `${scheme()}://${random.once(4) ? range() : wildcard()}${random.once(3) ? ':*' : port()}`
  const origin = () => `${scheme()}://${host()}${port()}`
  /** An origin that the pattern is likely to match, sometimes with a slip. */
  const fill = (text: string) => {
    const filled = text
      .replace(/\/\d+/, '')
      .replace(/:\*$/, port)
      .replace('*', () => random.text('ab-_.', 0, 3))
    const at = random.below(filled.length)
    return random.once(6) ? filled.slice(0, at) + random.pick([...'./:A ,x']) + filled.slice(at) : filled
  }
  const wrong: unknown[] = []
  let matched = 0
  for (let round = 0; round < cases(300); round++) {
    const patterns = random.list(1, 10, pattern).filter((text) => parseOrigin(text) !== undefined)
    const set = setOf(...patterns)
    for (let i = 0; i < 40; i++) {
      const asked = random.once(3) || patterns.length === 0 ? origin() : fill(random.pick(patterns))
      const expected = patterns.some((text) => matchesOrigin(text, asked))
      if (set.has(asked) !== expected) wrong.push([patterns, asked, expected])
      if (expected) matched++
    }
  }
  t.strictSame(wrong, [])
  t.ok(matched > cases(1500) && matched < cases(10_500), `both answers are common, and ${matched} match`)
})

t.test('never throws for any text', async (t) => {
  const random = new Random(16)
  const set = setOf('https://*.example.com:*', 'https://a*.example.com', 'http://10.0.0.0/8', 'http://[fd00::/8]:*')
  const pieces = [
    'https',
    'http',
    '://',
    ':',
    '/',
    '.',
    'example.com',
    'a',
    '10.0.0.1',
    '[',
    ']',
    'fd00::1',
    'xn--',
    '\ud800',
    '\u0000',
    '😀',
    '*',
    ',',
    ' ',
  ]
  const wrong: string[] = []
  for (let i = 0; i < cases(10_000); i++) {
    const text = random.list(0, 12, () => random.pick(pieces)).join('')
    if (set.has(text) && !isExactOrigin(text)) wrong.push(text)
  }
  t.strictSame(wrong, [], 'what is in a set, is an origin')
})
