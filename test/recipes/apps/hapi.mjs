// #region recipe
import Hapi from '@hapi/hapi'
import { cors } from 'cors-policy/express'
import { config } from './config.mjs'

const apply = cors(config)
const server = Hapi.server({ port: process.env.PORT })
server.ext('onRequest', ({ raw }, h) => {
  let outcome = h.abandon
  apply(raw.req, raw.res, () => {
    outcome = h.continue
  })
  return outcome
})
// #endregion

server.route({ method: 'GET', path: '/', handler: () => 'ok' })
server.route({ method: 'GET', path: '/private', handler: (_, h) => h.response('no token').code(401) })
server.route({
  method: 'GET',
  path: '/broken',
  handler: () => {
    throw new Error('broken')
  },
})
await server.start()
