// @ts-check
// The same API in production and on a developer's desk, where ports change and a phone in the same network joins in.
//
//   node local-development.mjs                                            production
//   NODE_ENV=development node local-development.mjs                       and localhost, and the local network
//   CORS_ORIGINS='https://a.example.com https://b.example.com' node …     only these

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

  // Only this exact value allows localhost. With any other, or none, localhost may not read production's data.
  const isDevelopment = NODE_ENV === 'development'

  await app.register(cors, {
    origins: originsFrom(CORS_ORIGINS) ?? [...PRODUCTION, ...(isDevelopment ? DEVELOPMENT : [])],
    headers: ['content-type'],
    credentials: true,
    // localhost with credentials is fine. Plain http from the network is refused unless you allow it, because anyone on
    // that network can put scripts into such a page. So allow it only in development.
    dangerouslyAllowInsecureOrigins: isDevelopment,
  })

  app.get('/health', async () => ({ ok: true }))

  return app
}

/**
 * Checks the text entry by entry, and an empty list stops the start. That is better than a server that allows nobody,
 * or a typo that nobody notices.
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
