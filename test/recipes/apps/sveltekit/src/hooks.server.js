// #region recipe
import { withCors } from 'cors-policy/fetch'
import { config } from '../config.mjs'

const handler = withCors(config, (_request, event, resolve) => resolve(event))
export const handle = ({ event, resolve }) => handler(event.request, event, resolve)
// #endregion
