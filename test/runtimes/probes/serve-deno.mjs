// A fetch handler behind Deno's own server.
import { withCors } from 'cors-policy/fetch'
import { makeHandler } from './app.mjs'

/** @type {import('../probe-input.js').ProbeInput} */
const { fetch: input } = JSON.parse(Deno.readTextFileSync(Deno.args[0]))
const handler = makeHandler(input, (request) => {
  const { socket, response } = Deno.upgradeWebSocket(request)
  socket.onmessage = ({ data }) => socket.send(data)
  return response
})

Deno.serve(
  {
    hostname: '127.0.0.1',
    port: 0,
    onListen: ({ port }) => console.log(JSON.stringify({ 'Deno.serve': { protocol: 'http', port } })),
  },
  withCors(input.config, handler),
)
