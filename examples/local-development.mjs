// @ts-check
// The same API in production and on a developer's desk, where ports change and a phone in the same network joins in.
//
//   node local-development.mjs                                            production
//   NODE_ENV=development node local-development.mjs                       and localhost, and the local network
//   CORS_ORIGINS='https://a.example.com https://b.example.com' node …     these alone

import { parseOrigins } from 'cors-policy'
import cors from 'cors-policy/fastify'
import Fastify from 'fastify'

/** @typedef {import('cors-policy').OriginPattern} OriginPattern */

/** @type {OriginPattern[]} */
const PRODUCTION = ['https://app.example.com']

/** @type {OriginPattern[]} */
const DEVELOPMENT = [
  // Any port: Vite, webpack and others take the next free one.
  'http://localhost:*',
  // http://acme.localhost:5173 and the like, for apps with a subdomain per customer. Browsers need no DNS for it.
  'http://*.localhost:*',
  // To browsers, this is another origin than localhost.
  'http://127.0.0.1:*',
  // A phone or tablet that opens http://192.168.1.20:5173.
  'http://192.168.0.0/16:*',
]

export async function build({ NODE_ENV, CORS_ORIGINS } = process.env) {
  const app = Fastify()

  // Whatever NODE_ENV is, or is not, if it is not exactly this, nobody on localhost may read production's data.
  const isDevelopment = NODE_ENV === 'development'

  await app.register(cors, {
    origins: originsFrom(CORS_ORIGINS) ?? [...PRODUCTION, ...(isDevelopment ? DEVELOPMENT : [])],
    headers: ['content-type'],
    credentials: true,
    // localhost with credentials is fine. Plain http from the network is not, unless you say so: whoever shares the
    // network can put scripts into such a page. Hence in development alone.
    dangerouslyAllowInsecureOrigins: isDevelopment,
  })

  app.get('/health', async () => ({ ok: true }))

  return app
}

/**
 * Text from outside is checked, entry by entry, and an empty list stops the start: better than a server that answers
 * nobody, or a typo that nobody notices.
 *
 * @param {string | undefined} list
 */
function originsFrom(list) {
  return list === undefined ? undefined : parseOrigins(list)
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = '3000' } = process.env
  const app = await build()
  console.log(`Listening on ${await app.listen({ host: '127.0.0.1', port: Number(PORT) })}`)
}
