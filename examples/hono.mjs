// @ts-check
// Hono, here on Node. The policy is wrapped around the whole app, so that its 404s and errors have their headers too.
//
//   npm install hono @hono/node-server cors-policy
//   node hono.mjs

import { serve } from '@hono/node-server'
import { withCors } from 'cors-policy/fetch'
import { Hono } from 'hono'

export function build() {
  const app = new Hono()

  app.get('/books/:id', (context) => context.json({ id: context.req.param('id') }))
  app.delete('/books/:id', (context) => context.body(null, 204))
  app.get('/broken', () => {
    throw new Error('The page that asked may read that this is a 500.')
  })

  // On Bun, Deno and Workers, `export default { fetch: … }` is enough.
  return withCors(
    {
      origins: ['https://app.example.com'],
      methods: ['DELETE'],
      headers: ['authorization'],
      credentials: true,
    },
    app.fetch,
  )
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000' } = process.env
  serve({ fetch: build(), hostname: '127.0.0.1', port: Number(PORT) }, ({ port }) =>
    console.log(`Listening on http://127.0.0.1:${port}`),
  )
}
