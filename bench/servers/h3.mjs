// @ts-check
import { withCors } from 'cors-policy/fetch'
import { H3, handleCors } from 'h3'
import { ACTUAL, APP, config, manyOrigins, PREFLIGHT } from './headers.mjs'

/** @typedef {import('./index.mjs').FetchHandler} FetchHandler */

/** @param {import('h3').Middleware} [middleware] @returns {FetchHandler} */
function h3With(middleware) {
  const app = new H3()
  if (middleware !== undefined) app.use(middleware)
  app.get('/', () => ({ ok: true }))
  app.options('/', () => new Response(null, { status: 204 }))
  return (request) => app.fetch(request)
}

const peerOptions = {
  origin: [APP, 'https://admin.example.com', 'https://www.example.com'],
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowHeaders: ['content-type', 'authorization'],
  exposeHeaders: ['x-total'],
  credentials: true,
  maxAge: '600',
}

export const contestants = {
  bare: () => h3With(),
  floor: () =>
    h3With((event) => {
      const allowed = event.req.headers.get('origin') === APP
      if (event.req.method === 'OPTIONS') {
        return new Response(null, {
          status: allowed ? 204 : 403,
          headers: { vary: 'Origin', ...(allowed ? PREFLIGHT : {}) },
        })
      }
      const { headers } = event.res
      headers.set('vary', 'Origin')
      if (allowed) for (const name in ACTUAL) headers.set(name, /** @type {string} */ (ACTUAL[name]))
      return undefined
    }),
  ours: () => withCors(config, h3With()),
  'ours, 10,000 origins': () => withCors(manyOrigins, h3With()),
  'handleCors of h3': () =>
    h3With((event) => {
      const response = handleCors(event, peerOptions)
      return response === false ? undefined : response
    }),
}
