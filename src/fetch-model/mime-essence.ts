import { isToken } from '../http/token.js'
import { isWhitespace } from './header-list.js'

/**
 * The essence of a MIME type, `type/subtype` in lower case: https://mimesniff.spec.whatwg.org/#parse-a-mime-type.
 * Parameters never make the parser fail, so they are not looked at.
 *
 * @param text without white space around it, as header values are
 * @returns undefined where the parser fails
 */
export function mimeEssence(text: string): string | undefined {
  const slash = text.indexOf('/')
  if (slash < 0) return undefined
  const type = text.slice(0, slash)
  const subtype = trimEnd(text.slice(slash + 1, parametersStart(text, slash)))
  return isToken(type) && isToken(subtype) ? `${type}/${subtype}`.toLowerCase() : undefined
}

function parametersStart(text: string, from: number): number {
  const semicolon = text.indexOf(';', from)
  return semicolon < 0 ? text.length : semicolon
}

/** White space is tolerated before the `;`, and nowhere else. */
function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && isWhitespace(text.charCodeAt(end - 1))) end--
  return text.slice(0, end)
}
