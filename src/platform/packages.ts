import ipaddrJs from 'ipaddr.js'
import { parse } from 'tldts'
import { type ConfigWords, configWords } from './words.js'

/** What package.json's `imports` name `#packages`, wherever no other file is named there. */

/** Whether `parseDomain` can tell. */
export const hasSuffixList: boolean = true

export function ipaddr(): typeof ipaddrJs {
  return ipaddrJs
}

export function parseDomain(...args: Parameters<typeof parse>): ReturnType<typeof parse> {
  return parse(...args)
}

export function words(): ConfigWords {
  return configWords
}
