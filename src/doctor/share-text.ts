import { HIDDEN } from '../fetch-model/stand-in-value.js'

/** Shorter ones are words and numbers; longer ones with letters and digits are more often keys than names. */
const MIN_TOKEN_LENGTH = 20

/** A URL that has no host, and any text: `data:text/plain,…`, `mailto:…`. Browsers read `https:a` as `https://a`. */
const OPAQUE = /^((?!(?:https?|wss?|blob|file):)[a-z][a-z0-9+.-]*:)(?![\\/])/i

/**
 * A URL that may be sent to others: without a user name, a password, the values of its query, its fragment, and without
 * segments of its path that look like a key. The result is the same each time, so that two URLs that were the same still
 * are.
 *
 * @param text absolute or relative
 */
export function shareableUrl(text: string): string {
  const [, opaque] = OPAQUE.exec(text) ?? []
  if (opaque !== undefined) return `${opaque}${HIDDEN}`
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
      [start.replace(/^(.*[\\/]{2})[^\\/]*@/, `$1${HIDDEN}@`), hidePath(path)].join(''),
  )
  return shared + query
}

function hideParameter(parameter: string): string {
  const name = parameter.split('=', 1)[0] as string
  return parameter.includes('=') && !isTokenLike(name) ? `${name}=${HIDDEN}` : HIDDEN
}

/** The segment after one of these is often a key of a few characters. */
const BEFORE_KEY = /^(?:token|reset|passwords?|verify|confirm|activate|magic|invite|secret|key|otp|unsubscribe)/i

function hidePath(path: string): string {
  return path
    .split('/')
    .map((segment, i, segments) => hideSegment(segment, segments[i - 1] ?? ''))
    .join('/')
}

function hideSegment(segment: string, before: string): string {
  const [name = '', ...values] = segment.split('=')
  const text = decode(name)
  const isKey = BEFORE_KEY.test(before) && !/^[a-z-]*$/.test(text)
  const isEncoded = text !== name && /[?&#=;/]/.test(text)
  // Of an address of mail, both sides.
  if (isKey || isEncoded || isKeyLike(text) || /.@/.test(text)) return HIDDEN
  return values.length === 0 ? name : `${name}=${HIDDEN}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** In a path, also what would be a name or a number elsewhere. */
function isKeyLike(text: string): boolean {
  const isMixed = text.length >= 10 && /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text)
  return isTokenLike(text) || isMixed || /^(?:[0-9a-f]{16,}|[a-z]{24,})$/i.test(text)
}

/** Whether it may be a key, a session or a signed token: long, and neither words nor a number. */
function isTokenLike(text: string): boolean {
  return text.startsWith('eyJ') || (text.length >= MIN_TOKEN_LENGTH && /\d/.test(text) && /[a-z]/i.test(text))
}

/** A name of what is secret, and what comes after it. */
const SECRET =
  /((?:\b(?:bearer|basic|digest)\s|(?:passw(?:or)?d|passphrase|pwd|secret|token|api[-_ ]?key|session[-_]?id)["']?\s*(?:=>|[:=])\s*)["']?)[^\s"'<>]+/gi
/** Error pages list the fields of the request. The values of these have spaces in them; of a table only the text is left. */
const SECRET_FIELD =
  /((?:cookie|authorization)["']?(?:\s*(?:=>|[:=]|(?:<[^<>]*>\s*)+)|\s+(?=[^\s=]+=)|(?<=http_\w+)\s)\s*["']?)(?:(?<=["'])[^"'\r\n<]*|[^\r\n<]+)/gi

/** What an error page or a console says, without what may be a secret in it. */
export function shareableText(text: string): string {
  return text
    .replace(SECRET_FIELD, `$1${HIDDEN}`)
    .replace(SECRET, `$1${HIDDEN}`)
    .split(/(\s+|["'“”‘’<>(),;]+)/)
    .map((word) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(word) ? shareableUrl(word) : hideWord(word)))
    .join('')
}

function hideWord(word: string): string {
  return isTokenLike(word) ? HIDDEN : word
}
