import * as suffixes from '../sites/public-suffix.js'
import type * as packages from './packages.js'

/**
 * The same as in `packages-node.ts`, as CommonJS: there, bundlers follow a plain `require` wherever it is.
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
