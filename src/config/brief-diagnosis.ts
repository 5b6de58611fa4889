import { parseUrl } from '../http/parse-url.js'
import type { OriginGrammar } from './origin-diagnosis.js'
import { NEVER_AN_ORIGIN } from './origin-scheme.js'
import { MAX_ORIGIN_LENGTH } from './origin-text.js'
import type { OriginDiagnosis } from './problems.js'

/**
 * As much of `diagnoseOrigin` as a URL parser knows, for bundles that have to be small: the same suggestion or none, and
 * a fault that says less.
 */
export function diagnoseBriefly(text: string, { parseOrigin }: Pick<OriginGrammar, 'parseOrigin'>): OriginDiagnosis {
  if (text === 'null') return { code: 'origin-null' }
  const url = parseUrl(text)
  const scheme = url?.protocol.slice(0, -1) ?? ''
  if (NEVER_AN_ORIGIN.has(scheme)) return { code: 'origin-scheme', fault: 'never', scheme }
  // What a URL parser reads into other texts is a guess, and a number in the place of a path may be the length of an
  // address range's prefix.
  const isUrl = text.length <= MAX_ORIGIN_LENGTH && /^[^/\s]+:\/\/[^/\s]+(\/(?!\d)\S*)?$/.test(text)
  return isUrl && url !== undefined && parseOrigin(url.origin) !== undefined
    ? { code: 'origin-not-canonical', fault: 'origin', suggestion: url.origin }
    : { code: 'origin-syntax', fault: 'not-an-origin' }
}
