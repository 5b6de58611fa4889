// @ts-check
import peer from 'cors'
import { cors } from 'cors-policy/express'
import express from 'express'
import { ACTUAL, APP, config, manyOrigins, PREFLIGHT, peerOptions } from './headers.mjs'

/** @param {import('express').RequestHandler} [middleware] */
function expressWith(middleware) {
  const app = express()
  if (middleware !== undefined) app.use(middleware)
  app.get('/', (_, response) => {
    response.json({ ok: true })
  })
  return app
}

export const contestants = {
  bare: () => {
    const app = expressWith()
    app.options('/', (_, response) => {
      response.status(204).end()
    })
    return app
  },
  floor: () =>
    expressWith((request, response, next) => {
      const allowed = request.headers.origin === APP
      response.setHeader('Vary', 'Origin')
      if (request.method === 'OPTIONS') {
        if (allowed) for (const name in PREFLIGHT) response.setHeader(name, /** @type {string} */ (PREFLIGHT[name]))
        response.writeHead(allowed ? 204 : 403).end()
      } else {
        if (allowed) for (const name in ACTUAL) response.setHeader(name, /** @type {string} */ (ACTUAL[name]))
        next()
      }
    }),
  ours: () => expressWith(cors(config)),
  'ours, 10,000 origins': () => expressWith(cors(manyOrigins)),
  cors: () => expressWith(peer(peerOptions)),
}
