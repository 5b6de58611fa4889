// @ts-check
// Pictures that <img> shows anywhere, that a canvas of two sites may also read, and that a cache or CDN keeps.
//
// Why the answer to a request without Origin has to say Vary: Origin. A page shows a picture twice:
//
//   <img src="https://img.example.net/logo.png">                            sends no Origin
//   <img src="https://img.example.net/logo.png" crossorigin="anonymous">    sends Origin, for a canvas
//
// The first answer has no Access-Control-Allow-Origin, rightly, and a cache keeps it. Unless that very answer says
// Vary: Origin, the cache hands it to the second request as well: the browser refuses the picture, but only for those
// whose cache saw the requests in this order. In the other direction, one site would get the copy that was made for
// another. So with cors-policy every response says Vary: Origin: with an Origin or without, 200, 304 or 404.
//
// If everyone may read the pictures, write origins: '*'. Then all answers are the same, which is best for caches.
// A CDN has to respect Vary, or have Origin in its cache key. Not all do by default.

import { createHash } from 'node:crypto'
import cors from 'cors-policy/fastify'
import Fastify from 'fastify'

const LOGO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const LOGO_ETAG = `"${createHash('sha256').update(LOGO).digest('base64url')}"`

export async function build() {
  const app = Fastify()

  await app.register(cors, {
    origins: ['https://gallery.example.com', 'https://editor.example.com'],
    // No credentials: a picture that many users share does not depend on anyone's cookies.
  })

  app.get('/logo.png', async (request, reply) => {
    reply.header('cache-control', 'public, max-age=86400').header('etag', LOGO_ETAG)
    // A 304 updates the stored answer, so its CORS headers matter as much as those of a 200.
    if (request.headers['if-none-match'] === LOGO_ETAG) return reply.code(304).send()
    return reply.type('image/png').send(LOGO)
  })

  return app
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000' } = process.env
  const app = await build()
  console.log(`Listening on ${await app.listen({ host: '127.0.0.1', port: Number(PORT) })}`)
}
