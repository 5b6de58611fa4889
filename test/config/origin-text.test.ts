import t from 'tap'
import {
  defaultPort,
  isCustomScheme,
  isDigit,
  isHexDigit,
  isWildcardChar,
  MAX_HOST_LENGTH,
  MAX_LABEL_LENGTH,
  MAX_ORIGIN_LENGTH,
  MAX_SCHEME_LENGTH,
  splitOrigin,
} from '../../src/config/origin-text.js'

/** A host of exactly `length` characters. */
function hostOf(length: number): string {
  return `${'a'.repeat(62)}.`
    .repeat(Math.ceil(length / 63))
    .slice(0, length)
    .replace(/\.$/, 'b')
}

function split(text: string): readonly string[] | undefined {
  const parts = splitOrigin(text)
  if (parts === undefined) return undefined
  const { scheme, host, port } = parts
  return [scheme, host, port === '' ? '' : `:${port}`]
}

const LONG_LABEL = 'a'.repeat(MAX_LABEL_LENGTH)
const LONG_HOST = hostOf(MAX_HOST_LENGTH)
const LONG_SCHEME = 'a'.repeat(MAX_SCHEME_LENGTH)

const SPLIT: readonly (readonly [scheme: string, host: string, port: string])[] = [
  ['https', 'example.com', ''],
  ['https', 'example.com', ':8443'],
  ['https', 'example.com', ':80'],
  ['http', 'example.com', ':443'],
  ['http', 'localhost', ':1'],
  ['http', 'localhost', ':65535'],
  ['http', '127.0.0.1', ':3000'],
  ['http', '[::1]', ''],
  ['http', '[::1]', ':3000'],
  ['http', '[fd00::1]', ':65535'],
  ['https', 'a_b.example.com', ''],
  ['https', '-', ''],
  ['https', '_', ''],
  ['h', 'a', ''],
  ['a1+-.', 'a', ''],
  ['httpx', 'a', ':80'],
  ['httpsx', 'a', ':443'],
  ['abcd', 'a', ':80'],
  ['abcde', 'a', ':443'],
  ['capacitor', 'localhost', ''],
  ['chrome-extension', 'abcdefghijklmnopabcdefghijklmnop', ''],
  ['app', 'localhost', ':443'],
  ['app', '.', ''],
  ['httpx', '.', ''],
  ['https', `${LONG_LABEL}.com`, ''],
  ['https', LONG_LABEL, ':8443'],
  ['https', LONG_HOST, ''],
  [LONG_SCHEME, LONG_HOST, ':65535'],
]

t.test('finds scheme, host and port', async (t) => {
  for (const [scheme, host, port] of SPLIT) {
    const text = `${scheme}://${host}${port}`
    t.strictSame(split(text), [scheme, host, port], text)
  }
})

const REFUSED = [
  '',
  'null',
  'https',
  'https:',
  'https:/',
  'https://',
  'https:///',
  'https:example.com',
  'https:/example.com',
  '://example.com',
  '//example.com',
  'example.com',
  '1https://example.com',
  '-https://example.com',
  'ht_tps://example.com',
  'ht tps://example.com',
  // not as a browser writes it
  'HTTPS://example.com',
  'https://Example.com',
  'https://example.com/',
  'https://example.com/path',
  'https://example.com?',
  'https://example.com#',
  'https://user@example.com',
  'https://bücher.example',
  'https://example.com:443',
  'http://example.com:80',
  'http://[::1]:80',
  // dots
  'https://example.com.',
  'https://example.com.:8443',
  'https://.example.com',
  'https://example..com',
  'https://.',
  'http://.',
  'app://..',
  'app://.:1',
  'app://./',
  'app://.a',
  // ports
  'https://example.com:',
  'https://example.com:0',
  'https://example.com:00080',
  'https://example.com:08443',
  'https://example.com:65536',
  'https://example.com:99999',
  'https://example.com:100000',
  'https://example.com:8443/',
  'https://example.com:84a3',
  'https://example.com:+1',
  'https://example.com:*',
  'https://example.com:8443:8443',
  'https://:8443',
  // brackets
  'https://[',
  'https://[]',
  'https://[::1',
  'https://::1',
  'https://::1]',
  'https://[::1]x',
  'https://[::1].com',
  'https://[::A]',
  'https://[g::1]',
  'https://[::1%25eth0]',
  'https://[a]b]',
  'https://a[::1]',
  // white space, control characters, lists
  ' https://example.com',
  'https://example.com ',
  'https://example.com\t',
  'https://example.com\n',
  'https://example.com\r\n',
  'https://example.com\u0000',
  'https://exa\u0000mple.com',
  'https://exa mple.com',
  'https://a.com, https://b.com',
  'https://a.com,https://b.com',
  'https://a.com https://b.com',
  // lengths
  `https://${LONG_LABEL}a.com`,
  `https://com.${LONG_LABEL}a`,
  `https://${hostOf(MAX_HOST_LENGTH + 1)}`,
  `https://a${LONG_HOST}`,
  `a${LONG_SCHEME}://a`,
  `${LONG_SCHEME}://${LONG_HOST}:655350`,
  'https://example.com'.padEnd(16_384, 'a'),
  'h'.repeat(16_384),
  'https://'.padEnd(16_384, 'a.'),
  `https://[${'0'.repeat(MAX_ORIGIN_LENGTH)}]`,
  `https://a:${'1'.repeat(100)}`,
]

t.test('a text of any other shape is not an origin', async (t) => {
  for (const text of REFUSED) t.equal(splitOrigin(text), undefined, JSON.stringify(text).slice(0, 80))
})

t.test('the limits are the ones that the tests above use', async (t) => {
  t.equal(MAX_LABEL_LENGTH, 63)
  t.equal(MAX_HOST_LENGTH, 253)
  t.equal(LONG_HOST.length, 253)
  t.equal(hostOf(254).length, 254)
  t.equal(MAX_ORIGIN_LENGTH, `${LONG_SCHEME}://${LONG_HOST}:65535`.length)
})

t.test('no host is longer than the limit, whatever its labels', async (t) => {
  for (let length = 1; length < 300; length++) {
    t.equal(split(`https://${hostOf(length)}`)?.[1]?.length, length <= 253 ? length : undefined, `host of ${length}`)
    t.equal(
      split(`https://${'a'.repeat(length)}.b`)?.[1]?.length,
      length <= 63 ? length + 2 : undefined,
      `label of ${length}`,
    )
  }
})

t.test('classes of characters', async (t) => {
  const rows = [
    [isDigit, '0123456789'],
    [isHexDigit, '0123456789abcdef'],
    [isWildcardChar, '-0123456789abcdefghijklmnopqrstuvwxyz'],
  ] as const
  for (const [test, expected] of rows) {
    const all = Array.from({ length: 0x10000 }, (_, code) => code).filter(test)
    t.equal(String.fromCharCode(...all), expected)
    t.equal(test(Number.NaN), false)
  }
})

t.test('a scheme is custom if it has no default port that an origin would leave out', async (t) => {
  for (const scheme of ['app', 'httpx', 'htt', 'https+x', 'moz-extension'])
    t.equal(isCustomScheme(scheme), true, scheme)
  for (const scheme of ['http', 'https']) t.equal(isCustomScheme(scheme), false, scheme)
  t.strictSame(['http', 'https', 'ftp', 'httpx'].map(defaultPort), [80, 443, 0, 0])
})
