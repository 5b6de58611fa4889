import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import {
  ALLOW_HEADERS,
  ALLOW_METHODS,
  ALLOW_ORIGIN,
  isAccessControlField,
  isCorsResponseField,
} from '../http/field-names.js'
import { mergeVary } from '../http/vary.js'
import { isEchoableHeaders, isEchoableMethod } from '../policy/answer.js'
import type { Outgoing } from './pending-answer.js'
import { areDistinct, type FlatHeaders, type GivenHeaders, isFlat, isPairs } from './write-head.js'

/** What a handler gave, without the fields that are the answer's to set, and the Vary that was among them. */
export interface Stripped {
  /** The given value itself if there was no such field in it. */
  readonly headers: GivenHeaders
  readonly vary: string | undefined
}

const VARY_LENGTH = 4

/** Adds the fields of an answer to a list, or sets them on a response. */
export function putAnswer(
  target: ServerResponse | FlatHeaders,
  vary: string | undefined,
  { answer, origin, incoming }: Outgoing,
): void {
  put(target, 'Vary', vary === undefined ? answer.varyText : mergeVary(vary, answer.vary))
  const { allowOrigin, fixed } = answer
  if (allowOrigin !== undefined) put(target, ALLOW_ORIGIN, allowOrigin === '*' ? allowOrigin : (origin as string))
  for (let i = 0; i < fixed.length; i += 2) put(target, fixed[i] as string, fixed[i + 1] as string)
  if (answer.echoesMethod) putIf(isEchoableMethod, target, ALLOW_METHODS, incoming['access-control-request-method'])
  if (answer.echoesHeaders) putIf(isEchoableHeaders, target, ALLOW_HEADERS, incoming['access-control-request-headers'])
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

/** Takes the CORS fields off a response. Returns the Vary that was set on it. */
export function takeSetFields(
  response: ServerResponse,
  names: readonly string[],
  outgoing: Outgoing,
): string | undefined {
  let vary: string | undefined
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string
    if (!isOurs(name, outgoing)) continue
    if (name.length === VARY_LENGTH) vary = joinLines(response.getHeader(name))
    else response.removeHeader(name)
  }
  return vary
}

/**
 * Takes the answer's fields out of what was given to `writeHead`. The rest keeps its form, in which Node and the
 * wrappers of others may see more than names and values: repeated names, names that differ in case, their order.
 */
export function strip(given: GivenHeaders, outgoing: Outgoing): Stripped {
  if (isPairs(given)) {
    const ours = given.filter((pair) => isOurs(pair?.[0], outgoing))
    if (ours.length === 0) return { headers: given, vary: undefined }
    const vary = varyOf(ours.flat() as OutgoingHttpHeader[])
    return { headers: given.filter((pair) => !ours.includes(pair)), vary }
  }
  return isFlat(given) ? stripList(given, outgoing) : stripObject(given as OutgoingHttpHeaders, outgoing)
}

function stripObject(given: OutgoingHttpHeaders, outgoing: Outgoing): Stripped {
  const names = Object.keys(given)
  const ours = names.filter((name) => isOurs(name, outgoing))
  if (ours.length === 0) return { headers: given, vary: undefined }
  const rest = Object.fromEntries(names.filter((name) => !ours.includes(name)).map((name) => [name, given[name]]))
  return { headers: rest, vary: varyOf(ours.flatMap((name) => [name, given[name] as OutgoingHttpHeader])) }
}

function stripList(given: readonly OutgoingHttpHeader[], outgoing: Outgoing): Stripped {
  // An odd one is for Node to refuse, as it is.
  if (given.length % 2 !== 0) return { headers: given, vary: undefined }
  const headers: FlatHeaders = []
  const vary = copyList(given, headers, outgoing)
  return { headers: headers.length === given.length ? given : headers, vary }
}

/**
 * Copies all but the answer's fields into a flat list.
 *
 * @returns the Vary that was among them; null if an object has names that differ in case only, of which Node sends one
 * or both, as it depends on what else was set
 */
export function flatten(given: GivenHeaders, list: FlatHeaders, outgoing: Outgoing): string | undefined | null {
  if (isFlat(given)) return copyList(given, list, outgoing)
  const object = given as OutgoingHttpHeaders
  const names = Object.keys(object)
  if (!areDistinct(names)) return null
  let vary: string | undefined
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string
    const value = object[name] as OutgoingHttpHeader
    if (!isOurs(name, outgoing)) list.push(name, value)
    else if (name.length === VARY_LENGTH) vary = joinLines(value)
  }
  return vary
}

function copyList(given: readonly OutgoingHttpHeader[], list: FlatHeaders, outgoing: Outgoing): string | undefined {
  let vary: string | undefined
  for (let i = 0; i < given.length; i += 2) {
    const name = given[i] as OutgoingHttpHeader
    const value = given[i + 1] as OutgoingHttpHeader
    if (!isOurs(name, outgoing)) list.push(name, value)
    else if (name.length === VARY_LENGTH) vary = addLines(vary, value)
  }
  return vary
}

/** The values of all Vary lines among names and values in turn. */
function varyOf(lines: readonly OutgoingHttpHeader[]): string | undefined {
  let vary: string | undefined
  for (let i = 0; i < lines.length; i += 2) {
    if ((lines[i] as string).length === VARY_LENGTH) vary = addLines(vary, lines[i + 1])
  }
  return vary
}

/**
 * Whether the field is for the answer to set: Vary, a field of the CORS protocol, and on a response that no other
 * origin may read, any field that calls itself one. A response that is left untouched keeps all but Vary. Most names
 * are told apart by their length.
 */
function isOurs(name: unknown, { answer }: Outgoing): name is string {
  if (typeof name !== 'string') return false
  if (name.length === VARY_LENGTH) return name.toLowerCase() === 'vary'
  if (answer.untouched) return false
  return answer.allowOrigin === undefined ? isAccessControlField(name) : isCorsResponseField(name)
}

function addLines(lines: string | undefined, value: OutgoingHttpHeader | undefined): string | undefined {
  return lines === undefined ? joinLines(value) : `${lines}, ${joinLines(value)}`
}

function joinLines(value: OutgoingHttpHeader | undefined): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  return Array.isArray(value) ? value.join(', ') : String(value)
}
