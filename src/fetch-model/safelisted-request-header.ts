import { type HeaderList, sortedNames } from './header-list.js'
import { mimeEssence } from './mime-essence.js'
import { isSimpleRange } from './range-value.js'

/** Bytes of one value; a longer one is not safelisted, whatever its name. */
export const MAX_SAFELISTED_VALUE_LENGTH = 128
/** Bytes of all safelisted values of a request together; beyond that none of them is. */
export const MAX_SAFELISTED_TOTAL_LENGTH = 1024

const SAFELISTED_TYPES: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
])

/** Range is safelisted only for requests in cors mode: https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header-name. */
const NO_CORS_NAMES: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-language', 'content-type'])

const TAB = 0x09
const SPACE = 0x20
const DELETE = 0x7f
const UNSAFE_DELIMITERS: ReadonlySet<number> = codes('"():<>?@[\\]{}')
const LANGUAGE_BYTES: ReadonlySet<number> = codes(
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz *,-.;=',
)

function codes(chars: string): ReadonlySet<number> {
  return new Set([...chars].map((char) => char.charCodeAt(0)))
}

/**
 * https://fetch.spec.whatwg.org/#cors-safelisted-request-header: whether CORS lets any script send the header without
 * a preflight. The value decides as much as the name.
 *
 * @param name in any case
 * @param value as a byte string: one character per byte
 */
export function isSafelistedRequestHeader(name: string, value: string): boolean {
  if (value.length > MAX_SAFELISTED_VALUE_LENGTH) return false
  switch (name.toLowerCase()) {
    case 'accept':
      return !hasUnsafeByte(value)
    case 'accept-language':
    case 'content-language':
      return everyCode(value, (code) => LANGUAGE_BYTES.has(code))
    case 'content-type':
      return !hasUnsafeByte(value) && SAFELISTED_TYPES.has(mimeEssence(value) ?? '')
    case 'range':
      return isSimpleRange(value)
    default:
      return false
  }
}

/** https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header. @param name in any case */
export function isNoCorsSafelistedRequestHeader(name: string, value: string): boolean {
  return NO_CORS_NAMES.has(name.toLowerCase()) && isSafelistedRequestHeader(name, value)
}

/**
 * https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names: the headers that a preflight has to ask for.
 *
 * @returns lower case, sorted, without doubles
 */
export function unsafeRequestHeaderNames(headers: HeaderList): readonly string[] {
  const unsafe: string[] = []
  const safelisted: string[] = []
  let safelistedLength = 0
  for (const [name, value] of headers) {
    if (isSafelistedRequestHeader(name, value)) {
      safelisted.push(name)
      safelistedLength += value.length
    } else {
      unsafe.push(name)
    }
  }
  return sortedNames(safelistedLength > MAX_SAFELISTED_TOTAL_LENGTH ? [...unsafe, ...safelisted] : unsafe)
}

/** https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte */
function hasUnsafeByte(value: string): boolean {
  return !everyCode(value, (code) => {
    if (code < SPACE) return code === TAB
    return code !== DELETE && !UNSAFE_DELIMITERS.has(code)
  })
}

function everyCode(text: string, test: (code: number) => boolean): boolean {
  for (let i = 0; i < text.length; i++) if (!test(text.charCodeAt(i))) return false
  return true
}
