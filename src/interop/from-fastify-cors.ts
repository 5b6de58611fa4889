import { isRegExp } from '../text/value-kinds.js'
import { Draft, type Entry } from './draft.js'
import {
  addReflection,
  addUnreadableOrigin,
  noteDropped,
  notePreflight,
  regexEntries,
  setCommon,
  valuesOf,
} from './middleware-options.js'
import type { Imported } from './note.js'
import { type Options, readBoolean, readJson, readOptions } from './read-document.js'

/** https://github.com/fastify/fastify-cors#options. */
const OPTIONS = [
  'origin',
  'methods',
  'allowedHeaders',
  'exposedHeaders',
  'credentials',
  'maxAge',
  'preflightContinue',
  'optionsSuccessStatus',
  'preflight',
  'strictPreflight',
  'cacheControl',
  'hook',
  'hideOptionsRoute',
  'logLevel',
]
const DEFAULT_METHODS = ['GET', 'HEAD', 'POST']
/** What has no counterpart, with the value that says nothing. */
const DROPPED: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['cacheControl', null],
  ['hook', 'onRequest'],
  ['hideOptionsRoute', true],
  ['logLevel', undefined],
])

/**
 * Converts the options of `@fastify/cors`.
 *
 * @param document the options as one passes them, regular expressions included, or as JSON text
 * @throws CorsConfigError with every problem, under paths such as `origin[1]`
 */
export function fromFastifyCors(document: unknown): Imported {
  const draft = new Draft()
  const { problems } = draft
  const options = readOptions(readJson(document, problems), OPTIONS, '', problems)
  const credentials = readBoolean(options, 'credentials', problems) === true
  readBoolean(options, 'preflightContinue', problems)
  draft.setList('origins', readOrigins(options, credentials, draft), 'origin')
  setCommon(options, DEFAULT_METHODS, credentials, draft)
  if (readBoolean(options, 'preflight', problems) === false) {
    const message = 'is false, so preflights are left to the app: a policy always answers them. Leave it out'
    problems.add('unknown-option', 'preflight', false, message)
  }
  if (readBoolean(options, 'strictPreflight', problems) === false) {
    const message =
      'is false, so that every OPTIONS request is answered as a preflight: a policy leaves others to the app'
    draft.note('preflight-differs', 'strictPreflight', message)
  }
  notePreflight(options, draft)
  noteDropped(options, DROPPED, draft)
  return draft.finish()
}

function readOrigins(options: Options, credentials: boolean, draft: Draft): readonly Entry[] {
  const value = options.get('origin')
  if (value === undefined) {
    draft.note('origin-default', 'origin', 'is absent, and @fastify/cors then allows every origin: list your origins')
    return [{ text: '*', path: 'origin' }]
  }
  if (value === true) return addReflection(credentials, 'origin', draft)
  return valuesOf(value, 'origin', draft).flatMap((entry) => readOrigin(entry.value, entry.path, draft))
}

/** Here a `*` in a list is everybody. */
function readOrigin(value: unknown, path: string, draft: Draft): readonly Entry[] {
  if (isRegExp(value)) return regexEntries(value, path, draft)
  if (typeof value === 'string') return draft.exactOrigins([{ text: value, path }], '@fastify/cors')
  addUnreadableOrigin(value, path, draft)
  return []
}
