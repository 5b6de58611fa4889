// @ts-check
import { livePolicy } from 'cors-policy'
import { followOrigins, postgresOrigins } from 'cors-policy/sync'
import pg from 'pg'

/** One of the processes that notifications.mjs watches. It says when an origin has become allowed, or is not any more. */

const ORIGIN = 'https://a.example'
const pool = new pg.Pool({ host: '127.0.0.1', port: Number(process.argv[2]), user: 'test', database: 'postgres' })
const policy = livePolicy({ origins: [], credentials: true })
const source = postgresOrigins({
  pool,
  query: 'select origin from tenant_origins',
  check: 'select origin from tenant_origins where origin = any($1)',
  channel: 'tenant_origins',
})
await followOrigins(policy, source)

process.on('message', (allowed) => {
  const look = () => {
    if (policy.current.allows(ORIGIN) === allowed) process.send?.(Date.now())
    else setTimeout(look, 1)
  }
  look()
})
process.send?.('ready')
