import type { Test } from 'tap'
import { WebSocket } from 'ws'
import { APP, rows } from '../contract/table.js'
import { type Address, type ClientResponse, send } from '../support/client.js'
import { proxied } from './fetch-cases.js'

/** Runs the request table, unchanged, on a server that tells at /runs how often its own code has run. */
export async function testTable(t: Test, address: Address): Promise<void> {
  const runs = async () => Number((await send(address, { method: 'GET', path: '/runs' })).body)
  let before = await runs()
  for (const row of rows) {
    const response = await send(address, row)
    const after = await runs()
    const got = { status: response.status, fields: fieldsOf(response), ran: after > before }
    before = after
    t.strictSame(got, { status: row.status, fields: row.fields, ran: row.ran }, row.name)
    if (response.status === 204) t.equal(lengthOf(response), undefined, `${row.name}: no Content-Length with 204`)
  }
}

/** The table, and what only a fetch handler has: a response that is passed on, and a switch of protocols. */
export async function testFetchServer(t: Test, address: Address): Promise<void> {
  await testTable(t, address)
  const response = await send(address, { method: 'GET', path: '/proxied', headers: { origin: APP } })
  t.strictSame({ status: response.status, fields: fieldsOf(response), body: response.body }, proxied, 'proxied')
  const text = await send(address, { method: 'GET', path: '/ok', headers: { origin: APP } })
  const [, type] = text.lines.find(([name]) => name === 'content-type') ?? []
  t.strictSame([type?.toLowerCase(), lengthOf(text)], ['text/plain;charset=utf-8', '2'], 'a text is sent as one')
  t.equal(await echo(`ws://127.0.0.1:${address.port}/socket`, 'hello'), 'hello', 'WebSocket')
}

/** All that a response says about CORS. A field that stands there twice is joined, and equals nothing in the table. */
export function fieldsOf({ lines }: ClientResponse): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of lines) {
    if (name !== 'vary' && !name.startsWith('access-control-')) continue
    fields[name] = fields[name] === undefined ? value : `${fields[name]} AND ${value}`
  }
  return fields
}

function lengthOf({ lines }: ClientResponse): string | undefined {
  return lines.find(([name]) => name === 'content-length')?.[1]
}

/** What a WebSocket server answers. */
function echo(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { origin: APP })
    socket.on('error', reject)
    socket.on('open', () => socket.send(text))
    socket.on('message', (data) => {
      resolve(String(data))
      socket.close()
    })
  })
}
