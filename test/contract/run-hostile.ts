import http2 from 'node:http2'
import { setTimeout as wait } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { type Address, send } from '../support/client.js'
import { expectNoCrash } from '../support/crashes.js'
import { fieldsOf, linesOf } from '../support/fields-of.js'
import { RawConnection, type RawResponse, requestText } from '../support/raw-connection.js'
import type { Running, Servers } from './servers.js'
import { APP, actual, config, EVIL, preflight } from './table.js'

/** Requests of clients that are not browsers, or that fail; the same for every server. */

const ORIGIN = `Origin: ${APP}`
const ASKING = 'Access-Control-Request-Method: PUT'
const PREFLIGHT = requestText('OPTIONS', '/ok', [ORIGIN, ASKING])
const REFUSED = requestText('OPTIONS', '/ok', [`Origin: ${EVIL}`, ASKING])
const GET = requestText('GET', '/ok', [ORIGIN])

const NONE = { vary: 'Origin' }
const ALLOWED = shorten(actual())
const ALLOWED_PREFLIGHT = shorten(preflight())

function shorten(fields: Readonly<Record<string, string>>): Record<string, string> {
  return fieldsOf({ status: 0, lines: Object.entries(fields), body: '' })
}

function seenOf(response: RawResponse) {
  return [response.status, fieldsOf(response), response.body]
}

function framingOf(response: RawResponse) {
  return [linesOf(response, 'content-length'), linesOf(response, 'transfer-encoding')]
}

type Check = (t: Test, server: Running) => Promise<void>

const onHttp1: Record<string, Check> = {
  'the bytes of a preflight, and one socket for all that follows': async (t, { address }) => {
    const connection = new RawConnection(address)
    const allowed = await connection.write(PREFLIGHT).next()
    t.strictSame(seenOf(allowed), [204, ALLOWED_PREFLIGHT, ''])
    t.strictSame(framingOf(allowed), [[], []], '204 has no length and no coding')
    await wait(20)
    t.equal(connection.pending, '', 'and nothing after its head')
    const refused = await connection.write(REFUSED).next()
    t.strictSame(
      [seenOf(refused), framingOf(refused)],
      [
        [403, NONE, ''],
        [['0'], []],
      ],
    )
    t.strictSame(seenOf(await connection.write(GET).next()), [200, ALLOWED, 'ok'], 'a request on the same socket')
    connection.write(PREFLIGHT + GET + REFUSED + GET + PREFLIGHT)
    const pipelined = [204, 200, 403, 200, 204]
    for (const status of pipelined) t.equal((await connection.next()).status, status, 'pipelined')
    t.equal(connection.pending, '')
    connection.destroy()
  },

  'a preflight with a body': async (t, { address }) => {
    const large = 'x'.repeat(300_000)
    const bodies = [
      [['Content-Length: 5'], 'hello'],
      [['Content-Length: 300000', 'Content-Type: application/json'], large],
      [['Transfer-Encoding: chunked'], '5\r\nhello\r\n0\r\n\r\n'],
    ] as const
    for (const origin of [APP, EVIL]) {
      const connection = new RawConnection(address)
      for (const [lines, body] of bodies) {
        connection.write(requestText('OPTIONS', '/ok', [`Origin: ${origin}`, ASKING, ...lines], body) + GET)
        t.equal((await connection.next()).status, origin === APP ? 204 : 403)
        t.strictSame(seenOf(await connection.next()), [200, ALLOWED, 'ok'], 'what follows the body is the next request')
      }
      connection.destroy()
    }
  },

  'HTTP/1.0, and connections that are to be closed': async (t, { address }) => {
    const rows = [
      [PREFLIGHT.replace('HTTP/1.1', 'HTTP/1.0'), 204],
      [REFUSED.replace('HTTP/1.1', 'HTTP/1.0'), 403],
      [requestText('OPTIONS', '/ok', [ORIGIN, ASKING, 'Connection: close']), 204],
      [requestText('GET', '/ok', [ORIGIN, 'Connection: close']), 200],
    ] as const
    for (const [text, status] of rows) {
      const connection = new RawConnection(address)
      const response = await connection.write(text).next()
      t.equal(response.status, status)
      t.equal(linesOf(response, 'access-control-allow-origin').length, status === 403 ? 0 : 1)
      await connection.closed()
    }
  },

  'doubled and odd Origin lines': async (t, { address }) => {
    const rows: [name: string, lines: string[]][] = [
      ['twice', [ORIGIN, ORIGIN]],
      ['two different ones', [ORIGIN, `Origin: ${EVIL}`]],
      ['twice in different case', [ORIGIN, `ORIGIN: ${APP}`]],
      ['empty', ['Origin:']],
      ['empty, then one', ['Origin:', ORIGIN]],
      ['a tab inside', [`Origin: ${APP}\t${APP}`]],
      ['bytes that are no ASCII', [`Origin: ${APP}\xe9`]],
      ['capitals', [`Origin: ${APP.toUpperCase()}`]],
    ]
    for (const [name, lines] of rows) {
      const connection = new RawConnection(address)
      const actual = await connection.write(requestText('GET', '/ok', lines)).next()
      t.strictSame(seenOf(actual), [200, NONE, 'ok'], name)
      const refused = await connection.write(requestText('OPTIONS', '/ok', [...lines, ASKING])).next()
      t.strictSame(seenOf(refused), [403, NONE, ''], `${name}, preflight`)
      connection.destroy()
    }
    const padded = new RawConnection(address)
    const response = await padded.write(requestText('GET', '/ok', [`oRiGiN: \t${APP} \t`])).next()
    t.strictSame(fieldsOf(response), ALLOWED, 'white space around a value is not part of it')
    padded.destroy()
  },

  'what Node does not take for HTTP': async (t, { address, runs }) => {
    const rows: [name: string, text: string, status: number][] = [
      ['NUL in a value', requestText('GET', '/ok', [`Origin: ${APP}\0`]), 400],
      ['a folded line', requestText('OPTIONS', '/ok', ['Origin:', `\t${APP}`, ASKING]), 400],
      ['a line that goes on', requestText('GET', '/ok', [ORIGIN, ' x']), 400],
      ['a bare line feed in a value', requestText('GET', '/ok', [`Origin: ${APP}\n\x01: x`]), 400],
      ['a space before the colon', requestText('GET', '/ok', [`Origin : ${APP}`]), 400],
      ['a head without end', requestText('GET', '/ok', [ORIGIN, `X-Long: ${'x'.repeat(20_000)}`]), 431],
    ]
    const before = runs()
    for (const [name, text, status] of rows) {
      const connection = new RawConnection(address)
      const response = await connection.write(text).next()
      t.strictSame([response.status, fieldsOf(response)], [status, {}], `${name}: Node itself answers`)
      await connection.closed()
    }
    t.equal(runs(), before, 'and the app is not asked')
  },

  'clients that leave': async (_, { address }) => {
    const texts = [PREFLIGHT.slice(0, 40), PREFLIGHT, REFUSED, PREFLIGHT + PREFLIGHT, GET, GET + PREFLIGHT]
    for (const text of [
      ...texts,
      requestText('GET', '/stream', [ORIGIN]),
      requestText('GET', '/throws-later', [ORIGIN]),
    ]) {
      new RawConnection(address).write(text).destroy()
      const connection = new RawConnection(address).write(text)
      await wait(2)
      connection.destroy()
      if (text.length < 50) continue
      const late = new RawConnection(address).write(text)
      await late.some()
      late.destroy()
    }
  },
}

const asking = { ':path': '/ok', 'access-control-request-method': 'PUT' }

const onHttp2: Record<string, Check> = {
  'a preflight, and many requests at once on its connection': async (t, { address }) => {
    const session = open(address)
    const ask = (method: string, origin: string | string[]) =>
      requestHttp2(session, { ...asking, ':method': method, origin } as http2.OutgoingHttpHeaders)
    const first = await ask('OPTIONS', APP)
    t.strictSame(first, { status: 204, fields: ALLOWED_PREFLIGHT, length: undefined, body: '' })
    const all = Array.from({ length: 40 }, (_, i) => ask(i % 2 ? 'OPTIONS' : 'GET', i % 4 < 2 ? APP : EVIL))
    for (const [i, { status, fields, body }] of (await Promise.all(all)).entries()) {
      const allowed = i % 4 < 2
      if (i % 2 === 0) t.strictSame([status, fields, body], [200, allowed ? ALLOWED : NONE, 'ok'])
      else t.strictSame([status, fields, body], [allowed ? 204 : 403, allowed ? ALLOWED_PREFLIGHT : NONE, ''])
    }
    const twice = await ask('OPTIONS', [APP, APP])
    t.strictSame([twice.status, twice.fields], [403, NONE], 'a doubled Origin')
    session.close()
  },

  'clients that leave': async (_, { address }) => {
    const headers = { ...asking, origin: APP }
    for (const [method, path] of [
      ['OPTIONS', '/ok'],
      ['GET', '/ok'],
      ['GET', '/stream'],
      ['GET', '/throws-later'],
    ]) {
      for (const pause of [0, 1, 5]) {
        const session = open(address)
        const stream = session.request({ ...headers, ':method': method, ':path': path })
        const other = session.request({ ...headers, ':method': method, ':path': path })
        for (const each of [stream, other])
          each
            .on('error', () => {})
            .resume()
            .end()
        await wait(pause)
        stream.close(http2.constants.NGHTTP2_CANCEL)
        await wait(pause)
        session.destroy()
      }
    }
  },
}

function open({ protocol, port }: Address): http2.ClientHttp2Session {
  const scheme = protocol === 'h2' ? 'https' : 'http'
  return http2.connect(`${scheme}://127.0.0.1:${port}`, { rejectUnauthorized: false }).on('error', () => {})
}

async function requestHttp2(session: http2.ClientHttp2Session, headers: http2.OutgoingHttpHeaders) {
  const stream = session.request(headers).end()
  const received = await new Promise<http2.IncomingHttpHeaders>((resolve, reject) => {
    stream
      .on('response', resolve)
      .on('error', reject)
      .setTimeout(10_000, () => reject(new Error('hangs')))
  })
  const lines = Object.entries(received).map(([name, value]) => [name, String(value)] as const)
  let body = ''
  for await (const chunk of stream) body += String(chunk)
  const fields = fieldsOf({ status: 0, lines, body })
  return { status: Number(received[':status']), fields, length: received['content-length'], body }
}

/** Runs each of the checks on each of the servers, and afterwards asks whether it is still well. */
export function runHostile(servers: Servers): void {
  t.setTimeout(180_000)
  for (const [name, start] of Object.entries(servers)) {
    t.test(name, async (t) => {
      t.setTimeout(60_000)
      const server = await start(config)
      const checks = server.address.protocol.startsWith('h2') ? onHttp2 : onHttp1
      for (const [title, check] of Object.entries(checks)) {
        await t.test(title, async (t) => {
          await check(t, server)
          const after = await send(server.address, { method: 'GET', path: '/ok', headers: { origin: APP } })
          t.strictSame([after.status, fieldsOf(after), after.body], [200, ALLOWED, 'ok'], 'the server is well')
        })
      }
      await server.close()
      t.pass('it closes, so no connection hangs')
    })

    t.test(`${name}: a preflight with another status`, async (t) => {
      const server = await start({ ...config, preflightStatus: 200 })
      t.teardown(() => server.close())
      const headers = { origin: APP, 'access-control-request-method': 'PUT' }
      const response = await send(server.address, { method: 'OPTIONS', path: '/ok', headers })
      t.strictSame([response.status, fieldsOf(response), response.body], [200, ALLOWED_PREFLIGHT, ''])
      t.strictSame(linesOf(response, 'content-length'), ['0'])
    })
  }
  expectNoCrash(t)
}
