import ipaddr from 'ipaddr.js'
import t from 'tap'
import { IPV6_GROUPS, readAddress } from '../../src/config/address.js'
import { cases } from '../support/cases.js'
import { Random } from './fixtures/random.js'

/** As one number, -1 for any other text. */
function ipv4(text: string): number {
  return readAddress(text)?.reduce((address, group) => address * 0x10000 + group) ?? -1
}

function ipv6(text: string): readonly number[] | undefined {
  return readAddress(`[${text}]`)
}

const IPV4: readonly (readonly [text: string, address: number])[] = [
  ['0.0.0.0', 0],
  ['0.0.0.1', 1],
  ['1.2.3.4', 0x01020304],
  ['127.0.0.1', 0x7f000001],
  ['192.168.0.10', 0xc0a8000a],
  ['255.255.255.255', 0xffffffff],
]

const NO_IPV4 = [
  '',
  '1',
  '1.2.3',
  '1.2.3.',
  '.1.2.3',
  '1..2.3',
  '1.2.3.4.',
  '1.2.3.4.5',
  '1.2.3.256',
  '256.0.0.1',
  '1.2.3.1000',
  '01.2.3.4',
  '1.2.3.00',
  '1.2.3.04',
  '0x1.2.3.4',
  '1.2.3.a',
  '1,2.3.4',
  '1.2.3.4 ',
  ' 1.2.3.4',
  '1.2.3.-4',
  '1.2.3.٤',
]

t.test('reads IPv4 addresses in their one spelling', async (t) => {
  for (const [text, address] of IPV4) t.equal(ipv4(text), address, text)
  for (const text of NO_IPV4) t.equal(ipv4(text), -1, JSON.stringify(text))
})

const IPV6: readonly (readonly [text: string, groups: readonly number[]])[] = [
  ['::', [0, 0, 0, 0, 0, 0, 0, 0]],
  ['::1', [0, 0, 0, 0, 0, 0, 0, 1]],
  ['1::', [1, 0, 0, 0, 0, 0, 0, 0]],
  ['fd00::1', [0xfd00, 0, 0, 0, 0, 0, 0, 1]],
  ['2001:db8::a:0:0:1', [0x2001, 0xdb8, 0, 0, 0xa, 0, 0, 1]],
  ['2001:db8:0:0:1::', [0x2001, 0xdb8, 0, 0, 1, 0, 0, 0]],
  ['1:2:3:4:5:6:7:8', [1, 2, 3, 4, 5, 6, 7, 8]],
  ['1:2:3:4:5:6:7:0', [1, 2, 3, 4, 5, 6, 7, 0]],
  ['0:2:3:4:5:6:7:8', [0, 2, 3, 4, 5, 6, 7, 8]],
  ['1:0:3:0:5:0:7:0', [1, 0, 3, 0, 5, 0, 7, 0]],
  ['::3:4:5:6:7:8', [0, 0, 3, 4, 5, 6, 7, 8]],
  ['1:2:3:4:5:6::', [1, 2, 3, 4, 5, 6, 0, 0]],
  ['::ffff:102:304', [0, 0, 0, 0, 0, 0xffff, 0x102, 0x304]],
  ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', [0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff]],
]

const NO_IPV6 = [
  '',
  ':',
  ':::',
  '::::',
  '1',
  '1:',
  ':1',
  '1:2',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:',
  ':2:3:4:5:6:7:8',
  '1:2:3:4:5:6:7:8:',
  '1:2:3:4:5:6:7:8:9',
  '1::2:0:0:5:6:7:8:9',
  '1:2:3:4:5:6:7::',
  '1:2:3:4:5:6:7:8::',
  '1::2::3',
  '::1::',
  '1:::2',
  // Not the spelling that a URL has.
  '::FFFF',
  '::01',
  '::0001',
  '::0',
  '0::',
  '0:0:0:0:0:0:0:0',
  '0:0:0:0:0:0:0:1',
  '1:0:0:4:5:6:7:8',
  '1::3:4:5:6:7:8',
  '1:0:0:0:5::8',
  '1::4:0:0:0:8',
  '1::0:5:6:7:8',
  '1:0::5:6:7:8',
  '::0:1',
  '1::0',
  '1:0:0:4::7:8',
  '::ffff:1.2.3.4',
  // Not addresses.
  '::12345',
  '::g',
  '::1%eth0',
  '::1 ',
  ' ::1',
  '::-1',
  '::1/64',
]

t.test('reads IPv6 addresses in their one spelling', async (t) => {
  for (const [text, groups] of IPV6) t.strictSame(ipv6(text), groups, text)
  for (const text of NO_IPV6) t.equal(ipv6(text), undefined, JSON.stringify(text))
})

/** Zeros are common, or no address would have anything to compress. */
function randomGroups(random: Random): number[] {
  return Array.from({ length: IPV6_GROUPS }, () =>
    random.once(2) ? 0 : random.below(random.pick([2, 0x100, 0x10000])),
  )
}

/** Some way to write the groups: with or without leading zeros, capitals and a `::` anywhere. */
function spell(groups: readonly number[], random: Random): string {
  const padded = random.once(6)
  const capitals = random.once(6)
  const texts = groups.map((group) => {
    const text = group.toString(16).padStart(padded ? 1 + random.below(4) : 1, '0')
    return capitals ? text.toUpperCase() : text
  })
  const gapStart = random.below(IPV6_GROUPS)
  let gapEnd = gapStart
  while (gapEnd < IPV6_GROUPS && groups[gapEnd] === 0 && !random.once(12)) gapEnd++
  if (gapEnd === gapStart || random.once(6)) return texts.join(':')
  return `${texts.slice(0, gapStart).join(':')}::${texts.slice(gapEnd).join(':')}`
}

t.test('accepts only the spelling of an address that a URL has', async (t) => {
  const random = new Random(2)
  const wrong: unknown[] = []
  let canonical = 0
  for (let i = 0; i < cases(10_000); i++) {
    const groups = randomGroups(random)
    const text = spell(groups, random)
    const isCanonical = new URL(`http://[${text}]`).hostname === `[${text}]`
    const read = ipv6(text)
    if ((read !== undefined) !== isCanonical) wrong.push([text, read])
    if (read === undefined) continue
    canonical++
    if (read.join() !== groups.join() || read.join() !== ipaddr.IPv6.parse(text).parts.join()) wrong.push([text, read])
  }
  t.strictSame(wrong, [])
  t.ok(canonical > cases(1000) && canonical < cases(9000), 'both answers are common')
})

t.test('reads a random IPv6 address as it is written in a URL', async (t) => {
  const random = new Random(3)
  const wrong: unknown[] = []
  for (let i = 0; i < cases(5000); i++) {
    const groups = randomGroups(random)
    const text = new URL(`http://[${groups.map((group) => group.toString(16)).join(':')}]`).hostname.slice(1, -1)
    if (ipv6(text)?.join() !== groups.join()) wrong.push([text, groups])
  }
  t.strictSame(wrong, [])
})

t.test('reads a random IPv4 address as ipaddr.js and URL do', async (t) => {
  const random = new Random(4)
  const wrong: unknown[] = []
  let addresses = 0
  for (let i = 0; i < cases(10_000); i++) {
    const part = () =>
      random.once(12) ? random.text('0123456789x', 0, 4) : String(random.below(random.pick([3, 300])))
    const text = random.list(4, random.once(9) ? 5 : 4, part).join('.')
    const url = `http://${text}`
    const isCanonical = URL.canParse(url) && new URL(url).hostname === text && ipaddr.IPv4.isValidFourPartDecimal(text)
    const expected = isCanonical ? ipaddr.IPv4.parse(text).octets.reduce((sum, octet) => sum * 256 + octet) : -1
    if (ipv4(text) !== expected) wrong.push([text, expected, ipv4(text)])
    if (isCanonical) addresses++
  }
  t.strictSame(wrong, [])
  t.ok(addresses > cases(1000) && addresses < cases(9000), 'both answers are common')
})
