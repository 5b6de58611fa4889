// @ts-check
// The origins of tenants are rows in PostgreSQL. Each process of a fleet follows the table: a row that is deleted is
// refused everywhere a moment later, and no request ever waits for the database. The table and its triggers are in
// docs/data-origins.md.
//
//   npm install pg cors-policy
//   DATABASE_URL=postgres://localhost/app node data-origins-postgres.mjs

import { createServer } from 'node:http'
import { livePolicy } from 'cors-policy'
import { withCors } from 'cors-policy/node'
import { followOrigins, postgresOrigins } from 'cors-policy/sync'
import pg from 'pg'

/** @param {string | undefined} connectionString */
export async function build(connectionString) {
  const pool = new pg.Pool({ connectionString })
  const policy = livePolicy({
    // Our own app, which works without any row.
    origins: ['https://app.example.com'],
    headers: ['content-type'],
    credentials: true,
  })
  const source = postgresOrigins({
    pool,
    query: 'select origin from tenant_origins',
    check: 'select origin from tenant_origins where origin = any($1)',
    channel: 'tenant_origins',
  })
  // Fails if the rows cannot be loaded: a server that refuses every tenant should not start.
  const following = await followOrigins(policy, source, {
    maxStale: 3_600_000,
    onError: (error) => console.error('Cannot follow the origins:', error),
    onProblem: ({ value, message, suggestion }) => console.warn('A bad row:', value, message, suggestion ?? ''),
  })
  const server = createServer(
    withCors(policy, (request, response) => {
      if (request.url === '/health') {
        const { staleSince, size } = following.status
        response.writeHead(staleSince === undefined ? 200 : 503).end(`${size} rows`)
      } else response.end('Hello')
    }),
  )
  server.on('close', () => void following.close().then(() => pool.end()))
  return server
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000', DATABASE_URL } = process.env
  const server = await build(DATABASE_URL)
  server.listen(Number(PORT), '127.0.0.1', () => {
    const address = /** @type {import('node:net').AddressInfo} */ (server.address())
    console.log(`Listening on http://127.0.0.1:${address.port}`)
  })
  process.once('SIGTERM', () => server.close())
}
