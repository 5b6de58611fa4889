import { isForbiddenRequestHeader, isForbiddenResponseHeader } from '../http/field-names.js'
import { isToken } from '../http/token.js'
import { display } from '../text/display.js'
import type { ProblemList } from './problem-list.js'
import { readStrings } from './read-values.js'

/** A list of methods or header names as a normalised config holds it. */
export type NameList = '*' | readonly string[]

type ParseEntry = (entry: string, path: string, problems: ProblemList) => string | undefined

/** https://fetch.spec.whatwg.org/#forbidden-method, compared without regard to case. */
const FORBIDDEN_METHODS: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK'])

/**
 * Methods that everybody means in upper case. A browser upper-cases all of them but PATCH by itself
 * (https://fetch.spec.whatwg.org/#concept-method-normalize), and then compares case-sensitively.
 */
const UPPER_CASE_METHODS: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'])

/** Response fields of the CORS protocol: nothing a script sends. */
function isResponseField(name: string): boolean {
  return (
    name.startsWith('access-control-allow-') ||
    name === 'access-control-expose-headers' ||
    name === 'access-control-max-age'
  )
}

/** Request fields of the CORS protocol: nothing a response carries. */
function isRequestField(name: string): boolean {
  return name.startsWith('access-control-request-') || name === 'origin'
}

export function parseMethods(value: unknown, problems: ProblemList): NameList {
  return parseNames(value, 'methods', problems, parseMethod)
}

export function parseRequestHeaders(value: unknown, problems: ProblemList): NameList {
  return parseNames(value, 'headers', problems, parseRequestHeader)
}

/** @param credentials with them a browser reads `*` as the name of a header, so it is refused */
export function parseExposedHeaders(value: unknown, credentials: boolean, problems: ProblemList): NameList {
  return parseNames(value, 'exposeHeaders', problems, parseExposedHeader, (path) => {
    if (!credentials) return
    const why = "with credentials a browser takes '*' for the name of a header"
    problems.add('expose-wildcard-with-credentials', path, '*', `${why}: list the response headers that scripts read`)
  })
}

/** Whether a list allows every name: it is `*`, or `*` is among them. */
export function includesWildcard(names: NameList | undefined): boolean {
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
  readStrings(value, path, problems, (entry, entryPath) => {
    if (entry === '*') checkWildcard?.(entryPath)
    const name = entry === '*' ? entry : parseEntry(entry, entryPath, problems)
    if (name !== undefined) names.add(name)
  })
  return Object.freeze([...names])
}

function parseMethod(method: string, path: string, problems: ProblemList): string | undefined {
  const upperCase = method.toUpperCase()
  if (!isName(method)) {
    problems.add('method-syntax', path, method, `${display(method)} is not a method: ${nameHint(method)}`)
  } else if (FORBIDDEN_METHODS.has(upperCase)) {
    problems.add('method-forbidden', path, method, `no browser sends ${upperCase} for a script: remove it`)
  } else if (UPPER_CASE_METHODS.has(upperCase) && method !== upperCase) {
    problems.add(
      'method-case',
      path,
      method,
      `${display(method)} would never match: methods are compared by case`,
      upperCase,
    )
  } else {
    return method
  }
  return undefined
}

function parseRequestHeader(header: string, path: string, problems: ProblemList): string | undefined {
  const name = header.toLowerCase()
  if (!isName(header)) {
    problems.add('header-syntax', path, header, `${display(header)} is not a header name: ${nameHint(header)}`)
  } else if (isForbiddenRequestHeader(name)) {
    problems.add('header-forbidden', path, header, `browsers set ${name} themselves and let no script do it: remove it`)
  } else if (isResponseField(name)) {
    problems.add('header-direction', path, header, `${name} is a response header, which the policy sends: remove it`)
  } else {
    return name
  }
  return undefined
}

function parseExposedHeader(header: string, path: string, problems: ProblemList): string | undefined {
  const name = header.toLowerCase()
  if (!isName(header)) {
    problems.add('header-syntax', path, header, `${display(header)} is not a header name: ${nameHint(header)}`)
  } else if (isForbiddenResponseHeader(name)) {
    problems.add('header-forbidden', path, header, `browsers show ${name} to no script: remove it`)
  } else if (isRequestField(name)) {
    problems.add('header-direction', path, header, `${name} is a request header, and no response has it: remove it`)
  } else {
    return name
  }
  return undefined
}

/**
 * A `*` is a legal character of a token, but a name that holds one was meant as a pattern, and there are none.
 * @param name as it was written: in lower case, the Kelvin sign (U+212A) is a k
 */
function isName(name: string): boolean {
  return isToken(name) && !name.includes('*')
}

function nameHint(name: string): string {
  if (name.includes('*')) return "a * stands alone, for every name; list the names or write '*'"
  if (/[\s,;]/.test(name)) return 'write one name per entry, without white space'
  return 'it has a character that no name can have'
}
