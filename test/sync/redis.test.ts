import t from 'tap'
import { livePolicy } from '../../src/policy/live-policy.js'
import { type RedisClient, redisOrigins } from '../../src/sync/index.js'
import { expectNoCrash } from '../support/crashes.js'
import { testWithPrograms } from '../support/programs.js'
import { makeRedis } from './beds.js'
import { followed } from './failures.js'
import { countReads } from './reads.js'
import { runBed } from './run-bed.js'
import { REDIS } from './tables.js'
import { until } from './until.js'

testWithPrograms('Redis', ['redis-server'], 400_000, async (t) => {
  const bed = await makeRedis(t)
  await runBed(t, bed)

  await t.test('a connection that is dead is noticed by its heartbeat', { timeout: 60_000 }, async (t) => {
    const { errors, following, end } = await followed(t, bed, { maxStale: 60_000 }, bed.source({ heartbeat: 50 }))
    bed.hang()
    await until(() => errors.length > 0, 'noticed')
    t.match(errors[0], { fault: { code: 'no-heartbeat', limit: 50 } })
    bed.resume()
    await until(() => following.status.staleSince === undefined, 'found again')
    await end()
  })
})

t.test('invalid options', async (t) => {
  const client = {} as RedisClient
  const rows: readonly (readonly [object, string])[] = [
    [{ client: undefined }, 'client'],
    [{ client: {} }, 'client'],
    [{ key: '' }, 'key'],
    [{ channel: 7 }, 'channel'],
    [{ heartbeat: Number.NaN }, 'heartbeat'],
  ]
  const good = { client: { ...client, sendCommand: async () => [] }, ...REDIS } as never
  for (const [options, option] of rows) {
    let error: unknown
    try {
      redisOrigins({ ...(good as object), ...options } as never)
    } catch (thrown) {
      error = thrown
    }
    t.match(error, { name: 'CorsSyncError', fault: { code: 'option', option } })
  }
  t.strictSame(Object.keys(redisOrigins(good)), ['load', 'check', 'changes'])
})

t.test('members are read one after the other, and counted once', async (t) => {
  const first = countReads(['https://a.example', 'https://b.example'])
  const second = countReads(['https://b.example', 'https://c.example'])
  const answers = [
    ['7', first.rows],
    ['0', second.rows],
  ]
  const client: RedisClient = { sendCommand: async () => answers.shift(), duplicate: () => t.fail() as never }
  const rows = (await redisOrigins({ client, key: 'origins' }).load(new AbortController().signal)) as Iterable<unknown>
  t.strictSame([first.count(), second.count()], [0, 0], 'none of them before they are asked for')
  const iterator = rows[Symbol.iterator]()
  iterator.next()
  t.strictSame([first.count(), second.count()], [1, 0], 'one at a time')
  const rest = { [Symbol.iterator]: () => iterator }
  t.match(await livePolicy({ origins: [] }).origins.set(rest), { added: 2 })
})

expectNoCrash(t)
