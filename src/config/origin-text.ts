import { HTTP_PORT, HTTPS_PORT } from '../http/default-ports.js'

/**
 * Reading the text of an origin, `scheme://host[:port]`: https://html.spec.whatwg.org/#ascii-serialisation-of-an-origin.
 * The same code reads a config at startup and an Origin header on the request path, so nothing here throws or runs
 * a regular expression, and every length has a bound.
 */

/** RFC 1035 section 2.3.4, without the trailing dot. */
export const MAX_HOST_LENGTH = 253
/** RFC 1035 section 2.3.4. */
export const MAX_LABEL_LENGTH = 63
/** The longest registered scheme has 36 characters; browsers' own (`safari-web-extension`) are shorter. */
export const MAX_SCHEME_LENGTH = 64
/** The longest text that can be an origin: scheme, `://`, host, and a colon with five digits of port. */
export const MAX_ORIGIN_LENGTH = MAX_SCHEME_LENGTH + 3 + MAX_HOST_LENGTH + 6

const MAX_PORT = 65535

const HYPHEN = 0x2d
const DOT = 0x2e
const ZERO = 0x30
const NINE = 0x39
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const UNDERSCORE = 0x5f

/** The parts of an origin. */
export interface OriginParts {
  readonly scheme: string
  /** An IPv6 address is in brackets. */
  readonly host: string
  /** Decimal, `''` for the default port of the scheme. */
  readonly port: string
}

/**
 * Takes apart an origin in the one shape that browsers send: lower case, no default port, no trailing dot, no path. Whether
 * the host is canonical too (an address, Punycode) is for `isCanonicalHost` to say.
 *
 * @returns undefined for a text that is not an origin
 */
export function splitOrigin(text: string): OriginParts | undefined {
  const length = text.length
  if (length > MAX_ORIGIN_LENGTH) return undefined
  const schemeEnd = scanScheme(text)
  if (schemeEnd < 1 || !text.startsWith('://', schemeEnd)) return undefined
  const scheme = text.slice(0, schemeEnd)
  const hostStart = schemeEnd + 3
  const hostEnd = scanHost(text, hostStart, scheme)
  if (hostEnd < 0) return undefined
  if (hostEnd < length && !isPort(text, hostEnd, scheme)) return undefined
  return { scheme, host: text.slice(hostStart, hostEnd), port: text.slice(hostEnd + 1) }
}

/** Whether a scheme is an app's or a browser's own, with hosts that the DNS knows nothing of. */
export function isCustomScheme(scheme: string): boolean {
  return defaultPort(scheme) === 0
}

/** RFC 3986 section 3.1, lower case. Returns the index after the scheme, 0 if there is none. */
function scanScheme(text: string): number {
  if (!isLetter(text.charCodeAt(0))) return 0
  let i = 1
  while (isSchemeChar(text.charCodeAt(i))) i++
  return i <= MAX_SCHEME_LENGTH ? i : 0
}

/** Returns the index after the host, or -1. */
function scanHost(text: string, start: number, scheme: string): number {
  const first = text.charCodeAt(start)
  if (first === OPEN_BRACKET) return scanBracket(text, start)
  // Electron's `app://.` has a dot for a host.
  if (first === DOT && start + 1 === text.length && isCustomScheme(scheme)) return text.length
  return scanLabels(text, start)
}

/** Returns the index after the last label, -1 if a label or the host is empty or too long, or a character cannot be in one. */
function scanLabels(text: string, start: number): number {
  let labelStart = start
  let i = start
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === DOT) {
      if (!isLabelLength(i - labelStart)) return -1
      labelStart = i + 1
    } else if (!isHostChar(code)) {
      break
    }
  }
  return isLabelLength(i - labelStart) && i - start <= MAX_HOST_LENGTH ? i : -1
}

function isLabelLength(length: number): boolean {
  return length > 0 && length <= MAX_LABEL_LENGTH
}

/** An IPv6 host: hexadecimal digits and colons in brackets. Returns the index after the bracket, or -1. */
function scanBracket(text: string, start: number): number {
  let i = start + 1
  while (isHexDigit(text.charCodeAt(i)) || text.charCodeAt(i) === COLON) i++
  return text.charCodeAt(i) === CLOSE_BRACKET && i > start + 1 ? i + 1 : -1
}

/** Whether the rest of the text from `colon` on is a port that a browser would write: decimal, not 0, not the default. */
function isPort(text: string, colon: number, scheme: string): boolean {
  const length = text.length - colon - 1
  if (text.charCodeAt(colon) !== COLON || length < 1) return false
  if (text.charCodeAt(colon + 1) === ZERO) return false
  let port = 0
  for (let i = colon + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (!isDigit(code)) return false
    port = port * 10 + code - ZERO
  }
  return port <= MAX_PORT && port !== defaultPort(scheme)
}

/** https://url.spec.whatwg.org/#default-port, for the schemes that are origins of pages. 0 for all others. */
export function defaultPort(scheme: string): number {
  if (scheme === 'https') return HTTPS_PORT
  return scheme === 'http' ? HTTP_PORT : 0
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a
}

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}

/** Lower case only: capitals are not canonical. */
export function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x61 && code <= 0x66)
}

function isSchemeChar(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === HYPHEN || code === DOT || code === 0x2b
}

/** What a `*` inside a label matches. */
export function isWildcardChar(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === HYPHEN
}

/** RFC 952 does not allow underscores in host names, but the DNS, URLs and browsers do. */
function isHostChar(code: number): boolean {
  return isWildcardChar(code) || code === UNDERSCORE
}
