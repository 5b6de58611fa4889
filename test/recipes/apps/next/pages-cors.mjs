// #region recipe
import { withCors } from 'cors-policy/node'
import { config } from './config.mjs'

export const api = (handler) => withCors(config, handler)
// #endregion
