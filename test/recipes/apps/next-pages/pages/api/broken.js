import { api } from '../../cors.mjs'

export default api(() => {
  throw new Error('broken')
})
