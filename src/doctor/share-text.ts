import { HIDDEN } from '../fetch-model/stand-in-value.js'

/** Shorter ones are words and numbers; longer ones with letters and digits are more often keys than names. */
const MIN_TOKEN_LENGTH = 20

/**
 * A URL that may be sent to others: without a user name, a password, the values of its query, its fragment, and without
 * segments of its path that look like a key. The result is the same each time, so that two URLs that were the same still
 * are.
 *
 * @param text absolute or relative
 */
export function shareableUrl(text: string): string {
  const [known = ''] = text.split('#', 1)
  const at = known.indexOf('?')
  const place = at < 0 ? known : known.slice(0, at)
  const query =
    at < 0
      ? ''
      : `?${known
          .slice(at + 1)
          .split('&')
          .map(hideParameter)
          .join('&')}`
  const shared = place.replace(
    /^((?:[a-z][a-z0-9+.-]*:)?(?:[\\/]{2}[^\\/]*)?)([\s\S]*)$/i,
    (_, start: string, path: string) =>
      [start.replace(/^(.*[\\/]{2})[^\\/]*@/, `$1${HIDDEN}@`), path.split('/').map(hideWord).join('/')].join(''),
  )
  return shared + query
}

function hideParameter(parameter: string): string {
  const name = parameter.split('=', 1)[0] as string
  return parameter.includes('=') && !isTokenLike(name) ? `${name}=${HIDDEN}` : HIDDEN
}

/** Whether it may be a key, a session or a signed token: long, and neither words nor a number. */
function isTokenLike(text: string): boolean {
  return text.startsWith('eyJ') || (text.length >= MIN_TOKEN_LENGTH && /\d/.test(text) && /[a-z]/i.test(text))
}

/** A name of what is secret, and what comes after it. */
const SECRET =
  /\b((?:(?:bearer|basic|digest)\s|(?:passw(?:or)?d|secret|token|api-?key|session-?id)["']?\s?[:=]\s?)["']?)[^\s"'<>]+/gi

/** What an error page or a console says, without what may be a secret in it. */
export function shareableText(text: string): string {
  return text
    .replace(SECRET, `$1${HIDDEN}`)
    .split(/(\s+|["'“”‘’<>(),;]+)/)
    .map((word) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(word) ? shareableUrl(word) : hideWord(word)))
    .join('')
}

function hideWord(word: string): string {
  return isTokenLike(word) ? HIDDEN : word
}
