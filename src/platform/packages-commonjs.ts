import * as suffixes from '../sites/public-suffix.js'
import type * as packages from './packages.js'

/**
 * The same as in `packages.ts`, for CommonJS and for Node. To read the list of public suffixes takes longer than to load
 * all else of this library, and most configs ask neither it nor for a range of addresses, and have no problems: so each
 * is loaded when it is first asked. Bundlers follow a plain `require` wherever it is.
 */

declare const require: (name: 'ipaddr.js' | 'tldts' | '#words') => unknown

export const hasSuffixList = true

export const ipaddr: typeof packages.ipaddr = () => require('ipaddr.js') as typeof import('ipaddr.js')

export const parseDomain: typeof packages.parseDomain = (...args) => {
  const tldts = require('tldts') as typeof import('tldts')
  return tldts.parse(...args)
}

export const isSharedDomain: typeof packages.isSharedDomain = (domain) => suffixes.isSharedDomain(domain, parseDomain)

export const isRegistry: typeof packages.isRegistry = (domain) => suffixes.isRegistry(domain, parseDomain)

export const words: typeof packages.words = () => {
  const { configWords } = require('#words') as typeof import('./words.js')
  return configWords
}
