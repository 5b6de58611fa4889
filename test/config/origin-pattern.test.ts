import t from 'tap'
import { type HostPattern, isExactOrigin, parseOrigin } from '../../src/config/origin-pattern.js'
import { cases } from '../support/cases.js'
import { Random } from './fixtures/random.js'

type Row = readonly [text: string, scheme: string, host: HostPattern, port: string]

function host(text: string): HostPattern {
  return { kind: 'host', host: text }
}

function below(parent: string): HostPattern {
  return { kind: 'subdomains', parent }
}

function label(prefix: string, suffix: string, parent: string): HostPattern {
  return { kind: 'label', prefix, suffix, parent }
}

function ipv4(first: readonly number[], last: readonly number[]): HostPattern {
  return { kind: 'range', range: { family: 'ipv4', first, last } }
}

const FD00: HostPattern = {
  kind: 'range',
  range: {
    family: 'ipv6',
    first: [0xfd00, 0, 0, 0, 0, 0, 0, 0],
    last: [0xfdff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff],
  },
}

const EXACT: readonly Row[] = [
  ['https://example.com', 'https', host('example.com'), ''],
  ['https://app.example.com:8443', 'https', host('app.example.com'), '8443'],
  ['http://localhost:3000', 'http', host('localhost'), '3000'],
  ['http://127.0.0.1', 'http', host('127.0.0.1'), ''],
  ['http://[::1]:3000', 'http', host('[::1]'), '3000'],
  ['https://xn--bcher-kva.example', 'https', host('xn--bcher-kva.example'), ''],
  ['https://a_b.example.com', 'https', host('a_b.example.com'), ''],
  ['capacitor://localhost', 'capacitor', host('localhost'), ''],
  ['ionic://localhost', 'ionic', host('localhost'), ''],
  ['tauri://localhost', 'tauri', host('localhost'), ''],
  ['app://localhost:80', 'app', host('localhost'), '80'],
  ['app://.', 'app', host('.'), ''],
  ['app://-', 'app', host('-'), ''],
  ['vscode-file://vscode-app', 'vscode-file', host('vscode-app'), ''],
  [
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    'chrome-extension',
    host('abcdefghijklmnopabcdefghijklmnop'),
    '',
  ],
  [
    'moz-extension://8c8b3c1f-6f4a-4f4b-9a4e-0123456789ab',
    'moz-extension',
    host('8c8b3c1f-6f4a-4f4b-9a4e-0123456789ab'),
    '',
  ],
]

const PATTERNS: readonly Row[] = [
  ['moz-extension://*', 'moz-extension', { kind: 'any' }, ''],
  ['a+b.c-1://*', 'a+b.c-1', { kind: 'any' }, ''],
  ['https://*.example.com', 'https', below('example.com'), ''],
  ['https://*.example.com:8443', 'https', below('example.com'), '8443'],
  ['https://*.example.com:*', 'https', below('example.com'), '*'],
  ['https://*.a_b.example.com', 'https', below('a_b.example.com'), ''],
  ['https://*.com', 'https', below('com'), ''],
  ['http://*.localhost:*', 'http', below('localhost'), '*'],
  ['https://*.xn--bcher-kva.example', 'https', below('xn--bcher-kva.example'), ''],
  ['app://*.example.com', 'app', below('example.com'), ''],
  ['https://pr-*.preview.example.com', 'https', label('pr-', '', 'preview.example.com'), ''],
  ['https://*--shop.netlify.app', 'https', label('', '--shop', 'netlify.app'), ''],
  ['https://a-*-b.example.com:8443', 'https', label('a-', '-b', 'example.com'), '8443'],
  ['https://a_*_b.example.com:*', 'https', label('a_', '_b', 'example.com'), '*'],
  ['https://1*2.example.com', 'https', label('1', '2', 'example.com'), ''],
  ['https://x*.example.com', 'https', label('x', '', 'example.com'), ''],
  ['https://xn-*.example.com', 'https', label('xn-', '', 'example.com'), ''],
  [`https://${'a'.repeat(31)}*${'b'.repeat(31)}.c`, 'https', label('a'.repeat(31), 'b'.repeat(31), 'c'), ''],
  ['http://localhost:*', 'http', host('localhost'), '*'],
  ['https://example.com:*', 'https', host('example.com'), '*'],
  ['http://127.0.0.1:*', 'http', host('127.0.0.1'), '*'],
  ['http://[::1]:*', 'http', host('[::1]'), '*'],
  ['http://192.168.0.0/16:*', 'http', ipv4([0xc0a8, 0], [0xc0a8, 0xffff]), '*'],
  ['http://192.168.0.0/16', 'http', ipv4([0xc0a8, 0], [0xc0a8, 0xffff]), ''],
  ['https://10.0.0.0/8:8443', 'https', ipv4([0x0a00, 0], [0x0aff, 0xffff]), '8443'],
  ['http://0.0.0.0/0', 'http', ipv4([0, 0], [0xffff, 0xffff]), ''],
  ['http://[fd00::/8]', 'http', FD00, ''],
  ['http://[fd00::/8]:8080', 'http', FD00, '8080'],
  ['http://[fd00::/8]:*', 'http', FD00, '*'],
]

t.test('an exact origin', async (t) => {
  for (const [text, scheme, host, port] of EXACT) {
    t.strictSame(parseOrigin(text), { scheme, host, port }, text)
    t.equal(isExactOrigin(text), true, text)
  }
})

t.test('a pattern', async (t) => {
  for (const [text, scheme, host, port] of PATTERNS) {
    t.strictSame(parseOrigin(text), { scheme, host, port }, text)
    t.equal(isExactOrigin(text), false, text)
  }
})

const REFUSED = [
  'moz-extension://*:80',
  'moz-extension://*:*',
  'moz-extension://**',
  'moz-extension://*/',
  'moz_extension://*',
  'MOZ-EXTENSION://*',
  '1app://*',
  '://*',
  '*://*',
  'file://*',
  'ws://*',
  'data://*',
  `${'a'.repeat(65)}://*`,
  'app://..',
  'app://.:80',
  'app://*.',
  'https://.',
  '',
  '*',
  'null',
  'example.com',
  '*.example.com',
  '*://example.com',
  'https://*',
  'https://*:*',
  'https://*:8443',
  'https://*.',
  'https://*..com',
  'https://.*',
  'https://**.example.com',
  'https://*.*.example.com',
  'https://a*b*c.example.com',
  'https://a.*.example.com',
  'https://a.b*.example.com',
  'https://example.*',
  'https://ex*mple',
  'https://*.example.com.',
  'https://*.example.com/',
  'https://*.example.com:443',
  'https://*.Example.com',
  'https://PR-*.example.com',
  'https://*.exa mple.com',
  'https://*.example.com, https://a.com',
  ' https://*.example.com',
  'https://*.example.com\u0000',
  'https://*.1',
  'https://*.0x1',
  'https://*.1.2.3',
  'https://1*.2.3.4',
  'https://*.[::1]',
  'https://xn--*.example.com',
  'https://xn--a*.example.com',
  'https://*.xn--a',
  `https://${'a'.repeat(63)}*.example.com`,
  `https://*.${'a'.repeat(64)}.com`,
  `https://*.${'a.'.repeat(126)}a`,
  // ports
  'http://localhost:**',
  'http://localhost:*0',
  'http://localhost:8*',
  'http://localhost:80:*',
  'http://localhost:3000:*',
  'http://localhost*',
  'http://localhost:*/',
  'http://:*',
  // ranges
  'http://192.168.0.1/16',
  'http://192.168.0.0/016',
  'http://192.168.0.0/33',
  'http://192.168.0.0/',
  'http://192.168.0.0/a',
  'http://192.168.0.0/-1',
  'http://192.168.0.0/16/',
  'http://192.168.0.0/16:80',
  'http://192.168.0.0/16:0',
  'http://192.168.0.0/16*',
  'http://192.168.0.0:8080/16',
  'http://192.168.0.0:*/16',
  'http://192.168.0/16.0',
  'http://192.168.0/24.0:8080',
  'http://192.168/16.0.0',
  'http://[192.168.0.0/16]',
  'http://*.0.0.0/8',
  'http://[fd00::]/8',
  'http://[fd00::/8',
  'http://fd00::/8',
  'http://[fd00::1/8]',
  'http://[FD00::/8]',
  'http://[fd00:0::/8]',
  'http://[fd00::/129]',
  'http://[fd00::/]',
  'http://[fd00:/8:]',
  'http://[fd00::/8:8080]',
  'http://[fd00::/8]:80',
  'http://[::ffff:192.168.0.0/112]',
  'http://example.com/8',
  'http://localhost/0',
  '/8',
  '://1.2.3.4/32',
  'http://1.2.3.4/32, http://1.2.3.4/32',
  // schemes that no page's origin has
  'about://blank',
  'blob://example.com',
  'data://example.com',
  'file://example.com',
  'filesystem://example.com',
  'ftp://example.com',
  'javascript://example.com',
  'ws://example.com',
  'wss://example.com',
  'wss://*.example.com',
  'ws://localhost:*',
  'ws://10.0.0.0/8',
]

t.test('anything else is neither', async (t) => {
  for (const text of REFUSED) {
    t.equal(parseOrigin(text), undefined, JSON.stringify(text))
    t.equal(isExactOrigin(text), false, JSON.stringify(text))
  }
})

/** What `URL` takes and we do not, all bounds apart from the host's written as one expression. */
const SHAPE = /^https?:\/\/(\[[\da-f:]+\]|[\w-]{1,63}(?:\.[\w-]{1,63})*)(:[1-9]\d*)?$/

function isOriginByUrl(text: string): boolean {
  if (!URL.canParse(text) || new URL(text).origin !== text) return false
  const shape = SHAPE.exec(text)
  return shape?.[1] !== undefined && shape[1].length <= 253
}

const LABELS = [
  'a',
  'com',
  'example',
  'xn--bcher-kva',
  'xn--a',
  'xn--',
  'a_b',
  '-',
  '--',
  'ab--c',
  '0x1',
  '0x',
  '0xg',
  '127',
  '0',
  '01',
  '1',
  '256',
  '',
  'A',
  'é',
  'a'.repeat(62),
  'a'.repeat(63),
  'a'.repeat(64),
]
const HOSTS = [
  'localhost',
  'example.com',
  '127.0.0.1',
  '127.1',
  '0x7f.0.0.1',
  '1.2.3.4',
  '1.2.3.400',
  '[::1]',
  '[::]',
  '[::0]',
  '[fd00::1]',
  '[1:0:0:2::3]',
  '[1::2:0:0:3]',
  '[::ffff:1.2.3.4]',
]
const PORTS = ['', '', '', ':', ':0', ':1', ':80', ':443', ':3000', ':00080', ':65535', ':65536', ':8a', ':99999']
const ODD_CHARACTERS = [...'./:@?#%*[]\\ \t\r\n\u0000,;aA0x-_é\u00ad\u200b\ud800']

function randomOrigin(random: Random): string {
  const scheme = random.once(8)
    ? random.pick(['HTTP', 'http:', '', ' http', 'https\t'])
    : random.pick(['http', 'https'])
  const host = random.once(2)
    ? random.pick(HOSTS)
    : random.list(1, random.once(9) ? 6 : 3, () => random.pick(LABELS)).join('.')
  const text = `${scheme}://${host}${random.pick(PORTS)}`
  if (!random.once(3)) return text
  const at = random.below(text.length + 1)
  return text.slice(0, at) + random.pick(ODD_CHARACTERS) + text.slice(at + random.below(2))
}

t.test('agrees with URL on which random texts are exact http(s) origins, within our bounds', async (t) => {
  const random = new Random(6)
  const wrong: string[] = []
  let origins = 0
  for (let i = 0; i < cases(20_000); i++) {
    const text = randomOrigin(random)
    // A URL with any other scheme has no origin of its own.
    if (!/^\s*https?:\//i.test(text)) continue
    const expected = isOriginByUrl(text)
    if (isExactOrigin(text) !== expected) wrong.push(text)
    if (expected) origins++
  }
  t.strictSame(wrong, [])
  t.ok(origins > cases(2000) && origins < cases(18_000), 'both answers are common')
})

t.test('parses an exact origin into the same parts as URL', async (t) => {
  const random = new Random(7)
  const wrong: unknown[] = []
  for (let i = 0; i < cases(10_000); i++) {
    const text = randomOrigin(random)
    if (!isExactOrigin(text) || !/^https?:/.test(text)) continue
    const { protocol, hostname, port } = new URL(text)
    const parsed = parseOrigin(text)
    const host = parsed?.host.kind === 'host' ? parsed.host.host : undefined
    if (`${parsed?.scheme}:` !== protocol || host !== hostname || parsed?.port !== port) wrong.push([text, parsed])
  }
  t.strictSame(wrong, [])
})
