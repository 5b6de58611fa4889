import t from 'tap'
import { type RedisClient, redisOrigins } from '../../src/sync/index.js'
import { expectNoCrash } from '../support/crashes.js'
import { testWithPrograms } from '../support/programs.js'
import { makeRedis } from './beds.js'
import { followed } from './failures.js'
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

expectNoCrash(t)
