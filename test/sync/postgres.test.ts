import t, { type Test } from 'tap'
import { livePolicy } from '../../src/policy/live-policy.js'
import { followOrigins, type PostgresClient, postgresOrigins } from '../../src/sync/index.js'
import { expectNoCrash } from '../support/crashes.js'
import { testWithPrograms } from '../support/programs.js'
import { makePostgres } from './beds.js'
import { A, B, followed } from './failures.js'
import { countReads } from './reads.js'
import { runBed } from './run-bed.js'
import { POSTGRES } from './tables.js'
import { until } from './until.js'

testWithPrograms('PostgreSQL', ['postgres', 'initdb'], 400_000, async (t) => {
  const bed = await makePostgres(t)
  const { admin } = bed

  const locked = async (t: Test) => {
    const { ask, state, following, end } = await followed(t, bed, { every: 50 })
    const client = await admin.connect()
    await client.query('begin; lock table tenant_origins in access exclusive mode')
    await client.query('delete from tenant_origins where origin = $1', [A])
    await until(
      async () => (await admin.query('select from pg_locks where not granted')).rowCount !== 0,
      'a load waits for the lock',
    )
    const { rows, onError, stale } = await state()
    await client.query('commit')
    client.release()
    await until(async () => !(await ask(A)), 'deleted')
    t.equal(following.status.staleSince, undefined)
    await end()
    return [rows, onError, stale, 'the change is announced, or loaded'] as const
  }
  await runBed(t, bed, { 'The table is locked, for less than `timeout`': locked })

  await t.test('the triggers announce every kind of statement', async (t) => {
    const { policy, following, end } = await followed(t, bed)
    const { loadedAt } = following.status
    await admin.query('update tenant_origins set origin = $1', [B])
    await until(() => policy.current.allows(B) && !policy.current.allows(A), 'update')
    await admin.query("insert into tenant_origins values ('t1', $1), ('t2', $1)", [A])
    await until(() => policy.current.allows(A), 'insert')
    await admin.query("delete from tenant_origins where tenant = 't1'")
    await admin.query('delete from tenant_origins where origin = $1', [B])
    await until(() => !policy.current.allows(B), 'delete')
    t.ok(policy.current.allows(A), 'of another tenant still')
    await admin.query("delete from tenant_origins where tenant = 'nobody'")
    t.equal(following.status.loadedAt, loadedAt, 'no full load')
    await admin.query('truncate tenant_origins')
    await until(() => !policy.current.allows(A), 'truncate')
    await until(() => following.status.loadedAt !== loadedAt, 'a full load')
    await end()
  })

  await t.test('changing a row needs a permission, and an announcement grants none', async (t) => {
    const { ask, end } = await followed(t, bed)
    await admin.query('create role stranger login')
    const client = await admin.connect()
    await client.query('set role stranger')
    await t.rejects(client.query('select * from tenant_origins'), { code: '42501' })
    await client.query(`notify tenant_origins, 'https://evil.example'`)
    client.release(true)
    await bed.insert(B)
    await until(() => ask(B), 'what comes later')
    t.notOk(await ask('https://evil.example'))
    await end()
  })

  await t.test('a pooler that swallows announcements is noticed at the start', async (t) => {
    const policy = livePolicy({ origins: [] })
    const pool = {
      connect: async () => {
        const client = await admin.connect()
        const deaf: PostgresClient = {
          query: (query) => client.query(query),
          on: () => client,
          removeListener: () => client,
          release: (destroy) => client.release(destroy),
        }
        return deaf
      },
      on: () => undefined,
    }
    const source = postgresOrigins({ pool, ...POSTGRES, heartbeat: 100 })
    const error = await followOrigins(policy, source).catch((thrown: unknown) => thrown)
    t.match(error, { fault: { code: 'no-heartbeat', limit: 100 } })
  })

  await t.test('a connection that is dead is noticed by its heartbeat', async (t) => {
    let isDeaf = false
    const pool = {
      connect: async () => {
        const client = await admin.connect()
        const emit = client.emit.bind(client)
        client.emit = (event: string | symbol, ...rest: unknown[]) =>
          event === 'notification' && isDeaf ? false : emit(event as 'error', ...(rest as [never]))
        return client
      },
      on: () => undefined,
    }
    const { errors, following, end } = await followed(t, bed, {}, postgresOrigins({ pool, ...POSTGRES, heartbeat: 50 }))
    isDeaf = true
    await until(() => errors.length > 0, 'noticed')
    t.match(errors[0], { fault: { code: 'no-heartbeat', limit: 50 } })
    isDeaf = false
    await until(() => following.status.staleSince === undefined, 'found again')
    await end()
  })

  await t.test('a query that fails', async (t) => {
    const policy = livePolicy({ origins: [] })
    const source = postgresOrigins({ pool: admin, query: 'select origin from nowhere' })
    const error = await followOrigins(policy, source).catch((thrown: unknown) => thrown)
    t.match(error, { code: '42P01' })
    t.equal(admin.waitingCount, 0)
  })

  await t.test('a client that the pool provides too late is released', async (t) => {
    let released = 0
    let give: (client: PostgresClient) => void = () => {}
    const pool = {
      connect: () =>
        new Promise<PostgresClient>((resolve) => {
          give = resolve
        }),
      on: () => undefined,
    }
    const start = followOrigins(livePolicy({ origins: [] }), postgresOrigins({ pool, query: 'select 1' }), {
      timeout: 20,
    })
    t.match(await start.catch((thrown: unknown) => thrown), { fault: { code: 'timeout' } })
    give({
      query: async () => ({ rows: [] }),
      on: () => undefined,
      removeListener: () => undefined,
      release: () => released++,
    })
    await until(() => released === 1, 'released')
  })
})

t.test('invalid options', async (t) => {
  const pool = { connect: () => Promise.reject(new Error('never')), on: () => undefined }
  const good = { pool, ...POSTGRES }
  const rows: readonly (readonly [object, object])[] = [
    [{ pool: undefined }, { code: 'option', option: 'pool' }],
    [{ pool: {} }, { code: 'option', option: 'pool' }],
    [{ query: '' }, { code: 'option', option: 'query' }],
    [{ query: undefined }, { code: 'option', option: 'query' }],
    [{ check: 7 }, { code: 'option', option: 'check' }],
    [{ channel: '' }, { code: 'option', option: 'channel' }],
    [{ heartbeat: 0 }, { code: 'option', option: 'heartbeat' }],
    [{ pool: { ...pool, options: { max: 1 } } }, { code: 'pool-too-small', size: 1 }],
  ]
  for (const [options, fault] of rows) {
    let error: unknown
    try {
      postgresOrigins({ ...good, ...options })
    } catch (thrown) {
      error = thrown
    }
    t.match(error, { name: 'CorsSyncError', fault })
  }
  t.strictSame(Object.keys(postgresOrigins({ pool: { ...pool, options: { max: 1 } }, query: 'select 1' })), ['load'])
  t.strictSame(Object.keys(postgresOrigins(good)), ['load', 'check', 'changes'])
})

t.test('an announcement on the channel of the heartbeat, before its first test, is ignored', async (t) => {
  let notify: (message: { channel: string; payload?: string }) => void = t.fail
  const client: PostgresClient = {
    query: async ({ text, values = [] }) => {
      const [, listened] = /^listen "(.*)"$/.exec(text) ?? []
      if (listened !== undefined) notify({ channel: listened, payload: A })
      if (text.includes('pg_notify')) notify({ channel: String(values[0]) })
      return { rows: text === POSTGRES.query ? [[B]] : [] }
    },
    on: (event: string, listener: (argument: never) => void) => {
      if (event === 'notification') notify = listener as typeof notify
    },
    removeListener: () => undefined,
    release: () => undefined,
  }
  const pool = { connect: async () => client, on: () => undefined }
  const policy = livePolicy({ origins: [] })
  const following = await followOrigins(policy, postgresOrigins({ pool, ...POSTGRES }))
  t.strictSame([policy.current.allows(A), policy.current.allows(B)], [false, true])
  await following.close()
})

t.test('rows are read one after the other', async (t) => {
  const { rows, count } = countReads([['https://a.example'], ['https://b.example']])
  const client: PostgresClient = {
    query: async () => ({ rows: rows as never }),
    on: () => client,
    removeListener: () => client,
    release: () => {},
  }
  const pool = { connect: async () => client, on: () => pool, options: { max: 2 } }
  const source = postgresOrigins({ pool, query: 'select origin from origins' })
  const loaded = (await source.load(new AbortController().signal)) as Iterable<unknown>
  t.equal(count(), 0, 'none of them before it is asked for')
  const iterator = loaded[Symbol.iterator]()
  t.strictSame(iterator.next(), { value: 'https://a.example', done: false })
  t.equal(count(), 1, 'one at a time')
  t.strictSame([...{ [Symbol.iterator]: () => iterator }], ['https://b.example'])
})

expectNoCrash(t)
