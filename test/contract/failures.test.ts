import { createServer, type RequestListener } from 'node:http'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { withCors } from '../../src/adapters/node.js'
import { runNode } from '../support/child.js'
import { expectNoCrash } from '../support/crashes.js'
import { fieldsOf } from '../support/fields-of.js'
import { ACTUAL, APP, asking, config, NONE, PREFLIGHT } from '../support/policy.js'
import { RawConnection, requestText } from '../support/raw-connection.js'
import { serve } from '../support/serve.js'

const ORIGIN = `Origin: ${APP}`
const ASKING = Object.entries(asking()).map(([name, value]) => `${name}: ${value}`)

t.test('listeners that fail fail as they do without a policy', async (t) => {
  const fixture = fileURLToPath(import.meta.resolve('./fixtures/failing-listeners.js'))
  const { code, stdout, stderr } = await runNode([...process.execArgv, fixture])
  t.strictSame([code, stderr], [0, ''])
  const runs = JSON.parse(stdout) as Record<string, { seen: string[]; events: string[] }>
  const events = ['uncaughtException: thrown', 'unhandledRejection: rejected']
  const nothing = '200 nothing'
  const headers = `200 ${APP}`
  t.strictSame(runs, {
    bare: { seen: ['silence', 'silence', nothing], events },
    cors: { seen: ['silence', 'silence', headers], events },
    'bare http2': { seen: ['silence', 'silence', nothing], events },
    'cors http2': { seen: ['silence', 'silence', headers], events },
    'captured, bare': { seen: ['silence', '500 nothing', nothing], events: events.slice(0, 1) },
    'captured, cors': { seen: ['silence', `500 ${APP}`, headers], events: events.slice(0, 1) },
  })
})

t.test('a response that takes too long', async (t) => {
  const slow: RequestListener = (_, response) => {
    response.setTimeout(30, () => response.writeHead(503, { vary: 'Accept' }).end('late'))
  }
  const port = await serve(t, createServer(withCors(config, slow)))
  const connection = new RawConnection({ protocol: 'http', port })
  for (const [lines, fields] of [
    [[ORIGIN], { ...ACTUAL, vary: 'Accept, Origin' }],
    [[], { vary: 'Accept, Origin' }],
  ] as const) {
    const response = await connection.write(requestText('GET', '/', lines)).next()
    t.strictSame([response.status, fieldsOf(response), response.body], [503, fields, 'late'])
  }
  const preflight = await connection.write(requestText('OPTIONS', '/', ASKING)).next()
  t.strictSame([preflight.status, fieldsOf(preflight)], [204, PREFLIGHT], 'a preflight does not wait for it')
  connection.destroy()
})

t.test('a server that closes idle sockets', async (t) => {
  const server = createServer(withCors(config, () => {}))
  server.setTimeout(50)
  server.keepAliveTimeout = 50
  const port = await serve(t, server)
  const address = { protocol: 'http', port } as const
  await new RawConnection(address).write(requestText('GET', '/', [ORIGIN])).closed()
  const connection = new RawConnection(address).write(requestText('OPTIONS', '/', ASKING))
  t.equal((await connection.next()).status, 204)
  await connection.closed()
})

t.test('a preflight whose body never ends', async (t) => {
  const options = { headersTimeout: 60, requestTimeout: 60, connectionsCheckingInterval: 20 }
  let ran = 0
  const listener: RequestListener = (_, response) => {
    ran++
    response.end()
  }
  const port = await serve(t, createServer(options, withCors(config, listener)))
  const address = { protocol: 'http', port } as const
  const connection = new RawConnection(address).write(requestText('OPTIONS', '/', ASKING).slice(0, -4))
  const response = await connection.next()
  t.strictSame([response.status, fieldsOf(response), ran], [408, {}, 0], 'Node itself answers')
  await connection.closed()
  const halfBody = requestText('OPTIONS', '/', [...ASKING, 'Content-Length: 10'], 'half')
  const body = new RawConnection(address).write(halfBody)
  t.strictSame([(await body.next()).status, ran], [204, 0], 'a preflight does not wait for a body')
  await body.closed()
})

t.test('Expect', async (t) => {
  const port = await serve(t, createServer(withCors(config, (_, response) => response.end('ok'))))
  const connection = new RawConnection({ protocol: 'http', port })
  connection.write(requestText('PUT', '/', [ORIGIN, 'Expect: 100-continue', 'Content-Length: 2'], 'ok'))
  t.equal((await connection.next()).status, 100)
  const response = await connection.next()
  t.strictSame([response.status, fieldsOf(response)], [200, ACTUAL])
  connection.write(requestText('OPTIONS', '/', [...ASKING, 'Expect: 100-continue']))
  t.equal((await connection.next()).status, 100)
  t.strictSame(fieldsOf(await connection.next()), PREFLIGHT)
  const refused = await connection.write(requestText('GET', '/', [ORIGIN, 'Expect: nonsense'])).next()
  t.strictSame([refused.status, fieldsOf(refused)], [417, {}], 'Node itself answers')
  const last = await connection.write(requestText('GET', '/', [])).next()
  t.strictSame([last.status, fieldsOf(last)], [200, NONE])
  connection.destroy()
})

expectNoCrash(t)
