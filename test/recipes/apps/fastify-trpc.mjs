// #region recipe
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import cors from 'cors-policy/fastify'
import Fastify from 'fastify'
import { config } from './config.mjs'
import { appRouter } from './trpc-router.mjs'

const app = Fastify()
await app.register(cors, config)
await app.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions: { router: appRouter } })
// #endregion

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
