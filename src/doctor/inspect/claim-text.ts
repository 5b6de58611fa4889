import { shareableText } from '../share-text.js'
import { type Claim, parseConsole } from './console.js'
import { UNKNOWN_ORIGIN, UNKNOWN_URL } from './unknown.js'

/** A console of more lines is not read line by line: each of them is tried. */
const MAX_LINES = 100

/**
 * Of what was copied from a console, the lines that the claim is read from, without what may be secret in them.
 *
 * @returns `''` where they do not make the same claim any more
 */
export function shareableClaim(text: string, claim: Claim): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length > MAX_LINES) return ''
  const isEnough = (some: readonly string[]) => isSame(parse(some.join('\n')), claim)
  const needed = lines.reduceRight((rest, line) => {
    const fewer = rest.filter((each) => each !== line)
    return isEnough(fewer) ? fewer : rest
  }, lines)
  const shared = needed.map(shareableText).join('\n')
  return parse(shared)?.item.code === claim.item.code ? shared : ''
}

function parse(text: string): Claim | undefined {
  return parseConsole(text, UNKNOWN_ORIGIN, UNKNOWN_URL)
}

function isSame(claim: Claim | undefined, other: Claim): boolean {
  const { item, during, url, origin, method } = other
  return (
    claim?.item.code === item.code &&
    claim.during === during &&
    claim.url === url &&
    claim.origin === origin &&
    claim.method === method
  )
}
