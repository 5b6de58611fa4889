import { api } from '../../../pages-cors.mjs'

export default api((_, response) => response.status(401).end())
