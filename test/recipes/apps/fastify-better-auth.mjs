// #region recipe
import { toNodeHandler } from 'better-auth/node'
import cors from 'cors-policy/fastify'
import Fastify from 'fastify'
import { auth } from './better-auth.mjs'
import { config } from './config.mjs'

const app = Fastify()
await app.register(cors, config)
await app.register(async (scope) => {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
  scope.all('/api/auth/*', (request, reply) => {
    reply.hijack()
    return toNodeHandler(auth)(request.raw, reply.raw)
  })
})
// #endregion

app.get('/broken', async () => {
  throw new Error('broken')
})
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
