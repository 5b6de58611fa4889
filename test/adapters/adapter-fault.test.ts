import { createServer } from 'node:http'
import Fastify from 'fastify'
import { Hono } from 'hono'
import Koa from 'koa'
import t from 'tap'
import { checkHandler, checkListener, faultError } from '../../src/adapters/adapter-fault.js'
import { messageOf } from '../support/message-of.js'

t.test('a function is taken', async (t) => {
  for (const listener of [() => {}, async () => {}, new Koa().callback(), class {}]) {
    t.doesNotThrow(() => checkListener(listener))
    t.doesNotThrow(() => checkHandler(listener))
  }
})

t.test('values in the place of a listener or a handler', async (t) => {
  const rows: [name: string, value: unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['text', 'app'],
    ['a config', { origins: '*' }],
    ['Koa', new Koa()],
    ['Hono', new Hono()],
    ['a module of Workers', { fetch: () => new Response() }],
    ['Fastify', Fastify()],
    ['a server', createServer()],
    ['an object without a prototype', Object.create(null)],
  ]
  const messages: string[] = []
  for (const [name, value] of rows) {
    t.throws(() => checkListener(value), TypeError, name)
    t.throws(() => checkHandler(value), TypeError, name)
    messages.push(
      name,
      messageOf(() => checkListener(value)),
      messageOf(() => checkHandler(value)),
    )
  }
  t.matchSnapshot(messages.join('\n'))
})

t.test('an error names its adapter', async (t) => {
  t.match(faultError({ code: 'fastify-app' }), { name: 'TypeError', message: /^cors-policy: withCors\(\) / })
})
