import type { ConfigBuilder, ImportOptions } from './config-builder.js'
import { importDocument } from './import-document.js'
import { middlewareDialect, notePreflight, refuseEmpty, setCommon } from './middleware.js'
import { setOrigins } from './middleware-origins.js'
import type { Imported } from './note.js'
import type { SourceOptions } from './source-options.js'

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
const DEFAULT_METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE']

const EXPRESS = middlewareDialect(SOURCE, OPTIONS, [], read)

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

function read(options: SourceOptions, builder: ConfigBuilder): void {
  // `methods.join`, and a status that is not a number.
  refuseEmpty(options, ['methods', 'status'], SOURCE, builder)
  // Whatever is falsy switches the middleware off. In a list it compares `*` literally.
  const rules = { source: SOURCE, isNone: () => true, wildcardInList: false }
  const credentials = setOrigins(options, rules, builder)
  setCommon(options, { methods: DEFAULT_METHODS, headers: headersOption(options) }, credentials, builder)
  notePreflight(options, SOURCE, builder)
}

/** `options.allowedHeaders || options.headers`: without either, those that are asked for are sent back. */
function headersOption(options: SourceOptions): 'headers' | 'oldHeaders' | undefined {
  if (options.get('headers')) return 'headers'
  return options.get('oldHeaders') ? 'oldHeaders' : undefined
}
