// #region recipe
import { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import cors from 'cors-policy/fastify'
import Fastify from 'fastify'
import { config } from './config.mjs'
import { schema } from './graphql-schema.mjs'

const app = Fastify()
await app.register(cors, config)
const apollo = new ApolloServer({ schema })
await apollo.start()
app.route({ url: '/graphql', method: ['GET', 'POST'], handler: fastifyApolloHandler(apollo) })
// #endregion

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
