import { connect } from 'node:net'
import type { Test } from 'tap'
import { APP, actual } from '../contract/table.js'
import { type Address, send } from '../support/client.js'
import { fieldsOf } from './test-server.js'

/** Each way of probes/ways.mjs, and the Vary that comes of it. */
const WAYS: Readonly<Record<string, string>> = {
  end: 'Origin',
  write: 'Origin',
  flush: 'Origin',
  set: 'Accept, Cookie, Origin',
  'set-headers': 'Origin',
  'append-header': 'Accept, Cookie, Origin',
  'early-hints': 'Origin',
  object: 'Accept, Origin',
  reason: 'Accept, Origin',
  list: 'Accept, Origin',
  pairs: 'Accept, Origin',
  'set-and-write': 'Accept, Origin',
}

/** Sends one request for each way in which node:http sends headers, and two on one connection. */
export async function testWays(t: Test, address: Address): Promise<void> {
  for (const [way, vary] of Object.entries(WAYS)) {
    const response = await send(address, { method: 'GET', path: `/${way}`, headers: { origin: APP } })
    const got = { status: response.status, fields: fieldsOf(response), body: response.body }
    t.strictSame(got, { status: 200, fields: actual(APP, vary), body: 'x' }, way)
  }
  const request = `/end HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: ${APP}\r\n`
  const preflight = `OPTIONS ${request}Access-Control-Request-Method: PUT\r\n\r\n`
  const answers = await sendText(address, `${preflight}GET ${request}Connection: close\r\n\r\n`)
  const statusLines = answers.match(/^HTTP\/1\.1 \d+/gm)
  t.strictSame(statusLines, ['HTTP/1.1 204', 'HTTP/1.1 200'], 'a preflight and a request on one connection')
  t.match(answers, /\r\n\r\nHTTP\/1\.1 200 /, 'no body after the 204')
}

/** What the server sends, to the end of the connection. */
function sendText({ port }: Address, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      received += chunk
    })
    socket.on('error', reject).on('end', () => resolve(received))
  })
}
