// #region recipe
import { routes } from '../../../cors.mjs'

export const { GET, OPTIONS } = routes({ GET: async () => Response.json('ok') })
// #endregion
