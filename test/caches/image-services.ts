import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import cors from '../../src/adapters/fastify.js'
import type { OriginPattern } from '../../src/index.js'
import { PIXEL } from '../engines/answers.js'

/** A server with the same picture at every path. */
export interface ImageService {
  readonly port: number
  /** The Origin of each request that got here, for a path. */
  origins(path: string): readonly (string | undefined)[]
  close(): Promise<unknown>
}

/** Says who may read the pictures. */
export type Share = (app: FastifyInstance, origins: readonly string[]) => unknown

const HEADERS = { 'content-type': 'image/png', 'cache-control': 'public, max-age=600' }

export const withPolicy: Share = (app, origins) => app.register(cors, { origins: origins as OriginPattern[] })

/** As it is often written by hand: the same headers, but no Vary. */
export const withoutVary: Share = (app, origins) =>
  app.addHook('onRequest', async ({ headers: { origin } }, reply) => {
    if (origin !== undefined && origins.includes(origin)) reply.header('access-control-allow-origin', origin)
  })

export async function startImageService(share: Share, origins: readonly string[]): Promise<ImageService> {
  const log: (readonly [path: string, origin: string | undefined])[] = []
  const app = Fastify({ forceCloseConnections: true })
  await share(app, origins)
  app.get('*', (request, reply) => {
    log.push([request.url, request.headers.origin])
    return reply.headers(HEADERS).send(Buffer.from(PIXEL, 'latin1'))
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    port: (app.server.address() as AddressInfo).port,
    origins: (path) => log.filter(([asked]) => asked === path).map(([, origin]) => origin),
    close: () => app.close(),
  }
}
