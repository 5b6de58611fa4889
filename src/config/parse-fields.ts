import {
  isForbiddenRequestHeader,
  isForbiddenResponseHeader,
  isRequestField,
  isResponseField,
} from '../http/field-names.js'
import { isForbiddenMethod, upperCaseMethod } from '../http/methods.js'
import { isToken } from '../http/token.js'
import { ProblemList } from './problem-list.js'
import type { HeaderOption, NameFault } from './problems.js'
import { readStrings } from './read-values.js'

/** A list of methods or header names as a normalised config holds it. */
export type NameList = '*' | readonly string[]

type ParseEntry = (entry: string, path: string, problems: ProblemList) => string | undefined

export function parseMethods(value: unknown, problems: ProblemList): NameList {
  return parseNames(value, 'methods', problems, parseMethod)
}

export function parseRequestHeaders(value: unknown, problems: ProblemList): NameList {
  return parseNames(value, 'headers', problems, parseRequestHeader)
}

/** @param credentials with them a browser reads `*` as the name of a header, so it is refused */
export function parseExposedHeaders(value: unknown, credentials: boolean, problems: ProblemList): NameList {
  return parseNames(value, 'exposeHeaders', problems, parseExposedHeader, (path) => {
    if (credentials) problems.report({ code: 'expose-wildcard-with-credentials', path, value: '*' })
  })
}

/** Whether a list allows every name: it is `*`, or `*` is among them. */
export function includesWildcard(names: string | readonly string[] | undefined): boolean {
  return names?.includes('*') === true
}

function parseNames(
  value: unknown,
  path: string,
  problems: ProblemList,
  parseEntry: ParseEntry,
  checkWildcard?: (path: string) => void,
): NameList {
  if (value === '*') {
    checkWildcard?.(path)
    return '*'
  }
  const names = new Set<string>()
  const use = (entry: string, entryPath: string) => {
    if (entry === '*') checkWildcard?.(entryPath)
    const name = entry === '*' ? entry : parseEntry(entry, entryPath, problems)
    if (name !== undefined) names.add(name)
  }
  readStrings(value, path, problems, use, (entry) => parseEntry(entry, path, new ProblemList()) !== undefined)
  return Object.freeze([...names])
}

function parseMethod(method: string, path: string, problems: ProblemList): string | undefined {
  const at = { path, value: method }
  const fault = nameFault(method)
  const upperCase = upperCaseMethod(method)
  if (fault !== undefined) problems.report({ code: 'method-syntax', fault, ...at })
  else if (isForbiddenMethod(method)) {
    problems.report({ code: 'method-forbidden', method: method.toUpperCase(), ...at })
  } else if (upperCase !== undefined) problems.report({ code: 'method-case', ...at, suggestion: upperCase })
  else return method
  return undefined
}

function parseRequestHeader(header: string, path: string, problems: ProblemList): string | undefined {
  return parseHeader(header, path, 'headers', isForbiddenRequestHeader, problems)
}

function parseExposedHeader(header: string, path: string, problems: ProblemList): string | undefined {
  return parseHeader(header, path, 'exposeHeaders', isForbiddenResponseHeader, problems)
}

function parseHeader(
  header: string,
  path: string,
  list: HeaderOption,
  isForbidden: (name: string) => boolean,
  problems: ProblemList,
): string | undefined {
  const at = { path, value: header }
  const fault = nameFault(header)
  const name = header.toLowerCase()
  if (fault !== undefined) problems.report({ code: 'header-syntax', fault, ...at })
  else if (isForbidden(name)) problems.report({ code: 'header-forbidden', header: name, list, ...at })
  else if (isResponseField(name))
    problems.report({ code: 'header-direction', header: name, list, direction: 'response', ...at })
  else if (isRequestField(name))
    problems.report({ code: 'header-direction', header: name, list, direction: 'request', ...at })
  else return name
  return undefined
}

/**
 * A `*` is a legal character of a token, but a name with one was meant as a pattern, and there are none.
 * @param name as it was written: in lower case, the Kelvin sign (U+212A) is a k
 */
function nameFault(name: string): NameFault | undefined {
  if (name.includes('*')) return 'wildcard'
  if (isToken(name)) return undefined
  return /[\s,;]/.test(name) ? 'separator' : 'character'
}
