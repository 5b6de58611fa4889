// @ts-check
import { setImmediate } from 'node:timers/promises'
import cors from 'cors'
import { compilePolicy, livePolicy } from 'cors-policy'
import { cpuTime, race } from './rounds.mjs'

/**
 * Rows of a live policy: what a change costs, how long loading a million blocks, and what a look-up costs next to a
 * `Map` and next to `cors` with an asynchronous callback over a pool.
 *
 * @typedef {import('./table.mjs').Table} Table
 */

const SIZES = [1000, 1_000_000]
/** Milliseconds that a turn without work takes at most. */
const IDLE_TURN = 0.1
const CONFIG = /** @type {const} */ ({ origins: [], credentials: true })

/** Texts as they come from a database: V8 puts templates together only when they are first read. @param {number} count */
function rowsOf(count, name = 'tenant') {
  return Array.from({ length: count }, (_, i) => Buffer.from(`https://${name}-${i}.example.com`).toString('latin1'))
}

/** @param {number} count */
async function policyWith(count) {
  const policy = livePolicy(CONFIG)
  await policy.origins.set(rowsOf(count))
  return policy
}

/** @returns {Promise<Table>} */
export async function measureRowChanges() {
  const policies = await Promise.all(SIZES.map(policyWith))
  // After a request, the first change of each part of the rows copies it, which is another number.
  const served = await Promise.all(SIZES.map(policyWith))
  /** @type {Record<string, () => Promise<number>>} */
  const contestants = {}
  for (const [i, policy] of policies.entries()) {
    let n = 0
    contestants[`add ${SIZES[i]}`] = () =>
      cpuTime(() => void policy.origins.add(`https://new-${n++}.example.com`), 2000)
    let m = 0
    contestants[`delete ${SIZES[i]}`] = () =>
      cpuTime(() => void policy.origins.delete(`https://new-${m++}.example.com`), 2000)
    let k = 0
    contestants[`both ${SIZES[i]}`] = () =>
      cpuTime(() => {
        const origin = `https://seen-${k++}.example.com`
        served[i]?.origins.add(origin)
        served[i]?.current.allows(origin)
        served[i]?.origins.delete(origin)
        served[i]?.current.allows(origin)
      }, 2000)
  }
  for (const size of SIZES) {
    const map = new Map(rowsOf(size).map((row) => [row, true]))
    let n = 0
    contestants[`map ${size}`] = () => cpuTime(() => void map.set(`https://new-${n++}.example.com`, true), 2000)
  }
  const times = await race(contestants, { rounds: 31 })
  const names = [
    ['set of a Map', 'map'],
    ['add', 'add'],
    ['delete', 'delete'],
    ['add and delete, each followed by a request', 'both'],
  ]
  const rows = names.map(([name = '', key]) => [name, ...SIZES.map((size) => times[`${key} ${size}`] ?? 0)])
  return { title: 'rows of a live policy, µs', columns: ['', ...SIZES.map((size) => size.toLocaleString('en'))], rows }
}

/** @returns {Promise<Table>} the first load, and one that replaces all rows while a request still has the old ones */
export async function measureRowLoads() {
  const rows = []
  for (const count of SIZES) {
    const list = rowsOf(count)
    const others = rowsOf(count, 'client')
    const policy = livePolicy(CONFIG)
    const before = usedBytes()
    let old = policy.current
    for (const [name, source] of /** @type {const} */ ([
      ['rows', list],
      ['other rows', others],
    ])) {
      old = policy.current
      const turns = await turnsDuring(() => policy.origins.set(source))
      const bytes = (usedBytes() - before) / count
      if (!policy.current.allows(source[count - 1]) || old.allows(source[0])) throw new Error('not loaded')
      const time = turns.reduce((sum, turn) => sum + turn, 0)
      rows.push([`${count.toLocaleString('en')} ${name}`, time, turns[0] ?? 0, turns[1] ?? 0, bytes.toFixed(0)])
    }
  }
  const columns = ['', 'ms', 'longest turn', 'second longest', 'bytes per row besides its text']
  return { title: 'set, ms of CPU time', columns, rows }
}

function usedBytes() {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

/**
 * @param {() => Promise<unknown>} run
 * @returns {Promise<number[]>} milliseconds of CPU time of each turn of the event loop, the longest first. A request
 * waits for no longer, unless the machine is busy with other things. Before Node 23.9, threads that compile and collect
 * garbage count too.
 */
async function turnsDuring(run) {
  const { threadCpuUsage: cpuUsage = process.cpuUsage } = /** @type {{ threadCpuUsage?: typeof process.cpuUsage }} */ (
    process
  )
  let last = cpuUsage()
  /** @type {number[]} */
  const turns = []
  const done = run()
  let isDone = false
  const end = () => {
    isDone = true
  }
  done.then(end, end)
  while (!isDone) {
    await setImmediate()
    const { user, system } = cpuUsage(last)
    last = cpuUsage()
    turns.push((user + system) / 1000)
  }
  await done
  // While the load pauses, there is nothing but this loop.
  return turns.filter((turn) => turn > IDLE_TURN).sort((a, b) => b - a)
}

/** @returns {Promise<Table>} what a request pays to find out whether its origin is allowed */
export async function measureRowLookups() {
  const count = 100_000
  const policy = await policyWith(count)
  const map = new Map(rowsOf(count).map((row) => [row, true]))
  const pool = { query: async (/** @type {string} */ origin) => map.get(origin) === true }
  const asynchronous = cors({
    credentials: true,
    origin: (origin, done) => void pool.query(String(origin)).then((found) => done(null, found), done),
  })
  const response = { getHeader: () => undefined, setHeader: () => undefined, end: () => undefined }
  let i = 0
  // The texts come fresh off the wire: their hashes are not known yet.
  const fresh = () => {
    i += 7
    return Buffer.from(`https://tenant-${i % count}.example.com`).toString('latin1')
  }
  /** @type {unknown} */
  let sink
  const measure = (/** @type {() => unknown} */ run) =>
    cpuTime(() => {
      sink = run()
    }, 2000)
  const times = await race(
    {
      fresh: () => measure(fresh),
      map: () => measure(() => map.get(fresh())),
      policy: () => measure(() => policy.current.allows(fresh())),
      decide: () => measure(() => policy.current.decide({ method: 'GET', origin: fresh() })),
      cors: () =>
        cpuTime(() => {
          const request = { method: 'GET', headers: { origin: fresh() } }
          asynchronous(/** @type {any} */ (request), /** @type {any} */ (response), () => {})
        }, 2000),
    },
    { rounds: 31 },
  )
  if (sink === undefined) throw new Error('nothing was measured')
  const base = times['fresh'] ?? 0
  const names = [
    ['a Map', 'map'],
    ['policy.current.allows', 'policy'],
    ['policy.current.decide', 'decide'],
    ['cors, with a callback over a pool that answers at once', 'cors'],
  ]
  const rows = names.map(([name = '', key = '']) => [name, (times[key] ?? 0) - base])
  return { title: `one of ${count.toLocaleString('en')} origins`, columns: ['', 'µs'], rows }
}

/** @returns {Table} a policy for each tenant, as a chooser returns them */
export function measureChosenPolicies() {
  const count = 10_000
  const makers = {
    compilePolicy: (/** @type {number} */ i) =>
      compilePolicy({ origins: [`https://tenant-${i}.example.com`], credentials: true, headers: ['content-type'] }),
    livePolicy: (/** @type {number} */ i) =>
      livePolicy({ origins: [`https://tenant-${i}.example.com`], credentials: true, headers: ['content-type'] }),
  }
  const rows = Object.entries(makers).map(([name, make]) => {
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    const start = process.cpuUsage()
    const policies = Array.from({ length: count }, (_, i) => make(i))
    const { user, system } = process.cpuUsage(start)
    globalThis.gc?.()
    const bytes = (process.memoryUsage().heapUsed - before) / count
    if (policies.length !== count) throw new Error('nothing was made')
    return [name, (user + system) / 1000, bytes.toFixed(0)]
  })
  return { title: `${count.toLocaleString('en')} policies`, columns: ['', 'ms', 'bytes each'], rows }
}
