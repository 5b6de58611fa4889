// #region recipe
import cors from 'cors-policy/fastify'
import Fastify from 'fastify'
import { createYoga } from 'graphql-yoga'
import { config } from './config.mjs'
import { schema } from './graphql-schema.mjs'

const app = Fastify()
await app.register(cors, config)
const yoga = createYoga({ schema, cors: false })
app.route({
  url: yoga.graphqlEndpoint,
  method: ['GET', 'POST'],
  handler: (req, reply) => yoga.handleNodeRequestAndResponse(req, reply),
})
// #endregion

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
