import ipaddr from 'ipaddr.js'
import t from 'tap'
import { diagnoseBriefly } from '../../src/config/brief-diagnosis.js'
import { diagnoseOrigin } from '../../src/config/origin-diagnosis.js'
import { parseOrigin } from '../../src/config/origin-pattern.js'
import type { CorsConfigProblemCode } from '../../src/config/problems.js'
import { cases } from '../support/cases.js'
import { Random } from './fixtures/random.js'

function diagnose(text: string) {
  return diagnoseOrigin(text, { parseOrigin, ipaddr: () => ipaddr })
}

type Row = readonly [text: string, code: CorsConfigProblemCode, suggestion?: string]

const NOT_CANONICAL: readonly Row[] = [
  // capitals
  ['HTTPS://example.com', 'origin-not-canonical', 'https://example.com'],
  ['https://Example.COM', 'origin-not-canonical', 'https://example.com'],
  ['https://*.Example.com', 'origin-not-canonical', 'https://*.example.com'],
  ['https://PR-*.example.com', 'origin-not-canonical', 'https://pr-*.example.com'],
  ['capacitor://LOCALHOST', 'origin-not-canonical', 'capacitor://localhost'],
  ['MOZ-EXTENSION://*', 'origin-not-canonical', 'moz-extension://*'],
  ['moz-extension://*/', 'origin-not-canonical', 'moz-extension://*'],
  ['app://./', 'origin-not-canonical', 'app://.'],
  ['APP://.', 'origin-not-canonical', 'app://.'],
  // what stands behind an origin in a URL, or in front of its host
  ['https://example.com/', 'origin-not-canonical', 'https://example.com'],
  ['https://example.com/path?query#fragment', 'origin-not-canonical', 'https://example.com'],
  ['https://example.com?', 'origin-not-canonical', 'https://example.com'],
  ['https://example.com#', 'origin-not-canonical', 'https://example.com'],
  ['https://example.com\\path', 'origin-not-canonical', 'https://example.com'],
  ['https://user:password@example.com:8443/', 'origin-not-canonical', 'https://example.com:8443'],
  ['https://*.example.com:8443/', 'origin-not-canonical', 'https://*.example.com:8443'],
  ['http://localhost:*/', 'origin-not-canonical', 'http://localhost:*'],
  ['capacitor://localhost/', 'origin-not-canonical', 'capacitor://localhost'],
  ['https://example.com./', 'origin-not-canonical', 'https://example.com'],
  // white space around it
  [' https://example.com', 'origin-not-canonical', 'https://example.com'],
  ['https://example.com\n', 'origin-not-canonical', 'https://example.com'],
  ['\thttps://*.example.com ', 'origin-not-canonical', 'https://*.example.com'],
  // ports
  ['https://example.com:443', 'origin-not-canonical', 'https://example.com'],
  ['http://example.com:80', 'origin-not-canonical', 'http://example.com'],
  ['HTTP://example.com:80', 'origin-not-canonical', 'http://example.com'],
  ['HTTP://example.com:443', 'origin-not-canonical', 'http://example.com:443'],
  ['HTTPS://example.com:80', 'origin-not-canonical', 'https://example.com:80'],
  ['APP://localhost:443', 'origin-not-canonical', 'app://localhost:443'],
  ['https://*.example.com:443', 'origin-not-canonical', 'https://*.example.com'],
  ['https://example.com:', 'origin-not-canonical', 'https://example.com'],
  ['http://example.com:00080', 'origin-not-canonical', 'http://example.com'],
  ['https://example.com:08443', 'origin-not-canonical', 'https://example.com:8443'],
  // Unicode, percent-encoding, characters that vanish
  ['https://bücher.example', 'origin-not-canonical', 'https://xn--bcher-kva.example'],
  ['https://*.bücher.example:*', 'origin-not-canonical', 'https://*.xn--bcher-kva.example:*'],
  ['https://ex%61mple.com', 'origin-not-canonical', 'https://example.com'],
  ['https://exa\u00admple.com', 'origin-not-canonical', 'https://example.com'],
  ['https://example\u3002com', 'origin-not-canonical', 'https://example.com'],
  // addresses
  ['http://127.1:3000', 'origin-not-canonical', 'http://127.0.0.1:3000'],
  ['http://0x7f000001', 'origin-not-canonical', 'http://127.0.0.1'],
  ['http://0x7f.1', 'origin-not-canonical', 'http://127.0.0.1'],
  ['http://0177.0.0.1', 'origin-not-canonical', 'http://127.0.0.1'],
  ['http://2130706433', 'origin-not-canonical', 'http://127.0.0.1'],
  ['http://[0:0:0:0:0:0:0:1]:3000', 'origin-not-canonical', 'http://[::1]:3000'],
  ['http://[::0001]', 'origin-not-canonical', 'http://[::1]'],
  ['http://[FD00::1]', 'origin-not-canonical', 'http://[fd00::1]'],
  ['http://[::ffff:1.2.3.4]', 'origin-not-canonical', 'http://[::ffff:102:304]'],
  ['http://[::0]', 'origin-not-canonical', 'http://[::]'],
  // ranges
  ['http://192.168.1.1/16', 'origin-not-canonical', 'http://192.168.0.0/16'],
  ['http://192.168.0.0/016:*', 'origin-not-canonical', 'http://192.168.0.0/16:*'],
  ['http://192.168.0.0/16:80', 'origin-not-canonical', 'http://192.168.0.0/16'],
  ['http://192.168.0.0/16/', 'origin-not-canonical', 'http://192.168.0.0/16'],
  ['HTTPS://10.1.2.3/8:443', 'origin-not-canonical', 'https://10.0.0.0/8'],
  ['http://[fd00::1/8]', 'origin-not-canonical', 'http://[fd00::/8]'],
  ['http://[fd00::1/8]:8080', 'origin-not-canonical', 'http://[fd00::/8]:8080'],
  ['http://[FD00::/8]:*', 'origin-not-canonical', 'http://[fd00::/8]:*'],
  ['http://[fd00::]/8', 'origin-not-canonical', 'http://[fd00::/8]'],
  ['http://fd00::/8', 'origin-not-canonical', 'http://[fd00::/8]'],
  ['http://10.1.1.1/8x', 'origin-not-canonical', 'http://10.1.1.1'],
  ['http://192.168.0.0:8080/16', 'origin-not-canonical', 'http://192.168.0.0:8080'],
]

const SCHEMES: readonly Row[] = [
  ['about:blank', 'origin-scheme'],
  ['about://blank', 'origin-scheme'],
  ['blob:https://example.com/0', 'origin-scheme'],
  ['data:text/html,x', 'origin-scheme'],
  ['data://example.com', 'origin-scheme'],
  ['file://', 'origin-scheme'],
  ['file:///home', 'origin-scheme'],
  ['FILE://example.com', 'origin-scheme'],
  ['filesystem:https://example.com/x', 'origin-scheme'],
  ['ftp://example.com', 'origin-scheme'],
  ['ftp://*.example.com', 'origin-scheme'],
  ['javascript:alert(1)', 'origin-scheme'],
  ['javascript://example.com', 'origin-scheme'],
  ['ws://example.com', 'origin-scheme', 'http://example.com'],
  ['ws://localhost:3000', 'origin-scheme', 'http://localhost:3000'],
  ['ws://example.com:80/socket', 'origin-scheme', 'http://example.com'],
  ['WSS://Example.com:443/', 'origin-scheme', 'https://example.com'],
  ['wss://*.example.com', 'origin-scheme', 'https://*.example.com'],
  ['ws://localhost:*', 'origin-scheme', 'http://localhost:*'],
  ['ws://10.1.2.3/8', 'origin-scheme', 'http://10.0.0.0/8'],
  ['wss://', 'origin-scheme'],
  ['wss:example.com', 'origin-scheme'],
  ['wss://*', 'origin-scheme'],
]

const NULLS: readonly Row[] = [
  ['null', 'origin-null'],
  ['NULL', 'origin-null'],
  [' null ', 'origin-null'],
]

const SYNTAX: readonly Row[] = [
  // no scheme
  ['example.com', 'origin-syntax', 'https://example.com'],
  ['Example.com/', 'origin-syntax', 'https://example.com'],
  ['example.com:8443', 'origin-syntax', 'https://example.com:8443'],
  ['example.com:443', 'origin-syntax', 'https://example.com'],
  ['//example.com', 'origin-syntax', 'https://example.com'],
  ['*.example.com', 'origin-syntax', 'https://*.example.com'],
  ['pr-*.example.com:*', 'origin-syntax', 'https://pr-*.example.com:*'],
  ['localhost', 'origin-syntax', 'http://localhost'],
  ['localhost:3000', 'origin-syntax', 'http://localhost:3000'],
  ['LOCALHOST:*', 'origin-syntax', 'http://localhost:*'],
  ['app.localhost/', 'origin-syntax', 'http://app.localhost'],
  ['*.localhost:*', 'origin-syntax', 'http://*.localhost:*'],
  ['localhost.example.com', 'origin-syntax', 'https://localhost.example.com'],
  ['127.0.0.1:8080', 'origin-syntax', 'http://127.0.0.1:8080'],
  ['[::1]:3000', 'origin-syntax', 'http://[::1]:3000'],
  ['10.0.0.0/8', 'origin-syntax', 'https://10.0.0.0/8'],
  ['https:example.com', 'origin-syntax', 'https://example.com'],
  ['https//example.com', 'origin-syntax', 'https://example.com'],
  ['HTTP//localhost:3000/', 'origin-syntax', 'http://localhost:3000'],
  ['http:/example.com', 'origin-syntax', 'http://example.com'],
  ['http:80', 'origin-syntax', 'https://http:80'],
  ['xhttp:example.com', 'origin-syntax'],
  // A word may be anything.
  ['mylocalhost', 'origin-syntax'],
  ['true', 'origin-syntax'],
  ['1', 'origin-syntax'],
  ['1.5', 'origin-syntax'],
  ['yes/', 'origin-syntax'],
  ['api:8080', 'origin-syntax', 'https://api:8080'],
  ['10.1.2.3', 'origin-syntax', 'https://10.1.2.3'],
  ['none', 'origin-syntax'],
  // quotation marks, as some files for the environment keep them
  ['"https://a.com"', 'origin-syntax', 'https://a.com'],
  ["'https://*.a.com'", 'origin-syntax', 'https://*.a.com'],
  ['"a.com"', 'origin-syntax'],
  ['"https://a.com\'', 'origin-syntax'],
  ['example.com//a', 'origin-syntax', 'https://example.com'],
  ['-', 'origin-syntax'],
  ['/', 'origin-syntax'],
  ['.', 'origin-syntax'],
  ['user:pass@', 'origin-syntax'],
  // more than one
  ['https://a.com,https://b.com', 'origin-syntax'],
  ['https://a.com, https://b.com', 'origin-syntax'],
  ['https://a.com https://b.com', 'origin-syntax'],
  ['https://a.com;https://b.com', 'origin-syntax'],
  ['https://a.com\nhttps://b.com', 'origin-syntax'],
  ['https://exa mple.com', 'origin-syntax'],
  // dots and ports
  ['https://example.com.', 'origin-syntax', 'https://example.com'],
  ['https://example.com.:8443', 'origin-syntax', 'https://example.com:8443'],
  ['https://*.example.com.', 'origin-syntax', 'https://*.example.com'],
  ['http://localhost.:*', 'origin-syntax', 'http://localhost:*'],
  ['https://.', 'origin-syntax'],
  ['https://example.com:0', 'origin-syntax'],
  ['https://example.com:000/', 'origin-syntax'],
  ['https://example.com:65536', 'origin-syntax'],
  ['https://example.com:100000', 'origin-syntax'],
  [`https://example.com:${'9'.repeat(30)}`, 'origin-syntax'],
  ['https://example.com:http', 'origin-syntax'],
  ['https://example.com:443:8443', 'origin-syntax'],
  ['https://[::1]:443:8443', 'origin-syntax'],
  ['http://[::1]:8080:3000', 'origin-syntax'],
  // wildcards
  ['*:*', 'origin-syntax'],
  ['moz-extension://*:*', 'origin-syntax', 'moz-extension://*'],
  ['moz-extension://*:80', 'origin-syntax', 'moz-extension://*'],
  ['moz_extension://*:80', 'origin-syntax'],
  ['**', 'origin-syntax'],
  ['https://*', 'origin-syntax'],
  ['https://*/', 'origin-syntax'],
  ['https://*:8443', 'origin-syntax'],
  ['http://*:*', 'origin-syntax'],
  ['*://example.com', 'origin-syntax'],
  ['http*://example.com', 'origin-syntax'],
  ['https://*.*.example.com', 'origin-syntax'],
  ['https://a.*.example.com', 'origin-syntax'],
  ['https://a*b*.example.com', 'origin-syntax'],
  ['https://a.*b-c.example.com', 'origin-syntax'],
  ['https://example.*', 'origin-syntax'],
  ['https://xn--*.example.com', 'origin-syntax'],
  ['https://*-é.example.com', 'origin-syntax'],
  ['http://localhost:3*', 'origin-syntax'],
  ['http://192.168.*.*', 'origin-syntax', 'http://192.168.0.0/16'],
  ['http://192.168.*', 'origin-syntax', 'http://192.168.0.0/16'],
  ['http://10.*:*', 'origin-syntax', 'http://10.0.0.0/8:*'],
  ['https://192.168.1.*:8443', 'origin-syntax', 'https://192.168.1.0/24:8443'],
  ['http://192.168.1.*:80', 'origin-syntax'],
  ['http://999.*', 'origin-syntax'],
  ['a:b://10.*', 'origin-syntax'],
  ['http://*.168.1.1', 'origin-syntax'],
  // regular expressions
  ['^https://.*\\.example\\.com$', 'origin-syntax'],
  ['https://(app|www).example.com', 'origin-syntax'],
  ['https://[a-z]+.example.com', 'origin-syntax'],
  // hosts that are none
  ['https://', 'origin-syntax'],
  ['://', 'origin-syntax'],
  ['://example.com', 'origin-syntax'],
  ['https:///', 'origin-syntax'],
  ['https://:8443', 'origin-syntax'],
  ['https://a..b', 'origin-syntax'],
  ['https://.example.com', 'origin-syntax'],
  ['https://256.1.1.1', 'origin-syntax'],
  ['http://x10.1.1.1/8', 'origin-syntax'],
  ['https://1.2.3.4.5', 'origin-syntax'],
  ['https://example.1', 'origin-syntax'],
  ['https://[::1', 'origin-syntax'],
  ['https://[::1]x', 'origin-syntax'],
  ['https://[]', 'origin-syntax'],
  ['https://::1', 'origin-syntax'],
  ['https://[fe80::1%25eth0]', 'origin-syntax'],
  ['http://[::/129]', 'origin-syntax'],
  ['https://xn--a.com', 'origin-syntax'],
  ['https://exa\u0000mple.com', 'origin-syntax'],
  ['1https://example.com', 'origin-syntax'],
  ['ht!tp://example.com', 'origin-syntax'],
  // lengths
  [`https://${'a'.repeat(64)}.com`, 'origin-syntax'],
  [`https://${'a.'.repeat(126)}ab`, 'origin-syntax'],
  [`${'a'.repeat(65)}://example.com`, 'origin-syntax'],
  ['https://example.com/'.padEnd(327, 'a'), 'origin-syntax'],
  ['https://'.padEnd(16_384, 'a'), 'origin-syntax'],
  ['*'.repeat(1_000_000), 'origin-syntax'],
]

const ROWS: readonly Row[] = [...NOT_CANONICAL, ...SCHEMES, ...NULLS, ...SYNTAX]

t.test('says what is wrong, and suggests a correction where it is certain', async (t) => {
  for (const [text, code, suggestion] of ROWS) {
    const diagnosis = diagnose(text)
    t.strictSame([diagnosis.code, diagnosis.suggestion], [code, suggestion], JSON.stringify(text).slice(0, 80))
    t.equal(
      Object.hasOwn(diagnosis, 'suggestion'),
      suggestion !== undefined,
      'suggestion is absent where there is none',
    )
  }
})

t.test('reads texts that are not origins, and suggests only valid ones', async (t) => {
  for (const [text, , suggestion] of ROWS) {
    t.equal(parseOrigin(text), undefined, JSON.stringify(text).slice(0, 80))
    if (suggestion !== undefined) t.ok(parseOrigin(suggestion), suggestion)
  }
})

t.test('diagnoses a text just below the length limit in full', async (t) => {
  t.equal(diagnose('https://example.com/'.padEnd(326, 'a')).suggestion, 'https://example.com')
})

const FAULTS: readonly (readonly [text: string, fault: string])[] = [
  ['a'.repeat(400), 'too-long'],
  ['none', 'none-in-list'],
  ['file:///', 'file'],
  ['data:,', 'never'],
  ['ws://example.com', 'websocket'],
  ['a,b', 'several'],
  ['a b', 'several'],
  ['a;b', 'semicolon'],
  ['a; b', 'several'],
  ['"https://a.com"', 'quoted'],
  ['https://example.com.', 'trailing-dot'],
  ['https://example.com:0', 'port-zero'],
  ['https://example.com:000/', 'port-zero'],
  ['https://example.com/', 'origin'],
  ['http://192.168.1.1/16', 'range'],
  ['https://*', 'every-host'],
  ['https://*:8443', 'every-host'],
  ['https://*:*', 'every-host'],
  ['http://192.168.*', 'address-wildcard'],
  ['https://.+', 'regular-expression'],
  ['*://example.com', 'scheme-wildcard'],
  ['http://a10.*', 'wildcard-place'],
  ['http://10.*.com', 'wildcard-place'],
  ['https://*.*.com', 'wildcard-place'],
  ['app://*:80', 'wildcard-place'],
  ['http://localhost:3000-3010', 'port'],
  ['http://localhost:port', 'port'],
  ['http://localhost:3*', 'port'],
  ['https://example.com:65536', 'port'],
  ['https://*.example.com:99999/', 'port'],
  ['http://[::1]:3000-3010', 'port'],
  ['http://localhost:3000:3001', 'not-an-origin'],
  ['https://exa%mple.com:443', 'not-an-origin'],
  ['example.com', 'no-scheme'],
  ['true', 'no-scheme'],
  ['https://', 'not-an-origin'],
  ['https://.', 'not-an-origin'],
]

t.test('the fault names the mistake', async (t) => {
  for (const [text, fault] of FAULTS) t.match(diagnose(text), { fault }, text.slice(0, 40))
  t.match(diagnose('a'.repeat(400)), { length: 400, maximum: 326 })
  t.match(diagnose('wss://a.com'), { scheme: 'wss', meant: 'https' })
  t.match(diagnose('DATA:,'), { scheme: 'data' })
})

t.test('never throws for any text, and never suggests a text that would be refused', async (t) => {
  const random = new Random(8)
  const wrong: unknown[] = []
  const pieces = [
    'http',
    'wss',
    ':',
    '/',
    '//',
    '://',
    '*',
    '.',
    '@',
    '[',
    ']',
    '::1',
    '10.0',
    '/8',
    ' ',
    ',',
    '\u0000',
  ]
  const more = ['example', 'com', 'é', 'xn--', '\ud800', '%', '^', '(', 'A', '443', '0', ':*', 'localhost']
  for (let i = 0; i < cases(5000); i++) {
    const text = random.list(0, 8, () => random.pick([...pieces, ...more])).join('')
    const { suggestion } = diagnose(text)
    if (suggestion !== undefined && parseOrigin(suggestion) === undefined) wrong.push([text, suggestion])
  }
  t.strictSame(wrong, [])
})

t.test('a brief diagnosis suggests the same or nothing', async (t) => {
  let suggestions = 0
  for (const [text, code] of ROWS) {
    const brief = diagnoseBriefly(text, { parseOrigin })
    const full = diagnose(text)
    const name = JSON.stringify(text).slice(0, 80)
    if (brief.suggestion !== undefined) {
      suggestions++
      t.equal(brief.suggestion, full.suggestion, name)
    }
    // It knows less, and never says another thing of a text that it understands.
    if (brief.code !== 'origin-syntax') t.equal(brief.code, code, name)
  }
  t.ok(suggestions > 20, `${suggestions} suggestions`)
})

t.test('a block of addresses is suggested with its first address, in the spelling of a URL', async (t) => {
  const rows = [
    ['http://192.168.7.9/16', 'http://192.168.0.0/16'],
    ['http://10.1.2.3/0', 'http://0.0.0.0/0'],
    ['http://[fd12:3456::1/8]', 'http://[fd00::/8]'],
    ['http://[FD00:0:0:0::/8]', 'http://[fd00::/8]'],
    ['http://10.0.0.0/33', 'http://10.0.0.0'],
    ['http://[::/129]', undefined],
  ] as const
  for (const [text, suggestion] of rows) t.equal(diagnose(text).suggestion, suggestion, text)
})
