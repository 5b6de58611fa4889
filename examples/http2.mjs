// @ts-check
// HTTP/2, and HTTP/1.1 for clients that do not speak it, on one port.
//
//   npm install cors-policy
//   TLS_KEY=key.pem TLS_CERT=cert.pem node http2.mjs

import { readFileSync } from 'node:fs'
import { createSecureServer } from 'node:http2'
import { withCors } from 'cors-policy/node'

/** @typedef {import('node:http2').Http2ServerRequest} Request */
/** @typedef {import('node:http2').Http2ServerResponse} Response */

/** @param {{ key: string | Buffer, cert: string | Buffer }} certificate */
export function build(certificate) {
  return createSecureServer(
    { ...certificate, allowHTTP1: true },
    withCors(
      { origins: ['https://app.example.com'], headers: ['content-type'], credentials: true },
      (/** @type {Request} */ request, /** @type {Response} */ response) => {
        response.writeHead(200, { 'content-type': 'text/plain' })
        response.end(`HTTP/${request.httpVersion}`)
      },
    ),
  )
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000', TLS_KEY = 'key.pem', TLS_CERT = 'cert.pem' } = process.env
  const server = build({ key: readFileSync(TLS_KEY), cert: readFileSync(TLS_CERT) })
  server.listen(Number(PORT), '127.0.0.1', () => {
    const address = /** @type {import('node:net').AddressInfo} */ (server.address())
    console.log(`Listening on https://127.0.0.1:${address.port}`)
  })
}
