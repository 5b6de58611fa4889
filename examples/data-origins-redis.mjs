// @ts-check
// The origins of tenants are a set in Redis. A program that changes the set then publishes
// the changed origins:
//
//   redis-cli sadd tenant-origins https://shop.example
//   redis-cli publish tenant-origins https://shop.example
//
//   npm install redis fastify cors-policy
//   REDIS_URL=redis://localhost:6379 node data-origins-redis.mjs

import { livePolicy } from 'cors-policy'
import cors from 'cors-policy/fastify'
import { followOrigins, redisOrigins } from 'cors-policy/sync'
import Fastify from 'fastify'
import { createClient } from 'redis'

/** @param {string} url of Redis */
export async function build(url) {
  const app = Fastify({ logger: { level: 'warn' } })
  const client = createClient({ url })
  client.on('error', (error) => app.log.error(error))
  await client.connect()

  const policy = livePolicy({ origins: ['https://app.example.com'], headers: ['content-type'], credentials: true })
  const following = await followOrigins(
    policy,
    redisOrigins({ client, key: 'tenant-origins', channel: 'tenant-origins' }),
    {
      onError: (error) => app.log.error(error),
      onProblem: (problem) => app.log.warn(problem),
    },
  )
  app.addHook('onClose', async () => {
    await following.close()
    client.destroy()
  })

  await app.register(cors, { policy })
  app.get('/', async () => ({ tenants: following.status.size }))
  return app
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000', REDIS_URL = 'redis://localhost:6379' } = process.env
  const app = await build(REDIS_URL)
  console.log(`Listening on ${await app.listen({ port: Number(PORT), host: '127.0.0.1' })}`)
  process.once('SIGTERM', () => app.close())
}
