import t from 'tap'
import { endsInNumber, isCanonicalHost, isCanonicalName } from '../../src/config/canonical-host.js'
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
    t.equal(splitOrigin(url)?.host, host, `${host} has the shape of a host`)
    t.equal(isCanonicalHost(host), CANONICAL.includes(host), host)
    t.equal(URL.canParse(url) && new URL(url).host === host, CANONICAL.includes(host), `${host} as a URL has it`)
  }
})

t.test('a single dot can be the host of an app', async (t) => {
  t.equal(isCanonicalHost('.'), true)
})

t.test('the last label is a number', async (t) => {
  for (const host of ['1', 'a.1', '0x', '0xf', 'a.0x1f', '1.2']) t.equal(endsInNumber(host), true, host)
  for (const host of ['a1', '1.a', '0xg', '0a', 'x1', '00x1', 'a.00x1', 'a.0x1_', '0x1.a', '1x']) {
    t.equal(endsInNumber(host), false, host)
  }
})

t.test('Punycode labels that the platform would write the same way', async (t) => {
  for (const host of [
    'xn--bcher-kva',
    'xn--bcher-kva.example',
    'a.xn--bcher-kva',
    'xn--ls8h.la',
    'axn--a',
    'a.bxn--a.c',
    'xn-a',
  ]) {
    t.equal(isCanonicalName(host), true, host)
  }
  for (const host of [
    'xn--a',
    'a.xn--a',
    'axn--.xn--a',
    'xn--',
    'xn--0',
    'xn--bcher-kva.xn--a',
    'xn--Bcher-kva',
    'xn--bcher-kva/',
  ]) {
    t.equal(isCanonicalName(host), false, host)
  }
})
