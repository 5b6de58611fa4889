import { isRegExp } from '../text/value-kinds.js'
import { Draft, type Entry } from './draft.js'
import {
  addReflection,
  addUnreadableOrigin,
  notePreflight,
  regexEntries,
  setCommon,
  valuesOf,
} from './middleware-options.js'
import type { Imported } from './note.js'
import { type Options, readBoolean, readJson, readOptions } from './read-document.js'

/** https://github.com/expressjs/cors#configuration-options. `headers` is an old name of `allowedHeaders`. */
const OPTIONS = [
  'origin',
  'methods',
  'allowedHeaders',
  'headers',
  'exposedHeaders',
  'credentials',
  'maxAge',
  'preflightContinue',
  'optionsSuccessStatus',
]
const DEFAULT_METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE']

/**
 * Converts the options of the `cors` middleware for Express.
 *
 * @param document the options as one passes them, regular expressions included, or as JSON text
 * @throws CorsConfigError with every problem, under paths such as `origin[1]`
 */
export function fromExpressCors(document: unknown): Imported {
  const draft = new Draft()
  const { problems } = draft
  const options = withAlias(readOptions(readJson(document, problems), OPTIONS, '', problems))
  const credentials = readBoolean(options, 'credentials', problems) === true
  readBoolean(options, 'preflightContinue', problems)
  draft.setList('origins', readOrigins(options, credentials, draft), 'origin')
  setCommon(options, DEFAULT_METHODS, credentials, draft)
  notePreflight(options, draft)
  return draft.finish()
}

/** `options.allowedHeaders || options.headers`: of an empty text, which is no list, cors goes on to reflect. */
function withAlias(options: Options): Options {
  const headers = options.get('allowedHeaders') || options.get('headers')
  return new Map([...options, ['allowedHeaders', headers === '' ? undefined : headers]])
}

function readOrigins(options: Options, credentials: boolean, draft: Draft): readonly Entry[] {
  const value = options.get('origin')
  if (value === undefined) {
    draft.note('origin-default', 'origin', 'is absent, and cors then allows every origin: list your origins')
    return [{ text: '*', path: 'origin' }]
  }
  if (value === true) return addReflection(credentials, 'origin', draft)
  return valuesOf(value, 'origin', draft).flatMap((entry) => readOrigin(entry.value, entry.path, draft))
}

function readOrigin(value: unknown, path: string, draft: Draft): readonly Entry[] {
  if (isRegExp(value)) return regexEntries(value, path, draft)
  if (typeof value === 'string' && (value !== '*' || path === 'origin')) {
    return draft.exactOrigins([{ text: value, path }], 'cors')
  }
  if (value === '*') {
    const message =
      "cors compares '*' in a list as it stands, and no origin is that: write origin: '*', or leave it out"
    draft.problems.add('origin-syntax', path, value, message)
  } else {
    addUnreadableOrigin(value, path, draft)
  }
  return []
}
