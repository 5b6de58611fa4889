import { isToken } from '../http/token.js'
import { display } from '../text/display.js'
import { isArray } from '../text/value-kinds.js'
import { argumentError } from './argument-error.js'

/** A number is written as text. */
export type HeaderValue = string | number

/**
 * Headers as they are easiest to write: by name, where a list of values is a list of field lines; or pairs, such as a
 * `Headers` object, where a name may come up again.
 */
export type HeaderFields =
  | Readonly<Record<string, HeaderValue | readonly HeaderValue[] | undefined>>
  | Iterable<readonly [name: string, value: HeaderValue]>

/** https://fetch.spec.whatwg.org/#concept-header-list: one element per field line, in order. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

const TAB = 0x09
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const SPACE = 0x20

/**
 * One element per field line, each value normalised.
 *
 * @param path what the fields are called in a message
 * @throws TypeError for fields of another type; a number is written as text, as `fetch` does
 */
export function toHeaderList(fields: HeaderFields, path = 'headers'): HeaderList {
  const list: [string, string][] = []
  if (!isObject(fields)) throw argumentError({ code: 'headers-type', path, value: display(fields) })
  if (isPairs(fields)) {
    for (const pair of fields) list.push(readPair(pair, `${path}[${list.length}]`))
    return list
  }
  for (const [name, lines] of Object.entries(fields)) {
    if (lines === undefined) continue
    for (const value of isLines(lines) ? lines : [lines]) list.push([name, readValue(value, `${path}['${name}']`)])
  }
  return list
}

/** JavaScript callers may pass anything. */
function isObject(fields: unknown): fields is object {
  return typeof fields === 'object' && fields !== null
}

function isPairs(fields: HeaderFields): fields is Iterable<readonly [string, HeaderValue]> {
  return Symbol.iterator in fields
}

function isLines(lines: HeaderValue | readonly HeaderValue[]): lines is readonly HeaderValue[] {
  return isArray(lines)
}

function readPair(pair: unknown, path: string): [string, string] {
  if (isArray(pair) && pair.length === 2 && typeof pair[0] === 'string') {
    return [pair[0], readValue(pair[1], `${path}[1]`)]
  }
  throw argumentError({ code: 'header-pair', path, value: display(pair) })
}

function readValue(value: unknown, path: string): string {
  if (typeof value === 'string') return normalizeValue(value)
  if (typeof value === 'number') return String(value)
  throw argumentError({ code: 'header-value', path, value: display(value) })
}

/** https://fetch.spec.whatwg.org/#concept-header-value-normalize: without the white space around it. */
export function normalizeValue(value: string): string {
  let start = 0
  let end = value.length
  while (start < end && isWhitespace(value.charCodeAt(start))) start++
  while (end > start && isWhitespace(value.charCodeAt(end - 1))) end--
  return value.slice(start, end)
}

/** https://fetch.spec.whatwg.org/#http-whitespace */
export function isWhitespace(code: number): boolean {
  return code === TAB || code === LINE_FEED || code === CARRIAGE_RETURN || code === SPACE
}

/**
 * https://fetch.spec.whatwg.org/#concept-header-list-get: the values of all lines of that name, joined by `, `.
 *
 * @param name in any case
 * @returns undefined if there is no such line, which differs from an empty one
 */
export function getHeader(list: HeaderList, name: string): string | undefined {
  const lines = headerLines(list, name)
  return lines.length === 0 ? undefined : lines.join(', ')
}

/** The value of each line of that name. @param name in any case */
export function headerLines(list: HeaderList, name: string): readonly string[] {
  const lowerCase = name.toLowerCase()
  const lines: string[] = []
  for (const [lineName, value] of list) if (lineName.toLowerCase() === lowerCase) lines.push(value)
  return lines
}

/** https://fetch.spec.whatwg.org/#header-list-contains. @param name in any case */
export function hasHeader(list: HeaderList, name: string): boolean {
  return headerLines(list, name).length > 0
}

/** The list without the lines of those names. @param names in lower case */
export function withoutHeaders(list: HeaderList, names: ReadonlySet<string>): HeaderList {
  return list.filter(([name]) => !names.has(name.toLowerCase()))
}

/** https://fetch.spec.whatwg.org/#concept-header-list-sort-and-combine, which is how a script sees headers. */
export function sortAndCombine(list: HeaderList): HeaderList {
  return sortedNames(list.map(([name]) => name)).map((name) => [name, headerLines(list, name).join(', ')])
}

/** https://fetch.spec.whatwg.org/#convert-header-names-to-a-sorted-lowercase-set */
export function sortedNames(names: Iterable<string>): readonly string[] {
  const lowerCase = new Set<string>()
  for (const name of names) lowerCase.add(name.toLowerCase())
  // Names are ASCII, where UTF-16 code units sort as bytes do.
  return [...lowerCase].sort()
}

/** The elements of a header that is a list of tokens, or the first text that keeps it from being one. */
export type TokenList =
  | { readonly ok: true; readonly tokens: readonly string[] | undefined }
  | { readonly ok: false; readonly invalid: string }

/**
 * https://fetch.spec.whatwg.org/#extract-header-list-values, for a header whose grammar is `#token`. Empty elements
 * are tolerated, as RFC 9110 section 5.6.1.2 asks of a recipient.
 *
 * @returns tokens undefined where the header is absent
 */
export function extractTokens(list: HeaderList, name: string): TokenList {
  const lines = headerLines(list, name)
  if (lines.length === 0) return { ok: true, tokens: undefined }
  const tokens: string[] = []
  for (const line of lines) {
    for (const part of line.split(',')) {
      const token = normalizeValue(part)
      if (token === '') continue
      if (!isToken(token)) return { ok: false, invalid: token }
      tokens.push(token)
    }
  }
  return { ok: true, tokens }
}
