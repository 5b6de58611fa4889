import { createServer, IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { Server as EngineServer } from 'engine.io'
import { createMocks } from 'node-mocks-http'
import serverless from 'serverless-http'
import t, { type Test } from 'tap'
import { WebSocket } from 'ws'
import { cors } from '../../src/adapters/express.js'
import { isLookalike } from '../../src/adapters/lookalike-response.js'
import { withCors } from '../../src/adapters/node.js'
import type { CorsConfig } from '../../src/index.js'
import { corsFields } from '../support/cors-fields.js'
import { expectNoCrash } from '../support/crashes.js'
import { ACTUAL, APP, asking, config, EVIL, type Fields, NONE, PREFLIGHT } from '../support/policy.js'
import { serve } from '../support/serve.js'

type Response = ServerResponse & { req: IncomingMessage }

function makeRequest(method: string, headers: Record<string, string>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { method, url: '/', headers })
}

/** Has the middleware take the pair. Returns how often `next` was called. */
function run(request: object, response: object, input: CorsConfig = config): number {
  let calls = 0
  cors(input)(request as IncomingMessage, response as ServerResponse, () => calls++)
  return calls
}

t.test('a WebSocket of engine.io, as Socket.IO opens it', async (t) => {
  const openWith = async (origin: string) => {
    const engine = new EngineServer()
    engine.use(cors(config))
    const server = createServer()
    engine.attach(server)
    const port = await serve(t, server)
    const socket = new WebSocket(`ws://127.0.0.1:${port}/engine.io/?EIO=4&transport=websocket`, { origin })
    const upgrade = new Promise<Fields>((resolve, reject) => {
      socket.on('upgrade', ({ headers }) => resolve(corsFields({ ...headers } as Record<string, string>)))
      socket.on('error', reject)
    })
    const message = new Promise((resolve) => socket.once('message', (data) => resolve(String(data).slice(0, 1))))
    const result = [await upgrade, await message]
    socket.close()
    engine.close()
    return result
  }
  t.strictSame(await openWith(APP), [ACTUAL, '0'])
  t.strictSame(await openWith(EVIL), [NONE, '0'], 'CORS keeps no WebSocket from opening')
})

t.test('long polling of engine.io', async (t) => {
  const engine = new EngineServer()
  engine.use(cors(config))
  const server = createServer()
  engine.attach(server)
  const port = await serve(t, server)
  const url = `http://127.0.0.1:${port}/engine.io/?EIO=4&transport=polling`
  const response = await fetch(url, { headers: { origin: APP } })
  t.strictSame([response.status, corsFields(Object.fromEntries(response.headers))], [200, ACTUAL])
  const preflight = await fetch(url, { method: 'OPTIONS', headers: asking() })
  t.strictSame([preflight.status, corsFields(Object.fromEntries(preflight.headers))], [204, PREFLIGHT])
  engine.close()
})

t.test('node-mocks-http', async (t) => {
  const mocks = (method: 'GET' | 'POST' | 'OPTIONS', headers: Record<string, string>) =>
    createMocks({ method, headers })
  for (const [origin, fields] of [
    [APP, ACTUAL],
    [EVIL, NONE],
  ] as const) {
    const { req, res } = mocks('GET', { origin })
    t.equal(run(req, res), 1)
    t.strictSame(corsFields(res.getHeaders() as Record<string, string>), fields)
    res.end('ok')
    t.equal(res._getData(), 'ok')
  }
  const { req, res } = mocks('OPTIONS', asking())
  t.equal(run(req, res), 0)
  t.strictSame([res.statusCode, corsFields(res.getHeaders() as Record<string, string>)], [204, PREFLIGHT])
  t.equal(res._isEndCalled(), true)
  const refused = mocks('POST', { origin: EVIL })
  t.equal(run(refused.req, refused.res, { ...config, enforce: true }), 0)
  t.strictSame([refused.res.statusCode, corsFields(refused.res.getHeaders() as Record<string, string>)], [403, NONE])
  t.equal(refused.res.getHeader('content-length'), '0')
})

t.test('node-mocks-http: earlier headers are merged or replaced, and the last policy counts', async (t) => {
  const { req, res } = createMocks({ method: 'GET', headers: { origin: APP } })
  res.setHeader('Vary', 'Accept')
  res.setHeader('Access-Control-Allow-Origin', '*')
  res.setHeader('Access-Control-Allow-Private-Network', 'true')
  run(req, res, { origins: [EVIL] })
  t.strictSame(corsFields(res.getHeaders() as Record<string, string>), { vary: 'Accept, Origin' })
  run(req, res)
  t.strictSame(corsFields(res.getHeaders() as Record<string, string>), { ...ACTUAL, vary: 'Accept, Origin' })
  run(req, res, { origins: [EVIL] })
  t.strictSame(corsFields(res.getHeaders() as Record<string, string>), { vary: 'Accept, Origin' })
})

t.test('serverless-http, whose writeHead takes headers as an object only', async (t) => {
  const listener = withCors(config, (_, response) => {
    response.writeHead(201, { 'x-a': '1' })
    response.end('ok')
  })
  const handle = serverless(listener as Parameters<typeof serverless>[0])
  const ask = async (httpMethod: string, headers: Record<string, string>) => {
    const event = { httpMethod, path: '/', headers, multiValueHeaders: {}, requestContext: {} }
    const { statusCode, headers: sent } = (await handle(event, {})) as {
      statusCode: number
      headers: Record<string, string>
    }
    return { statusCode, fields: corsFields(sent), other: sent['x-a'], names: Object.keys(sent) }
  }
  t.match(await ask('GET', { origin: APP }), { statusCode: 201, fields: ACTUAL, other: '1' })
  t.match(await ask('GET', { origin: EVIL }), { statusCode: 201, fields: NONE, other: '1' })
  const { statusCode, fields, names } = await ask('OPTIONS', asking())
  t.strictSame([statusCode, fields], [204, PREFLIGHT])
  t.strictSame(
    names.filter((name) => /^\d+$/.test(name)),
    [],
    'no list was taken for an object',
  )
})

/** A response with some of the functions, and what was done with them. */
function partial(t: Test, names: readonly string[]) {
  const set = new Map<string, unknown>()
  const calls: unknown[][] = []
  const all: Record<string, (...args: never[]) => unknown> = {
    setHeader: (name: string, value: string) => void set.set(name, value),
    getHeader: (name: string) => set.get(name),
    removeHeader: (name: string) => void set.delete(name),
    writeHead: (...args: unknown[]) => void calls.push(['writeHead', ...args]),
    end: (...args: unknown[]) => void calls.push(['end', ...args]),
    destroy: () => void calls.push(['destroy']),
  }
  const response: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, all[name]]))
  t.equal(isLookalike(response), true)
  return { response, set, calls }
}

t.test('whatever is missing, nothing is thrown', async (t) => {
  const names = ['setHeader', 'getHeader', 'removeHeader', 'writeHead', 'end']
  for (let bits = 0; bits < 1 << names.length; bits++) {
    const present = names.filter((_, i) => bits & (1 << i))
    const has = (name: string) => present.includes(name)
    const name = present.join(', ')
    const actual = partial(t, present)
    t.equal(run(makeRequest('GET', { origin: APP }), actual.response), 1, name)
    t.strictSame(actual.calls, [], name)
    t.equal(actual.set.get('Access-Control-Allow-Origin'), has('setHeader') ? APP : undefined, name)
    t.equal(actual.set.get('Vary'), has('setHeader') ? 'Origin' : undefined, name)
    const preflight = partial(t, present)
    t.equal(run(makeRequest('OPTIONS', asking('PUT', EVIL)), preflight.response), 0, name)
    t.strictSame(preflight.calls, [...(has('writeHead') ? [['writeHead', 403]] : []), ...(has('end') ? [['end']] : [])])
    t.equal(preflight.response['statusCode'], has('writeHead') ? undefined : 403, name)
    t.equal(preflight.set.get('Content-Length'), has('setHeader') ? '0' : undefined, name)
  }
})

t.test('headers that can only be appended to are set once', async (t) => {
  // As engine.io wraps a response of uWebSockets.js.
  const lines: [string, string][] = []
  const response = {
    setHeader: (name: string, value: string) => void lines.push([name, value]),
    getHeader: () => undefined,
    removeHeader: () => {},
    writeHead: () => {},
    end: () => {},
  }
  run(makeRequest('GET', { origin: APP }), response)
  response.writeHead()
  t.strictSame(
    lines.map(([name]) => name),
    ['Vary', 'Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials', 'Access-Control-Expose-Headers'],
  )
})

t.test('an answer that comes too late', async (t) => {
  for (const [writableEnded, destroyed] of [
    [true, []],
    [false, [['destroy']]],
  ] as const) {
    const { response, calls } = partial(t, ['end', 'destroy'])
    Object.assign(response, { headersSent: true, writableEnded })
    t.equal(run(makeRequest('OPTIONS', asking()), response), 0)
    t.strictSame(calls, destroyed)
  }
  t.equal(run(makeRequest('OPTIONS', asking()), { headersSent: true }), 0, 'nor can it be destroyed')
})

t.test('values that are not a response at all', async (t) => {
  const response = new ServerResponse(makeRequest('GET', {})) as Response
  class Derived extends ServerResponse {}
  const others = [Object.create(response), new Derived(makeRequest('GET', {})), new Proxy(response, {})]
  for (const real of [response, ...others]) t.equal(isLookalike(real), false)
})

expectNoCrash(t)
