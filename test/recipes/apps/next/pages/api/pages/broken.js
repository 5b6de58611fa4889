import { api } from '../../../pages-cors.mjs'

export default api(() => {
  throw new Error('broken')
})
