// A fetch handler behind Bun's own server.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { withCors } from 'cors-policy/fetch'
import { makeHandler } from './app.mjs'

/** @type {import('../probe-input.js').ProbeInput} */
const { fetch: input } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const handler = makeHandler(input, (request, /** @type {BunServer} */ server) =>
  server.upgrade(request) ? undefined : new Response('no', { status: 400 }),
)

const { port } = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  fetch: withCors(input.config, handler),
  websocket: {
    message: (socket, text) => socket.send(text),
  },
})
console.log(JSON.stringify({ 'Bun.serve': { protocol: 'http', port } }))
