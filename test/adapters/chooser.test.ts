import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createHttp2Server, type Http2ServerRequest } from 'node:http2'
import type { Server } from 'node:net'
import express from 'express'
import express4 from 'express4'
import Fastify, { type FastifyRequest } from 'fastify'
import t, { type Test } from 'tap'
import { cors as expressCors } from '../../src/adapters/express.js'
import fastifyCors from '../../src/adapters/fastify.js'
import { withCors as withFetchCors } from '../../src/adapters/fetch.js'
import { withCors } from '../../src/adapters/node.js'
import { compilePolicy, livePolicy } from '../../src/index.js'
import { type ClientRequest, connect } from '../support/client.js'
import { expectNoCrash } from '../support/crashes.js'
import { fieldsOf } from '../support/fields-of.js'
import { serve } from '../support/serve.js'

/** Two tenants on one server, each with a policy of its own. */
const acme = compilePolicy({ origins: ['https://acme.example'], credentials: true, methods: ['PUT'] })
const other = livePolicy({ origins: [], credentials: true, methods: ['DELETE'], enforce: true })
other.origins.add('https://other.example')

let chosen = 0
let failures = 0

function policyOf(host: string | undefined) {
  chosen++
  switch (host) {
    case 'acme.api.example':
      return acme
    case 'other.api.example':
      return other
    case 'broken.api.example':
      failures++
      throw new Error('no such tenant')
    default:
      return undefined
  }
}

type Start = (t: Test) => Promise<Parameters<typeof connect>[0]>

async function listening(t: Test, server: Server, protocol: 'http' | 'h2c' = 'http') {
  return { protocol, port: await serve(t, server) }
}

const servers: Readonly<Record<string, Start>> = {
  'node:http': (t) =>
    listening(
      t,
      createServer(
        withCors(
          (request: IncomingMessage) => policyOf(request.headers.host),
          (_, response) => response.end('ran'),
        ),
      ),
    ),
  'node:http2': (t) => {
    const chooser = (request: Http2ServerRequest) => policyOf(request.headers[':authority'])
    const server = createHttp2Server(withCors(chooser, (_request, response) => response.end('ran')))
    return listening(t, server, 'h2c')
  },
  'Express 5': (t) => {
    const app = express()
    app.use(expressCors((request: express.Request) => policyOf(request.hostname)))
    app.use((_request, response) => void response.send('ran'))
    return listening(t, createServer(app))
  },
  'Express 4': (t) => {
    const app = express4()
    app.use(expressCors((request) => policyOf(request.headers.host)))
    app.use((_request, response) => void response.send('ran'))
    return listening(t, createServer(app))
  },
  fetch: (t) => {
    const handler = withFetchCors(
      (request) => policyOf(request.headers.get('host') ?? undefined),
      () => new Response('ran'),
    )
    const server = createServer(async ({ method = 'GET', headers }, response) => {
      const sent = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])
      const answer = await handler(new Request('http://localhost/', { method, headers: sent }))
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
    })
    return listening(t, server)
  },
  Fastify: async (t) => {
    const app = Fastify()
    await app.register(fastifyCors, { policy: (request: FastifyRequest) => policyOf(request.host) })
    app.all('/*', async () => 'ran')
    await app.ready()
    t.teardown(() => app.close())
    return listening(t, app.server)
  },
  'Fastify, a route with a chooser of its own': async (t) => {
    const app = Fastify()
    await app.register(fastifyCors, { origins: ['https://nobody.example'] })
    const cors = (request: FastifyRequest) => policyOf(request.host)
    for (const method of ['GET', 'PUT', 'DELETE', 'POST']) {
      app.route({ method, url: '/*', config: { cors }, handler: async () => 'ran' })
    }
    await app.ready()
    t.teardown(() => app.close())
    return listening(t, app.server)
  },
}

const NONE = { vary: 'Origin' }
const ACME = { vary: 'Origin', 'allow-origin': 'https://acme.example', 'allow-credentials': 'true' }
const OTHER = { vary: 'Origin', 'allow-origin': 'https://other.example', 'allow-credentials': 'true' }

function request(method: string, host: string, origin?: string, asks?: string): ClientRequest {
  return {
    method,
    path: '/',
    headers: {
      host: `${host}.api.example`,
      ...(origin !== undefined && { origin: `https://${origin}.example`, 'sec-fetch-site': 'cross-site' }),
      ...(asks !== undefined && { 'access-control-request-method': asks }),
    },
  }
}

const rows: readonly (readonly [ClientRequest, number, object])[] = [
  [request('GET', 'acme', 'acme'), 200, ACME],
  [request('GET', 'other', 'other'), 200, OTHER],
  [request('GET', 'acme', 'other'), 200, NONE],
  [request('GET', 'other', 'acme'), 200, NONE],
  [request('OPTIONS', 'acme', 'acme', 'PUT'), 204, { ...ACME, 'allow-methods': 'PUT' }],
  [request('OPTIONS', 'other', 'other', 'DELETE'), 204, { ...OTHER, 'allow-methods': 'DELETE' }],
  [request('OPTIONS', 'acme', 'other', 'PUT'), 403, NONE],
  [request('OPTIONS', 'other', 'acme', 'DELETE'), 403, NONE],
  // The second one enforces its policy, the first does not.
  [request('POST', 'acme', 'other'), 200, NONE],
  [request('POST', 'other', 'acme'), 403, NONE],
  ...['unknown', 'broken'].flatMap((host): [ClientRequest, number, object][] => [
    [request('GET', host, 'acme'), 200, NONE],
    [request('GET', host), 200, NONE],
    [request('OPTIONS', host, 'acme', 'PUT'), 403, NONE],
    [request('POST', host, 'acme'), 403, NONE],
    [request('POST', host), 200, NONE],
  ]),
]

for (const [name, start] of Object.entries(servers)) {
  t.test(`${name}: tenants do not read each other's data`, async (t) => {
    expectNoCrash(t)
    const { args } = t.capture(console, 'error')
    const client = connect(await start(t))
    const expectedFailures = failures + 5
    for (const [sent, status, fields] of rows) {
      const before = chosen
      const { host, origin, ...others } = sent.headers as Record<string, string>
      const authority = name === 'node:http2' ? ':authority' : 'host'
      const headers = { ...others, [authority]: String(host), ...(origin !== undefined && { origin }) }
      const received = await client.send({ ...sent, headers })
      t.strictSame([received.status, fieldsOf(received)], [status, fields], `${sent.method} ${host} from ${origin}`)
      t.equal(chosen, before + 1, 'the chooser runs once')
    }
    client.close()
    t.equal(failures, expectedFailures)
    // Fastify has a log of its own.
    t.equal(args().length, name.startsWith('Fastify') ? 0 : 1, 'one line, however many failures')
  })
}

t.test('on Fastify, a failure is logged with the request', async (t) => {
  const lines: { level: number; msg: string; err: { message: string }; reqId: string }[] = []
  const app = Fastify({ logger: { stream: { write: (line: string) => lines.push(JSON.parse(line)) } } })
  await app.register(fastifyCors, { policy: () => policyOf('broken.api.example') })
  app.get('/', async () => 'ran')
  for (let i = 0; i < 3; i++) t.equal((await app.inject('/')).statusCode, 200)
  const errors = lines.filter(({ level }) => level === 50)
  t.equal(errors.length, 1)
  t.match(errors[0], { err: { message: 'no such tenant' }, reqId: String, msg: /policy chooser failed/ })
  await app.close()
})
