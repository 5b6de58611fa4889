import ipaddrJs from 'ipaddr.js'
import { diagnoseBriefly } from '../config/brief-diagnosis.js'
import { briefList, briefSentence } from '../text/brief.js'
import { withoutSuffixes } from '../text/platform.js'
import { withSuggestion } from '../text/suggestion.js'
import type * as packages from './packages.js'
import type { ConfigWords } from './words.js'

/**
 * The same as in `packages.ts` without the public suffix list, which is most of a worker's bundle. What would ask the
 * list throws, since a guess could let strangers in. What is said about problems is brief.
 */

export const hasSuffixList = false

export const ipaddr: typeof packages.ipaddr = () => ipaddrJs

export const parseDomain: typeof packages.parseDomain = refuse
export const isSharedDomain: typeof packages.isSharedDomain = refuse
export const isRegistry: typeof packages.isRegistry = refuse

function refuse(domain: string): never {
  throw new Error(withoutSuffixes(`"${domain}"`))
}

const briefWords: ConfigWords = {
  diagnoseOption: (_, known) => ({ fault: 'unknown', known }),
  diagnoseOrigin: diagnoseBriefly,
  sentenceOf: briefSentence,
  renderProblemList: briefList,
  withSuggestion,
}

export const words: typeof packages.words = () => briefWords
