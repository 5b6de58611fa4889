// @ts-check
// One Fastify app with several policies: a default for all routes, and routes with another one.
//
//   npm install fastify cors-policy
//   node route-policies.mjs

import cors from 'cors-policy/fastify'
import Fastify from 'fastify'

export async function build() {
  const app = Fastify()

  await app.register(cors, {
    // The default: our own web app, with cookies.
    origins: ['https://app.example.com'],
    methods: ['PUT'],
    headers: ['content-type'],
    credentials: true,
    // Policies that routes choose by name.
    policies: {
      public: { origins: '*', maxAge: 86_400 },
    },
  })

  app.get('/profile', async () => ({ name: 'Ada' }))
  app.put('/profile', async (_request, reply) => reply.code(204).send())

  // By name: every site may read prices, without cookies.
  app.get('/prices', { config: { cors: 'public' } }, async () => ({ tea: 3 }))

  // A policy for one method of a URL. A preflight gets the policy of the route that it asks about: for PUT of /profile
  // that is the default, for DELETE it is this one.
  app.delete(
    '/profile',
    { config: { cors: { origins: ['https://admin.example.com'], methods: ['DELETE'], credentials: true } } },
    async (_request, reply) => reply.code(204).send(),
  )

  // No CORS headers: only servers call this route, never pages.
  app.post('/webhooks/payment', { config: { cors: false } }, async () => ({ received: true }))

  // A name that is not in `policies`, or a config with a mistake in it, stops the start.
  return app
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000' } = process.env
  const app = await build()
  console.log(`Listening on ${await app.listen({ host: '127.0.0.1', port: Number(PORT) })}`)
}
