import t from 'tap'
import { soak } from './soak.js'

/** Servers of the contract tests: each of the Node adapters, and the two that speak HTTP/2. */
const SERVERS = ['Fastify', 'Express 5', 'node:http', 'node:http2', 'Fastify over HTTP/2']
/** Seconds for each of them. */
const SECONDS = Number(process.env['SOAK_SECONDS'] ?? 4)
const SEED = Number(process.env['SOAK_SEED'] ?? 1)

/** From this many seconds on there are requests enough to tell a leak from what a heap does anyway. */
const LONG = 30
/**
 * Bytes. In a minute there are some 30,000 to 150,000 requests: to keep as little as a hundred bytes of each of them
 * is more than this, and what caches and compiled code take after the warm-up is less.
 */
const MAX_GROWTH = 3_000_000

const TIMEOUT = SECONDS * 2000 + 120_000

t.setTimeout(SERVERS.length * TIMEOUT)

t.test('mixed traffic: every response is that of a policy in force, and nothing is left', async (t) => {
  // Side by side where it is about the answers alone: most of the time is that of starting.
  t.jobs = SECONDS < LONG ? SERVERS.length : 1
  t.setTimeout(SERVERS.length * TIMEOUT)
  for (const name of SERVERS) t.test(name, { buffered: true, timeout: TIMEOUT }, (t) => testServer(t, name))
})

async function testServer(t: Parameters<typeof soak>[0], name: string): Promise<void> {
  const { counts, replaced, wrong, heap, stderr, code } = await soak(t, name, SECONDS, SEED)
  const [warm = 0] = heap
  const growth = (heap.at(-1) ?? 0) - warm
  t.comment(JSON.stringify({ ...counts, replaced, heap, growth }))
  t.strictSame(wrong, [], 'every response is that of a policy in force')
  t.strictSame([code, stderr], [0, ''], 'the server has no error, and ends')
  t.ok(counts.checked > SECONDS * 5 && counts.dropped > SECONDS && replaced > SECONDS, 'there was traffic')
  // Node's own HTTP/2 server keeps sessions of clients that have gone away: see server.ts.
  if (SECONDS >= LONG && !name.includes('2')) t.ok(growth < MAX_GROWTH, `the heap has grown by ${growth} bytes`)
}
