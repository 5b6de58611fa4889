import t from 'tap'
import { enforceRows, enforcing } from './enforce-table.js'
import { runRows } from './run-table.js'
import { servers } from './servers.js'
import type { Row } from './table.js'

/** HTTP/2 has a field of its own for the host, and clients send no other. */
function withAuthority(row: Row): Row {
  const { host, ...headers } = row.headers
  return { ...row, name: `${row.name}, as :authority`, headers: { ':authority': host ?? '', ...headers } }
}

t.test('the table has forbidden and permitted requests', async (t) => {
  const refused = enforceRows.filter(({ ran }) => !ran).length
  t.ok(refused > 30 && enforceRows.length - refused > 30, `${refused} of ${enforceRows.length} are refused`)
})

runRows(servers, enforcing, enforceRows)

const overHttp2 = Object.entries(servers).filter(([name]) =>
  /^(node:http2|node:http2, secure|Fastify over HTTP\/2)$/.test(name),
)
t.equal(overHttp2.length, 3)
runRows(
  Object.fromEntries(overHttp2.map(([name, start]) => [`${name}, with :authority`, start])),
  enforcing,
  enforceRows.map(withAuthority),
)
