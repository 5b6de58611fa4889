import diagnosticsChannel from 'node:diagnostics_channel'
import { createServer, IncomingMessage } from 'node:http'
import http2 from 'node:http2'
import { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import express from 'express'
import Fastify from 'fastify'
import t, { type Test } from 'tap'
import { cors as expressCors } from '../../src/adapters/express.js'
import fastifyCors, { corsFrameworkErrors } from '../../src/adapters/fastify.js'
import { withCors as withFetchCors } from '../../src/adapters/fetch.js'
import { withCors } from '../../src/adapters/node.js'
import { answerTo, type DecisionMessage, factsOf, isPreflight } from '../../src/adapters/node-request.js'
import { compilePolicy } from '../../src/index.js'
import { CompiledPolicy } from '../../src/policy/compiled-policy.js'
import { policySource } from '../../src/policy/policy-input.js'
import { runNode } from '../support/child.js'
import { send } from '../support/client.js'
import { APP, asking, config, EVIL } from '../support/policy.js'
import { serve } from '../support/serve.js'

const CHANNEL = 'cors-policy:decision'
const policy = compilePolicy(config)

function subscribe(t: Test): DecisionMessage[] {
  const messages: DecisionMessage[] = []
  const listener = (message: unknown) => messages.push(message as DecisionMessage)
  diagnosticsChannel.subscribe(CHANNEL, listener)
  t.teardown(() => diagnosticsChannel.unsubscribe(CHANNEL, listener))
  return messages
}

/** How often a policy makes a `Decision`, which no adapter needs for itself. */
function countDecisions(t: Test): () => number {
  const { prototype } = CompiledPolicy
  const { decide } = prototype
  let count = 0
  prototype.decide = function (facts) {
    count++
    return decide.call(this, facts)
  }
  t.teardown(() => {
    prototype.decide = decide
  })
  return () => count
}

function makeRequest(method: string, headers: Record<string, string>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { method, headers })
}

/** A server for each adapter that publishes, on all protocols. */
async function startAll(t: Test) {
  const handler = (_: unknown, response: { end(body: string): unknown }) => response.end('ok')
  const app = express()
  app.use(expressCors(policy))
  app.use(handler)
  const fastify = Fastify()
  await fastify.register(fastifyCors, { policy })
  fastify.all('/', async () => 'ok')
  await fastify.ready()
  const h2 = http2.createServer(withCors<http2.Http2ServerRequest, http2.Http2ServerResponse>(policy, handler))
  t.teardown(() => fastify.close())
  return [
    { adapter: 'node', protocol: 'http', port: await serve(t, createServer(withCors(policy, handler))) },
    { adapter: 'node', protocol: 'h2c', port: await serve(t, h2) },
    { adapter: 'express', protocol: 'http', port: await serve(t, createServer(app)) },
    { adapter: 'fastify', protocol: 'http', port: await serve(t, fastify.server) },
  ] as const
}

t.test('the message of each adapter', async (t) => {
  const servers = await startAll(t)
  const messages = subscribe(t)
  const requests = [
    { method: 'GET', headers: {} },
    { method: 'GET', headers: { origin: APP, 'sec-fetch-site': 'cross-site' } },
    { method: 'PUT', headers: { origin: EVIL } },
    { method: 'OPTIONS', headers: { ...asking(), 'access-control-request-headers': 'content-type' } },
    { method: 'OPTIONS', headers: asking('PUT', 'null') },
  ]
  for (const { adapter, protocol, port } of servers) {
    for (const { method, headers } of requests) {
      messages.length = 0
      await send({ protocol, port }, { method, path: '/', headers })
      const sent: Record<string, string | undefined> = headers
      const facts = {
        method,
        origin: sent['origin'],
        requestMethod: sent['access-control-request-method'],
        requestHeaders: sent['access-control-request-headers'],
        fetchSite: sent['sec-fetch-site'],
        host: `127.0.0.1:${port}`,
      }
      const expected = { adapter, facts, decision: policy.decide(facts), policy }
      t.strictSame(messages, [expected], `${adapter} over ${protocol}: ${method} ${sent['origin']}`)
      t.equal(messages[0]?.policy, policy, 'the very policy')
    }
  }
})

t.test('answers of frameworkErrors are published too', async (t) => {
  const messages = subscribe(t)
  const app = Fastify({ frameworkErrors: corsFrameworkErrors(policy) })
  await app.inject({ url: '/%zz', headers: { origin: APP } })
  t.match(messages, [{ adapter: 'fastify', facts: { origin: APP }, decision: { reason: 'origin-allowed' } }])
})

t.test('the policy of a route is the one in the message', async (t) => {
  const messages = subscribe(t)
  const other = compilePolicy({ origins: [EVIL] })
  const app = Fastify()
  await app.register(fastifyCors, { policy })
  app.get('/other', { config: { cors: other } }, async () => 'ok')
  app.get('/none', { config: { cors: false } }, async () => 'ok')
  await app.inject({ url: '/other', headers: { origin: APP } })
  t.equal(messages[0]?.policy, other)
  await app.inject({ url: '/none', headers: { origin: APP } })
  t.equal(messages.length, 1, 'no policy, no decision')
})

t.test('no subscriber, no decision', async (t) => {
  const servers = await startAll(t)
  const decisions = countDecisions(t)
  const ask = async () => {
    for (const { protocol, port } of servers) {
      await send({ protocol, port }, { method: 'GET', path: '/', headers: { origin: APP } })
      await send({ protocol, port }, { method: 'OPTIONS', path: '/', headers: asking('PUT', EVIL) })
    }
  }
  await ask()
  t.equal(decisions(), 0)
  const messages: unknown[] = []
  const listener = (message: unknown) => messages.push(message)
  diagnosticsChannel.subscribe(CHANNEL, listener)
  await ask()
  t.strictSame([decisions(), messages.length], [8, 8])
  diagnosticsChannel.unsubscribe(CHANNEL, listener)
  await ask()
  t.strictSame([decisions(), messages.length], [8, 8], 'nor after the last has left')
})

t.test('handlers of fetch have no channel', async (t) => {
  const messages = subscribe(t)
  const handler = withFetchCors(policy, () => new Response('ok'))
  t.equal((await handler(new Request('http://localhost/', { headers: { origin: APP } }))).status, 200)
  t.strictSame(messages, [])
})

t.test('a subscriber that throws', async (t) => {
  const fixture = fileURLToPath(import.meta.resolve('./fixtures/throwing-subscriber.js'))
  const { code, stdout, stderr } = await runNode([...process.execArgv, fixture])
  // https://nodejs.org/api/diagnostics_channel.html: an error in a listener becomes an uncaught exception of its own.
  t.strictSame(
    stdout.trim().split('\n').sort(),
    ['200 https://app.example.com Origin ok', 'uncaughtException: from the subscriber'],
    'the response goes out, and Node reports the error to the process',
  )
  t.not(code, 0, 'which ends, if it has no handler for such')
  t.match(stderr, /from the subscriber/)
})

t.test('facts', async (t) => {
  const headers = {
    origin: APP,
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'x-a',
    'sec-fetch-site': 'same-site',
  }
  const facts = { method: 'GET', origin: APP, requestMethod: 'PUT', requestHeaders: 'x-a', fetchSite: 'same-site' }
  const rows: [name: string, hosts: Record<string, string>, host: string | undefined][] = [
    ['no host', {}, undefined],
    ['Host', { host: 'a.example.com' }, 'a.example.com'],
    [':authority', { ':authority': 'a.example.com' }, 'a.example.com'],
    ['both', { host: 'a.example.com', ':authority': 'b.example.com' }, 'a.example.com'],
    ['another that is not to be trusted', { 'x-forwarded-host': 'a.example.com' }, undefined],
  ]
  for (const [name, hosts, host] of rows) {
    t.strictSame(factsOf(makeRequest('GET', { ...headers, ...hosts })), { ...facts, host }, name)
  }
})

t.test('the answer is the policy’s decision on the facts', async (t) => {
  const { current } = policySource({ ...config, enforce: true })
  const requests = [
    makeRequest('GET', {}),
    makeRequest('GET', { origin: APP }),
    makeRequest('POST', { origin: EVIL, host: 'app.example.com' }),
    makeRequest('POST', { origin: EVIL, ':authority': 'app.example.com.evil.com' }),
    makeRequest('POST', { 'sec-fetch-site': 'cross-site' }),
    makeRequest('OPTIONS', asking()),
    makeRequest('OPTIONS', asking('PUT', EVIL)),
  ]
  const kinds = requests.map((request) => answerTo(current, request, 'node').kind)
  t.strictSame(
    kinds,
    requests.map((request) => current.decide(factsOf(request)).kind),
  )
  t.strictSame(kinds, ['actual', 'actual', 'forbidden', 'actual', 'forbidden', 'preflight', 'preflight'])
})

t.test('preflights', async (t) => {
  const rows: [method: string, headers: Record<string, string>, preflight: boolean][] = [
    ['OPTIONS', asking(), true],
    ['OPTIONS', asking('', ''), true],
    ['OPTIONS', { origin: APP }, false],
    ['OPTIONS', { 'access-control-request-method': 'PUT' }, false],
    ['GET', asking(), false],
    ['options', asking(), false],
  ]
  for (const [method, headers, preflight] of rows) t.equal(isPreflight(makeRequest(method, headers)), preflight, method)
})
