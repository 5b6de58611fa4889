/**
 * RFC 9110 section 5.6.2: `token = 1*tchar`. Field names and methods are tokens.
 * A table lookup per character: it also runs over wire data, where regular expressions have no place.
 */
const TCHAR = new Uint8Array(128)
for (const char of "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") {
  TCHAR[char.charCodeAt(0)] = 1
}

/** Whether the UTF-16 code unit is a `tchar`. Anything outside ASCII, and `NaN`, is not. */
export function isTokenChar(code: number): boolean {
  return TCHAR[code] === 1
}

/** Whether `text` is one non-empty token. */
export function isToken(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (!isTokenChar(text.charCodeAt(i))) return false
  }
  return text.length > 0
}
