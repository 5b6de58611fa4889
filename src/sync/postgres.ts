import { Announcements } from './announcement.js'
import { Heartbeat } from './heartbeat.js'
import { readText, readTime, refuse } from './options.js'
import { PostgresLease, type PostgresPool } from './postgres-lease.js'
import type { OriginSource } from './source.js'
import { CorsSyncError } from './sync-error.js'

/** Where the rows are in PostgreSQL. */
export interface PostgresOptions {
  /** A `Pool` of `pg`. One of its clients listens permanently, so it needs at least two, and no pooler in transaction mode. */
  readonly pool: PostgresPool
  /** Selects all rows; the first column is the origin: `select origin from tenant_origins`. */
  readonly query: string
  /** Selects those of some rows that exist: `select origin from tenant_origins where origin = any($1)`. */
  readonly check?: string | undefined
  /** The channel on which changes are announced with NOTIFY. Default: none; rows are only loaded at intervals. */
  readonly channel?: string | undefined
  /** Milliseconds between two tests of the connection that listens. Default: 30,000. */
  readonly heartbeat?: number | undefined
}

/**
 * Rows in PostgreSQL, announced with NOTIFY.
 *
 * @throws CorsSyncError if an option is invalid
 */
export function postgresOrigins(options: PostgresOptions): OriginSource {
  const { pool, check, channel } = options
  if (typeof pool?.connect !== 'function') refuse('pool', 'a Pool of pg', pool)
  const query = readText('query', options.query)
  const heartbeat = readTime('heartbeat', options.heartbeat) ?? 30_000
  if (check !== undefined) readText('check', check)
  if (channel !== undefined) checkListening(pool, channel)
  expectErrors(pool)
  return {
    load: (signal) => select(pool, signal, query),
    ...(check !== undefined && { check: (origins, signal) => select(pool, signal, check, [origins]) }),
    ...(channel !== undefined && { changes: (signal) => listen(pool, signal, channel, heartbeat) }),
  }
}

/** Idle clients emit an error when the server goes away. Without a listener that would end the process. */
function expectErrors(pool: PostgresPool): void {
  if (expected.has(pool)) return
  expected.add(pool)
  pool.on('error', () => {})
}

const expected = new WeakSet<PostgresPool>()

function checkListening(pool: PostgresPool, channel: string): void {
  readText('channel', channel)
  const size = pool.options?.max ?? 2
  if (size < 2) throw new CorsSyncError({ code: 'pool-too-small', size })
}

/** The first column of what a query selects. */
async function select(
  pool: PostgresPool,
  signal: AbortSignal,
  text: string,
  values: unknown[] = [],
): Promise<Iterable<unknown>> {
  const lease = await PostgresLease.of(pool, signal)
  try {
    const rows = await lease.query(text, values)
    lease.end(false)
    return firstColumn(rows)
  } finally {
    // After an error nobody knows the state of the connection.
    lease.end(true)
  }
}

/** One row after the other is read, so that a million do not block. */
function* firstColumn(rows: Iterable<unknown>): Iterable<unknown> {
  for (const row of rows) yield (row as readonly unknown[])[0]
}

async function listen(
  pool: PostgresPool,
  signal: AbortSignal,
  channel: string,
  interval: number,
): Promise<Announcements> {
  const announcements = new Announcements()
  const fail = (error: Error) => announcements.fail(error)
  const lease = await PostgresLease.of(pool, signal, fail)
  // A channel of its own, because announcements of other processes say nothing about this connection.
  const own = `cors_policy_${crypto.randomUUID()}`
  let arrived = () => {}
  const heartbeat = new Heartbeat(interval, () => {
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve
    })
    return Promise.all([arrival, lease.query('select pg_notify($1, $2)', [own, ''])])
  })
  lease.onEnd(() => heartbeat.stop())
  lease.onNotification((from, payload) => (from === own ? arrived() : announcements.push(payload)))
  try {
    for (const name of [channel, own]) await lease.query(`listen "${name.replaceAll('"', '""')}"`)
    await heartbeat.start(fail)
  } catch (error) {
    lease.end(true)
    throw error
  }
  return announcements
}
