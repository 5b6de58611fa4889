import type { ConfigBuilder, ImportOptions } from './config-builder.js'
import { importDocument } from './import-document.js'
import { middlewareDialect, notePreflight, refuseEmpty, setCommon } from './middleware.js'
import { type OriginRules, setOrigins } from './middleware-origins.js'
import type { Imported } from './note.js'
import type { SourceOptions } from './source-options.js'

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
const DEFAULT_METHODS = ['GET', 'HEAD', 'POST']
const HOOKS: readonly unknown[] = ['onRequest', 'preParsing', 'preValidation', 'preHandler', 'preSerialization']
/** What has no counterpart, with the value that says nothing. */
const DROPPED: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['cacheControl', null],
  ['hook', 'onRequest'],
  ['hideOptionsRoute', true],
  ['logLevel', undefined],
])

const FASTIFY = middlewareDialect(SOURCE, OPTIONS, ['strictpreflight', 'delegator'], read)

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

function read(options: SourceOptions, builder: ConfigBuilder): void {
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
  const rules = { source: SOURCE, isNone: noneRule(builder), wildcardInList: true }
  const credentials = setOrigins(options, rules, builder)
  // `undefined` is not the default, and sends an empty list.
  const reflects = !options.has('headers') || options.get('headers') === null
  setCommon(options, { methods: DEFAULT_METHODS, headers: reflects ? undefined : 'headers' }, credentials, builder)
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

/** With a falsy value other than `false` each request fails. */
function noneRule(builder: ConfigBuilder): OriginRules['isNone'] {
  return (value, path) => {
    if (value === false) return true
    const got = value === '' ? "''" : String(value)
    builder.refuse({ code: 'source-fails', source: SOURCE, option: path, got }, path, value)
    return false
  }
}
