import { AssertionError } from 'node:assert'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import fastifyCors from '@fastify/cors'
import corsMiddleware from 'cors'
import express from 'express'
import Fastify from 'fastify'
import { Hono } from 'hono'
import t from 'tap'
import { withCors as withFetchCors } from '../../src/adapters/fetch.js'
import { withCors } from '../../src/adapters/node.js'
import { type CorsExpectations, expectCors, type TestableApp } from '../../src/testing/index.js'
import { notAnOrigin, testedAppTexts } from '../../src/text/testing.js'
import { makeCertificate } from '../support/certificate.js'

const PAGE = 'https://app.example.com'
const OURS = { origins: [PAGE], methods: ['PUT'], headers: ['content-type'], credentials: true } as const
const PUT = {
  method: 'PUT',
  headers: { 'content-type': 'application/json' },
  credentials: 'include',
  body: '{}',
} as const

/** Answers with what it was asked. */
const echo: RequestListener = (request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    response.setHeader('content-type', 'application/json')
    const { method, url, headers } = request
    const { host, cookie } = headers
    response.end(JSON.stringify({ method, url, host, cookie, body: Buffer.concat(chunks).toString() }))
  })
}

function hono(): Hono {
  const app = new Hono()
  app.put('/things', async (context) => context.json({ method: 'PUT', url: '/things', body: await context.req.text() }))
  return app
}

async function fastify() {
  const app = Fastify()
  await app.register(fastifyCors, { origin: [PAGE], methods: ['PUT'], credentials: true })
  app.put('/things', async ({ body }) => ({ method: 'PUT', url: '/things', body: JSON.stringify(body) }))
  return app
}

function expressApp() {
  const app = express()
  app.use(corsMiddleware({ origin: [PAGE], credentials: true }))
  app.put('/things', express.text({ type: '*/*' }), (request, response) => {
    response.json({ method: 'PUT', url: '/things', body: request.body })
  })
  return app
}

async function rejection(expectation: Promise<unknown>): Promise<AssertionError> {
  try {
    await expectation
  } catch (error) {
    if (error instanceof AssertionError) return error
    throw error
  }
  throw new Error('was met')
}

t.test('every kind of app can be read from', async (t) => {
  const server = createServer(withCors(OURS, echo))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const apps: [name: string, app: TestableApp][] = [
    ['a request listener', withCors(OURS, echo)],
    ['Express', expressApp()],
    ['Fastify', await fastify()],
    ['a fetch handler', { fetch: withFetchCors(OURS, hono().fetch) }],
    ['a URL', url],
    ['a URL object', new URL(url)],
  ]
  for (const [name, app] of apps) {
    const { status, headers, body } = await expectCors(app, { url: 'https://api.example.com' })
      .from(PAGE)
      .toRead('/things', PUT)
    t.equal(status, 200, name)
    t.match(headers['content-type'], 'application/json', name)
    t.match(JSON.parse(body), { method: 'PUT', url: '/things', body: '{}' }, name)
    await expectCors(app).from('https://other.example.com').toBeRefused('/things', PUT)
    const error = await rejection(expectCors(app).from(PAGE).toBeRefused('/things', PUT))
    t.match(error.message, /^A page of https:\/\/app\.example\.com can read PUT \S+\/things with cookies/, name)
  }
})

t.test('a failure carries the explanation', async (t) => {
  const app = expectCors(withCors({ ...OURS, methods: [] }, echo))
  const { message } = await rejection(app.from(PAGE).toRead('/things', PUT))
  t.match(message, '→ OPTIONS https://server.invalid/things')
  t.match(message, 'method-not-allowed')
  t.match(message, 'Method PUT is not allowed by Access-Control-Allow-Methods')
  t.match(message, 'Fix')
})

t.test('uses the given address and cookie', async (t) => {
  const app = expectCors(withCors(OURS, echo), { url: 'https://api.example.com' })
  const read = async (cookie: string, credentials: 'include' | 'omit') =>
    JSON.parse((await app.from(PAGE).toRead('/a?b=c', { credentials, cookie })).body) as Record<string, string>
  t.match(await read('id=1', 'include'), { host: 'api.example.com', url: '/a?b=c', cookie: 'id=1' })
  t.equal((await read('id=1', 'omit'))['cookie'], undefined)
})

t.test('Vary', async (t) => {
  await expectCors(withCors(OURS, echo)).toVaryByOrigin('/things')
  const answers: [what: RegExp, forgets: (method: string, origin?: string) => boolean][] = [
    [/GET without Origin \/things/, (method, origin) => method === 'GET' && origin === undefined],
    [/GET from a stranger \/things/, (method, origin) => method === 'GET' && origin !== undefined],
    [/a preflight \/things/, (method) => method === 'OPTIONS'],
  ]
  for (const [what, forgets] of answers) {
    const app: RequestListener = ({ method = '', headers }, response) => {
      response.setHeader('Vary', forgets(method, headers.origin) ? 'Accept-Encoding' : 'accept, ORIGIN').end()
    }
    const { message } = await rejection(expectCors(app).toVaryByOrigin('/things'))
    t.match(message, what)
    t.match(message, 'Vary is "Accept-Encoding"')
  }
  t.match((await rejection(expectCors(echo).toVaryByOrigin('/things'))).message, 'it has no Vary header')
})

/** What @fastify/cors and others do with `origin: true`. */
const reflecting =
  (lets: (origin: string) => boolean): RequestListener =>
  ({ headers: { origin = '' } }, response) => {
    if (lets(origin)) {
      response.setHeader('Access-Control-Allow-Origin', origin).setHeader('Access-Control-Allow-Credentials', 'true')
    }
    response.end()
  }

t.test('strangers', async (t) => {
  await expectCors(withCors(OURS, echo)).toRefuseStrangers('/', { like: PAGE })
  const open: [lets: (origin: string) => boolean, who: RegExp][] = [
    [() => true, /A page of https:\/\/stranger\.invalid can read/],
    [(origin) => origin === 'null', /A page of null can read/],
    [(origin) => origin.startsWith(PAGE), /A page of https:\/\/app\.example\.com\.\S+ can read/],
    [(origin) => origin.endsWith('example.com'), /A page of https:\/\/notexample\.com can read/],
  ]
  for (const [lets, who] of open) {
    const app = expectCors(reflecting(lets))
    t.match((await rejection(app.toRefuseStrangers('/', { like: PAGE }))).message, who)
  }
  const everybody = expectCors(withCors({ origins: '*' }, echo))
  t.match((await rejection(everybody.from(PAGE).toBeRefused('/'))).message, /can read GET \S+: it gets the status 200/)
  // Without cookies, everybody may read.
  t.match((await rejection(expectCors(withCors({ origins: '*' }, echo)).toRefuseStrangers('/'))).message, /stranger/)
  // Without a name to look like, only strangers are sent.
  await expectCors(reflecting((origin) => origin.startsWith(PAGE))).toRefuseStrangers('/')
})

t.test('an app that does not answer meets no expectation', async (t) => {
  const secure = createSecureServer(await makeCertificate(), echo)
  await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve))
  t.teardown(() => secure.close())
  const { port } = secure.address() as AddressInfo
  const broken: [name: string, app: TestableApp, why: RegExp][] = [
    ['nobody trusts its certificate', `https://127.0.0.1:${port}`, /self-signed certificate/],
    [
      'it throws',
      () => {
        throw new Error('broken on purpose')
      },
      /did not answer GET \/: Error: broken on purpose/,
    ],
    ['it rejects', async () => Promise.reject(new Error('broken on purpose')), /broken on purpose/],
    ['it rejects with a text', async () => Promise.reject('just a text'), /just a text/],
    ['it hangs', () => {}, /no answer within 100 ms/],
    ['it hangs up', (request) => request.socket.destroy(), /socket hang up/],
    ['nobody is there', 'http://127.0.0.1:1', /ECONNREFUSED/],
    [
      'a fetch handler throws',
      {
        fetch: () => {
          throw new Error('broken on purpose')
        },
      },
      /broken on purpose/,
    ],
  ]
  for (const [name, app, why] of broken) {
    const expectations = (app: CorsExpectations) => [
      app.from(PAGE).toRead('/'),
      app.from(PAGE).toBeRefused('/'),
      app.toVaryByOrigin('/'),
      app.toRefuseStrangers('/'),
    ]
    // A busy machine takes long to answer.
    const timeout = name === 'it hangs' ? 100 : 60_000
    for (const expectation of expectations(expectCors(app, { timeout }))) {
      t.match((await rejection(expectation)).message, why, name)
    }
  }
})

t.test('redirects', async (t) => {
  const app = withCors(OURS, (request, response) => {
    if (request.url === '/inside') response.writeHead(302, { location: '/things' }).end()
    else if (request.url === '/outside') response.writeHead(302, { location: 'https://login.example.com/' }).end()
    else echo(request, response)
  })
  t.match(JSON.parse((await expectCors(app).from(PAGE).toRead('/inside')).body), { url: '/things' })
  const { message } = await rejection(expectCors(app).from(PAGE).toRead('/outside'))
  t.match(message, 'redirects to https://login.example.com/')
})

t.test('a stream that never ends is read', async (t) => {
  const app = withCors(OURS, (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('data: 1\n\n')
  })
  t.match(await expectCors(app, { timeout: 1000 }).from(PAGE).toRead('/'), { status: 200, body: '' })
  const long = withCors(OURS, (_request, response) => {
    response.end('x'.repeat(3_000_000))
  })
  const { body } = await expectCors(long).from(PAGE).toRead('/')
  t.ok(body.length > 1_000_000 && body.length < 3_000_000)
})

t.test('a page needs an origin with a scheme', async (t) => {
  const app = expectCors(withCors(OURS, echo))
  const meant = notAnOrigin('app.example.com', 'https://app.example.com')
  t.throws(() => app.from('app.example.com'), { name: 'TypeError', message: meant })
  await t.rejects(app.toRefuseStrangers('/', { like: 'app.example.com' }), { name: 'TypeError', message: meant })
  for (const text of ['', 'a b', '/']) {
    t.throws(() => app.from(text), { name: 'TypeError', message: notAnOrigin(text, undefined) })
  }
  await app.from('null').toBeRefused('/')
  await app.from('capacitor://localhost').toBeRefused('/')
})

t.test('apps that cannot be tested', async (t) => {
  for (const app of [undefined, null, 1, {}, { ready() {} }, { fetch: 1 }]) {
    await t.rejects(expectCors(app as unknown as TestableApp).toVaryByOrigin('/'), {
      name: 'TypeError',
      message: testedAppTexts.notAnApp(app),
    })
  }
  for (const url of ['', '/things', 'ftp://example.com', 'localhost:3000']) {
    await t.rejects(expectCors(url).toVaryByOrigin('/'), {
      name: 'TypeError',
      message: testedAppTexts.notAnHttpUrl(url),
    })
  }
})
