import t from 'tap'
import { type CorsConfig, livePolicy } from '../../src/index.js'
import { type ClientResponse, send } from '../support/client.js'
import type { Servers } from './servers.js'
import { APP, actual, config, EVIL, type Row, rows } from './table.js'

/** All that a response says about CORS. A field that stands there twice is joined, and equals nothing in the table. */
function fieldsOf({ lines }: ClientResponse): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of lines) {
    if (name !== 'vary' && !name.startsWith('access-control-')) continue
    fields[name] = fields[name] === undefined ? value : `${fields[name]} AND ${value}`
  }
  return fields
}

/** Runs a request table, unchanged, on each of the servers, with its policy in front. */
export function runRows(servers: Servers, config: CorsConfig, rows: readonly Row[]): void {
  // Some seconds, unless the machine has other things to do.
  t.setTimeout(180_000)
  for (const [name, start] of Object.entries(servers)) {
    t.test(name, async (t) => {
      t.setTimeout(60_000)
      const server = await start(config)
      t.teardown(() => server.close())
      for (const row of rows) {
        const before = server.runs()
        const response = await send(server.address, row)
        const got = { status: response.status, fields: fieldsOf(response), ran: server.runs() > before }
        t.strictSame(got, { status: row.status, fields: row.fields, ran: row.ran }, row.name)
        if (row.ran) continue
        const length = response.lines.find(([line]) => line === 'content-length')?.[1]
        if (response.status === 204) t.equal(length, undefined, `${row.name}: no Content-Length with 204`)
        if (response.status === 403) t.equal(response.body, '', `${row.name}: no body`)
      }
    })
  }
}

/** Runs the request table of table.ts on each of the servers, and changes the policy of each while it runs. */
export function runTable(servers: Servers): void {
  runRows(servers, config, rows)
  for (const [name, start] of Object.entries(servers)) {
    t.test(`${name}, with a live policy`, async (t) => {
      const live = livePolicy(config)
      const server = await start(live)
      t.teardown(() => server.close())
      const ask = async (origin: string) =>
        fieldsOf(await send(server.address, { method: 'GET', path: '/ok', headers: { origin } }))
      t.strictSame(await ask(EVIL), { vary: 'Origin' })
      live.replace({ ...config, origins: [EVIL] })
      t.strictSame(await ask(EVIL), actual(EVIL))
      t.strictSame(await ask(APP), { vary: 'Origin' })
      t.throws(() => live.replace({ origins: ['x' as 'x://'] }))
      t.strictSame(await ask(EVIL), actual(EVIL), 'a bad config changes nothing')
    })
  }
}
