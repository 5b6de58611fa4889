import pg from 'pg'
import { createClient } from 'redis'
import type { Test } from 'tap'
import { type OriginSource, postgresOrigins, redisOrigins } from '../../src/sync/index.js'
import { type Database, startPostgres, startRedis } from './servers.js'
import { POSTGRES, REDIS, SQL } from './tables.js'
import { until } from './until.js'

/** A database with rows in it, set up as docs/data-origins.md says. */
export interface Bed {
  readonly kind: 'postgres' | 'redis'
  readonly database: Database
  source(options?: { readonly heartbeat?: number }): OriginSource
  /** Changes rows, and announces that. */
  insert(...origins: readonly string[]): Promise<void>
  remove(...origins: readonly string[]): Promise<void>
  /** Adds a row without a word. */
  insertSilently(origin: string): Promise<void>
  announce(text: string): Promise<void>
  /** Cuts the connections that listen, from the server's side. @returns how many there were */
  cut(): Promise<number>
  /** From now on, what is asked gets no answer. */
  hang(): void
  resume(): void
}

export async function makePostgres(t: Test): Promise<Bed & { readonly admin: pg.Pool }> {
  const server = await startPostgres(t)
  const answers = () => until(() => isAnswered(admin.query('select 1')), 'it answers')
  const database: Database = {
    ...server,
    start: async () => {
      await server.start()
      // It listens before it is ready.
      await answers()
    },
  }
  const connection = { host: '127.0.0.1', port: database.port, user: 'test', database: 'postgres' }
  const admin = new pg.Pool(connection)
  const pool = new pg.Pool(connection)
  admin.on('error', () => {})
  t.teardown(() => Promise.all([admin.end(), pool.end()]))
  await answers()
  await admin.query(SQL)
  let hung: (() => void)[] | undefined
  const hanging = {
    connect: async () => {
      if (hung !== undefined) await new Promise<void>((resolve) => hung?.push(resolve))
      return await pool.connect()
    },
    on: (event: 'error', listener: (error: Error) => void) => pool.on(event, listener),
    options: pool.options,
  }
  const ask = async (text: string, values: readonly unknown[]) => void (await admin.query(text, [...values]))
  return {
    kind: 'postgres',
    database,
    admin,
    source: (options) => postgresOrigins({ pool: hanging, ...POSTGRES, ...options }),
    insert: (...origins) => ask('insert into tenant_origins select $1, unnest($2::text[])', ['t', origins]),
    remove: (...origins) => ask('delete from tenant_origins where origin = any($1)', [origins]),
    insertSilently: async (origin) => {
      const client = await admin.connect()
      await client.query('set session_replication_role = replica')
      await client.query('insert into tenant_origins values ($1, $2)', ['t', origin])
      client.release(true)
    },
    announce: (text) => ask('select pg_notify($1, $2)', [POSTGRES.channel, text]),
    cut: async () => {
      const { rowCount } = await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_notify%' and pid <> pg_backend_pid() and state = 'idle' and application_name = ''",
      )
      return Number(rowCount)
    },
    hang: () => {
      hung = []
    },
    resume: () => {
      for (const resolve of hung ?? []) resolve()
      hung = undefined
    },
  }
}

export async function makeRedis(t: Test): Promise<Bed> {
  const database = await startRedis(t)
  const url = `redis://127.0.0.1:${database.port}`
  const admin = createClient({ url })
  const client = createClient({ url })
  for (const each of [admin, client]) {
    each.on('error', () => {})
    await until(() => isAnswered(each.connect()), 'it answers')
    t.teardown(() => each.destroy())
  }
  const { key, channel } = REDIS
  const announce = async (text: string) => void (await admin.publish(channel, text))
  return {
    kind: 'redis',
    database,
    source: (options) => redisOrigins({ client, key, channel, ...options }),
    insert: async (...origins) => {
      await admin.sAdd(key, [...origins])
      await announce(origins.length < 100 ? origins.join(' ') : '')
    },
    remove: async (...origins) => {
      await admin.sRem(key, [...origins])
      await announce(origins.join(' '))
    },
    insertSilently: async (origin) => void (await admin.sAdd(key, origin)),
    announce,
    cut: async () => Number(await admin.sendCommand(['CLIENT', 'KILL', 'TYPE', 'pubsub'])),
    hang: () => database.signal('SIGSTOP'),
    resume: () => database.signal('SIGCONT'),
  }
}

function isAnswered(promise: Promise<unknown>): Promise<boolean> {
  return promise.then(
    () => true,
    () => false,
  )
}
