import type { IncomingHttpHeaders, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { ALLOW_HEADERS, ALLOW_METHODS, ALLOW_ORIGIN, CORS_RESPONSE_FIELDS } from '../http/field-names.js'
import { mergeVary } from '../http/vary.js'
import { type Answer, isEchoableHeaders, isEchoableMethod, UNTOUCHED } from '../policy/answer.js'

/** Headers as `writeHead` takes them: an object, names and values in turn, or pairs. */
export type GivenHeaders = OutgoingHttpHeaders | readonly OutgoingHttpHeader[] | readonly HeaderPair[]

type HeaderPair = readonly [name: OutgoingHttpHeader, value: OutgoingHttpHeader]

/** Names and values in turn: the form that Node writes with the least work. */
export type FlatHeaders = OutgoingHttpHeader[]

const CORS_FIELDS: ReadonlySet<string> = new Set(CORS_RESPONSE_FIELDS)
const NO_FIELDS: ReadonlySet<string> = new Set()
const VARY_LENGTH = 4
const SHORTEST_CORS_FIELD = Math.min(...CORS_RESPONSE_FIELDS.map(({ length }) => length))

/**
 * The headers that go out: the given ones and the answer's, with Vary merged, and without any CORS field that is not
 * the answer's. Such fields are also taken off those that were set on the response before.
 *
 * @param origin present whenever the answer reflects it
 * @param asked the request's headers
 * @returns what `writeHead` is to be given; undefined if nothing was given and other headers are set, among which the
 * answer's are then set too
 */
export function mergeHeaders(
  response: ServerResponse,
  given: GivenHeaders | undefined,
  answer: Answer,
  origin: string | undefined,
  asked: IncomingHttpHeaders,
): FlatHeaders | undefined {
  const setNames = response.getHeaderNames()
  const replaced = answer === UNTOUCHED ? NO_FIELDS : CORS_FIELDS
  const setVary = takeSetHeaders(response, setNames, replaced)
  if (given === undefined && setNames.length > 0) {
    putAnswer(response, setVary, answer, origin, asked)
    return undefined
  }
  const merged: FlatHeaders = []
  // What is given to writeHead replaces what was set before.
  const givenVary = given && copyHeaders(given, merged, replaced)
  putAnswer(merged, givenVary ?? setVary, answer, origin, asked)
  return merged
}

function putAnswer(
  target: ServerResponse | FlatHeaders,
  vary: string | undefined,
  answer: Answer,
  origin: string | undefined,
  asked: IncomingHttpHeaders,
): void {
  put(target, 'Vary', vary === undefined ? answer.varyText : mergeVary(vary, answer.vary))
  const { allowOrigin, fixed } = answer
  if (allowOrigin !== undefined) put(target, ALLOW_ORIGIN, allowOrigin === '*' ? allowOrigin : (origin as string))
  for (let i = 0; i < fixed.length; i += 2) put(target, fixed[i] as string, fixed[i + 1] as string)
  if (answer.echoesMethod) putIf(isEchoableMethod, target, ALLOW_METHODS, asked['access-control-request-method'])
  if (answer.echoesHeaders) putIf(isEchoableHeaders, target, ALLOW_HEADERS, asked['access-control-request-headers'])
}

function putIf(
  isEchoable: (value: string | undefined) => value is string,
  target: ServerResponse | FlatHeaders,
  name: string,
  value: string | undefined,
): void {
  if (isEchoable(value)) put(target, name, value)
}

/** Adds a header to a list, or sets it on a response. */
export function put(target: ServerResponse | FlatHeaders, name: string, value: string): void {
  if (Array.isArray(target)) target.push(name, value)
  else target.setHeader(name, value)
}

/** Takes the CORS fields off the response. Returns the Vary that was set on it. */
function takeSetHeaders(
  response: ServerResponse,
  names: readonly string[],
  replaced: ReadonlySet<string>,
): string | undefined {
  let vary: string | undefined
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string
    if (!isMerged(name, replaced)) continue
    if (name.length === VARY_LENGTH) vary = joinLines(response.getHeader(name))
    else response.removeHeader(name)
  }
  return vary
}

/** Copies all but Vary and the CORS fields. Returns the Vary that was among them. */
function copyHeaders(given: GivenHeaders, merged: FlatHeaders, replaced: ReadonlySet<string>): string | undefined {
  if (!Array.isArray(given)) return copyObject(given as OutgoingHttpHeaders, merged, replaced)
  let vary: string | undefined
  const inPairs = Array.isArray(given[0])
  for (let i = 0; i < given.length; i += inPairs ? 1 : 2) {
    const name = inPairs ? given[i][0] : given[i]
    const value = inPairs ? given[i][1] : given[i + 1]
    if (!isMerged(name, replaced)) merged.push(name, value)
    else if (name.length === VARY_LENGTH) vary = addLines(vary, value)
  }
  return vary
}

function copyObject(
  given: OutgoingHttpHeaders,
  merged: FlatHeaders,
  replaced: ReadonlySet<string>,
): string | undefined {
  let vary: string | undefined
  for (const name in given) {
    if (!Object.hasOwn(given, name)) continue
    const value = given[name] as OutgoingHttpHeader
    if (!isMerged(name, replaced)) merged.push(name, value)
    else if (name.length === VARY_LENGTH) vary = addLines(vary, value)
  }
  return vary
}

/** Whether it is Vary or a field that is replaced. Most names are told apart by their length. */
function isMerged(name: OutgoingHttpHeader, replaced: ReadonlySet<string>): name is string {
  if (typeof name !== 'string') return false
  if (name.length === VARY_LENGTH) return name.toLowerCase() === 'vary'
  return name.length >= SHORTEST_CORS_FIELD && replaced.has(name.toLowerCase())
}

/** The same headers as an object, with the lines of one name in one array. */
export function toHeaderObject(headers: FlatHeaders): OutgoingHttpHeaders {
  const lines = new Map<string, HeaderPair>()
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as OutgoingHttpHeader
    const value = headers[i + 1] as OutgoingHttpHeader
    const key = String(name).toLowerCase()
    const before = lines.get(key)
    lines.set(key, before === undefined ? [name, value] : [before[0], [before[1], value].flat() as string[]])
  }
  return Object.fromEntries(lines.values())
}

function addLines(lines: string | undefined, value: OutgoingHttpHeader | undefined): string | undefined {
  return lines === undefined ? joinLines(value) : `${lines}, ${joinLines(value)}`
}

function joinLines(value: OutgoingHttpHeader | undefined): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  return Array.isArray(value) ? value.join(', ') : String(value)
}
