import t from 'tap'
import { endsInNumber, hasPunycode, isCanonicalHost, isCanonicalPunycode } from '../../src/config/canonical-host.js'
import { splitOrigin } from '../../src/config/origin-text.js'

const CANONICAL = [
  'localhost',
  'example.com',
  'a_b.example.com',
  '_.example.com',
  '-a-.example.com',
  'ab--cd.example.com',
  '1.2.3.4',
  '0.0.0.0',
  '1.example.com',
  '1.2.3.4.example.com',
  'x0x1',
  '0x1g',
  '0a',
  '0g',
  'a.0b',
  'a.0xg',
  'a.b0x1',
  '0xx1',
  '[::1]',
  '[fd00::1:0:0:1]',
  'xn--bcher-kva.example',
  'www.xn--bcher-kva.example',
  'axn--a.example',
]

const NOT_CANONICAL = [
  '1',
  '1.2.3',
  '1.2.3.4.5',
  '1.2.3.256',
  '01.2.3.4',
  'example.1',
  'example.01',
  '0x1',
  'a.0x',
  'a.0xff',
  '0x7f.1',
  '[::01]',
  '[0:0:0:0:0:0:0:1]',
  '[:]',
  '[1]',
  'xn--a',
  'xn--.example',
  'a.xn--a.example',
  'xn--bcher-kva.xn--a',
]

t.test('a host is canonical if a URL would serialise it so', async (t) => {
  for (const host of [...CANONICAL, ...NOT_CANONICAL]) {
    const url = `https://${host}`
    const parts = splitOrigin(url)
    if (parts === undefined) throw new Error(`${host} has not the shape of a host`)
    t.equal(isCanonicalHost(url, parts.hostStart, parts.hostEnd), CANONICAL.includes(host), host)
    t.equal(URL.canParse(url) && new URL(url).host === host, CANONICAL.includes(host), `${host} as a URL has it`)
  }
})

t.test('a single dot can be the host of an app', async (t) => {
  t.equal(isCanonicalHost('app://.', 6, 7), true)
})

t.test('the last label of a slice is a number', async (t) => {
  const rows: readonly (readonly [text: string, start: number, end: number, isNumber: boolean])[] = [
    ['1', 0, 1, true],
    ['a1', 0, 2, false],
    ['a1', 1, 2, true],
    ['a.1', 0, 3, true],
    ['1.a', 0, 3, false],
    ['1.a', 0, 1, true],
    ['0x', 0, 2, true],
    ['0xf', 0, 3, true],
    ['0xg', 0, 3, false],
    ['0a', 0, 2, false],
    ['x1', 0, 2, false],
    ['00x1', 0, 4, false],
    ['00x1', 1, 4, true],
    ['a.0x1f', 0, 6, true],
    ['a.0x1_', 0, 6, false],
  ]
  for (const [text, start, end, isNumber] of rows) {
    t.equal(endsInNumber(text, start, end), isNumber, `${text} from ${start} to ${end}`)
  }
})

t.test('a label of a slice is Punycode', async (t) => {
  const rows: readonly (readonly [text: string, start: number, end: number, isPunycode: boolean])[] = [
    ['xn--a', 0, 5, true],
    ['a.xn--a', 0, 7, true],
    ['axn--a', 0, 6, false],
    ['axn--a', 1, 6, true],
    ['axn--.xn--a', 0, 11, true],
    ['axn--a.b', 0, 8, false],
    ['a.xn--a', 0, 2, false],
    ['xn-a', 0, 4, false],
    ['', 0, 0, false],
  ]
  for (const [text, start, end, isPunycode] of rows) {
    t.equal(hasPunycode(text, start, end), isPunycode, `${text} from ${start} to ${end}`)
  }
})

t.test('Punycode labels that the platform would write the same way', async (t) => {
  for (const host of ['xn--bcher-kva', 'xn--bcher-kva.example', 'xn--ls8h.la']) t.equal(isCanonicalPunycode(host), true)
  for (const host of ['xn--a', 'xn--', 'xn--0', 'xn--bcher-kva.xn--a', 'xn--Bcher-kva', 'xn--bcher-kva/']) {
    t.equal(isCanonicalPunycode(host), false, host)
  }
})
