// @ts-check
// A server of node:http, without any framework.
//
//   npm install cors-policy
//   node node-http.mjs

import { createServer } from 'node:http'
import { withCors } from 'cors-policy/node'

export function build() {
  // The wrapper answers preflights. For other requests the listener runs, and the response has the policy's headers
  // however it is sent: writeHead, setHeader, a stream, an error. Your listener sets no CORS header.
  const listener = withCors(
    {
      origins: ['https://app.example.com', 'https://*.preview.example.com'],
      methods: ['DELETE'],
      exposeHeaders: ['x-request-id'],
    },
    (request, response) => {
      response.setHeader('x-request-id', crypto.randomUUID())
      if (request.url === '/time' && request.method === 'GET') {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(JSON.stringify({ now: new Date() }))
      } else if (request.url === '/cache' && request.method === 'DELETE') {
        response.writeHead(204).end()
      } else {
        response.writeHead(404).end()
      }
    },
  )
  return createServer(listener)
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000' } = process.env
  const server = build()
  server.listen(Number(PORT), '127.0.0.1', () => {
    const address = /** @type {import('node:net').AddressInfo} */ (server.address())
    console.log(`Listening on http://127.0.0.1:${address.port}`)
  })
}
