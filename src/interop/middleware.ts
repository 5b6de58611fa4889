import { anyHeader, type ConfigBuilder, type SourceEntry } from './config-builder.js'
import { hasKey } from './find-source.js'
import type { Dialect } from './import-document.js'
import { dropLiteralWildcard } from './origin-entries.js'
import { type OptionTable, SourceOptions, splitNames } from './source-options.js'
import { Computed, isMap, type SourceValue } from './source-value.js'

/**
 * What `cors` and `@fastify/cors` have in common. Both take a name or a list for most options, and send the text as it
 * is: with credentials a browser then reads `*` as a name (https://fetch.spec.whatwg.org/#http-new-header-syntax).
 */

const SHAPE = ['origin', 'allowedheaders', 'exposedheaders', 'optionssuccessstatus', 'preflightcontinue', 'credentials']

/** Of Express and Nest, without options. */
const DEFAULT_CALLS = ['cors', 'enableCors']
/** A function of a request and a callback. */
const DELEGATE = /^(?:async\s+)?(?:function\b[^(]*)?\(\s*_?req\w*\b[^,)]*,\s*(?:cb|callback|done)\b/

/** Options that are computed, or a function that chooses them. */
function isOptions({ expression, isFunction }: Computed, key: string): boolean {
  return isFunction ? key === '' || DELEGATE.test(expression) : /^cors(?:Options|Config|_options|_config)$/.test(key)
}

function isDefault(value: SourceValue): boolean {
  return isMap(value) && value.size === 0
}

/**
 * The options of one of them, or the function that chooses options for each request.
 *
 * @param more names that it has and the other has not, without punctuation
 */
export function middlewareDialect(
  source: string,
  table: OptionTable,
  more: readonly string[],
  read: (options: SourceOptions, builder: ConfigBuilder) => void,
): Dialect {
  return {
    dialect: source,
    isFlat: true,
    known: Object.values(table).flat(),
    matches: (value, key) =>
      hasKey(value, [...SHAPE, ...more]) ||
      (isDefault(value) && DEFAULT_CALLS.includes(key)) ||
      (value instanceof Computed && isOptions(value, key)),
    isDefault,
    read: ({ value, path }, builder) => {
      if (value instanceof Computed && value.isFunction)
        builder.refuse({ code: 'origin-function', fault: 'options', source }, path, value.expression)
      else if (value instanceof Computed)
        builder.refuse(
          { code: 'computed-value', expression: value.expression, option: 'options' },
          path,
          value.expression,
        )
      else read(new SourceOptions(value, path, table, builder), builder)
    },
  }
}

/** Names in a list, or in one text with commas between. Undefined if there are none to be read. */
function namesOf(options: SourceOptions, name: string): readonly SourceEntry[] | undefined {
  return options.list(name, 'split')?.flatMap(({ text, path }) => splitNames(text, path))
}

export interface CommonDefaults {
  readonly methods: readonly string[]
  /** The option that has the request headers. Without one they are reflected. */
  readonly headers: string | undefined
}

/** Methods, request headers, response headers, credentials, the time and the status: the same in both. */
export function setCommon(
  options: SourceOptions,
  defaults: CommonDefaults,
  credentials: boolean,
  builder: ConfigBuilder,
): void {
  const path = options.path('methods')
  const methods = namesOf(options, 'methods') ?? defaults.methods.map((text) => ({ text, path }))
  builder.setMethods(dropLiteralWildcard(methods, 'methods', credentials, builder), path, false)
  setHeaders(options, defaults.headers, credentials, builder)
  const exposed = namesOf(options, 'exposeHeaders') ?? []
  builder.setExposed(dropLiteralWildcard(exposed, 'exposeHeaders', credentials, builder), options.path('exposeHeaders'))
  if (credentials) builder.set('credentials', true, options.path('credentials'))
  builder.setMaxAge(options.number('maxAge'), options.path('maxAge'))
  const status = options.number('status')
  if (status !== DEFAULT_STATUS) builder.set('preflightStatus', status, options.path('status'))
}

function setHeaders(
  options: SourceOptions,
  name: string | undefined,
  credentials: boolean,
  builder: ConfigBuilder,
): void {
  if (name === undefined) {
    builder.setHeaders(anyHeader(credentials, options.path('headers')), options.path('headers'))
  } else {
    const headers = namesOf(options, name) ?? []
    builder.setHeaders(dropLiteralWildcard(headers, 'headers', credentials, builder), options.path(name))
  }
}

const DEFAULT_STATUS = 204

/** Who answers preflights. */
export function notePreflight(options: SourceOptions, name: string, builder: ConfigBuilder): void {
  if (options.boolean('preflightContinue', true) !== true) return
  builder.note(options.path('preflightContinue'), { code: 'preflight-differs', fault: 'continued', name })
}

/** Options whose absence of a value makes the peer throw: `undefined` replaces its default. */
export function refuseEmpty(
  options: SourceOptions,
  names: readonly string[],
  source: string,
  builder: ConfigBuilder,
): void {
  for (const name of names) {
    const value = options.get(name)
    if (!options.has(name) || (value !== undefined && value !== null)) continue
    const path = options.path(name)
    builder.refuse({ code: 'source-fails', source, option: path, got: String(value) }, path, value)
  }
}
