// @ts-check
import { withCors } from 'cors-policy/fetch'
import { Hono } from 'hono'
import { cors as peer } from 'hono/cors'
import { ACTUAL, APP, config, honoOptions, manyOrigins, PREFLIGHT } from './headers.mjs'

/** @typedef {import('./index.mjs').FetchHandler} FetchHandler */

/** @param {import('hono').MiddlewareHandler} [middleware] @returns {FetchHandler} */
function honoWith(middleware) {
  const app = new Hono()
  if (middleware !== undefined) app.use(middleware)
  app.get('/', (context) => context.json({ ok: true }))
  app.options('/', (context) => context.body(null, 204))
  return (request) => app.fetch(request)
}

export const contestants = {
  bare: () => honoWith(),
  floor: () =>
    honoWith(async (context, next) => {
      const allowed = context.req.header('origin') === APP
      if (context.req.method === 'OPTIONS') {
        return new Response(null, {
          status: allowed ? 204 : 403,
          headers: { vary: 'Origin', ...(allowed ? PREFLIGHT : {}) },
        })
      }
      await next()
      const { headers } = context.res
      headers.set('vary', 'Origin')
      if (allowed) for (const name in ACTUAL) headers.set(name, /** @type {string} */ (ACTUAL[name]))
      return undefined
    }),
  ours: () => withCors(config, honoWith()),
  'ours, 10,000 origins': () => withCors(manyOrigins, honoWith()),
  'hono/cors': () => honoWith(peer(honoOptions)),
}
