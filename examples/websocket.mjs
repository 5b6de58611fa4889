// @ts-check
// CORS does not apply to WebSockets: any page may open one to your server, with the user's cookies, and read what
// comes ("cross-site WebSocket hijacking"). The browser names the page in Origin, and the server has to check it. The
// policy of the HTTP API can do that.
//
//   npm install ws cors-policy
//   node websocket.mjs

import { createServer } from 'node:http'
import { compilePolicy } from 'cors-policy'
import { withCors } from 'cors-policy/node'
import { WebSocketServer } from 'ws'

const policy = compilePolicy({
  origins: ['https://app.example.com', 'http://localhost:*'],
  credentials: true,
})

export function build() {
  const server = createServer(withCors(policy, (_request, response) => response.end('Hello over HTTP')))

  const sockets = new WebSocketServer({ noServer: true })
  sockets.on('connection', (socket) => {
    socket.on('error', console.error)
    socket.on('message', (data) => socket.send(`You said ${data}`))
  })

  server.on('upgrade', (request, socket, head) => {
    // From here on the socket is ours. An error without a listener would end the process.
    socket.on('error', () => socket.destroy())
    // Without Origin it is not a browser. It could claim any origin, so it has to authenticate in another way.
    const { origin, host } = request.headers
    if (origin === undefined || !(policy.allows(origin, { credentials: true }) || isOwn(origin, host))) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request))
  })

  return server
}

/**
 * Whether the page belongs to this server. A policy lists only other origins, but browsers send Origin with every
 * WebSocket.
 *
 * @param {string} origin
 * @param {string | undefined} host
 */
function isOwn(origin, host) {
  return URL.canParse(origin) && new URL(origin).host === host
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000' } = process.env
  const server = build()
  server.listen(Number(PORT), '127.0.0.1', () => {
    const address = /** @type {import('node:net').AddressInfo} */ (server.address())
    console.log(`Listening on http://127.0.0.1:${address.port}`)
  })
}
