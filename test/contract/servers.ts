import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { Readable } from 'node:stream'
import connect from 'connect'
import express from 'express'
import express4 from 'express4'
import Fastify, { type FastifyInstance } from 'fastify'
import { H3, toNodeHandler } from 'h3'
import { cors as expressCors } from '../../src/adapters/express.js'
import fastifyCors, { type CorsPluginOptions } from '../../src/adapters/fastify.js'
import { withCors as withFetchCors } from '../../src/adapters/fetch.js'
import { withCors } from '../../src/adapters/node.js'
import type { CorsConfig, LivePolicy } from '../../src/index.js'
import { makeCertificate } from '../support/certificate.js'
import type { Address } from '../support/client.js'
import { startNestOnExpress, startNestOnFastify } from './nest.js'
import { type Behaviour, behaviours } from './table.js'

/** A server with the behaviour of the request table and a policy in front of it. */
export interface Running {
  readonly address: Address
  /** How often the app's own code has run. */
  runs(): number
  close(): Promise<void>
}

export type Input = CorsConfig | LivePolicy

export type Servers = Readonly<Record<string, (input: Input) => Promise<Running>>>

/** Every adapter, in every framework and protocol that it is for; those of fetch that replace globals are in hono.ts. */
export const servers: Servers = {
  'node:http': startNode,
  'node:https': startHttps,
  'node:http2': startHttp2,
  'node:http2, secure': (input) => startSecureHttp2(input, 'h2'),
  'node:http2, secure, spoken to in HTTP/1.1': (input) => startSecureHttp2(input, 'https'),
  'Express 5': (input) => startExpress(express as unknown as typeof express4, input),
  'Express 4': (input) => startExpress(express4, input),
  Connect: startConnect,
  'Nest on Express': startNestOnExpress,
  'Nest on Fastify': startNestOnFastify,
  Fastify: (input) => startFastify(Fastify(), input, 'http'),
  'Fastify over HTTP/2': (input) => startFastify(Fastify({ http2: true }) as unknown as FastifyInstance, input, 'h2c'),
  'H3 through fetch': startH3,
  'H3 through node': startH3OnNode,
}

export async function listen(server: Server, protocol: Address['protocol'], runs: () => number): Promise<Running> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { address: { protocol, port }, runs, close }
}

/** Counts the runs of an app. */
export function counter() {
  let count = 0
  return { run: () => count++, runs: () => count }
}

export function pathOf(url: string | undefined): string {
  return new URL(String(url), 'http://localhost').pathname
}

function nodeListener(run: () => void) {
  return async (request: IncomingMessage, response: ServerResponse) => {
    const path = pathOf(request.url)
    try {
      const behaviour = behaviourOf(path, run)
      if (behaviour === undefined) response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found')
      else if (behaviour === 'stream') Readable.from(['a', 'b']).pipe(response)
      else if (behaviour === 'throws-later') await Promise.reject(new Error(path))
      else if (behaviour === 'throws') throw new Error(path)
      else response.writeHead(behaviour.status, behaviour.headers).end(behaviour.body)
    } catch {
      response.statusCode = 500
      response.end('broken')
    }
  }
}

/** What to do for a path; undefined if there is nothing there. */
export function behaviourOf(
  path: string,
  run: () => void,
): Behaviour | 'throws' | 'throws-later' | 'stream' | undefined {
  const special = path.slice(1)
  const behaviour =
    special === 'throws' || special === 'throws-later' || special === 'stream' ? special : behaviours[path]
  if (behaviour !== undefined) run()
  return behaviour
}

function startNode(input: Input): Promise<Running> {
  const { run, runs } = counter()
  return listen(createServer(withCors(input, nodeListener(run))), 'http', runs)
}

async function startHttps(input: Input): Promise<Running> {
  const { run, runs } = counter()
  return listen(https.createServer(await makeCertificate(), withCors(input, nodeListener(run))), 'https', runs)
}

type Http2Listener = (request: http2.Http2ServerRequest, response: http2.Http2ServerResponse) => unknown

function http2Listener(run: () => void): Http2Listener {
  return nodeListener(run) as unknown as Http2Listener
}

function startHttp2(input: Input): Promise<Running> {
  const { run, runs } = counter()
  return listen(http2.createServer(withCors(input, http2Listener(run))), 'h2c', runs)
}

async function startSecureHttp2(input: Input, protocol: 'h2' | 'https'): Promise<Running> {
  const { run, runs } = counter()
  const options = { ...(await makeCertificate()), allowHTTP1: true }
  return listen(http2.createSecureServer(options, withCors(input, http2Listener(run))), protocol, runs)
}

function startExpress(framework: typeof express4, input: Input): Promise<Running> {
  const { run, runs } = counter()
  const app = framework()
  app.set('env', 'test')
  app.use(expressCors(input))
  app.use(framework.json())
  app.use((request, response, next) => {
    const behaviour = behaviourOf(request.path, run)
    if (behaviour === undefined) next()
    else if (behaviour === 'throws') throw new Error('broken')
    else if (behaviour === 'throws-later') setImmediate(() => next(new Error('broken')))
    else if (behaviour === 'stream') Readable.from(['a', 'b']).pipe(response)
    else response.set(behaviour.headers).status(behaviour.status).send(behaviour.body)
  })
  return listen(createServer(app), 'http', runs)
}

function startConnect(input: Input): Promise<Running> {
  const { run, runs } = counter()
  const app = connect()
  app.use(expressCors(input))
  app.use((request, response, next) => {
    const behaviour = behaviourOf(pathOf(request.url), run)
    if (behaviour === undefined) next()
    else if (behaviour === 'throws') throw new Error('broken')
    else if (behaviour === 'throws-later') setImmediate(() => next(new Error('broken')))
    else if (behaviour === 'stream') Readable.from(['a', 'b']).pipe(response)
    else response.writeHead(behaviour.status, Object.entries(behaviour.headers).flat()).end(behaviour.body)
  })
  // Connect writes the stack of an error to the console unless it runs in a test.
  ;(app as unknown as { stack: unknown[] }).stack.push({
    route: '',
    handle: (_error: unknown, _request: IncomingMessage, response: ServerResponse, _next: unknown) => {
      response.statusCode = 500
      response.end('broken')
    },
  })
  return listen(createServer(app), 'http', runs)
}

async function startFastify(app: FastifyInstance, input: Input, protocol: 'http' | 'h2c'): Promise<Running> {
  const { run, runs } = counter()
  await app.register(fastifyCors, fastifyOptions(input))
  addFastifyRoutes(app, run)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return { address: { protocol, port }, runs, close: () => app.close() }
}

export function fastifyOptions(input: Input): CorsPluginOptions {
  return 'replace' in input ? { policy: input } : input
}

function addFastifyRoutes(app: FastifyInstance, run: () => void): void {
  app.all('/throws', async () => {
    run()
    throw new Error('broken')
  })
  app.all('/throws-later', (_, reply) => {
    run()
    setImmediate(() => reply.send(new Error('broken')))
  })
  app.all('/stream', async () => {
    run()
    return Readable.from(['a', 'b'])
  })
  for (const [path, { status, headers, body }] of Object.entries(behaviours)) {
    app.all(path, async (_, reply) => {
      run()
      return reply.code(status).headers(headers).send(body)
    })
  }
}

/** The table's behaviour as a fetch handler, which may throw. */
export async function answerFetch(path: string, run: () => void): Promise<Response> {
  const behaviour = behaviourOf(path, run)
  if (behaviour === undefined) return new Response('not found', { status: 404 })
  if (behaviour === 'stream') return new Response(new Blob(['a', 'b']).stream())
  if (behaviour === 'throws' || behaviour === 'throws-later') throw new Error('broken')
  const { status, headers, body } = behaviour
  return new Response(body === '' ? null : body, { status, headers })
}

function h3App(run: () => void): H3 {
  const app = new H3({ silent: true })
  app.all('/**', (event) => answerFetch(event.url.pathname, run))
  return app
}

function toNodeListener(app: H3) {
  return toNodeHandler(app) as (request: IncomingMessage, response: ServerResponse) => unknown
}

function startH3(input: Input): Promise<Running> {
  const { run, runs } = counter()
  const app = h3App(run)
  const handler = withFetchCors(input, async (request: Request) => await app.fetch(request))
  return listen(createServer(toNodeListener({ fetch: handler } as unknown as H3)), 'http', runs)
}

function startH3OnNode(input: Input): Promise<Running> {
  const { run, runs } = counter()
  return listen(createServer(withCors(input, toNodeListener(h3App(run)))), 'http', runs)
}
