import { Announcements } from './announcement.js'
import { Heartbeat } from './heartbeat.js'
import { readText, readTime, refuse } from './options.js'
import type { OriginSource } from './source.js'
import { CorsSyncError } from './sync-error.js'

/** The members of a listening connection of `redis` that are used. */
export interface RedisSubscriber {
  connect(): Promise<unknown>
  subscribe(channel: string, listener: (message: string) => void): Promise<unknown>
  ping(): Promise<unknown>
  on(event: 'error' | 'end' | 'reconnecting', listener: (error?: Error) => void): unknown
  readonly isOpen: boolean
  destroy(): void
}

/** The members of a client of `redis` (version 5 or later) that are used. */
export interface RedisClient {
  sendCommand(command: string[]): Promise<unknown>
  duplicate(): RedisSubscriber
}

/** Where the rows are in Redis. */
export interface RedisOptions {
  /** A connected client of `redis`. A second connection like it listens for changes. */
  readonly client: RedisClient
  /** The key of the set that holds the rows. */
  readonly key: string
  /** The channel on which changes are announced with PUBLISH. Default: none; rows are only loaded at intervals. */
  readonly channel?: string | undefined
  /** Milliseconds between two tests of the connection that listens. Default: 30,000. */
  readonly heartbeat?: number | undefined
}

/** Members that Redis looks at for one answer. */
const BATCH = '1000'

/**
 * Rows in a set of Redis, announced with PUBLISH.
 *
 * @throws CorsSyncError if an option is invalid
 */
export function redisOrigins(options: RedisOptions): OriginSource {
  const { client, channel } = options
  if (typeof client?.sendCommand !== 'function') refuse('client', 'a client of redis', client)
  const key = readText('key', options.key)
  const heartbeat = readTime('heartbeat', options.heartbeat) ?? 30_000
  if (channel !== undefined) readText('channel', channel)
  return {
    load: (signal) => scan(client, signal, key),
    check: (origins) => members(client, key, origins),
    ...(channel !== undefined && { changes: (signal) => listen(client, signal, channel, heartbeat) }),
  }
}

/**
 * https://redis.io/docs/latest/commands/scan/: a member that is there all the time is among the answers, and may be
 * there twice. They are not put into one `Set`, which blocks for 30 ms when it grows to a million.
 */
async function scan(client: RedisClient, signal: AbortSignal, key: string): Promise<Iterable<unknown>> {
  const batches: Iterable<unknown>[] = []
  let cursor = '0'
  do {
    signal.throwIfAborted()
    const [next, found] = (await client.sendCommand(['SSCAN', key, cursor, 'COUNT', BATCH])) as [string, unknown[]]
    batches.push(found)
    cursor = String(next)
  } while (cursor !== '0')
  return oneByOne(batches)
}

function* oneByOne(batches: readonly Iterable<unknown>[]): Iterable<unknown> {
  for (const batch of batches) yield* batch
}

async function members(client: RedisClient, key: string, origins: readonly string[]): Promise<readonly string[]> {
  const flags = (await client.sendCommand(['SMISMEMBER', key, ...origins])) as unknown[]
  return origins.filter((_, i) => Number(flags[i]) === 1)
}

async function listen(
  client: RedisClient,
  signal: AbortSignal,
  channel: string,
  interval: number,
): Promise<Announcements> {
  const announcements = new Announcements()
  const fail = (error?: Error) => announcements.fail(error ?? new CorsSyncError({ code: 'connection-lost' }))
  const subscriber = client.duplicate()
  const heartbeat = new Heartbeat(interval, () => subscriber.ping())
  const stop = () => {
    heartbeat.stop()
    if (subscriber.isOpen) subscriber.destroy()
  }
  signal.addEventListener('abort', stop)
  try {
    const lost = new Promise<never>((_, reject) => {
      // It would reconnect by itself, and announcements would be missed meanwhile.
      for (const event of ['error', 'end', 'reconnecting'] as const) {
        subscriber.on(event, (error) => {
          fail(error)
          reject(error ?? new CorsSyncError({ code: 'connection-lost' }))
        })
      }
    })
    lost.catch(() => {})
    await Promise.race([lost, subscriber.connect()])
    await Promise.race([lost, subscriber.subscribe(channel, (message) => announcements.push(message))])
    await Promise.race([lost, heartbeat.start(fail)])
  } catch (error) {
    stop()
    throw error
  }
  return announcements
}
