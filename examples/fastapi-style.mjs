// @ts-check
// For people who come from FastAPI or Starlette, where the service says:
//
//   app.add_middleware(
//       CORSMiddleware,
//       allow_origins=["https://app.example.com", "http://localhost:5173"],
//       allow_credentials=True,
//       allow_methods=["GET", "POST", "PUT", "DELETE"],
//       allow_headers=["*"],
//       max_age=600,
//   )
//
// The config below says the same. These responses differ:
//
// - Every response says Vary: Origin, even one to a request without an Origin, because a cache may keep that too.
// - A preflight from an origin that is not listed gets 403 (Starlette: 400), with no hint about what would be allowed.
// - A preflight that requests too much gets 204 (Starlette: 400) and the complete lists. The browser compares them,
//   and its console names the missing method or header.
// - Error responses have CORS headers. Starlette's response to an unhandled exception has none.

import cors from 'cors-policy/fastify'
import Fastify from 'fastify'

export async function build() {
  const app = Fastify()

  await app.register(cors, {
    origins: ['https://app.example.com', 'http://localhost:5173'],
    credentials: true,
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
    // With credentials, a browser reads '*' as a literal header name. So the preflight's answer repeats the requested
    // headers, as Starlette's does, and its Vary says so.
    headers: '*',
    // Starlette's default. Without it, browsers ask again after 5 seconds.
    maxAge: 600,
  })

  app.get('/items/:id', async (request) => {
    const { id } = /** @type {{ id: string }} */ (request.params)
    return { id, name: `Item ${id}` }
  })

  app.put('/items/:id', async (request) => {
    const { id } = /** @type {{ id: string }} */ (request.params)
    return { id, .../** @type {object} */ (request.body) }
  })

  app.get('/broken', async () => {
    throw new Error('The page that asked may read that this is a 500.')
  })

  return app
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000' } = process.env
  const app = await build()
  console.log(`Listening on ${await app.listen({ host: '127.0.0.1', port: Number(PORT) })}`)
}
