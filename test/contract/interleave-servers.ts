import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import http2 from 'node:http2'
import type { AddressInfo, Server } from 'node:net'
import express from 'express'
import express4 from 'express4'
import Fastify from 'fastify'
import { H3, toNodeHandler } from 'h3'
import { cors as expressCors } from '../../src/adapters/express.js'
import fastifyCors, { type CorsPluginOptions } from '../../src/adapters/fastify.js'
import { withCors as withFetchCors } from '../../src/adapters/fetch.js'
import { withCors } from '../../src/adapters/node.js'
import type { Address } from '../support/client.js'
import {
  actOnFetch,
  actOnNode,
  FETCH_KINDS,
  HTTP2_KINDS,
  type Inputs,
  NODE_KINDS,
  type Part,
  partOf,
} from './interleave-apps.js'
import type { Interleaved, InterleavedServers } from './run-interleave.js'

export const interleavedServers: InterleavedServers = {
  'node:http': startNode,
  'node:http2': startHttp2,
  'Express 5': (inputs) => startExpress(express as unknown as typeof express4, inputs),
  'Express 4': (inputs) => startExpress(express4, inputs),
  Fastify: startFastify,
  'H3 through fetch': startH3,
  'H3 through node': startH3OnNode,
}

export async function listen(
  server: Server,
  kinds: readonly string[],
  protocol: Address['protocol'] = 'http',
): Promise<Interleaved> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: { protocol, port },
    kinds,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

/** Each part with its own policy around the same listener. */
function listenerOf({ fixed, open, live, chosen }: Inputs, bare: Listener): Listener {
  const parts: Record<Part, Listener> = {
    fixed: withCors(fixed, bare),
    open: withCors(open, bare),
    live: withCors(live, bare),
    chosen: withCors(chosen, bare),
    bare,
  }
  return (request, response) => parts[partOf(request.url)](request, response)
}

const act: Listener = (request, response) =>
  actOnNode(request, response).catch(() => {
    response.statusCode = 500
    response.end('broken')
  })

function startNode(inputs: Inputs): Promise<Interleaved> {
  return listen(createServer(listenerOf(inputs, act)), NODE_KINDS)
}

function startHttp2(inputs: Inputs): Promise<Interleaved> {
  const server = http2.createServer(listenerOf(inputs, act) as never)
  return listen(server, HTTP2_KINDS, 'h2c')
}

function startExpress(framework: typeof express4, { fixed, open, live, chosen }: Inputs): Promise<Interleaved> {
  const app = framework()
  app.set('env', 'test')
  app.use('/fixed', expressCors(fixed))
  app.use('/open', expressCors(open))
  app.use('/live', expressCors(live))
  app.use('/chosen', expressCors(chosen))
  app.use((request, response, next) => void actOnNode(request, response).catch(next))
  return listen(createServer(app), NODE_KINDS)
}

async function startFastify({ fixed, open, live, chosen }: Inputs): Promise<Interleaved> {
  const app = Fastify()
  const options: Record<Part, CorsPluginOptions | undefined> = {
    fixed,
    open,
    live: { policy: live },
    chosen: { policy: chosen },
    bare: undefined,
  }
  for (const [part, input] of Object.entries(options)) {
    app.register(async (scope) => {
      if (input !== undefined) await scope.register(fastifyCors, input)
      scope.all(`/${part}/throws`, async () => {
        throw new Error('broken')
      })
      scope.all(`/${part}/:kind`, (request, reply) => {
        reply.hijack()
        act(request.raw, reply.raw)
      })
    })
  }
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return { address: { protocol: 'http', port }, kinds: NODE_KINDS, close: () => app.close() }
}

type Handler = (request: Request) => Promise<Response>

/** Each part with its own policy around the same handler. */
export function handlerOf({ fixed, open, live, chosen }: Inputs, bare: Handler): Handler {
  const parts: Record<Part, Handler> = {
    fixed: withFetchCors(fixed, bare),
    open: withFetchCors(open, bare),
    live: withFetchCors(live, bare),
    chosen: withFetchCors(chosen, bare),
    bare,
  }
  return (request) => parts[partOf(request.url)](request)
}

function h3App(): H3 {
  return new H3({ silent: true }).all('/**', (event) => actOnFetch(event.req))
}

function startH3(inputs: Inputs): Promise<Interleaved> {
  const app = h3App()
  const fetch = handlerOf(inputs, async (request) => await app.fetch(request))
  return listen(createServer(toNodeHandler({ fetch } as unknown as H3) as Listener), FETCH_KINDS)
}

function startH3OnNode(inputs: Inputs): Promise<Interleaved> {
  return listen(createServer(listenerOf(inputs, toNodeHandler(h3App()) as Listener)), FETCH_KINDS)
}
