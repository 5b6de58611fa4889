// #region recipe
import { api } from '../../cors.mjs'

export default api((request, response) => response.json('ok'))
// #endregion
