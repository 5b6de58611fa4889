import type { ConfigBuilder, ImportOptions, SourceEntry } from './config-builder.js'
import { type FoundSource, hasKey } from './find-source.js'
import { type Dialect, importDocument } from './import-document.js'
import type { Imported } from './note.js'
import { dropLiteralWildcard, regexEntries } from './origin-entries.js'
import { SourceOptions } from './source-options.js'
import { isMap, type SourceValue } from './source-value.js'

const SOURCE = 'Istio'

/** https://istio.io/latest/docs/reference/config/networking/virtual-service/#CorsPolicy. */
const NAMES = {
  origins: ['allowOrigins'],
  oldOrigins: ['allowOrigin'],
  methods: ['allowMethods'],
  headers: ['allowHeaders'],
  exposeHeaders: ['exposeHeaders'],
  credentials: ['allowCredentials'],
  maxAge: ['maxAge'],
  unmatched: ['unmatchedPreflights'],
}
const MATCH = { exact: ['exact'], prefix: ['prefix'], regex: ['regex'] }

const ISTIO: Dialect = {
  dialect: SOURCE,
  isFlat: true,
  known: Object.values(NAMES).flat(),
  matches: (value) => hasKey(value, ['alloworigins', 'alloworigin', 'allowmethods']),
  read,
}

/**
 * Converts the `corsPolicy` of an Istio VirtualService.
 *
 * @param document the policy, by itself or within a VirtualService: as values, YAML or JSON
 * @throws CorsConversionError with every problem, under paths such as `spec.http[0].corsPolicy.allowOrigins[1].exact`
 */
export function fromIstio(document: unknown, options: ImportOptions = {}): Imported {
  return importDocument(document, options, ISTIO)
}

function read({ value, path }: FoundSource, builder: ConfigBuilder): void {
  const options = new SourceOptions(value, path, NAMES, [], builder)
  const origins = [...matchesOf(options, builder), ...builder.exactOrigins(options.list('oldOrigins') ?? [], SOURCE)]
  const credentials = options.boolean('credentials') === true
  const wildcard = origins.find(({ text }) => text === '*')
  // Envoy sends the request's own origin back, and credentials with it.
  if (wildcard !== undefined && credentials)
    builder.refuse({ code: 'reflects-any-origin', source: SOURCE }, wildcard.path, '*')
  const names = (name: 'methods' | 'headers' | 'exposeHeaders') =>
    dropLiteralWildcard(options.list(name) ?? [], name, credentials, builder)
  builder.setOrigins(origins, options.path('origins'))
  builder.setMethods(names('methods'), options.path('methods'), true)
  builder.setHeaders(names('headers'), options.path('headers'))
  builder.setExposed(names('exposeHeaders'), options.path('exposeHeaders'))
  if (options.has('credentials')) builder.set('credentials', credentials, options.path('credentials'))
  builder.setMaxAge(options.number('maxAge'), options.path('maxAge'))
  if (options.has('unmatched'))
    builder.note(options.path('unmatched'), { code: 'option-dropped', option: 'unmatchedPreflights' })
}

function matchesOf(options: SourceOptions, builder: ConfigBuilder): readonly SourceEntry[] {
  const value = options.get('origins')
  const path = options.path('origins')
  if (value === undefined || value === null) return []
  const list: readonly SourceValue[] = Array.isArray(value) ? value : [value]
  return list.flatMap((match, i) => readMatch(match, Array.isArray(value) ? `${path}[${i}]` : path, builder))
}

/** A StringMatch: https://istio.io/latest/docs/reference/config/networking/virtual-service/#StringMatch. */
function readMatch(value: SourceValue, path: string, builder: ConfigBuilder): readonly SourceEntry[] {
  if (!isMap(value)) {
    const suggestion = typeof value === 'string' ? `{ exact: '${value}' }` : undefined
    builder.refuse(
      { code: 'wrong-value', expected: 'exact, prefix or regex', got: typeof value },
      path,
      value,
      suggestion,
    )
    return []
  }
  const options = new SourceOptions(value, path, MATCH, [], builder)
  const prefixes = options.list('prefix') ?? []
  for (const { text, path } of prefixes) {
    builder.refuse({ code: 'origin-prefix', source: SOURCE }, path, text, `{ exact: '${text.replace(/\*$/, '')}' }`)
  }
  // Envoy compares the whole text with the expression.
  const matched = (options.list('regex') ?? []).flatMap((entry) =>
    regexEntries(entry.text, entry.path, 'whole', builder),
  )
  return [...builder.exactOrigins(options.list('exact') ?? [], SOURCE), ...matched]
}
