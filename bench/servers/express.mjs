// @ts-check
import { IncomingMessage, ServerResponse } from 'node:http'
import peer from 'cors'
import { cors } from 'cors-policy/express'
import express from 'express'
import { ACTUAL, APP, config, manyOrigins, PREFLIGHT, peerOptions } from './headers.mjs'

const BODY = JSON.stringify({ ok: true })

/**
 * Express sets the prototypes of each request and response to its own, which costs ten times what is to be measured.
 * This app takes them as the prototypes of classes, and nothing has to be set on what is made by those.
 */
function createApp() {
  const app = express()
  class Request extends IncomingMessage {}
  class Response extends ServerResponse {}
  app.request = Object.setPrototypeOf(Request.prototype, app.request)
  app.response = Object.setPrototypeOf(Response.prototype, app.response)
  return app
}

/** @param {import('express').RequestHandler} [middleware] */
function expressWith(middleware) {
  const app = createApp()
  if (middleware !== undefined) app.use(middleware)
  // Not `json`: the hash that it makes of each body takes longer than all that is measured.
  app.get('/', (_, response) => {
    response.set('Content-Type', 'application/json').end(BODY)
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
        response.statusCode = allowed ? 204 : 403
        response.end()
      } else {
        if (allowed) for (const name in ACTUAL) response.setHeader(name, /** @type {string} */ (ACTUAL[name]))
        next()
      }
    }),
  ours: () => expressWith(cors(config)),
  'ours, 10,000 origins': () => expressWith(cors(manyOrigins)),
  cors: () => expressWith(peer(peerOptions)),
}
