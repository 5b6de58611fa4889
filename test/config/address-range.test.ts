import ipaddr from 'ipaddr.js'
import t from 'tap'
import { parseRange } from '../../src/config/address-range.js'
import { cases } from '../support/cases.js'
import { Random } from './fixtures/random.js'

const MAX = 0xffff

const RANGES: readonly (readonly [
  host: string,
  prefixLength: string,
  first: readonly number[],
  last: readonly number[],
])[] = [
  ['192.168.0.0', '16', [0xc0a8, 0], [0xc0a8, MAX]],
  ['10.0.0.0', '8', [0x0a00, 0], [0x0aff, MAX]],
  ['172.16.0.0', '12', [0xac10, 0], [0xac1f, MAX]],
  ['192.168.1.128', '25', [0xc0a8, 0x0180], [0xc0a8, 0x01ff]],
  ['1.2.3.4', '32', [0x0102, 0x0304], [0x0102, 0x0304]],
  ['0.0.0.0', '0', [0, 0], [MAX, MAX]],
  ['[fd00::]', '8', [0xfd00, 0, 0, 0, 0, 0, 0, 0], [0xfdff, MAX, MAX, MAX, MAX, MAX, MAX, MAX]],
  ['[2001:db8::]', '32', [0x2001, 0xdb8, 0, 0, 0, 0, 0, 0], [0x2001, 0xdb8, MAX, MAX, MAX, MAX, MAX, MAX]],
  ['[::ffff:0:0]', '96', [0, 0, 0, 0, 0, MAX, 0, 0], [0, 0, 0, 0, 0, MAX, MAX, MAX]],
  ['[::1]', '128', [0, 0, 0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0, 0, 1]],
  ['[::]', '0', [0, 0, 0, 0, 0, 0, 0, 0], [MAX, MAX, MAX, MAX, MAX, MAX, MAX, MAX]],
]

t.test('a range is stored as its first and last address', async (t) => {
  for (const [host, prefixLength, first, last] of RANGES) {
    const family = first.length === 2 ? 'ipv4' : 'ipv6'
    t.strictSame(parseRange(host, prefixLength), { family, first, last }, `${host}/${prefixLength}`)
  }
})

const NO_RANGES: readonly (readonly [host: string, prefixLength: string])[] = [
  ['192.168.0.1', '16'],
  ['192.168.128.0', '16'],
  ['10.0.0.0', '33'],
  ['10.0.0.0', '1000'],
  ['10.0.0.0', ''],
  ['10.0.0.0', '08'],
  ['10.0.0.0', '-8'],
  ['10.0.0.0', '8.0'],
  ['10.0.0.0', '1e1'],
  ['10.0.0.0', ' 8'],
  ['[fd00::1]', '8'],
  ['[fd00::]', '7'],
  ['[fd00::]', '129'],
  ['[fd00::]', ''],
  ['[fd00::0::]', '8'],
  ['example.com', '8'],
  ['localhost', '0'],
]

t.test('a text with another address than the first, or a prefix length out of bounds, is not a range', async (t) => {
  for (const [host, prefixLength] of NO_RANGES) {
    t.equal(parseRange(host, prefixLength), undefined, `${host}/${prefixLength}`)
  }
})

t.test('agrees with ipaddr.js on blocks of IPv4', async (t) => {
  const random = new Random(4)
  const wrong: unknown[] = []
  let ranges = 0
  for (let i = 0; i < 4000; i++) {
    const host = Array.from({ length: 4 }, () => (random.once(2) ? random.below(256) : 0)).join('.')
    const prefixLength = random.below(34)
    const cidr = `${host}/${prefixLength}`
    const isFirst = ipaddr.IPv4.isValidCIDR(cidr) && ipaddr.IPv4.networkAddressFromCIDR(cidr).toString() === host
    const range = parseRange(host, String(prefixLength))
    if ((range !== undefined) !== isFirst) wrong.push(cidr)
    if (range === undefined) continue
    ranges++
    const textOf = (groups: readonly number[]) => groups.flatMap((group) => [group >> 8, group & 0xff]).join('.')
    const last = ipaddr.IPv4.broadcastAddressFromCIDR(cidr).toString()
    if (textOf(range.first) !== host || textOf(range.last) !== last) wrong.push([cidr, range])
  }
  t.strictSame(wrong, [])
  t.ok(ranges > 400 && ranges < 3600, 'both answers are common')
})

t.test('a random block is a range only if no bit after the prefix is set', async (t) => {
  const random = new Random(5)
  const wrong: unknown[] = []
  let ranges = 0
  for (let i = 0; i < cases(4000); i++) {
    const groups = Array.from({ length: 8 }, () => (random.once(3) ? random.below(0x10000) : 0))
    const prefixLength = random.below(129)
    const { hostname } = new URL(`http://[${groups.map((group) => group.toString(16)).join(':')}]`)
    const bits = groups.map((group) => group.toString(2).padStart(16, '0')).join('')
    const isFirst = !bits.slice(prefixLength).includes('1')
    const range = parseRange(hostname, String(prefixLength))
    if ((range !== undefined) !== isFirst) wrong.push([hostname, prefixLength])
    if (range === undefined) continue
    ranges++
    const last = bits.slice(0, prefixLength).padEnd(128, '1')
    const groupsOfLast = (last.match(/.{16}/g) ?? []).map((group) => Number.parseInt(group, 2))
    if (range.first.join() !== groups.join() || range.last.join() !== groupsOfLast.join()) wrong.push([hostname, range])
    const block = ipaddr.IPv6.parseCIDR(`${hostname.slice(1, -1)}/${prefixLength}`)
    if (!new ipaddr.IPv6([...range.last]).match(block)) wrong.push([hostname, range])
  }
  t.strictSame(wrong, [])
  t.ok(ranges > cases(400) && ranges < cases(3600), 'both answers are common')
})
