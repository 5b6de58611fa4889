import type { ConfigBuilder, ImportOptions } from './config-builder.js'
import { type FoundSource, hasKey, withoutPunctuation } from './find-source.js'
import { type Dialect, importDocument } from './import-document.js'
import type { Imported } from './note.js'
import { dropLiteralWildcard, regexEntries } from './origin-entries.js'
import { SourceOptions } from './source-options.js'
import { below, isMap, plain, type SourceMap, type SourceValue } from './source-value.js'

const SOURCE = 'Traefik'

/**
 * https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/headers/, and
 * pkg/middlewares/headers/header.go of traefik.
 */
const NAMES = {
  origins: ['accessControlAllowOriginList', 'accessControlAllowOrigin'],
  regexes: ['accessControlAllowOriginListRegex'],
  methods: ['accessControlAllowMethods'],
  headers: ['accessControlAllowHeaders'],
  exposeHeaders: ['accessControlExposeHeaders'],
  credentials: ['accessControlAllowCredentials'],
  maxAge: ['accessControlMaxAge'],
}
const SHAPE = Object.values(NAMES).flatMap((names) => names.map(withoutPunctuation))

const TRAEFIK: Dialect = {
  dialect: SOURCE,
  isFlat: true,
  known: Object.values(NAMES).flat(),
  matches: (value) => hasKey(value, SHAPE) || labelsOf(value).length > 0,
  read,
}

/**
 * Converts the headers middleware of Traefik.
 *
 * @param document the middleware, by itself or within a larger document: as values, YAML or JSON
 * @throws CorsConversionError with every problem, under paths such as `headers.accessControlAllowOriginList[0]`
 */
export function fromTraefik(document: unknown, options: ImportOptions = {}): Imported {
  return importDocument(document, options, TRAEFIK)
}

function read({ value, path }: FoundSource, builder: ConfigBuilder): void {
  const labels = labelsOf(value)
  const options = new SourceOptions(
    labels.length > 0 ? optionsOf(labels, path, builder) : value,
    path,
    NAMES,
    builder,
    isOther,
  )
  const listed = builder.exactOrigins(options.list('origins', 'split') ?? [], SOURCE)
  // Go's MatchString looks for a part.
  const matched = (options.list('regexes', 'split') ?? []).flatMap((entry) =>
    regexEntries(entry.text, entry.path, 'part', builder),
  )
  const origins = [...listed, ...matched]
  const credentials = options.boolean('credentials') === true
  const wildcard = origins.find(({ text }) => text === '*')
  // Since 3.7.6 and 3.6.22 it sends the request's own origin in the place of `*`.
  if (wildcard !== undefined && credentials)
    builder.refuse({ code: 'reflects-any-origin', source: SOURCE }, wildcard.path, '*')
  // Names are echoed for `*` with credentials since the same versions, and sent literally before: what both allow is taken.
  const names = (name: 'methods' | 'headers' | 'exposeHeaders') =>
    dropLiteralWildcard(options.list(name, 'split') ?? [], name, credentials, builder)
  builder.setOrigins(origins, options.path('origins'))
  builder.setMethods(names('methods'), options.path('methods'), true)
  builder.setHeaders(names('headers'), options.path('headers'))
  builder.setExposed(names('exposeHeaders'), options.path('exposeHeaders'))
  if (credentials) builder.set('credentials', true, options.path('credentials'))
  builder.setMaxAge(options.number('maxAge'), options.path('maxAge'))
}

/** The middleware sets other headers too. */
function isOther(key: string): boolean {
  return !withoutPunctuation(key).startsWith('accesscontrol')
}

const LABEL = /^traefik\.http\.middlewares\.([^.]+)\.headers\.(accesscontrol\w+)(?:=(.*))?$/i

interface Label {
  readonly middleware: string
  readonly option: string
  readonly value: SourceValue
}

/** Labels of Docker: a list of `name=value`, or names and values. Compose reads `$$` as `$`. */
function labelsOf(value: SourceValue): readonly Label[] {
  const pairs: (readonly [label: SourceValue, value: SourceValue])[] = isMap(value)
    ? [...value]
    : (Array.isArray(value) ? value : []).map((label) => [label, undefined])
  return pairs.flatMap(([label, set]) => {
    const [, middleware = '', option, text = set] = LABEL.exec(String(label)) ?? []
    if (option === undefined) return []
    return [{ middleware, option, value: typeof text === 'string' ? text.replaceAll('$$', '$') : text }]
  })
}

/** The options that labels set, all of one middleware. */
function optionsOf(labels: readonly Label[], path: string, builder: ConfigBuilder): SourceMap {
  const names = [...new Set(labels.map(({ middleware }) => middleware))]
  if (names.length > 1) builder.refuse({ code: 'options-conflict', names }, path, names)
  const options = new Map(labels.map(({ option, value }) => [option, value]))
  // Which of two lines counts is a matter of what reads them.
  for (const { option, value } of labels) {
    if (options.get(option) === value) continue
    builder.refuse({ code: 'options-conflict', names: [option, option] }, below(path, option), plain(value))
  }
  return options
}
