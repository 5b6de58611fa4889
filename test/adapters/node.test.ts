import { createServer, IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import Koa from 'koa'
import t from 'tap'
import { withCors } from '../../src/adapters/node.js'
import { CorsConfigError, compilePolicy, livePolicy } from '../../src/index.js'
import { send } from '../support/client.js'
import { fieldsOf } from '../support/fields-of.js'
import { ACTUAL, APP, asking, config, EVIL, NONE, PREFLIGHT } from '../support/policy.js'
import { serve } from '../support/serve.js'

type Response = ServerResponse & { req: IncomingMessage }
type Listener = (request: IncomingMessage, response: Response) => unknown

function exchange(
  method: string,
  headers: Record<string, string>,
): [request: IncomingMessage, response: ServerResponse] {
  const request = Object.assign(new IncomingMessage(new Socket()), { method, url: '/', headers })
  return [request, new ServerResponse(request)]
}

t.test('every kind of input, and every kind of answer', async (t) => {
  const inputs = { config, policy: compilePolicy(config), live: livePolicy(config) }
  for (const [name, input] of Object.entries(inputs)) {
    let ran = 0
    const listener: Listener = (_, response) => {
      ran++
      response.end('ok')
    }
    const port = await serve(t, createServer(withCors(input, listener)))
    const rows = [
      { method: 'GET', headers: {}, status: 200, fields: NONE, runs: 1 },
      { method: 'GET', headers: { origin: APP }, status: 200, fields: ACTUAL, runs: 1 },
      { method: 'POST', headers: { origin: EVIL }, status: 200, fields: NONE, runs: 1 },
      { method: 'OPTIONS', headers: asking(), status: 204, fields: PREFLIGHT, runs: 0 },
      { method: 'OPTIONS', headers: asking('PUT', EVIL), status: 403, fields: NONE, runs: 0 },
      { method: 'OPTIONS', headers: { origin: APP }, status: 200, fields: ACTUAL, runs: 1 },
    ]
    for (const { method, headers, status, fields, runs } of rows) {
      ran = 0
      const response = await send({ protocol: 'http', port }, { method, path: '/', headers })
      t.strictSame([response.status, fieldsOf(response), ran], [status, fields, runs], `${name}: ${method}`)
    }
  }
})

t.test('enforce', async (t) => {
  let ran = 0
  const listener: Listener = (_, response) => {
    ran++
    response.end('ok')
  }
  const port = await serve(t, createServer(withCors({ ...config, enforce: true }, listener)))
  const refused = await send({ protocol: 'http', port }, { method: 'POST', path: '/', headers: { origin: EVIL } })
  t.strictSame([refused.status, fieldsOf(refused), refused.body, ran], [403, NONE, '', 0])
  const own = { origin: `http://127.0.0.1:${port}` }
  const same = await send({ protocol: 'http', port }, { method: 'POST', path: '/', headers: own })
  t.strictSame([same.status, fieldsOf(same), ran], [200, NONE, 1], 'a page of the server itself')
})

t.test('a bad config is refused when the listener is wrapped', async (t) => {
  t.throws(() => withCors({ origins: [] }, () => {}), CorsConfigError)
})

t.test('a value that is not a listener is refused when it is wrapped', async (t) => {
  const values: unknown[] = [undefined, { fetch: () => new Response() }, new Koa(), createServer()]
  for (const listener of values) {
    t.throws(() => withCors(config, listener as Listener), TypeError)
  }
})

t.test('calls the listener as the server would', async (t) => {
  const result = Promise.resolve('result')
  const calls: unknown[][] = []
  const listener = withCors(config, function (this: unknown, ...args: unknown[]) {
    calls.push([this, ...args])
    return result
  })
  const self = {}
  const [request, response] = exchange('GET', { origin: APP })
  t.equal(listener.call(self, request, response), result, 'its own promise, for a framework that waits for it')
  t.equal(calls.length, 1)
  t.ok([self, request, response].every((value, i) => calls[0]?.[i] === value))
  const [preflight, answer] = exchange('OPTIONS', asking())
  t.equal(listener.call(self, preflight, answer), undefined)
  t.strictSame([calls.length, answer.statusCode, answer.headersSent], [1, 204, true])
})

t.test('errors of the listener are rethrown', async (t) => {
  const error = new Error('broken')
  const fails: Listener = () => {
    throw error
  }
  const failsLater: Listener = async () => {
    throw error
  }
  t.throws(() => withCors(config, fails)(...exchange('GET', { origin: APP })), error)
  await t.rejects(async () => await withCors(config, failsLater)(...exchange('GET', { origin: APP })), error)
})

t.test('a request that waits for 100 Continue', async (t) => {
  const server = createServer()
  server.on(
    'checkContinue',
    withCors(config, (_, response) => {
      response.writeContinue()
      response.end('ok')
    }),
  )
  const port = await serve(t, server)
  const headers = { origin: APP, expect: '100-continue', 'content-length': '2' }
  const response = await send({ protocol: 'http', port }, { method: 'PUT', path: '/', headers, body: 'ok' })
  t.strictSame([response.status, fieldsOf(response)], [200, ACTUAL])
})

t.test('a request keeps the policy that it started with', async (t) => {
  const live = livePolicy(config)
  const listener: Listener = (_, response) => {
    live.replace({ origins: [EVIL] })
    setImmediate(() => response.end('ok'))
  }
  const port = await serve(t, createServer(withCors(live, listener)))
  const ask = async (origin: string) =>
    fieldsOf(await send({ protocol: 'http', port }, { method: 'GET', path: '/', headers: { origin } }))
  t.strictSame(await ask(APP), ACTUAL)
  t.strictSame(await ask(APP), NONE, 'the next one has the new policy')
  t.strictSame(await ask(EVIL), { vary: 'Origin', 'allow-origin': EVIL })
})
