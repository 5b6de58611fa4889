import 'reflect-metadata'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { All, Controller, type INestApplication, Module, Req, Res } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import Fastify from 'fastify'
import { cors as expressCors } from '../../src/adapters/express.js'
import fastifyCors from '../../src/adapters/fastify.js'
import { behaviourOf, counter, fastifyOptions, type Input, type Running } from './servers.js'
import { behaviours } from './table.js'

/** The part of Express's response and of Fastify's reply that both have. */
interface NestResponse {
  status(status: number): this
  header(name: string, value: string): this
  send(body: unknown): unknown
}

/** A Nest app with one controller. Its decorators are called by hand: only Nest's own code needs them as syntax. */
function makeModule(run: () => void) {
  class TableController {
    async answer(request: { url: string }, response: NestResponse): Promise<void> {
      const behaviour = behaviourOf(new URL(request.url, 'http://localhost').pathname, run)
      if (typeof behaviour !== 'object') {
        if (behaviour !== 'stream') throw new Error('broken')
        if ('pipe' in response) Readable.from(['a', 'b']).pipe(response as never)
        else response.send(Readable.from(['a', 'b']))
        return
      }
      for (const [name, value] of Object.entries(behaviour.headers)) response.header(name, value)
      response.status(behaviour.status).send(behaviour.body)
    }
  }
  class TableModule {}
  const { prototype } = TableController
  const descriptor = Object.getOwnPropertyDescriptor(prototype, 'answer') as PropertyDescriptor
  All([...Object.keys(behaviours), '/stream', '/throws', '/throws-later'])(prototype, 'answer', descriptor)
  Req()(prototype, 'answer', 0)
  Res()(prototype, 'answer', 1)
  Controller()(TableController)
  Module({ controllers: [TableController] })(TableModule)
  return TableModule
}

export async function startNestOnExpress(input: Input): Promise<Running> {
  const { run, runs } = counter()
  const app = await NestFactory.create(makeModule(run), { logger: false })
  app.use(expressCors(input))
  return start(app, runs)
}

export async function startNestOnFastify(input: Input): Promise<Running> {
  const { run, runs } = counter()
  const instance = Fastify()
  // Before Nest is there: it adds a hook of its own, for middlewares.
  await instance.register(fastifyCors, fastifyOptions(input))
  const adapter = new FastifyAdapter(instance as never)
  const app = await NestFactory.create<NestFastifyApplication>(makeModule(run), adapter, { logger: false })
  return start(app, runs)
}

async function start(app: INestApplication, runs: () => number): Promise<Running> {
  await app.listen(0, '127.0.0.1')
  const { port } = app.getHttpServer().address() as AddressInfo
  return { address: { protocol: 'http', port }, runs, close: () => app.close() }
}
