import { anyHeader, Draft, type Entry, entriesOf, NARROWED } from './draft.js'
import type { Imported } from './note.js'
import { readOriginRegex } from './origin-regex.js'
import { type Options, readBoolean, readJson, readList, readNumber, readOptions } from './read-document.js'

/** https://github.com/encode/starlette/blob/master/starlette/middleware/cors.py: the keyword arguments. */
const ARGUMENTS = [
  'allow_origins',
  'allow_origin_regex',
  'allow_methods',
  'allow_headers',
  'allow_credentials',
  'expose_headers',
  'max_age',
]

/** What `*` stands for among `allow_methods`, beyond GET, HEAD and POST. */
export const STARLETTE_METHODS: readonly string[] = ['DELETE', 'OPTIONS', 'PATCH', 'PUT']
export const STARLETTE_MAX_AGE = 600
/**
 * Starlette allows these whether they are listed or not. Accept and its kin need an entry for unusual values alone,
 * and are not carried over; without Content-Type no script could send JSON.
 */
const CONTENT_TYPE = 'content-type'
const MOSTLY_SAFELISTED: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-language'])

/**
 * Converts the keyword arguments of Starlette's and FastAPI's `CORSMiddleware`.
 *
 * @param document the arguments as an object, or as JSON text
 * @throws CorsConfigError with every problem, under paths such as `allow_origins[0]`
 */
export function fromStarlette(document: unknown): Imported {
  const draft = new Draft()
  const { problems } = draft
  const options = readOptions(readJson(document, problems), ARGUMENTS, '', problems)
  const credentials = readBoolean(options, 'allow_credentials', problems)
  setOrigins(options, draft)
  const methods = readList(options, 'allow_methods', problems) ?? ['GET']
  draft.setMethods(methods.includes('*') ? allMethods() : entriesOf(methods, 'allow_methods'), 'allow_methods', true)
  setHeaders(options, credentials === true, draft)
  draft.setList(
    'exposeHeaders',
    entriesOf(readList(options, 'expose_headers', problems) ?? [], 'expose_headers'),
    'expose_headers',
  )
  draft.set('credentials', credentials, 'allow_credentials')
  draft.setMaxAge(readNumber(options, 'max_age', problems) ?? STARLETTE_MAX_AGE, 'max_age')
  return draft.finish()
}

function allMethods(): Entry[] {
  return ['GET', 'HEAD', 'POST', ...STARLETTE_METHODS].map((text) => ({ text, path: 'allow_methods' }))
}

function setOrigins(options: Options, draft: Draft): void {
  const listed = entriesOf(readList(options, 'allow_origins', draft.problems) ?? [], 'allow_origins')
  draft.setList(
    'origins',
    [...draft.exactOrigins(listed, 'Starlette'), ...regexOrigins(options, draft)],
    'allow_origins',
  )
}

function regexOrigins(options: Options, draft: Draft): Entry[] {
  const path = 'allow_origin_regex'
  const source = options.get(path)
  // `null` is Python's None, the default.
  if (source === undefined || source === null) return []
  if (typeof source !== 'string') {
    draft.problems.add('wrong-type', path, source, 'must be the text of a regular expression')
    return []
  }
  const reading = readOriginRegex(source, 'whole')
  if ('problem' in reading) {
    draft.problems.add('origin-syntax', path, source, reading.problem)
    return []
  }
  if (reading.narrowed) draft.note('pattern-narrowed', path, NARROWED)
  return reading.patterns.map((text) => ({ text, path }))
}

/** `*` mirrors what a preflight asks for, Authorization included. */
function setHeaders(options: Options, credentials: boolean, draft: Draft): void {
  const path = 'allow_headers'
  const listed = entriesOf(readList(options, path, draft.problems) ?? [], path)
  if (listed.some(({ text }) => text === '*')) {
    draft.setList('headers', anyHeader(credentials, path), path)
    return
  }
  const carried = listed.filter(({ text }) => !MOSTLY_SAFELISTED.has(text.toLowerCase()))
  draft.setList('headers', [{ text: CONTENT_TYPE, path }, ...carried], path)
}
