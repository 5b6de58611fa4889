import Fastify, { type FastifyReply } from 'fastify'
import t from 'tap'
import cors from '../../src/adapters/fastify.js'
import { corsFields } from '../support/cors-fields.js'
import { APP, asking, config } from '../support/policy.js'

/** `cors: 'untouched'`: a route that has CORS of its own. */

const OWN = {
  'access-control-allow-origin': 'https://partner.example.com',
  'access-control-expose-headers': 'x-own',
  'access-control-max-age': '5',
}
const KEPT = {
  vary: 'Accept, Origin',
  'allow-origin': 'https://partner.example.com',
  'expose-headers': 'x-own',
  'max-age': '5',
}
const WAYS: Record<string, (reply: FastifyReply) => unknown> = {
  headers: (reply) => reply.headers({ ...OWN, vary: 'Accept' }).send('x'),
  object: (reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { ...OWN, vary: 'Accept' }).end('x')
  },
  list: (reply) => {
    reply.hijack()
    reply.raw.writeHead(200, [...Object.entries(OWN).flat(), 'vary', 'Accept']).end('x')
  },
  mixed: (reply) => {
    reply.hijack()
    for (const [name, value] of Object.entries(OWN)) reply.raw.setHeader(name, value)
    reply.raw.writeHead(200, { vary: 'Accept' }).end('x')
  },
}

t.test('the headers of the handler stay, and Vary is ours too', async (t) => {
  const app = Fastify()
  await app.register(cors, config)
  for (const [name, answer] of Object.entries(WAYS)) {
    app.get(`/${name}`, { config: { cors: 'untouched' } }, (_, reply) => void answer(reply))
    app.get(`/${name}/false`, { config: { cors: false } }, (_, reply) => void answer(reply))
  }
  app.get('/none', { config: { cors: 'untouched' } }, async () => 'x')
  for (const name of Object.keys(WAYS)) {
    for (const headers of [{ origin: APP }, {}]) {
      t.strictSame(corsFields((await app.inject({ url: `/${name}`, headers })).headers), KEPT, name)
      const none = await app.inject({ url: `/${name}/false`, headers })
      t.strictSame(corsFields(none.headers), { vary: 'Accept, Origin' }, `${name}, with cors: false`)
    }
  }
  const none = await app.inject({ url: '/none', headers: { origin: APP } })
  t.strictSame(corsFields(none.headers), { vary: 'Origin' }, 'nothing is added')
})

t.test('its preflights are answered by the app', async (t) => {
  const app = Fastify()
  await app.register(cors, config)
  app.put('/x/me', { config: { cors: 'untouched' } }, async () => 'put')
  app.put('/x/:id', async () => 'put')
  app.options('/x/*', (_, reply) => reply.headers(OWN).code(200).send('by the app'))
  const own = await app.inject({ method: 'OPTIONS', url: '/x/me', headers: asking('PUT') })
  t.strictSame([own.statusCode, own.body], [200, 'by the app'])
  t.strictSame(corsFields(own.headers), { ...KEPT, vary: 'Origin' }, 'with the headers that it sets')
  const other = await app.inject({ method: 'OPTIONS', url: '/x/you', headers: asking('PUT') })
  t.equal(other.statusCode, 204, 'and not those of other routes')
})
