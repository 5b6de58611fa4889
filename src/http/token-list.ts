import { isTokenChar } from './token.js'

const TAB = 0x09
const SPACE = 0x20
const COMMA = 0x2c

/**
 * Whether `text` is a comma-separated list of tokens: RFC 9110 section 5.6.1, with the optional whitespace and the
 * empty elements that a recipient has to tolerate. One pass, nothing allocated; an empty text is a list of none.
 */
export function isTokenList(text: string): boolean {
  let inToken = false
  let needsComma = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === COMMA) {
      inToken = false
      needsComma = false
    } else if (code === SPACE || code === TAB) {
      if (inToken) needsComma = true
      inToken = false
    } else if (needsComma || !isTokenChar(code)) {
      return false
    } else {
      inToken = true
    }
  }
  return true
}
