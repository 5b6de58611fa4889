// @ts-check
// A handler of Request and Response: one file for Bun, Deno and Cloudflare Workers.
//
//   bun fetch.mjs
//   deno serve fetch.mjs
//   npx wrangler dev fetch.mjs

import { withCors } from 'cors-policy/fetch'

export function build() {
  return withCors(
    {
      origins: ['https://app.example.com', 'http://localhost:*'],
      headers: ['content-type'],
      exposeHeaders: ['x-served-by'],
      maxAge: 600,
    },
    // Arguments that the runtime passes after the request (Bun's server, a Worker's env and ctx) arrive here too.
    async (request) => {
      const { pathname } = new URL(request.url)
      if (pathname === '/greeting') {
        return Response.json({ hello: 'world' }, { headers: { 'x-served-by': 'fetch.mjs' } })
      }
      // A proxied response needs no special care. It is immutable and has the CORS headers of its own server: the
      // wrapper copies it and replaces them.
      if (pathname === '/echo' && request.method === 'POST') return new Response(request.body)
      return new Response('Not found', { status: 404 })
    },
  )
}

export default { fetch: build() }
