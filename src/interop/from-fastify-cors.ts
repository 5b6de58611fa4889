import type { ConfigBuilder, ImportOptions, SourceEntry } from './config-builder.js'
import { type FoundSource, hasKey } from './find-source.js'
import { type Dialect, importDocument } from './import-document.js'
import { notePreflight, originEntries, reflection, refuseEmpty, setCommon } from './middleware.js'
import type { Imported } from './note.js'
import { effectiveCredentials } from './origin-entries.js'
import { SourceOptions } from './source-options.js'
import { Computed } from './source-value.js'

const SOURCE = '@fastify/cors'

/** https://github.com/fastify/fastify-cors#options. */
const OPTIONS = {
  origins: ['origin'],
  methods: ['methods'],
  headers: ['allowedHeaders'],
  exposeHeaders: ['exposedHeaders'],
  credentials: ['credentials'],
  maxAge: ['maxAge'],
  preflightContinue: ['preflightContinue'],
  status: ['optionsSuccessStatus'],
  preflight: ['preflight'],
  strictPreflight: ['strictPreflight'],
  cacheControl: ['cacheControl'],
  hook: ['hook'],
  hideOptionsRoute: ['hideOptionsRoute'],
  logLevel: ['logLevel'],
  delegator: ['delegator'],
}
const SHAPE = [
  ...['origin', 'allowedheaders', 'exposedheaders', 'optionssuccessstatus', 'preflightcontinue', 'credentials'],
  ...['strictpreflight', 'delegator'],
]
const DEFAULT_METHODS = ['GET', 'HEAD', 'POST']
const HOOKS: readonly unknown[] = ['onRequest', 'preParsing', 'preValidation', 'preHandler', 'preSerialization']
/** What has no counterpart, with the value that says nothing. */
const DROPPED: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['cacheControl', null],
  ['hook', 'onRequest'],
  ['hideOptionsRoute', true],
  ['logLevel', undefined],
])

/** No other origin. */
const NONE: readonly SourceEntry[] = []

const FASTIFY: Dialect = {
  dialect: SOURCE,
  isFlat: true,
  known: Object.values(OPTIONS).flat(),
  matches: (value, key) => hasKey(value, SHAPE) || (key === '' && value instanceof Computed && value.isFunction),
  read,
}

/**
 * Converts the options of `@fastify/cors`. An option that is present and `undefined` means what it means to
 * `@fastify/cors`: its default is replaced.
 *
 * @param document the options as one passes them, regular expressions included; or as JSON, YAML or code
 * @throws CorsConversionError with every problem, under paths such as `origin[1]`
 */
export function fromFastifyCors(document: unknown, options: ImportOptions = {}): Imported {
  return importDocument(document, options, FASTIFY)
}

function read({ value, path }: FoundSource, builder: ConfigBuilder): void {
  if (value instanceof Computed) {
    builder.refuse({ code: 'origin-function', fault: 'options', source: SOURCE }, path, value.expression)
    return
  }
  const options = new SourceOptions(value, path, OPTIONS, [], builder)
  const delegator = options.get('delegator')
  if (delegator !== undefined && delegator !== null) {
    builder.refuse(
      { code: 'origin-function', fault: 'options', source: SOURCE },
      options.path('delegator'),
      'a function',
    )
    return
  }
  // A string for the methods, a status that is not a number, an unknown hook: each is an error for every request.
  refuseEmpty(options, ['methods', 'status', 'hook'], SOURCE, builder)
  checkHook(options)
  const wanted = options.boolean('credentials', true) === true
  const origins = readOrigins(options, wanted, builder)
  const credentials = effectiveCredentials(wanted, origins, options.path('credentials'), builder)
  if (origins === NONE) builder.set('origins', 'none', options.path('origins'))
  else builder.setOrigins(origins, options.path('origins'))
  // `undefined` is not the default, and sends an empty list.
  const reflectsHeaders = !options.has('headers') || options.get('headers') === null
  setCommon(options, { methods: DEFAULT_METHODS, reflectsHeaders }, credentials, builder)
  readPreflight(options, builder)
  notePreflight(options, SOURCE, builder)
  for (const [name, byDefault] of DROPPED) {
    const option = options.get(name)
    if (option === undefined || option === byDefault) continue
    builder.note(options.path(name), { code: 'option-dropped', option: name })
  }
}

/** With another one the plugin does not start. */
function checkHook(options: SourceOptions): void {
  const hook = options.get('hook')
  if (hook === undefined || hook === null || HOOKS.includes(hook)) return
  options.refuseValue('hook', hook, options.path('hook'), HOOKS.join(', '))
}

function readPreflight(options: SourceOptions, builder: ConfigBuilder): void {
  if (options.has('preflight') && options.boolean('preflight', true) !== true) {
    builder.refuse({ code: 'preflight-off', source: SOURCE }, options.path('preflight'), options.get('preflight'))
  }
  if (options.has('strictPreflight') && options.boolean('strictPreflight', true) !== true) {
    builder.note(options.path('strictPreflight'), { code: 'preflight-differs', fault: 'lenient', name: SOURCE })
  }
}

function readOrigins(options: SourceOptions, credentials: boolean, builder: ConfigBuilder): readonly SourceEntry[] {
  const value = options.get('origins')
  const path = options.path('origins')
  if (!options.has('origins')) {
    builder.note(path, { code: 'origin-default', source: SOURCE })
    return [{ text: '*', path }]
  }
  if (value === false) return NONE
  if (!value) {
    builder.refuse(
      { code: 'source-fails', source: SOURCE, option: path, got: value === '' ? "''" : String(value) },
      path,
      value,
    )
    return []
  }
  if (value === true) return reflection(credentials, path, SOURCE, builder)
  // Here a `*` in a list is everybody.
  if (Array.isArray(value)) return value.flatMap((entry, i) => originEntries(entry, `${path}[${i}]`, SOURCE, builder))
  return originEntries(value, path, SOURCE, builder)
}
