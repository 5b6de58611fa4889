// #region recipe
import awsLambda from '@fastify/aws-lambda'
import cors from 'cors-policy/fastify'
import Fastify from 'fastify'
import { config } from './config.mjs'

const app = Fastify()
await app.register(cors, config)
export const handler = awsLambda(app)
// #endregion

const { host } = await import('./lambda-host.mjs')

app.get('/', async () => 'ok')
app.get('/private', async (_, reply) => reply.code(401).send('no token'))
app.get('/broken', async () => {
  throw new Error('broken')
})
await app.ready()
host(handler)
