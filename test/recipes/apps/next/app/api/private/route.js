import { routes } from '../../../cors.mjs'

export const { GET, OPTIONS } = routes({ GET: async () => new Response('no token', { status: 401 }) })
