import ipaddrJs from 'ipaddr.js'
import { withoutSuffixes } from '../text/platform.js'
import type * as packages from './packages.js'
import { briefWords } from './words-brief.js'

/**
 * The same as in `packages.ts` without the public suffix list, which is most of a worker's bundle. What would ask the
 * list throws, since a guess could let strangers in.
 */

export const hasSuffixList = false

export const ipaddr: typeof packages.ipaddr = () => ipaddrJs

export const parseDomain: typeof packages.parseDomain = refuse
export const isSharedDomain: typeof packages.isSharedDomain = refuse
export const isRegistry: typeof packages.isRegistry = refuse

function refuse(domain: string): never {
  throw new Error(withoutSuffixes(domain))
}

export const words: typeof packages.words = () => briefWords
