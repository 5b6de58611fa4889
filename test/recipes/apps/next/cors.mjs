// #region recipe
import { withCors } from 'cors-policy/fetch'
import { config } from './config.mjs'

const onError = () => new Response('Internal error', { status: 500 })
export function routes(handlers) {
  const wrapped = Object.entries(handlers).map(([method, handler]) => [method, withCors(config, handler, { onError })])
  return { OPTIONS: withCors(config, () => new Response(null, { status: 204 })), ...Object.fromEntries(wrapped) }
}
// #endregion
