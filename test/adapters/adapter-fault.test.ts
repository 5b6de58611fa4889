import { createServer } from 'node:http'
import Fastify from 'fastify'
import { Hono } from 'hono'
import Koa from 'koa'
import t from 'tap'
import { checkHandler, checkListener, faultError } from '../../src/adapters/adapter-fault.js'

t.test('a function is taken', async (t) => {
  for (const listener of [() => {}, async () => {}, new Koa().callback(), class {}]) {
    t.doesNotThrow(() => checkListener(listener))
    t.doesNotThrow(() => checkHandler(listener))
  }
})

t.test('values in the place of a listener or a handler', async (t) => {
  const rows: [name: string, value: unknown, listener: RegExp, handler: RegExp][] = [
    [
      'nothing',
      undefined,
      /expected a request listener .*, got undefined/,
      /expected a fetch handler .*, got undefined/,
    ],
    ['null', null, /got null/, /got null/],
    ['text', 'app', /got "app"/, /got "app"/],
    ['a config', { origins: '*' }, /got an object\. Pass \(request, response\)/, /got an object\. Pass \(request\)/],
    ['Koa', new Koa(), /got a Koa app\. Pass app\.callback\(\)/, /got a Koa app\. Pass app\.callback\(\)/],
    ['Hono', new Hono(), /cors-policy\/fetch/, /app\.fetch\(request, \.\.\.rest\)/],
    ['a module of Workers', { fetch: () => new Response() }, /cors-policy\/fetch/, /app\.fetch\(request, \.\.\.rest\)/],
    ['Fastify', Fastify(), /got a Fastify app\. Use app\.register\(cors, config\)/, /got a Fastify app/],
    ['a server', createServer(), /got a server\. Wrap its listener/, /got a server/],
    ['an object without a prototype', Object.create(null), /got an object/, /got an object/],
  ]
  for (const [name, value, listener, handler] of rows) {
    t.throws(() => checkListener(value), TypeError, name)
    t.throws(() => checkListener(value), { message: listener }, name)
    t.throws(() => checkHandler(value), TypeError, name)
    t.throws(() => checkHandler(value), { message: handler }, name)
  }
})

t.test('an error names its adapter', async (t) => {
  t.match(faultError({ code: 'koa-app' }), { name: 'TypeError', message: /^cors-policy: withCors\(\) / })
})
