import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
let list: typeof import('tldts') | undefined

/**
 * The same as in `public-suffix-list.ts`. The list is large: to read it can take longer than to load all else of this
 * library, and most configs never ask it anything, so Node reads it when it is first asked.
 */
export const parse: typeof import('tldts').parse = (...args) => {
  list ??= require('tldts') as typeof import('tldts')
  return list.parse(...args)
}
