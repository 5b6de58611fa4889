import { parseUrl } from '../http/parse-url.js'
import { notAnOrigin } from '../text/testing.js'

/**
 * Refuses a host without a scheme, which no browser sends: an app that refuses it proves nothing.
 *
 * @throws TypeError that says what was probably meant
 */
export function requireOrigin(text: string): void {
  if (text === 'null' || String(text).includes('://')) return
  const guess = `https://${text}`
  throw new TypeError(notAnOrigin(text, parseUrl(guess)?.origin === guess ? guess : undefined))
}
