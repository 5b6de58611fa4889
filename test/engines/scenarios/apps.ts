import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import express from 'express'
import Fastify, { type FastifyInstance } from 'fastify'
import { cors as expressCors } from '../../../src/adapters/express.js'
import fastifyCors from '../../../src/adapters/fastify.js'
import { withCors as withFetchCors } from '../../../src/adapters/fetch.js'
import { withCors } from '../../../src/adapters/node.js'
import type { CorsConfig } from '../../../src/index.js'
import type { Log } from './log.js'

/** A server with a policy. */
export interface App {
  readonly url: string
  close(): Promise<unknown>
}

export type StartApp = (config: CorsConfig, log: Log) => Promise<App>

/** The same app behind each adapter. */
export const ADAPTERS: Readonly<Record<string, StartApp>> = {
  Fastify: async (config, log) => {
    const app: FastifyInstance = Fastify({ forceCloseConnections: true })
    app.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body))
    await app.register(fastifyCors, config)
    app.all('*', (request, reply) => {
      const { status, headers, body } = log.run(request.method, request.url)
      return reply.code(status).headers(headers).send(body)
    })
    log.watch(app.server)
    return { url: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() }
  },
  Express: (config, log) => {
    const app = express()
    app.use(expressCors(config))
    app.use((request, response) => {
      const { status, headers, body } = log.run(request.method, request.originalUrl)
      response.status(status).set(headers).end(body)
    })
    return listen(createServer(app), log)
  },
  'node:http': (config, log) => {
    const listener = withCors(config, (request, response) => {
      const { status, headers, body } = log.run(request.method, request.url)
      response.writeHead(status, headers).end(body)
    })
    return listen(createServer(listener), log)
  },
  'fetch, with Hono’s server': (config, log) => {
    const handler = withFetchCors(config, (request: Request) => {
      const { pathname, search } = new URL(request.url)
      const { status, headers, body } = log.run(request.method, pathname + search)
      return new Response(status === 204 ? null : new Uint8Array(body), { status, headers })
    })
    return listen(createServer(getRequestListener(handler)), log)
  },
}

async function listen(server: Server, log: Log): Promise<App> {
  log.watch(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    return closed
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}
