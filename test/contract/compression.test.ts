import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import fastifyCompress from '@fastify/compress'
import compression from 'compression'
import connect from 'connect'
import express from 'express'
import express4 from 'express4'
import Fastify from 'fastify'
import { Hono } from 'hono'
import { compress as honoCompress } from 'hono/compress'
import t from 'tap'
import { cors as expressCors } from '../../src/adapters/express.js'
import fastifyCors from '../../src/adapters/fastify.js'
import { withCors as withFetchCors } from '../../src/adapters/fetch.js'
import { cors as honoCors } from '../../src/adapters/hono.js'
import { withCors } from '../../src/adapters/node.js'
import { expectNoCrash } from '../support/crashes.js'
import { exchange } from '../support/exchange.js'
import { APP, config, EVIL } from '../support/policy.js'
import { serve } from '../support/serve.js'

/**
 * What compresses has a Vary of its own, and so may the app. A response says all that it says without a policy, and
 * Origin: the same app runs with and without one.
 */

const TEXT = 'text '.repeat(1000)
const ETAG = '"1"'

type Next = (error?: unknown) => void
type Middleware = (request: IncomingMessage, response: ServerResponse, next: Next) => void

const text = (response: ServerResponse) => response.setHeader('Content-Type', 'text/plain')

/** Ways to answer with node:http, and to set Vary. */
const ways: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  text: (response) => text(response).end(TEXT),
  short: (response) => text(response).end('short'),
  stream: (response) => Readable.from([TEXT, TEXT]).pipe(text(response)),
  flushed: (response) => {
    text(response).flushHeaders()
    response.end(TEXT)
  },
  'not-modified': (response) => {
    response.statusCode = 304
    text(response).setHeader('ETag', ETAG).end()
  },
  set: (response) => text(response).setHeader('Vary', 'Accept-Language').end(TEXT),
  lines: (response) => text(response).setHeader('Vary', ['Accept-Language', 'Cookie']).end(TEXT),
  append: (response) => text(response).appendHeader('Vary', 'Accept-Language').end(TEXT),
  remove: (response) => {
    text(response).setHeader('Vary', 'Accept-Language').removeHeader('Vary')
    response.end(TEXT)
  },
  all: (response) => text(response).setHeader('Vary', '*').end(TEXT),
  object: (response) => response.writeHead(200, { 'content-type': 'text/plain', vary: 'Accept-Language' }).end(TEXT),
  list: (response) => response.writeHead(200, ['content-type', 'text/plain', 'vary', 'Accept-Language']).end(TEXT),
  'set-and-object': (response) =>
    text(response).setHeader('Vary', 'Cookie').writeHead(200, { vary: 'Accept-Language' }).end(TEXT),
  late: (response) => setImmediate(() => text(response).setHeader('Vary', 'Accept-Language').end(TEXT)),
}

const act: Middleware = ({ url = '' }, response, next) => {
  const way = ways[url.slice(1)]
  // Connect sends the stack, in which our functions would be.
  if (url === '/throws') next(Object.assign(new Error(TEXT), { stack: TEXT }))
  else if (way === undefined) next()
  else way(response)
}

type Order = 'policy first' | 'compression first'
/** An app with or without a policy. */
type Make = (order: Order, policy: boolean) => Server | Promise<Server>

function useAll(app: { use(middleware: never): unknown }, order: Order, policy: boolean, last: Middleware[]): void {
  const stack = [...(policy ? [expressCors(config)] : []), compression({ threshold: 100 })]
  for (const each of [...(order === 'policy first' ? stack : stack.reverse()), ...last]) app.use(each as never)
}

function makeExpress(framework: typeof express4): Make {
  return (order, policy) => {
    const app = framework()
    app.set('env', 'test')
    app.get('/vary', (_request, response) => {
      response.vary('Accept-Language').type('text').send(TEXT)
    })
    const router = framework()
    router.set('env', 'test')
    useAll(router, order, policy, [app as never, act])
    return createServer(router)
  }
}

const makers: Readonly<Record<string, Make>> = {
  'Express 5': makeExpress(express as unknown as typeof express4),
  'Express 4': makeExpress(express4),
  Connect: (order, policy) => {
    const app = connect()
    useAll(app, order, policy, [act])
    return createServer(app)
  },
  'compression in a listener': (_, policy) => {
    const compress = compression({ threshold: 100 }) as unknown as Middleware
    const listener = (request: IncomingMessage, response: ServerResponse) =>
      compress(request, response, () => act(request, response, () => response.writeHead(500).end(TEXT)))
    return createServer(policy ? withCors(config, listener) : listener)
  },
  Fastify: async (order, policy) => {
    const app = Fastify()
    const addPolicy = async () => (policy ? await app.register(fastifyCors, config) : undefined)
    if (order === 'policy first') await addPolicy()
    await app.register(fastifyCompress, { threshold: 100 })
    if (order !== 'policy first') await addPolicy()
    app.get('/text', (_, reply) => reply.type('text/plain').send(TEXT))
    app.get('/set', (_, reply) => reply.type('text/plain').header('Vary', 'Accept-Language').send(TEXT))
    app.get('/stream', (_, reply) => reply.type('text/plain').send(Readable.from([TEXT, TEXT])))
    app.get('/not-modified', (_, reply) => reply.code(304).header('etag', ETAG).send())
    app.get('/remove', (_, reply) => reply.type('text/plain').removeHeader('vary').send(TEXT))
    app.get('/throws', async () => {
      throw new Error(TEXT)
    })
    await app.ready()
    return app.server
  },
  Hono: (order, policy) => serverOf(honoApp(order, policy).fetch),
  'Hono through fetch': (order, policy) => {
    const app = honoApp(order, false)
    const handle = async (request: Request) => await app.fetch(request)
    return serverOf(policy ? withFetchCors(config, handle) : handle)
  },
}

function honoApp(order: Order, policy: boolean): Hono {
  const app = new Hono()
  const stack = [...(policy ? [honoCors(config)] : []), honoCompress({ threshold: 100 })]
  for (const each of order === 'policy first' ? stack : stack.reverse()) app.use(each)
  app.get('/text', (context) => context.text(TEXT))
  app.get('/set', (context) => context.text(TEXT, 200, { vary: 'Accept-Language' }))
  app.get('/stream', () => new Response(new Blob([TEXT]).stream(), { headers: { 'content-type': 'text/plain' } }))
  app.get('/not-modified', (context) => context.body(null, 304, { etag: ETAG }))
  app.get('/throws', () => {
    throw new Error('broken')
  })
  app.onError((_, context) => context.text(TEXT, 500))
  return app
}

/** The smallest server for a fetch handler. */
function serverOf(handle: (request: Request) => Response | Promise<Response>): Server {
  return createServer(async ({ url, method = '', headers }, response) => {
    const answer = await handle(new Request(`http://localhost${url}`, { method, headers: headers as never }))
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()))
  })
}

function namesIn(vary: string | undefined): string[] {
  return (vary ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .sort()
}

/** Vary as it is without a policy, and Origin in addition. */
function withOrigin(names: readonly string[]): string[] {
  return names.includes('*') ? ['*'] : [...new Set([...names, 'origin'])].sort()
}

const BROWSER = { 'accept-encoding': 'gzip, deflate, br', 'if-none-match': ETAG }
const PATHS = [...Object.keys(ways), 'vary', 'throws', 'missing']

for (const [name, make] of Object.entries(makers)) {
  t.test(name, async (t) => {
    for (const order of ['policy first', 'compression first'] as const) {
      const [bare, port] = await Promise.all(
        [false, true].map(async (policy) => await serve(t, await make(order, policy))),
      )
      let compressed = 0
      for (const path of PATHS) {
        for (const method of ['GET', 'HEAD']) {
          for (const origin of [APP, EVIL, undefined]) {
            const sent = { method, headers: { ...BROWSER, ...(origin && { origin }) } }
            const ask = (port: number | undefined) => exchange(`http://127.0.0.1:${port}/${path}`, sent)
            const [without, response] = await Promise.all([ask(bare), ask(port)])
            const title = `${order}: ${method} /${path} from ${origin}`
            t.strictSame(namesIn(response.headers.vary), withOrigin(namesIn(without.headers.vary)), title)
            t.strictSame(
              [response.status, response.headers['content-encoding'], response.body],
              [without.status, without.headers['content-encoding'], without.body],
            )
            t.equal(response.headers['access-control-allow-origin'], origin === APP ? APP : undefined)
            if (response.headers['content-encoding'] !== undefined) {
              compressed++
              t.match(namesIn(response.headers.vary).join(), /accept-encoding|^\*$/, 'a cache knows')
            }
          }
        }
      }
      t.ok(compressed > 10, `${compressed} are compressed`)
    }
  })
}

expectNoCrash(t)
