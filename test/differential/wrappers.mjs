// What others put in the place of a response's writeHead.
import compression from 'compression'
import session from 'express-session'
import morgan from 'morgan'
import onHeaders from 'on-headers'
import oldOnHeaders from 'on-headers-1.0'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(request: Request, response: Response, next: () => void) => void} Middleware */

/** Its own header comes last, and Vary is appended to as compression does it. @param {Response} response */
function late(response) {
  response.setHeader('x-late', '1')
  const vary = response.getHeader('vary')
  response.setHeader('Vary', vary === undefined ? 'X-Wrapper' : `${vary}, X-Wrapper`)
}

/** Passes on just what it was given, as instruments for tracing do it. @type {Middleware} */
const passing = (_request, response, next) => {
  const { writeHead } = response
  response.writeHead = /** @type {typeof writeHead} */ (
    (/** @type {unknown[]} */ ...args) => Reflect.apply(writeHead, response, args)
  )
  next()
}

const logger = morgan(':status', { stream: { write: () => {} } })
const compress = compression({ threshold: 0 })
const sessions = session({ secret: 'x', resave: false, saveUninitialized: true, genid: () => 'id' })

/** They know node:http and http2. @type {Readonly<Record<string, Middleware>>} */
export const WRAPPERS = {
  'on-headers 1.1': (_request, response, next) => {
    onHeaders(response, () => late(response))
    next()
  },
  'on-headers 1.0.2': (_request, response, next) => {
    oldOnHeaders(response, () => late(response))
    next()
  },
  'one that passes on what it is given': passing,
}

/** They know node:http. @type {Readonly<Record<string, Middleware>>} */
export const PACKAGES = {
  morgan: logger,
  compression: compress,
  'express-session': (request, response, next) => {
    Reflect.set(request, 'originalUrl', '/')
    Reflect.apply(sessions, undefined, [request, response, next])
  },
}
