import type { ConfigBuilder, ImportOptions, SourceEntry } from './config-builder.js'
import { type FoundSource, hasKey } from './find-source.js'
import { type Dialect, importDocument } from './import-document.js'
import { notePreflight, originEntries, reflection, refuseEmpty, setCommon } from './middleware.js'
import type { Imported } from './note.js'
import { effectiveCredentials } from './origin-entries.js'
import { SourceOptions } from './source-options.js'
import { Computed } from './source-value.js'

const SOURCE = 'cors'

/** https://github.com/expressjs/cors#configuration-options. `headers` is an old name of `allowedHeaders`. */
const OPTIONS = {
  origins: ['origin'],
  methods: ['methods'],
  headers: ['allowedHeaders'],
  oldHeaders: ['headers'],
  exposeHeaders: ['exposedHeaders'],
  credentials: ['credentials'],
  maxAge: ['maxAge'],
  preflightContinue: ['preflightContinue'],
  status: ['optionsSuccessStatus'],
}
const SHAPE = ['origin', 'allowedheaders', 'exposedheaders', 'optionssuccessstatus', 'preflightcontinue', 'credentials']
const DEFAULT_METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE']

/** No other origin. */
const NONE: readonly SourceEntry[] = []

const EXPRESS: Dialect = {
  dialect: SOURCE,
  isFlat: true,
  known: Object.values(OPTIONS).flat(),
  matches: (value, key) => hasKey(value, SHAPE) || (key === '' && value instanceof Computed && value.isFunction),
  read,
}

/**
 * Converts the options of the `cors` middleware for Express. An option that is present and `undefined` means what it
 * means to `cors`: its default is replaced.
 *
 * @param document the options as one passes them, regular expressions included; or as JSON, YAML or code
 * @throws CorsConversionError with every problem, under paths such as `origin[1]`
 */
export function fromExpressCors(document: unknown, options: ImportOptions = {}): Imported {
  return importDocument(document, options, EXPRESS)
}

function read({ value, path }: FoundSource, builder: ConfigBuilder): void {
  if (value instanceof Computed) {
    builder.refuse({ code: 'origin-function', fault: 'options', source: SOURCE }, path, value.expression)
    return
  }
  const options = new SourceOptions(value, path, OPTIONS, [], builder)
  // `methods.join`, and a status that is not a number.
  refuseEmpty(options, ['methods', 'status'], SOURCE, builder)
  const wanted = options.boolean('credentials', true) === true
  const origins = readOrigins(options, wanted, builder)
  const credentials = effectiveCredentials(wanted, origins, options.path('credentials'), builder)
  if (origins === NONE) builder.set('origins', 'none', options.path('origins'))
  else builder.setOrigins(origins, options.path('origins'))
  const headers = headersOption(options)
  const renamed = headers === undefined ? options : new SourceOptions(value, path, withHeaders(headers), [], builder)
  setCommon(renamed, { methods: DEFAULT_METHODS, reflectsHeaders: headers === undefined }, credentials, builder)
  notePreflight(options, SOURCE, builder)
}

/** `options.allowedHeaders || options.headers`: without either, those that are asked for are sent back. */
function headersOption(options: SourceOptions): 'headers' | 'oldHeaders' | undefined {
  if (options.get('headers')) return 'headers'
  return options.get('oldHeaders') ? 'oldHeaders' : undefined
}

function withHeaders(name: 'headers' | 'oldHeaders'): typeof OPTIONS {
  return name === 'headers' ? OPTIONS : { ...OPTIONS, headers: OPTIONS.oldHeaders, oldHeaders: OPTIONS.headers }
}

function readOrigins(options: SourceOptions, credentials: boolean, builder: ConfigBuilder): readonly SourceEntry[] {
  const value = options.get('origins')
  const path = options.path('origins')
  if (!options.has('origins')) {
    builder.note(path, { code: 'origin-default', source: SOURCE })
    return [{ text: '*', path }]
  }
  // Whatever is falsy switches the middleware off.
  if (!value) {
    return NONE
  }
  if (value === true) return reflection(credentials, path, SOURCE, builder)
  if (!Array.isArray(value)) return originEntries(value, path, SOURCE, builder)
  return value.flatMap((entry, i) => {
    if (entry !== '*') return originEntries(entry, `${path}[${i}]`, SOURCE, builder)
    builder.refuse({ code: 'wildcard-in-list', source: SOURCE }, `${path}[${i}]`, entry)
    return []
  })
}
