import { SAFELISTED_METHODS } from '../http/methods.js'
import { anyHeader, type ConfigBuilder, type ImportOptions, type SourceEntry } from './config-builder.js'
import { type FoundSource, hasKey } from './find-source.js'
import { type Dialect, importDocument } from './import-document.js'
import type { Imported } from './note.js'
import { regexEntries } from './origin-entries.js'
import { SourceOptions } from './source-options.js'

const SOURCE = 'Starlette'

/** https://github.com/encode/starlette/blob/master/starlette/middleware/cors.py: the keyword arguments. */
const ARGUMENTS = {
  origins: ['allow_origins'],
  regex: ['allow_origin_regex'],
  methods: ['allow_methods'],
  headers: ['allow_headers'],
  credentials: ['allow_credentials'],
  exposeHeaders: ['expose_headers'],
  maxAge: ['max_age'],
  privateNetwork: ['allow_private_network'],
}
const SHAPE = ['alloworigins', 'alloworiginregex', 'allowmethods', 'allowheaders', 'allowcredentials']

/** What `*` in `allow_methods` means, in addition to GET, HEAD and POST. */
export const STARLETTE_METHODS: readonly string[] = ['DELETE', 'OPTIONS', 'PATCH', 'PUT']
const STARLETTE_MAX_AGE = 600
/**
 * Starlette allows these whether they are listed or not. Accept and its kin need an entry only for unusual values, and
 * are not carried over; without Content-Type no script could send JSON.
 */
const CONTENT_TYPE = 'content-type'
const MOSTLY_SAFELISTED: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-language'])
/** `None` in these makes CORSMiddleware throw when it is built. */
const NEVER_NONE = ['origins', 'methods', 'headers'] as const

const STARLETTE: Dialect = {
  dialect: SOURCE,
  isFlat: true,
  known: Object.values(ARGUMENTS).flat(),
  matches: (value) => hasKey(value, SHAPE),
  read,
}

/**
 * Converts the keyword arguments of Starlette's and FastAPI's `CORSMiddleware`.
 *
 * @param document the arguments as an object, as JSON or YAML, or Python code in which they are literals
 * @throws CorsConversionError with every problem, under paths such as `allow_origins[0]`
 */
export function fromStarlette(document: unknown, options: ImportOptions = {}): Imported {
  return importDocument(document, options, STARLETTE)
}

function read({ value, path }: FoundSource, builder: ConfigBuilder): void {
  const options = new SourceOptions(value, path, ARGUMENTS, builder)
  for (const name of NEVER_NONE) {
    if (options.get(name) !== null) continue
    builder.refuse(
      { code: 'source-fails', source: SOURCE, option: ARGUMENTS[name][0] as string, got: 'None' },
      options.path(name),
      null,
    )
  }
  const credentials = options.boolean('credentials', true) === true
  setOrigins(options, credentials, builder)
  const methods = options.list('methods', 'refuse') ?? [{ text: 'GET', path: options.path('methods') }]
  const all = methods.some(({ text }) => text === '*')
  builder.setMethods(all ? allMethods(options.path('methods')) : methods, options.path('methods'), true)
  setHeaders(options, credentials, builder)
  builder.setExposed(options.list('exposeHeaders', 'refuse') ?? [], options.path('exposeHeaders'))
  if (options.has('credentials')) builder.set('credentials', credentials, options.path('credentials'))
  // None is sent as a word, which browsers ignore.
  if (options.get('maxAge') !== null)
    builder.setMaxAge(options.number('maxAge') ?? STARLETTE_MAX_AGE, options.path('maxAge'))
  if (options.boolean('privateNetwork', true) === true) {
    builder.note(options.path('privateNetwork'), { code: 'option-dropped', option: 'allow_private_network' })
  }
}

function allMethods(path: string): SourceEntry[] {
  return [...SAFELISTED_METHODS, ...STARLETTE_METHODS].map((text) => ({ text, path }))
}

function setOrigins(options: SourceOptions, credentials: boolean, builder: ConfigBuilder): void {
  const listed = options.list('origins', 'refuse') ?? []
  const wildcard = listed.find(({ text }) => text === '*')
  if (credentials && wildcard !== undefined) {
    builder.refuse({ code: 'reflects-any-origin', source: SOURCE }, wildcard.path, '*')
    return
  }
  builder.setOrigins(
    [...builder.exactOrigins(listed, SOURCE), ...regexOrigins(options, builder)],
    options.path('origins'),
  )
}

function regexOrigins(options: SourceOptions, builder: ConfigBuilder): readonly SourceEntry[] {
  const source = options.get('regex')
  const path = options.path('regex')
  // An empty expression matches no origin, and None is the default.
  if (source === undefined || source === null || source === '') return []
  if (typeof source === 'string') return regexEntries(source, path, 'whole', builder)
  options.refuseValue('origins', source, path, 'the text of a regular expression')
  return []
}

/** `*` mirrors what a preflight asks for, Authorization included. */
function setHeaders(options: SourceOptions, credentials: boolean, builder: ConfigBuilder): void {
  const path = options.path('headers')
  const listed = options.list('headers', 'refuse') ?? []
  const mirrors = listed.some(({ text }) => text === '*')
  const carried = listed.filter(({ text }) => !MOSTLY_SAFELISTED.has(text.toLowerCase()))
  builder.setHeaders(mirrors ? anyHeader(credentials, path) : [{ text: CONTENT_TYPE, path }, ...carried], path)
}
