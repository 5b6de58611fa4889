import { anyHeader, type ConfigBuilder, type ImportOptions, type SourceEntry } from './config-builder.js'
import { type FoundSource, hasKey } from './find-source.js'
import { type Dialect, importDocument } from './import-document.js'
import type { Imported } from './note.js'
import { dropLiteralWildcard, quoteAll, regexEntries } from './origin-entries.js'
import { readOriginRegex } from './origin-regex.js'
import { SourceOptions } from './source-options.js'
import { below, isMap, propertyOf, type SourceValue } from './source-value.js'

const SOURCE = 'Kong'

/** https://developer.konghq.com/plugins/cors/reference/, and kong/plugins/cors/handler.lua of Kong. */
const NAMES = {
  origins: ['origins'],
  methods: ['methods'],
  headers: ['headers'],
  exposeHeaders: ['exposed_headers'],
  credentials: ['credentials'],
  maxAge: ['max_age'],
  preflightContinue: ['preflight_continue'],
  privateNetwork: ['private_network'],
  originAbsent: ['allow_origin_absent'],
}
const DEFAULT_METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS']
const PREFLIGHT_STATUS = 200
/** Kong does not read these as expressions. */
const LITERAL = /^[A-Za-z0-9.:/-]+$/

const SHAPE = ['origins', 'exposedheaders', 'preflightcontinue']

const KONG: Dialect = {
  dialect: SOURCE,
  isFlat: true,
  known: Object.values(NAMES).flat(),
  matches: isPlugin,
  read,
}

/** The configuration of the plugin by its names, or any object that is called so. */
function isPlugin(value: SourceValue, key: string): boolean {
  const config = propertyOf(value, 'config')
  if (propertyOf(value, 'name') === 'cors' || propertyOf(value, 'plugin') === 'cors')
    return isMap(config) || isNameOnly(value)
  // Of Terraform, which has the name in the label of the block.
  if (hasKey(config, SHAPE) && !hasKey(value, ['name', 'plugin'])) return true
  return key !== 'config' && hasKey(value, SHAPE)
}

/**
 * Converts the configuration of Kong's CORS plugin.
 *
 * @param document the plugin or its `config`, by itself or within a larger document: as values, YAML or JSON
 * @throws CorsConversionError with every problem, under paths such as `plugins[0].config.origins[1]`
 */
export function fromKong(document: unknown, options: ImportOptions = {}): Imported {
  return importDocument(document, options, KONG)
}

function read(found: FoundSource, builder: ConfigBuilder): void {
  const { value, path } = configOf(found)
  const options = new SourceOptions(value, path, NAMES, builder)
  const credentials = options.boolean('credentials') === true
  const origins = readOrigins(options, builder)
  const wildcard = origins.find(({ text }) => text === '*')
  // With credentials it sends the request's own origin in the place of `*`.
  if (wildcard !== undefined && credentials) {
    builder.refuse({ code: 'reflects-any-origin', source: SOURCE }, wildcard.path, '*')
  }
  builder.setOrigins(origins, options.path('origins'))
  const methods = options.list('methods') ?? DEFAULT_METHODS.map((text) => ({ text, path: options.path('methods') }))
  builder.setMethods(dropLiteralWildcard(methods, 'methods', credentials, builder), options.path('methods'), true)
  setHeaders(options, credentials, builder)
  const exposed = dropLiteralWildcard(options.list('exposeHeaders') ?? [], 'exposeHeaders', credentials, builder)
  builder.setExposed(exposed, options.path('exposeHeaders'))
  if (credentials) builder.set('credentials', true, options.path('credentials'))
  builder.setMaxAge(options.number('maxAge'), options.path('maxAge'))
  builder.set('preflightStatus', PREFLIGHT_STATUS, path)
  if (options.boolean('preflightContinue') === true) {
    builder.note(options.path('preflightContinue'), { code: 'preflight-differs', fault: 'continued', name: SOURCE })
  }
  if (options.boolean('privateNetwork') === true) {
    builder.note(options.path('privateNetwork'), { code: 'option-dropped', option: 'private_network' })
  }
  // By default a request without Origin gets the headers too.
  if (options.boolean('originAbsent') === false) {
    builder.note(options.path('originAbsent'), { code: 'option-dropped', option: 'allow_origin_absent' })
  }
}

function configOf({ value, path }: FoundSource): FoundSource {
  const config = propertyOf(value, 'config')
  if (isMap(config)) return { value: config, path: below(path, 'config') }
  return isNameOnly(value) ? { value: new Map(), path } : { value, path }
}

/** `name: cors` with all defaults. */
function isNameOnly(value: SourceValue): boolean {
  return isMap(value) && value.size === 1 && hasKey(value, ['name', 'plugin'])
}

/** An empty list reflects what a preflight asks for. */
function setHeaders(options: SourceOptions, credentials: boolean, builder: ConfigBuilder): void {
  const path = options.path('headers')
  const listed = options.list('headers') ?? []
  const headers =
    listed.length === 0 ? anyHeader(credentials, path) : dropLiteralWildcard(listed, 'headers', credentials, builder)
  builder.setHeaders(headers, path)
}

function readOrigins(options: SourceOptions, builder: ConfigBuilder): readonly SourceEntry[] {
  const path = options.path('origins')
  const listed = options.list('origins') ?? []
  if (listed.length === 0) {
    builder.note(path, { code: 'origin-default', source: SOURCE })
    return [{ text: '*', path }]
  }
  // With it, nothing else in the list counts.
  const wildcard = listed.find(({ text }) => text === '*')
  if (wildcard !== undefined) return [wildcard]
  return listed.flatMap((entry) => {
    if (LITERAL.test(entry.text)) return [entry]
    // Kong drops a leading ^, anchors the start, and adds $ to the end of the whole text if it is missing there.
    const start = entry.text.replace(/^\^/, '')
    const source = start.endsWith('$') ? start : `${start}$`
    if (source.includes(':')) return regexEntries(source, entry.path, 'start', builder, { written: entry.text })
    // Without a colon it is compared with the host only.
    const reading = readOriginRegex(source, 'start')
    const meant = 'fault' in reading ? reading.suggestions : reading.patterns
    builder.refuse({ code: 'regex', fault: 'no-scheme', meant }, entry.path, entry.text, quoteAll(meant))
    return []
  })
}
