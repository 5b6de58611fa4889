import t from 'tap'
import type { OriginPattern } from '../../src/config/types.js'
import { patternRegex } from '../../src/interop/pattern-regex.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { Random } from '../config/fixtures/random.js'

const PATTERNS: OriginPattern[] = [
  'https://a.test',
  'http://[::1]:3000',
  'http://localhost:*',
  'https://localhost:*',
  'capacitor://localhost:*',
  'https://*.a.test',
  'https://pr-*.a.test:*',
  'https://*--shop.a.test',
  'http://192.168.0.0/16:*',
  'http://10.0.0.0/9',
  'http://172.16.0.0/12:8080',
  'http://127.0.0.1/32',
  'http://0.0.0.0/0',
]

/** Near misses and hits, for every pattern. */
const HOSTS = [
  'a.test',
  'x.a.test',
  'x.y.a.test',
  '_x.a.test',
  'pr-.a.test',
  'pr-1.a.test',
  'pr-1.x.a.test',
  'PR-1.a.test',
  'x--shop.a.test',
  '--shop.a.test',
  'evil-a.test',
  'a.test.evil',
  'a.test.',
  '.a.test',
  'localhost',
  '[::1]',
  '192.168.0.1',
  '192.168.255.255',
  '192.169.0.1',
  '192.168.0.256',
  '192.168.00.1',
  '10.0.0.1',
  '10.127.9.9',
  '10.128.0.0',
  '172.16.0.1',
  '172.31.1.1',
  '172.32.1.1',
  '127.0.0.1',
  '1.2.3.4',
  `pr-${'a'.repeat(60)}.a.test`,
  `pr-${'a'.repeat(61)}.a.test`,
  `${'a'.repeat(64)}.a.test`,
]
const SCHEMES = ['https', 'http', 'capacitor', 'HTTPS']
const PORTS = [
  '',
  ':80',
  ':443',
  ':8080',
  ':3000',
  ':0',
  ':08',
  ':65535',
  ':65536',
  ':99999',
  ':*',
  ':',
  ':x',
  ':80 ',
  '/',
]

t.test('matches what the policy allows, and nothing else', async (t) => {
  const policies = PATTERNS.map((pattern) => {
    const policy = compilePolicy({ origins: [pattern] })
    return { pattern, policy, regex: new RegExp(`^(?:${patternRegex(pattern)})$`) }
  })
  const random = new Random(7)
  const origins = SCHEMES.flatMap((scheme) =>
    HOSTS.flatMap((host) => PORTS.map((port) => `${scheme}://${host}${port}`)),
  )
  for (let i = 0; i < 3000; i++) {
    origins.push(`http://${random.list(4, 4, () => random.below(300)).join('.')}${random.pick(PORTS)}`)
  }
  let hits = 0
  const wrong: string[] = []
  for (const origin of origins) {
    for (const { pattern, policy, regex } of policies) {
      const allowed = policy.allows(origin)
      if (allowed) hits++
      if (regex.test(origin) !== allowed) wrong.push(`${pattern} ${origin}`)
    }
  }
  t.strictSame(wrong, [])
  t.ok(hits > 100)
})

t.test('a range of IPv6 addresses has no expression', async (t) => {
  t.equal(patternRegex('http://[fd00::/8]:8080'), undefined)
})
