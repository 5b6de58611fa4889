import { createRequire } from 'node:module'

/**
 * The same as in `packages.ts`. To read the list of public suffixes takes longer than to load all else of this library,
 * and most configs ask neither it nor for a range of addresses: so Node loads each package when it is first asked.
 */

const require = createRequire(import.meta.url)
let ipaddrJs: typeof import('ipaddr.js') | undefined
let tldts: typeof import('tldts') | undefined

export const hasSuffixList = true

export const ipaddr: typeof import('./packages.js').ipaddr = () => {
  ipaddrJs ??= require('ipaddr.js') as typeof import('ipaddr.js')
  return ipaddrJs
}

export const parseDomain: typeof import('./packages.js').parseDomain = (...args) => {
  tldts ??= require('tldts') as typeof import('tldts')
  return tldts.parse(...args)
}
