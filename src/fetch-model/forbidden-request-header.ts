import { isForbiddenRequestHeader as isForbiddenName } from '../http/field-names.js'
import { isForbiddenMethod } from '../http/methods.js'
import { normalizeValue } from './header-list.js'

/** Headers with which some servers let a request override its method. */
const METHOD_OVERRIDES: ReadonlySet<string> = new Set(['x-http-method', 'x-http-method-override', 'x-method-override'])

/**
 * https://fetch.spec.whatwg.org/#forbidden-request-header: one that a script may write, and a browser silently drops.
 *
 * @param name in any case
 */
export function isForbiddenRequestHeader(name: string, value: string): boolean {
  const lowerCase = name.toLowerCase()
  if (isForbiddenName(lowerCase)) return true
  return METHOD_OVERRIDES.has(lowerCase) && splitUnquoted(value).some(isForbiddenMethod)
}

/**
 * The elements of a comma-separated value, where a comma inside quotes separates nothing: the second half of
 * https://fetch.spec.whatwg.org/#concept-header-list-get-decode-split.
 */
function splitUnquoted(value: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  let quoted = false
  for (let i = 0; i < value.length; i++) {
    const char = value[i] as string
    if (char === ',' && !quoted) {
      parts.push(normalizeValue(part))
      part = ''
      continue
    }
    if (char === '"') quoted = !quoted
    part += char
    // A backslash takes the next character with it, a quote included.
    if (quoted && char === '\\') part += value[++i] ?? ''
  }
  parts.push(normalizeValue(part))
  return parts
}
