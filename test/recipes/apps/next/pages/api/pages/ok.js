// #region recipe
import { api } from '../../../pages-cors.mjs'

export default api((_request, response) => response.json('ok'))
// #endregion
