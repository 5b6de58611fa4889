// @ts-check
// One API for an app with a subdomain per customer, and with a preview of each pull request.

import cors from 'cors-policy/fastify'
import Fastify from 'fastify'

export async function build() {
  const app = Fastify()

  await app.register(cors, {
    origins: [
      // A pattern never matches the domain itself.
      'https://example.com',
      // Any subdomain, however deep: https://acme.example.com, https://eu.acme.example.com. Anyone who controls
      // one of them can read with your users' cookies, so give none away, and look for forgotten DNS entries.
      'https://*.example.com',
      // A * inside a label matches letters, digits and hyphens, never a dot: https://pr-7.preview.example.net.
      'https://pr-*.preview.example.net',
      // 'https://pr-*.vercel.app' would be refused: anyone can deploy https://pr-evil.vercel.app.
    ],
    methods: ['PATCH'],
    headers: ['content-type'],
    credentials: true,
  })

  app.get('/me', async () => ({ name: 'Ada' }))
  app.patch('/me', async (request) => ({ name: 'Ada', .../** @type {object} */ (request.body) }))

  return app
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000' } = process.env
  const app = await build()
  console.log(`Listening on ${await app.listen({ host: '127.0.0.1', port: Number(PORT) })}`)
}
