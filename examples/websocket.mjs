// @ts-check
// CORS does not apply to WebSockets: any page may open one to your server, with the user's cookies, and read what
// comes ("cross-site WebSocket hijacking"). The browser does say which page it is, in Origin, and leaves it to the
// server to look. The policy of the HTTP API answers that as well.
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
    // From here on the socket is ours, errors included: one that nobody listens to would end the process.
    socket.on('error', () => socket.destroy())
    // No Origin: no browser. Such a client can claim any origin, so let it in only if it proves who it is otherwise.
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
 * Whether the page is one of this server's own: a policy lists other origins only, but browsers send Origin with every
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
