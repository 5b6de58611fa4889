// #region recipe
import cors from 'cors-policy/fastify'
import Fastify from 'fastify'
import { config } from './config.mjs'

const app = Fastify()
await app.register(cors, config)
// #endregion

app.get('/', async () => 'ok')
app.get('/private', async (_, reply) => reply.code(401).send('no token'))
app.get('/broken', async () => {
  throw new Error('broken')
})
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
