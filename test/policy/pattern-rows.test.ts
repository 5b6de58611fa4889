import t from 'tap'
import { isExactOrigin, type ParsedOrigin, parseOrigin } from '../../src/config/origin-pattern.js'
import { LENIENT as RULES } from '../../src/config/origin-rules.js'
import { OriginSet } from '../../src/policy/origin-set.js'
import { PatternRows } from '../../src/policy/pattern-rows.js'
import { RowTrie } from '../../src/policy/row-trie.js'
import { Random } from '../config/fixtures/random.js'
import { matchesOrigin } from './fixtures/naive-match.js'

const random = new Random(7)
const SCHEMES = ['https', 'http', 'capacitor', 'app']
const DOMAINS = ['example.com', 'a.example.com', 'b.a.example.com', 'example.org', 'localhost', 'xn--bcher-kva.example']
const PORTS = ['', ':8080', ':*']

function randomPattern(): string {
  const scheme = random.pick(SCHEMES)
  const port = random.pick(PORTS)
  switch (random.below(7)) {
    case 0:
      return `${scheme}://${random.pick(DOMAINS)}:*`
    case 1:
      return `${scheme}://${random.pick(['10.0.0.0/8', '10.2.0.0/15', '10.1.0.0/16', '10.3.1.0/24', '10.1.1.7/32'])}${port}`
    case 2:
      return `${scheme}://[${random.pick(['fc00::/7', 'fd01::/16', 'fd02::/127', 'fd03::1/128', '::/0'])}]${port}`
    case 5:
      return `${random.pick(['capacitor', 'app'])}://*`
    case 6:
      return `${scheme}://0.0.0.0/${random.pick(['0', '1'])}${port}`
    case 3:
      return `${scheme}://*.${random.pick(DOMAINS)}${port}`
    default:
      return `${scheme}://${random.text('ab-', 0, 2)}*${random.text('ab', 0, 2)}.${random.pick(DOMAINS)}${port}`
  }
}

function randomOrigin(): string {
  const hosts = [
    () => random.pick(DOMAINS),
    () => `${random.text('ab-_.', 1, 5)}.${random.pick(DOMAINS)}`,
    () => `10.${random.below(4)}.${random.below(2)}.7`,
    () => `[fd0${random.below(4)}::1]`,
    () => random.text('ab.*:/[]', 1, 6),
  ]
  return `${random.pick(SCHEMES)}://${random.pick(hosts)()}${random.pick(['', ':8080', ':81', ':*'])}`
}

t.test('matches what compiled patterns match, while they come and go', async (t) => {
  let matches = 0
  for (let round = 0; round < 60; round++) {
    const rows = new PatternRows()
    const texts = new Map<string, ParsedOrigin>()
    for (let i = 0; i < 40; i++) {
      const text = random.once(4) ? (random.pick([...texts.keys(), 'none']) ?? 'none') : randomPattern()
      const pattern = parseOrigin(text)
      if (pattern === undefined || isExactOrigin(text)) continue
      if (texts.has(text) && !random.once(4)) {
        rows.delete(text, pattern)
        texts.delete(text)
      } else {
        rows.put(text, pattern, true)
        texts.set(text, pattern)
      }
    }
    t.equal(rows.size, texts.size)
    const set = new OriginSet(new Set(), [...texts.values()])
    for (let i = 0; i < 300; i++) {
      const origin = randomOrigin()
      const expected = set.has(origin)
      if (expected) matches++
      if (rows.matches(origin, RULES) !== expected) t.fail(`${origin} in ${[...texts.keys()].join(' ')}`)
      const naive = [...texts.keys()].some((text) => matchesOrigin(text, origin))
      if (/^https?:/.test(origin) && !origin.includes('xn--') && naive !== expected) t.fail(`${origin}, said plainly`)
    }
  }
  t.ok(matches > 500, `${matches} matches`)
})

t.test('a snapshot stays unchanged and lists its patterns', async (t) => {
  const rows = new PatternRows()
  const put = (text: string) => rows.put(text, parseOrigin(text) as ParsedOrigin, true)
  const all = ['https://*.a.example', 'https://b*.a.example', 'http://10.0.0.0/8:*', 'http://localhost:*']
  for (const text of all) put(text)
  const snapshot = rows.snapshot()
  for (const text of all) rows.delete(text, parseOrigin(text) as ParsedOrigin)
  put('https://*.c.example')
  const listed: string[] = []
  snapshot.forEach((_, text) => {
    listed.push(text)
  })
  t.strictSame(listed.sort(), [...all].sort())
  for (const origin of ['https://x.a.example', 'https://b1.a.example', 'http://10.1.2.3:80', 'http://localhost:3']) {
    t.equal(snapshot.matches(origin, RULES), origin !== 'http://10.1.2.3:80', origin)
    t.equal(rows.matches(origin, RULES), false, origin)
  }
  t.equal(rows.size, 1)
  t.equal(rows.get('https://*.c.example'), true)
  t.equal(rows.get('https://*.a.example'), undefined)
})

/** Runs it, and counts the look-ups in tries and the characters of the texts that are looked up. */
function countLookUps(run: () => void): { lookUps: number; characters: number } {
  const { get } = RowTrie.prototype
  const counts = { lookUps: 0, characters: 0 }
  RowTrie.prototype.get = function (this: RowTrie<unknown, string | number>, key) {
    counts.lookUps++
    counts.characters += typeof key === 'string' ? key.length : 0
    return get.call(this, key)
  }
  try {
    run()
  } finally {
    RowTrie.prototype.get = get
  }
  return counts
}

function rowsOf(texts: Iterable<string>): PatternRows {
  const rows = new PatternRows()
  for (const text of texts) rows.put(text, parseOrigin(text) as ParsedOrigin, true)
  return rows
}

t.test('the cost of one look-up is bounded by the length of a host', async (t) => {
  // Every parent and every shape that can match one host.
  const host = `${'a'.repeat(63)}.${'b.'.repeat(60)}example.com`
  const labels = host.split('.')
  const texts: string[] = []
  for (let i = 1; i < labels.length - 1; i++) texts.push(`https://*.${labels.slice(i).join('.')}:9`)
  for (let prefix = 0; prefix < 62; prefix++) {
    texts.push(`https://${'a'.repeat(prefix)}*${'c'.repeat(1)}.${labels.slice(1).join('.')}`)
  }
  const rows = rowsOf(texts)
  const { lookUps } = countLookUps(() => t.equal(rows.matches(`https://${host}`, RULES), false))
  // Each parent and each shape, for the port and for any port.
  t.ok(lookUps > 0 && lookUps <= 2 * (labels.length + 63) + 1, String(lookUps))
})

t.test('2,000 shapes inside one label cost 2,000 look-ups of numbers, and no text for each', async (t) => {
  const parent = `${'b.'.repeat(80)}example.com`
  const texts: string[] = []
  for (let prefix = 0; prefix < 62; prefix++) {
    for (let suffix = 1; prefix + suffix < 63; suffix++) {
      // Both ends are those of the origin's label, each in another pattern.
      texts.push(`https://${'a'.repeat(prefix)}*${'c'.repeat(suffix)}.${parent}`)
      if (prefix > 0) texts.push(`https://${'z'.repeat(prefix)}*${'a'.repeat(suffix)}.${parent}`)
    }
  }
  const rows = rowsOf(texts)
  t.ok(rows.size > 3800, String(rows.size))
  const label = 'a'.repeat(63)
  const { lookUps, characters } = countLookUps(() => t.equal(rows.matches(`https://${label}.${parent}`, RULES), false))
  t.ok(lookUps > 1800 && lookUps < 2300, String(lookUps))
  t.ok(characters < 50 * (label.length + parent.length), String(characters))
  t.equal(rows.matches(`https://${'a'.repeat(30)}0${'c'.repeat(30)}.${parent}`, RULES), true)
  t.equal(rows.matches(`https://${'a'.repeat(30)}_${'c'.repeat(30)}.${parent}`, RULES), false)
})

t.test('an address is looked up once for each prefix length and port', async (t) => {
  const ipv4 = Array.from({ length: 33 }, (_, bits) => `http://0.0.0.0/${bits}:*`)
  const ipv6 = Array.from({ length: 129 }, (_, bits) => `http://[::/${bits}]:*`)
  const rows = rowsOf([...ipv4, ...ipv6])
  for (const [address, most] of [
    ['255.255.255.255:1', 33],
    ['[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]:1', 129],
  ] as const) {
    const origin = `http://${address}`
    const { lookUps } = countLookUps(() => rows.matches(origin, RULES))
    t.ok(lookUps <= 2 * most + 10, `${origin}: ${lookUps}`)
  }
})

t.test('to add ranges between look-ups costs the same for the last as for the first', async (t) => {
  const { set } = Map.prototype
  let writes = 0
  Map.prototype.set = function (this: Map<unknown, unknown>, key, value) {
    writes++
    return set.call(this, key, value)
  }
  t.teardown(() => {
    Map.prototype.set = set
  })
  const rows = new PatternRows()
  for (let i = 0; i < 4000; i++) {
    const text = `http://10.${i >> 8}.${i & 255}.0/24:*`
    rows.put(text, parseOrigin(text) as ParsedOrigin, true)
    if (!rows.matches(`http://10.${i >> 8}.${i & 255}.9:81`, RULES)) t.fail(text)
  }
  Map.prototype.set = set
  t.equal(rows.size, 4000)
  // Two for each range, and those of leaves that are split.
  t.ok(writes < 8 * 4000, String(writes))
})
