import { isForbiddenRequestHeader } from './forbidden-request-header.js'
import { mimeEssence } from './mime-essence.js'
import { isSafelistedRequestHeader } from './safelisted-request-header.js'

/** The words that show that a value was left out. */
export const HIDDEN = 'hidden'

/** Media types that tell nothing but what a body is. */
const COMMON_TYPES: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
  'application/json',
  'application/ld+json',
  'application/graphql-response+json',
  'application/grpc-web+proto',
  'application/grpc-web-text',
  'application/merge-patch+json',
  'application/octet-stream',
  'application/offset+octet-stream',
  'application/xml',
  'text/xml',
  'text/html',
  'text/event-stream',
])

/** One that the safelist takes, and one that it does not take, where it looks at values of that name at all. */
const STAND_INS: ReadonlyMap<string, readonly string[]> = new Map([
  ['accept', ['*/*', '"hidden"']],
  ['accept-language', ['en', '"hidden"']],
  ['content-language', ['en', '"hidden"']],
  ['content-type', ['text/plain', 'application/json']],
  ['range', ['bytes=0-', 'bytes=-1']],
])

/** A method override with one of these is forbidden: https://fetch.spec.whatwg.org/#forbidden-request-header. */
const FORBIDDEN_OVERRIDE = 'TRACE'
/** Not a byte string, so that no script can send it. */
export const INVALID_VALUE = '…'

/**
 * A value that a browser treats like the given one, and that tells nothing about it. The sum of lengths beyond which
 * nothing is safelisted is not kept.
 */
export function standInValue(name: string, value: string): string {
  if (/[\0\r\n\u0100-\uffff]/.test(value)) return INVALID_VALUE
  const lowerCase = name.toLowerCase()
  const type = lowerCase === 'content-type' ? (mimeEssence(value) ?? '') : ''
  const common = COMMON_TYPES.has(type) ? [type] : []
  const isLike = (other: string) =>
    isSafelistedRequestHeader(name, other) === isSafelistedRequestHeader(name, value) &&
    isForbiddenRequestHeader(name, other) === isForbiddenRequestHeader(name, value)
  return [...common, ...(STAND_INS.get(lowerCase) ?? []), HIDDEN].find(isLike) ?? FORBIDDEN_OVERRIDE
}
