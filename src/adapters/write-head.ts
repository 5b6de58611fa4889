import {
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  ServerResponse,
  validateHeaderName,
  validateHeaderValue,
} from 'node:http'

type HeaderPair = readonly [name: OutgoingHttpHeader, value: OutgoingHttpHeader]

/** Headers as `writeHead` takes them: an object, names and values in turn, or pairs. */
export type GivenHeaders = OutgoingHttpHeaders | readonly OutgoingHttpHeader[] | readonly HeaderPair[]

/** Names and values in turn: the form that Node writes with the least work. */
export type FlatHeaders = OutgoingHttpHeader[]

/** What `writeHead` is called with. */
export type WriteHeadArguments = [
  status?: number | undefined,
  reasonOrHeaders?: string | GivenHeaders | null | undefined,
  headers?: GivenHeaders | null | undefined,
]

export type WriteHead = (this: ServerResponse, ...args: WriteHeadArguments) => ServerResponse

export const NODES_WRITE_HEAD = ServerResponse.prototype.writeHead as WriteHead

/** The index of the argument in which Node looks for headers. */
export function indexOfHeaders([, second, third]: WriteHeadArguments): 1 | 2 {
  return typeof second === 'string' || (third ?? undefined) !== undefined ? 2 : 1
}

export function isFlat(given: GivenHeaders): given is readonly OutgoingHttpHeader[] {
  return Array.isArray(given) && !Array.isArray(given[0])
}

export function isPairs(given: GivenHeaders): given is readonly HeaderPair[] {
  return Array.isArray(given) && Array.isArray(given[0])
}

/** Whether no two names differ in case only. Names of different lengths, the usual case, are told apart by those. */
export function areDistinct(names: readonly string[]): boolean {
  let lengths = 0
  for (let i = 0; i < names.length; i++) {
    const bit = 1 << ((names[i] as string).length & 31)
    if ((lengths & bit) !== 0) return new Set(names.map((name) => name.toLowerCase())).size === names.length
    lengths |= bit
  }
  return true
}

/** Whether Node takes each line of a flat list, and none replaces another: it may then be set line by line as well. */
export function isPlain(list: readonly OutgoingHttpHeader[]): boolean {
  const names: string[] = []
  try {
    for (let i = 0; i < list.length; i += 2) {
      const name = list[i] as string
      validateHeaderName(name)
      for (const line of [list[i + 1]].flat()) validateHeaderValue(name, line as string)
      names.push(name)
    }
  } catch {
    return false
  }
  return areDistinct(names)
}

/** The headers and more lines, in the form of the headers. */
export function withLines(headers: GivenHeaders, lines: FlatHeaders): GivenHeaders {
  if (isFlat(headers)) return [...headers, ...lines]
  const pairs: HeaderPair[] = []
  for (let i = 0; i < lines.length; i += 2) {
    pairs.push([lines[i] as OutgoingHttpHeader, lines[i + 1] as OutgoingHttpHeader])
  }
  return isPairs(headers)
    ? [...headers, ...pairs]
    : (Object.fromEntries([...Object.entries(headers), ...pairs]) as OutgoingHttpHeaders)
}
