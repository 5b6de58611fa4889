import { routes } from '../../../cors.mjs'

export const { GET, OPTIONS } = routes({
  GET: async () => {
    throw new Error('broken')
  },
})
