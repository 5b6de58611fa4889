// The example for runtimes with a server of their own, on the server of Bun or of Deno.
import app from '../../../examples/fetch.mjs'

const where = { hostname: '127.0.0.1', port: 0 }
const port = 'Bun' in globalThis ? Bun.serve({ ...where, ...app }).port : serveOnDeno()
console.log(JSON.stringify({ example: { protocol: 'http', port } }))

function serveOnDeno() {
  return Deno.serve({ ...where, onListen() {} }, app.fetch).addr.port
}
