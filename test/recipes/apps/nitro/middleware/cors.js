// #region recipe
import { withCors } from 'cors-policy/fetch'
import { defineMiddleware, toResponse } from 'nitro/h3'
import { config } from '../config.mjs'

const onError = (error, _request) => toResponse(error)
const handler = withCors(config, async (_request, event, next) => toResponse(await next(), event), { onError })
export default defineMiddleware((event, next) => {
  // Nitro sets `Vary: Accept-Encoding` here, which replaces the response's own.
  event.res.headers.append('Vary', 'Origin')
  return handler(event.req, event, next)
})
// #endregion
