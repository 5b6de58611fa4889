// @ts-check
// A Fastify API that a web app on another origin uses: cookies, JSON bodies, a response header that scripts read.
//
//   npm install fastify cors-policy
//   node fastify.mjs

import cors from 'cors-policy/fastify'
import Fastify from 'fastify'

export async function build() {
  const app = Fastify()

  // Register it first, and await it: before routes, so that it sees each of them, and before authentication, so that
  // preflights (which never carry a cookie) are answered and a page can read why it got a 401.
  await app.register(cors, {
    origins: ['https://app.example.com', 'http://localhost:5173'],
    // GET, HEAD and POST need no entry: CORS cannot forbid them.
    methods: ['PUT', 'DELETE'],
    // JSON bodies need this one. Without it, a page's fetch() with JSON fails at the preflight.
    headers: ['content-type'],
    exposeHeaders: ['x-total-count'],
    credentials: true,
    // Browsers ask again after ten minutes, not before each request.
    maxAge: 600,
  })

  /** @type {Map<string, { title: string }>} */
  const notes = new Map([['1', { title: 'Buy milk' }]])

  app.get('/notes', async (_request, reply) => {
    reply.header('x-total-count', notes.size)
    return [...notes.entries()].map(([id, note]) => ({ id, ...note }))
  })

  app.put('/notes/:id', async (request, reply) => {
    const { id } = /** @type {{ id: string }} */ (request.params)
    notes.set(id, /** @type {{ title: string }} */ (request.body))
    return reply.code(204).send()
  })

  app.delete('/notes/:id', async (request, reply) => {
    const { id } = /** @type {{ id: string }} */ (request.params)
    return reply.code(notes.delete(id) ? 204 : 404).send()
  })

  return app
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000' } = process.env
  const app = await build()
  console.log(`Listening on ${await app.listen({ host: '127.0.0.1', port: Number(PORT) })}`)
}
