import { readEntries } from '../config/read-values.js'
import { display } from '../text/display.js'
import { isArray } from '../text/value-kinds.js'
import { anyHeader, type Draft, type Entry, NARROWED } from './draft.js'
import { type RegexReading, readOriginRegex } from './origin-regex.js'
import { type Options, readNumber } from './read-document.js'

/**
 * What `cors` and `@fastify/cors` have in common. Both take a name or a list for most options, and send the text as it
 * stands: with credentials a browser then reads `*` as a name (https://fetch.spec.whatwg.org/#http-new-header-syntax).
 */

/** A value, and where in the options it stands. */
export interface Value {
  readonly value: unknown
  readonly path: string
}

/** One value, or the values of a list. */
export function valuesOf(value: unknown, path: string, { problems }: Draft): Value[] {
  if (!isArray(value)) return [{ value, path }]
  return readEntries(value, path, problems).map((entry, i) => ({ value: entry, path: `${path}[${i}]` }))
}

/** A regular expression as an origin. */
export function regexEntries(regex: RegExp, path: string, draft: Draft): Entry[] {
  const reading = readRegex(regex)
  if ('problem' in reading) {
    draft.problems.add('origin-syntax', path, regex, reading.problem)
    return []
  }
  if (reading.narrowed) draft.note('pattern-narrowed', path, NARROWED)
  return reading.patterns.map((text) => ({ text, path }))
}

function readRegex(regex: RegExp): RegexReading {
  try {
    // A copy has no properties of its own in the way.
    const { flags, source } = new RegExp(regex)
    // An origin is in lower case, so `i` changes nothing; `g` and `y` make a test depend on the one before.
    if (/^i?$/.test(flags)) return readOriginRegex(source, 'part')
    return {
      problem: `has the flags ${flags}, and i is the only one without which it means the same: leave them out`,
    }
  } catch {
    return { problem: 'looks like a regular expression, and is none that can be read' }
  }
}

/** `origin: true` and functions: who is allowed, nobody can read off the options. */
export function addUnreadableOrigin(value: unknown, path: string, draft: Draft): void {
  if (value === false) {
    draft.problems.add('origins-missing', path, value, 'switches CORS off: leave the middleware out instead')
  } else if (typeof value === 'function') {
    const message =
      'is a function, and what it allows cannot be read: list the origins, or patterns such as https://*.example.com'
    draft.problems.add('origin-syntax', path, value, message)
  } else {
    const message = `must be a string, a regular expression or a list of those, and is ${display(value)}`
    draft.problems.add('wrong-type', path, value, message)
  }
}

/** `origin: true`: reflects whoever asks. */
export function addReflection(credentials: boolean, path: string, draft: Draft): Entry[] {
  if (!credentials) return [{ text: '*', path }]
  const message =
    "true reflects every origin, and with credentials that gives every site your users' data: list your origins, or remove credentials"
  draft.problems.add('wildcard-with-credentials', path, true, message)
  return []
}

/** Names in a list, or in one text with commas between. Undefined if the option is absent. */
export function readNames(options: Options, name: string, draft: Draft): Entry[] | undefined {
  const value = options.get(name)
  if (value === undefined || value === null) return undefined
  const entries: Entry[] = []
  for (const { value: entry, path } of valuesOf(value, name, draft)) {
    if (typeof entry !== 'string') {
      draft.problems.add('wrong-type', path, entry, `must be a string, and is ${display(entry)}`)
      continue
    }
    for (const text of entry.split(',').map((part) => part.trim())) if (text !== '') entries.push({ text, path })
  }
  return entries
}

/** `*` as it is sent: with credentials a name that no method and no header has. */
export function refuseLiteralWildcard(
  entries: readonly Entry[],
  credentials: boolean,
  code: 'method-syntax' | 'header-syntax',
  draft: Draft,
): void {
  const wildcard = entries.find(({ text }) => text === '*')
  if (!credentials || wildcard === undefined) return
  const message = "with credentials a browser takes '*' for a name, so it allows nothing: list the names"
  draft.problems.add(code, wildcard.path, '*', message)
}

/** Methods, request headers, response headers, credentials, the time and the status: the same in both. */
export function setCommon(
  options: Options,
  defaultMethods: readonly string[],
  credentials: boolean,
  draft: Draft,
): void {
  const methods = readNames(options, 'methods', draft) ?? defaultMethods.map((text) => ({ text, path: 'methods' }))
  refuseLiteralWildcard(methods, credentials, 'method-syntax', draft)
  draft.setMethods(methods, 'methods', false)
  const headers = readNames(options, 'allowedHeaders', draft)
  if (headers !== undefined) refuseLiteralWildcard(headers, credentials, 'header-syntax', draft)
  draft.setList('headers', headers ?? anyHeader(credentials, 'allowedHeaders'), 'allowedHeaders')
  draft.setList('exposeHeaders', readNames(options, 'exposedHeaders', draft) ?? [], 'exposedHeaders')
  if (credentials) draft.set('credentials', true, 'credentials')
  if (options.get('maxAge') !== null) draft.setMaxAge(readNumber(options, 'maxAge', draft.problems), 'maxAge')
  setStatus(options, draft)
}

const DEFAULT_STATUS = 204

function setStatus(options: Options, draft: Draft): void {
  const status = readNumber(options, 'optionsSuccessStatus', draft.problems)
  if (status !== DEFAULT_STATUS) draft.set('preflightStatus', status, 'optionsSuccessStatus')
}

/** Options that change nothing for a browser, unless they have a value of their own. */
export function noteDropped(options: Options, defaults: ReadonlyMap<string, unknown>, draft: Draft): void {
  for (const [name, byDefault] of defaults) {
    const value = options.get(name)
    if (value === undefined || value === byDefault) continue
    draft.note('option-dropped', name, `${name} has no counterpart, and nothing that a browser may do depends on it`)
  }
}

/** Who answers preflights. */
export function notePreflight(options: Options, draft: Draft): void {
  if (options.get('preflightContinue') !== true) return
  const message = 'passed preflights on to the app: a policy answers them, before any handler'
  draft.note('preflight-differs', 'preflightContinue', message)
}
