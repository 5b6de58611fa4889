// @ts-check
import peer from '@koa/cors'
import { withCors } from 'cors-policy/node'
import Koa from 'koa'
import { ACTUAL, APP, config, manyOrigins, PREFLIGHT } from './headers.mjs'

/** @param {(context: any, next: () => Promise<unknown>) => unknown} [middleware] */
function koaWith(middleware) {
  const app = new Koa()
  if (middleware !== undefined) app.use(middleware)
  app.use((/** @type {any} */ context) => {
    if (context.method === 'OPTIONS') context.status = 204
    else context.body = { ok: true }
  })
  return app.callback()
}

// It takes no list: its users look into one themselves.
const ORIGINS = [APP, 'https://admin.example.com', 'https://www.example.com']
const peerOptions = {
  origin: (/** @type {any} */ context) => (ORIGINS.includes(context.get('origin')) ? context.get('origin') : ''),
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowHeaders: config.headers,
  exposeHeaders: config.exposeHeaders,
  credentials: true,
  maxAge: 600,
}

export const contestants = {
  bare: () => koaWith(),
  floor: () =>
    koaWith((context, next) => {
      const allowed = context.get('origin') === APP
      context.set('vary', 'Origin')
      if (context.method !== 'OPTIONS') {
        if (allowed) context.set(ACTUAL)
        return next()
      }
      if (allowed) context.set(PREFLIGHT)
      context.status = allowed ? 204 : 403
      return undefined
    }),
  ours: () => withCors(config, koaWith()),
  'ours, 10,000 origins': () => withCors(manyOrigins, koaWith()),
  '@koa/cors': () => koaWith(peer(/** @type {any} */ (peerOptions))),
}
