import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { ALLOW_HEADERS, ALLOW_METHODS, ALLOW_ORIGIN, CORS_RESPONSE_FIELDS } from '../http/field-names.js'
import { mergeVary } from '../http/vary.js'
import { type Answer, isEchoableHeaders, isEchoableMethod } from '../policy/answer.js'

/** Headers as `writeHead` takes them: an object, names and values in turn, or pairs. */
export type GivenHeaders =
  | OutgoingHttpHeaders
  | readonly OutgoingHttpHeader[]
  | readonly (readonly OutgoingHttpHeader[])[]

/** Names and values in turn: the form that Node writes with the least work. */
export type FlatHeaders = OutgoingHttpHeader[]

/** What an answer may repeat of its request. */
export interface Echo {
  readonly origin: string | undefined
  readonly requestMethod: string | undefined
  readonly requestHeaders: string | undefined
}

const CORS_FIELDS: ReadonlySet<string> = new Set(CORS_RESPONSE_FIELDS)
const VARY_LENGTH = 4
const SHORTEST_CORS_FIELD = Math.min(...CORS_RESPONSE_FIELDS.map(({ length }) => length))

/**
 * The headers that go out: the given ones and the answer's, with Vary merged, and without any CORS field that is not
 * the answer's. Such fields are also taken off those that were set on the response before.
 */
export function mergeHeaders(
  response: ServerResponse,
  given: GivenHeaders | undefined,
  answer: Answer,
  echo: Echo,
): FlatHeaders {
  const merged: FlatHeaders = []
  const givenVary = given === undefined ? undefined : copyHeaders(given, merged)
  // What is given to writeHead replaces what was set before.
  const vary = givenVary ?? joinLines(response.getHeader('vary'))
  for (let i = 0; i < CORS_RESPONSE_FIELDS.length; i++) {
    const name = CORS_RESPONSE_FIELDS[i] as string
    if (response.hasHeader(name)) response.removeHeader(name)
  }
  merged.push('Vary', vary === undefined ? answer.varyText : mergeVary(vary, answer.vary))
  appendFields(merged, answer, echo)
  return merged
}

function appendFields(merged: FlatHeaders, answer: Answer, echo: Echo): void {
  const { allowOrigin, fixed } = answer
  if (allowOrigin !== undefined) merged.push(ALLOW_ORIGIN, allowOrigin === '*' ? '*' : (echo.origin as string))
  for (let i = 0; i < fixed.length; i++) merged.push(fixed[i] as string)
  if (answer.echoesMethod && isEchoableMethod(echo.requestMethod)) merged.push(ALLOW_METHODS, echo.requestMethod)
  if (answer.echoesHeaders && isEchoableHeaders(echo.requestHeaders)) merged.push(ALLOW_HEADERS, echo.requestHeaders)
}

/** Copies all but Vary and the CORS fields. Returns the Vary that was among them. */
function copyHeaders(given: GivenHeaders, merged: FlatHeaders): string | undefined {
  let vary: string | undefined
  const copy = (name: OutgoingHttpHeader, value: OutgoingHttpHeader) => {
    const field = typeof name === 'string' ? fieldToReplace(name) : undefined
    if (field === undefined) merged.push(name, value)
    else if (field === 'vary') vary = vary === undefined ? joinLines(value) : `${vary}, ${joinLines(value)}`
  }
  if (!Array.isArray(given)) {
    for (const name in given as OutgoingHttpHeaders) {
      if (Object.hasOwn(given, name)) copy(name, (given as OutgoingHttpHeaders)[name] as OutgoingHttpHeader)
    }
  } else if (Array.isArray(given[0])) {
    for (const [name, value] of given as [OutgoingHttpHeader, OutgoingHttpHeader][]) copy(name, value)
  } else {
    for (let i = 0; i < given.length; i += 2) copy(given[i], given[i + 1])
  }
  return vary
}

/** The name in lower case if it is Vary or a CORS response field. Most names are told apart by their length. */
function fieldToReplace(name: string): string | undefined {
  if (name.length !== VARY_LENGTH && name.length < SHORTEST_CORS_FIELD) return undefined
  const field = name.toLowerCase()
  return field === 'vary' || CORS_FIELDS.has(field) ? field : undefined
}

function joinLines(value: OutgoingHttpHeader | undefined): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  return Array.isArray(value) ? value.join(', ') : String(value)
}
