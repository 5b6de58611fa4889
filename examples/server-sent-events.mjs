// @ts-check
// Server-sent events that a page on another origin reads:
//
//   const events = new EventSource('https://api.example.com/clock', { withCredentials: true })
//   events.onmessage = ({ data }) => console.log(data)
//
// The stream is written to Node's own response and bypasses Fastify. It still has the CORS headers.
//
//   npm install fastify cors-policy
//   node server-sent-events.mjs

import cors from 'cors-policy/fastify'
import Fastify from 'fastify'

export async function build({ interval = 1000 } = {}) {
  // Streams never end by themselves: without this, close() would wait for all readers to go.
  const app = Fastify({ forceCloseConnections: true })

  await app.register(cors, {
    origins: ['https://app.example.com'],
    // EventSource never needs a preflight, so there are no methods and headers to list.
    credentials: true,
  })

  app.get('/clock', (request, reply) => {
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    let id = Number(request.headers['last-event-id'] ?? 0)
    const tick = () => raw.write(`id: ${++id}\ndata: ${new Date().toISOString()}\n\n`)
    tick()
    const timer = setInterval(tick, interval)
    raw.on('close', () => clearInterval(timer))
  })

  return app
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000' } = process.env
  const app = await build()
  console.log(`Listening on ${await app.listen({ host: '127.0.0.1', port: Number(PORT) })}`)
}
