import 'reflect-metadata'
import { Controller, type MiddlewareConsumer, Module, Put } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import t from 'tap'
import cors from '../../src/adapters/fastify.js'
import { corsFields } from '../support/cors-fields.js'
import { ACTUAL, APP, asking, config, PREFLIGHT } from '../support/policy.js'

/** Nest on Fastify with a middleware that rejects. Nest runs middlewares in an onRequest hook, which comes first. */

interface Refusing {
  statusCode: number
  end(text: string): void
}

class ThingsController {
  put(): string {
    return 'put'
  }
}
const descriptor = Object.getOwnPropertyDescriptor(ThingsController.prototype, 'put') as PropertyDescriptor
Put('/things')(ThingsController.prototype, 'put', descriptor)
Controller()(ThingsController)

class AppModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply((_: unknown, response: Refusing) => {
        response.statusCode = 401
        response.end('who are you?')
      })
      .forRoutes('*path')
  }
}
Module({ controllers: [ThingsController] })(AppModule)

/** An app, and the messages that it logs as warnings. */
async function nest(build: (options: FastifyServerOptions) => Promise<NestFastifyApplication>) {
  const warnings: string[] = []
  const write = (line: string) => warnings.push((JSON.parse(line) as { msg: string }).msg)
  const app = await build({ logger: { level: 'warn', stream: { write } } })
  await app.init()
  t.teardown(() => app.close())
  return { fastify: app.getHttpAdapter().getInstance() as unknown as FastifyInstance, warnings }
}

t.test('registered on the instance that Nest is given', async (t) => {
  const { fastify, warnings } = await nest(async (options) => {
    const instance = Fastify(options)
    await instance.register(cors, config)
    const adapter = new FastifyAdapter(instance as never)
    return NestFactory.create<NestFastifyApplication>(AppModule, adapter, { logger: false })
  })
  const preflight = await fastify.inject({ method: 'OPTIONS', url: '/things', headers: asking('PUT') })
  t.strictSame([preflight.statusCode, corsFields(preflight.headers)], [204, PREFLIGHT])
  const actual = await fastify.inject({ method: 'PUT', url: '/things', headers: { origin: APP } })
  t.strictSame([actual.statusCode, actual.body, corsFields(actual.headers)], [401, 'who are you?', ACTUAL])
  t.strictSame(warnings, [])
})

t.test('registered on the app, the middleware answers first, and the plugin warns at startup', async (t) => {
  const { fastify, warnings } = await nest(async (options) => {
    const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(options as never), {
      logger: false,
    })
    await app.register(cors as never, config as never)
    return app
  })
  t.equal(warnings.length, 1)
  t.match(warnings[0], /onRequest hook.*FastifyAdapter/)
  const preflight = await fastify.inject({ method: 'OPTIONS', url: '/things', headers: asking('PUT') })
  t.equal(preflight.statusCode, 401)
  t.equal(warnings.length, 1)
})
