import t from 'tap'
import { isExactOrigin, type ParsedOrigin, parseOrigin } from '../../src/config/origin-pattern.js'
import { LENIENT as RULES } from '../../src/config/origin-rules.js'
import { OriginSet } from '../../src/policy/origin-set.js'
import { PatternRows } from '../../src/policy/pattern-rows.js'
import { RowTrie } from '../../src/policy/row-trie.js'
import { Random } from '../config/fixtures/random.js'
import { matchesOrigin } from './fixtures/naive-match.js'

const random = new Random(7)
const SCHEMES = ['https', 'http', 'capacitor']
const DOMAINS = ['example.com', 'a.example.com', 'b.a.example.com', 'example.org', 'localhost', 'xn--bcher-kva.example']
const PORTS = ['', ':8080', ':*']

function randomPattern(): string {
  const scheme = random.pick(SCHEMES)
  const port = random.pick(PORTS)
  switch (random.below(5)) {
    case 0:
      return `${scheme}://${random.pick(DOMAINS)}:*`
    case 1:
      return `${scheme}://10.${random.below(3)}.0.0/${random.pick(['16', '24'])}${port}`
    case 2:
      return `${scheme}://[fd0${random.below(3)}::]/16${port}`.replace(']/16', '/16]')
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

t.test('the cost of one look-up is bounded by the length of a host', async (t) => {
  const rows = new PatternRows()
  // Every parent and every shape that can match one host.
  const host = `${'a'.repeat(63)}.${'b.'.repeat(60)}example.com`
  const labels = host.split('.')
  for (let i = 1; i < labels.length - 1; i++) {
    const text = `https://*.${labels.slice(i).join('.')}:9`
    rows.put(text, parseOrigin(text) as ParsedOrigin, true)
  }
  for (let prefix = 0; prefix < 62; prefix++) {
    const text = `https://${'a'.repeat(prefix)}*${'c'.repeat(1)}.${labels.slice(1).join('.')}`
    rows.put(text, parseOrigin(text) as ParsedOrigin, true)
  }
  const { get } = RowTrie.prototype
  let lookUps = 0
  RowTrie.prototype.get = function (this: RowTrie<unknown>, key) {
    lookUps++
    return get.call(this, key)
  }
  t.teardown(() => {
    RowTrie.prototype.get = get
  })
  t.equal(rows.matches(`https://${host}`, RULES), false)
  // Each parent and each shape, for the port and for any port.
  t.ok(lookUps > 0 && lookUps <= 2 * (labels.length + 63) + 1, String(lookUps))
})
