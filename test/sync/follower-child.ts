import pg from 'pg'
import { createClient } from 'redis'
import { livePolicy } from '../../src/policy/live-policy.js'
import { followOrigins, type OriginSource, postgresOrigins, redisOrigins } from '../../src/sync/index.js'
import { POSTGRES, REDIS } from './tables.js'

/** One process of a fleet: follows a database, and says what it allows. Arguments: the kind of database, and its port. */

const [, , kind, port] = process.argv

async function source(): Promise<OriginSource> {
  if (kind === 'postgres') {
    const pool = new pg.Pool({ host: '127.0.0.1', port: Number(port), user: 'test', database: 'postgres' })
    return postgresOrigins({ pool, ...POSTGRES })
  }
  const client = createClient({ url: `redis://127.0.0.1:${port}` })
  client.on('error', () => {})
  await client.connect()
  return redisOrigins({ client, ...REDIS })
}

const policy = livePolicy({ origins: [], credentials: true })
await followOrigins(policy, await source(), { onError: () => {} })

/** Waits until an origin is allowed, or is not, and says when that was. */
process.on('message', ({ origin, allowed }: { origin: string; allowed: boolean }) => {
  const look = () => {
    if (policy.current.allows(origin) !== allowed) setTimeout(look, 1)
    else process.send?.(Date.now())
  }
  look()
})
process.send?.('ready')
