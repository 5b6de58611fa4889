// #region recipe
import { withCors } from 'cors-policy/fetch'
import { config } from '../config.mjs'

const onError = () => new Response('Internal error', { status: 500 })
const handler = withCors(config, (_request, next) => next(), { onError })
export const onRequest = ({ request }, next) => handler(request, next)
// #endregion
