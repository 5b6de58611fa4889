// @ts-check
// Tenants that must not read each other's data: each has a host and a policy of its own. With one policy for all, a page
// of one tenant could read the API of another, with the cookies of a user who has an account with both.
//
//   npm install cors-policy
//   node tenants.mjs
//   curl -i http://127.0.0.1:3000/ -H 'Host: acme.api.example' -H 'Origin: https://acme.example'

import { createServer } from 'node:http'
import { livePolicy } from 'cors-policy'
import { withCors } from 'cors-policy/node'

export function build() {
  /** @param {`${string}://${string}`[]} origins */
  const policyFor = (...origins) => livePolicy({ origins, methods: ['PUT'], credentials: true, enforce: true })

  const policies = new Map([
    ['acme.api.example', policyFor('https://acme.example')],
    ['globex.api.example', policyFor('https://globex.example', 'https://shop.globex.example')],
  ])

  return createServer(
    // A preflight carries neither cookies nor a token, so the host tells tenants apart. For an unknown host the
    // result is undefined, and then no other origin may read or write.
    withCors(
      (request) => policies.get(request.headers.host ?? ''),
      (request, response) => response.end(`The data of ${request.headers.host}`),
    ),
  )
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000' } = process.env
  const server = build()
  server.listen(Number(PORT), '127.0.0.1', () => {
    const address = /** @type {import('node:net').AddressInfo} */ (server.address())
    console.log(`Listening on http://127.0.0.1:${address.port}`)
  })
}
