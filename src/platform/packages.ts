import ipaddrJs from 'ipaddr.js'
import { parse } from 'tldts'
import * as suffixes from '../sites/public-suffix.js'
import { type ConfigWords, configWords } from './words.js'

/** What package.json's `imports` name `#packages`, wherever no other file is named there. */

/** Whether `parseDomain` can tell, and the two that ask it. */
export const hasSuffixList: boolean = true

export function ipaddr(): typeof ipaddrJs {
  return ipaddrJs
}

export function parseDomain(...args: Parameters<typeof parse>): ReturnType<typeof parse> {
  return parse(...args)
}

export function isSharedDomain(domain: string): boolean {
  return suffixes.isSharedDomain(domain, parseDomain)
}

export function isRegistry(domain: string): boolean {
  return suffixes.isRegistry(domain, parseDomain)
}

export function words(): ConfigWords {
  return configWords
}
