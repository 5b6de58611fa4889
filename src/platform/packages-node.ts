import { createRequire } from 'node:module'
import * as suffixes from '../sites/public-suffix.js'

/**
 * The same as in `packages.ts`. To read the list of public suffixes takes longer than to load all else of this library,
 * and most configs ask neither it nor for a range of addresses, and have no problems: so Node loads each when it is
 * first asked.
 */

const require = createRequire(import.meta.url)
let ipaddrJs: typeof import('ipaddr.js') | undefined
let tldts: typeof import('tldts') | undefined
let configWords: import('./words.js').ConfigWords | undefined

export const hasSuffixList = true

export const ipaddr: typeof import('./packages.js').ipaddr = () => {
  ipaddrJs ??= require('ipaddr.js') as typeof import('ipaddr.js')
  return ipaddrJs
}

export const parseDomain: typeof import('./packages.js').parseDomain = (...args) => {
  tldts ??= require('tldts') as typeof import('tldts')
  return tldts.parse(...args)
}

export const isSharedDomain: typeof import('./packages.js').isSharedDomain = (domain) =>
  suffixes.isSharedDomain(domain, parseDomain)

export const isRegistry: typeof import('./packages.js').isRegistry = (domain) =>
  suffixes.isRegistry(domain, parseDomain)

export const words: typeof import('./packages.js').words = () => {
  configWords ??= (require('#words') as typeof import('./words.js')).configWords
  return configWords
}
