// @ts-check
import { compilePolicy } from 'cors-policy'
import { cpuTime, race } from './rounds.mjs'

/**
 * The policy alone: what a decision costs with few and with many origins and for texts of any length, what it
 * allocates, and what compiling costs. Run with --expose-gc, so that what is allocated can be told from what is left.
 *
 * @typedef {import('./table.mjs').Table} Table
 * @typedef {import('cors-policy').OriginPattern} OriginPattern
 */

const gc = /** @type {(() => void) | undefined} */ (Reflect.get(globalThis, 'gc'))
if (gc === undefined) throw new Error('run with node --expose-gc')

/** @param {number} count @param {(i: number) => OriginPattern} make */
const list = (count, make) => Array.from({ length: count }, (_, i) => make(i))

/** @type {Record<string, () => { origins: OriginPattern[], hit: string, miss: string }>} */
const sets = {
  '1 exact origin': exact(1),
  '10,000 exact origins': exact(10_000),
  '1,000,000 exact origins': exact(1_000_000),
  '1 subdomain pattern': subdomains(1),
  '100,000 subdomain patterns': subdomains(100_000),
  '1 pattern in a label': labels(1),
  '100,000 patterns in labels': labels(100_000),
  '1 address range': ranges(1),
  '10,000 address ranges': ranges(10_000),
}

/** @param {number} count */
function exact(count) {
  return () => ({
    origins: list(count, (i) => `https://site-${i}.example.com`),
    hit: `https://site-${count - 1}.example.com`,
    miss: `https://site-${count}.example.com`,
  })
}

/** @param {number} count */
function subdomains(count) {
  return () => ({
    origins: list(count, (i) => `https://*.site-${i}.example.com`),
    hit: `https://app.site-${count - 1}.example.com`,
    miss: `https://app.site-${count}.example.com`,
  })
}

/** @param {number} count */
function labels(count) {
  return () => ({
    origins: list(count, (i) => `https://pr-*.site-${i}.example.com`),
    hit: `https://pr-7.site-${count - 1}.example.com`,
    miss: `https://pr-7.site-${count}.example.com`,
  })
}

/** @param {number} count */
function ranges(count) {
  const network = (/** @type {number} */ i) => `10.${i >> 8}.${i & 255}`
  return () => ({
    origins: list(count, (i) => /** @type {const} */ (`http://${network(i)}.0/24:*`)),
    hit: `http://${network(count - 1)}.7:3000`,
    miss: `http://${network(count)}.7:3000`,
  })
}

/** @type {unknown} */
let sink

/** @param {() => unknown} run @returns {Promise<number>} microseconds per run */
function measure(run) {
  return cpuTime(() => {
    sink = run()
  }, 2000)
}

/** @param {() => unknown} run @returns {number} bytes per run */
function allocated(run) {
  const runs = 2000
  for (let i = 0; i < runs; i++) run()
  /** @type {number[]} */
  const samples = []
  for (let sample = 0; sample < 9; sample++) {
    gc?.()
    const before = process.memoryUsage().heapUsed
    for (let i = 0; i < runs; i++) run()
    samples.push((process.memoryUsage().heapUsed - before) / runs)
  }
  return Math.min(...samples)
}

/** A decision with the same fields, written down by hand. @param {string} origin */
function byHand(origin) {
  return {
    kind: 'actual',
    reason: 'origin-allowed',
    status: undefined,
    vary: VARY,
    headers: { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' },
  }
}
const VARY = Object.freeze(['Origin'])

/** The texts come fresh off the wire: their hashes are not known yet. @param {string} origin */
function received(origin) {
  return { method: 'GET', origin: Buffer.from(origin).toString('latin1') }
}

/** @returns {Promise<Table>} */
export async function measureDecisions() {
  const rows = []
  for (const [name, make] of Object.entries(sets)) {
    const { origins, hit, miss } = make()
    const policy = compilePolicy({ origins, credentials: true, dangerouslyAllowInsecureOrigins: true })
    const times = await race(
      {
        fresh: () => measure(() => received(hit)),
        hit: () => measure(() => policy.decide(received(hit))),
        miss: () => measure(() => policy.decide(received(miss))),
      },
      { rounds: 61 },
    )
    const fresh = times['fresh'] ?? 0
    const known = received(hit)
    rows.push([
      name,
      (times['hit'] ?? 0) - fresh,
      (times['miss'] ?? 0) - fresh,
      allocated(() => policy.decide(known)).toFixed(0),
      allocated(() => byHand(hit)).toFixed(0),
    ])
  }
  if (sink === undefined) throw new Error('nothing was measured')
  return { title: 'decide', columns: ['', 'allowed, µs', 'other, µs', 'bytes', 'bytes by hand'], rows }
}

/** @type {Record<string, (length: number) => import('cors-policy').RequestFacts>} */
const longRequests = {
  'a long host': (length) => ({ method: 'GET', origin: `https://${'a'.repeat(length)}.example.com` }),
  'many labels': (length) => ({ method: 'GET', origin: `https://${'a.'.repeat(length / 2)}example.com` }),
  'a long port': (length) => ({ method: 'GET', origin: `https://app.example.com:${'1'.repeat(length)}` }),
  'many headers asked for': (length) => ({
    method: 'OPTIONS',
    origin: 'https://app.example.com',
    requestMethod: 'PUT',
    requestHeaders: 'x,'.repeat(length / 2),
  }),
}

/** @returns {Promise<Table>} what the longest texts cost that Node lets through, and longer ones */
export async function measureGrowth() {
  const policy = compilePolicy({
    origins: ['https://app.example.com', 'https://*.example.com', 'https://pr-*.example.org'],
    methods: ['PUT'],
    headers: '*',
    credentials: false,
  })
  const rows = []
  for (const [name, make] of Object.entries(longRequests)) {
    /** @type {Record<string, () => Promise<number>>} */
    const contestants = {}
    for (const length of LENGTHS) {
      const facts = make(length)
      contestants[length] = () => measure(() => policy.decide(facts))
    }
    const times = await race(contestants, { rounds: 31 })
    rows.push([name, ...LENGTHS.map((length) => times[length] ?? 0)])
  }
  const columns = ['', ...LENGTHS.map((length) => `${length.toLocaleString('en')} characters, µs`)]
  return { title: 'decide, of long texts', columns, rows }
}
const LENGTHS = [16, 1000, 16_000, 64_000]

/** @returns {Table} */
export function measureCompiling() {
  const rows = [1000, 100_000, 1_000_000].map((count) => {
    const origins = list(count, (i) => `https://site-${i}.example.com`)
    gc?.()
    const before = process.memoryUsage()
    const start = process.cpuUsage()
    const policy = compilePolicy({ origins, credentials: true })
    const { user, system } = process.cpuUsage(start)
    gc?.()
    const after = process.memoryUsage()
    const bytes = after.heapUsed + after.external - before.heapUsed - before.external
    if (!policy.allows(/** @type {string} */ (origins[count - 1]))) throw new Error('nothing was compiled')
    return [`${count.toLocaleString('en')} exact origins`, (user + system) / 1000, (bytes / count).toFixed(0)]
  })
  return { title: 'compilePolicy', columns: ['', 'ms', 'bytes per origin'], rows }
}
