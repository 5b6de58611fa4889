// @ts-check
import peer from 'cors'
import { withCors } from 'cors-policy/node'
import { ACTUAL, APP, config, manyOrigins, PREFLIGHT, peerOptions } from './headers.mjs'

/** @typedef {import('./index.mjs').Listener} Listener */

const BODY = JSON.stringify({ ok: true })

/** @type {Listener} */
function handler(request, response) {
  return request.method === 'OPTIONS'
    ? response.writeHead(204).end()
    : response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': BODY.length }).end(BODY)
}

/** @type {Record<string, () => Listener>} */
export const contestants = {
  bare: () => handler,
  floor: () => (request, response) => {
    const allowed = request.headers.origin === APP
    response.setHeader('Vary', 'Origin')
    if (request.method === 'OPTIONS') {
      if (allowed) for (const name in PREFLIGHT) response.setHeader(name, /** @type {string} */ (PREFLIGHT[name]))
      response.statusCode = allowed ? 204 : 403
      response.end()
    } else {
      if (allowed) for (const name in ACTUAL) response.setHeader(name, /** @type {string} */ (ACTUAL[name]))
      handler(request, response)
    }
  },
  ours: () => withCors(config, handler),
  'ours, 10,000 origins': () => withCors(manyOrigins, handler),
  cors: () => {
    const middleware = peer(peerOptions)
    return (request, response) => middleware(request, response, () => handler(request, response))
  },
}
