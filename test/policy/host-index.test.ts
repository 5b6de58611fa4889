import t from 'tap'
import { type HostPattern, parseOrigin } from '../../src/config/origin-pattern.js'
import { HostIndex } from '../../src/policy/host-index.js'
import { Random } from '../config/fixtures/random.js'
import { matchesHost } from './fixtures/naive-match.js'

function parsed(host: string): HostPattern {
  const origin = parseOrigin(`https://${host}`)
  if (origin === undefined) throw new Error(`${host} is no pattern`)
  return origin.host
}

const PATTERNS = [
  'example.com',
  'localhost',
  '[::1]',
  '127.0.0.1',
  '*.example.com',
  '*.b.c.example.org',
  '*.xn--bcher-kva.example',
  'pr-*.preview.example.net',
  '*--shop.preview.example.net',
  'x*.example.edu',
  'lo*.localhost',
  '192.168.0.0/16',
  '10.0.0.0/8',
  '[fd00::/8]',
]

const MATCHED = [
  'example.com',
  'localhost',
  '[::1]',
  '127.0.0.1',
  'a.example.com',
  'a.b.c.example.com',
  'a_b.example.com',
  '-.example.com',
  '1.2.3.4.example.com',
  'xn--bcher-kva.example.com',
  'a.b.c.example.org',
  'www.xn--bcher-kva.example',
  'pr-1.preview.example.net',
  'a--shop.preview.example.net',
  'xa.example.edu',
  'loc.localhost',
  'xn--bcher-kva.example.edu',
  '192.168.0.0',
  '192.168.255.255',
  '10.1.2.3',
  '[fd00::]',
  '[fdff:ffff::1]',
]

const UNMATCHED = [
  'a.localhost',
  'com',
  'example.org',
  'b.c.example.org',
  'a.c.example.org',
  'xn--bcher-kva.example',
  'aexample.com',
  'a.example.com.evil.com',
  'example.com.evil.com',
  'evil.com',
  'pr-1.x.preview.example.net',
  'x.pr-1.preview.example.net',
  'pr-.preview.example.net',
  'pr-a_b.preview.example.net',
  'preview.example.net',
  'x.example.edu',
  'ax.example.edu',
  '192.167.255.255',
  '192.169.0.0',
  '192.168.0.256',
  '192.168.0',
  '192.168.00.1',
  '9.255.255.255',
  '11.0.0.0',
  '127.0.0.2',
  '[::2]',
  '[fc00::1]',
  '[fe00::]',
  '[fd00:0::1]',
  '[::ffff:a00:1]',
  // Below a wildcard, but no host that a browser would name.
  'xn--a.example.com',
  'xn--.example.com',
  'a.xn--a.example.com',
  'xn--a.example.edu',
]

t.test('matches hosts against all patterns at once', async (t) => {
  const index = new HostIndex(PATTERNS.map(parsed))
  for (const host of MATCHED) t.equal(index.matches(host), true, host)
  for (const host of UNMATCHED) t.equal(index.matches(host), false, host)
})

t.test('an index without patterns matches nothing', async (t) => {
  const index = new HostIndex([])
  for (const host of [...MATCHED, ...UNMATCHED]) t.equal(index.matches(host), false, host)
})

t.test('an index of one kind of pattern matches only that kind', async (t) => {
  for (const pattern of PATTERNS) {
    const index = new HostIndex([parsed(pattern)])
    const matched = MATCHED.filter((host) => index.matches(host))
    t.strictSame(
      matched,
      MATCHED.filter((host) => matchesHost(pattern, host)),
      pattern,
    )
    t.not(matched.length, 0, pattern)
  }
})

t.test('a host that ends in a digit but is not an address is in no range', async (t) => {
  const index = new HostIndex(['0.0.0.0/0', '[::/0]'].map(parsed))
  for (const host of ['0.0.0.0', '255.255.255.255', '[::]']) t.equal(index.matches(host), true, host)
  for (const host of ['1', 'host1', 'a.b2', '1.2.3', '1.2.3.4.5', '256.1.1.1', '[1]', '[1:2]', '[::01]']) {
    t.equal(index.matches(host), false, host)
  }
})

const LABELS = ['a', 'b', 'ab', 'a-b', 'a_b', 'c']

t.test('agrees with each pattern tested by itself', async (t) => {
  const random = new Random(14)
  const name = (least: number) => random.list(least, 3, () => random.pick(LABELS)).join('.')
  const part = () => random.pick([0, 1, 127, 128, 255])
  const address = () => `${part()}.${part()}.${part()}.${part()}`
  const groups = () => Array.from({ length: 8 }, () => random.pick(['0', '0', '1', 'fd00', 'ffff'])).join(':')
  const ipv6 = () => new URL(`http://[${groups()}]`).hostname
  const makers: readonly (() => string)[] = [
    () => name(1),
    () => `*.${name(1)}`,
    () => `${random.text('ab-', 0, 2)}*${random.text('ab-', 0, 2)}.${name(1)}`,
    address,
    () => `${address()}/${random.below(33)}`,
    ipv6,
    () => `[${ipv6().slice(1, -1)}/${random.below(129)}]`,
  ]
  const hosts = [() => name(1), () => `${name(1)}.${name(1)}`, address, ipv6]
  /** A host that the pattern is likely to match. */
  const fill = (pattern: string) => pattern.replace(/\/\d+/, '').replace('*', random.text('aabb-_.', 0, 4))
  const isHost = (text: string) => text.startsWith('[') || /^[\w-]+(\.[\w-]+)*$/.test(text)
  const wrong: unknown[] = []
  let matched = 0
  for (let round = 0; round < 400; round++) {
    const patterns = random
      .list(0, 12, () => random.pick(makers)())
      .filter((pattern) => parseOrigin(`https://${pattern}`) !== undefined)
    const index = new HostIndex(patterns.map(parsed))
    for (let i = 0; i < 40; i++) {
      const host = random.once(3) || patterns.length === 0 ? random.pick(hosts)() : fill(random.pick(patterns))
      if (!isHost(host)) continue
      const expected = patterns.some((pattern) => matchesHost(pattern, host))
      if (index.matches(host) !== expected) wrong.push([patterns, host])
      if (expected) matched++
    }
  }
  t.strictSame(wrong, [])
  t.ok(matched > 1000 && matched < 15_000, `both answers are common, and ${matched} match`)
})
