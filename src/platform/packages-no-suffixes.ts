import ipaddrJs from 'ipaddr.js'
import { withoutSuffixes } from '../text/platform.js'
import type * as packages from './packages.js'
import { configWords } from './words.js'

/**
 * The same as in `packages.ts` without the public suffix list, which is most of a worker's bundle. What would ask the
 * list throws, since a guess could let strangers in.
 */

export const hasSuffixList = false

export const ipaddr: typeof packages.ipaddr = () => ipaddrJs

export const parseDomain: typeof packages.parseDomain = (domain) => {
  throw new Error(withoutSuffixes(domain))
}

export const words: typeof packages.words = () => configWords
