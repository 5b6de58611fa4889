import { isExactOrigin } from '../config/origin-pattern.js'
import { anyHeader, type ConfigBuilder, type ImportOptions, type SourceEntry } from './config-builder.js'
import { type FoundSource, hasKey } from './find-source.js'
import { type Dialect, importDocument } from './import-document.js'
import type { Imported } from './note.js'
import { dropLiteralWildcard, regexEntries } from './origin-entries.js'
import { SourceOptions } from './source-options.js'
import { isMap, type SourceValue } from './source-value.js'

const SOURCE = 'Istio'

/**
 * https://istio.io/latest/docs/reference/config/networking/virtual-service/#CorsPolicy. What becomes of it is in
 * TranslateCORSPolicy of istio's pilot/pkg/networking/core/route/route.go, and in envoy's
 * source/extensions/filters/http/cors/cors_filter.cc.
 */
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
  const options = new SourceOptions(value, path, NAMES, builder)
  const origins = readOrigins(options, builder)
  const credentials = options.boolean('credentials') === true
  const wildcard = origins.find(({ text }) => text === '*')
  // Envoy sends the request's own origin back, and credentials with it.
  if (wildcard !== undefined && credentials)
    builder.refuse({ code: 'reflects-any-origin', source: SOURCE }, wildcard.path, '*')
  const names = (name: 'methods' | 'headers' | 'exposeHeaders') => {
    const list = options.list(name) ?? []
    return isEcho(name, list) ? list : dropLiteralWildcard(list, name, credentials, builder)
  }
  const headers = names('headers')
  const headersPath = options.path('headers')
  builder.setOrigins(origins, options.path('origins'))
  builder.setMethods(names('methods'), options.path('methods'), true)
  builder.setHeaders(isEcho('headers', headers) ? anyHeader(credentials, headersPath) : headers, headersPath)
  builder.setExposed(names('exposeHeaders'), options.path('exposeHeaders'))
  if (options.has('credentials')) builder.set('credentials', credentials, options.path('credentials'))
  builder.setMaxAge(options.number('maxAge'), options.path('maxAge'))
  // Not to forward them is what a policy does.
  if (options.has('unmatched') && options.get('unmatched') !== 'IGNORE')
    builder.note(options.path('unmatched'), { code: 'option-dropped', option: 'unmatchedPreflights' })
}

/** For a `*` by itself Envoy sends back what the preflight asks for, with and without credentials. */
function isEcho(name: 'methods' | 'headers' | 'exposeHeaders', list: readonly SourceEntry[]): boolean {
  return name !== 'exposeHeaders' && list.length === 1 && list[0]?.text === '*'
}

/** Istio reads the old list only where there is no new one. */
function readOrigins(options: SourceOptions, builder: ConfigBuilder): readonly SourceEntry[] {
  const old = options.list('oldOrigins') ?? []
  if (!options.has('origins')) return builder.exactOrigins(old, SOURCE)
  if (old.length > 0)
    builder.refuse(
      { code: 'options-conflict', names: ['allowOrigin', 'allowOrigins'] },
      options.path('oldOrigins'),
      undefined,
    )
  return matchesOf(options, builder)
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
  const options = new SourceOptions(value, path, MATCH, builder)
  const prefixes = options.list('prefix') ?? []
  for (const { text, path } of prefixes) {
    // Envoy compares a matcher with `*` first: one that matches it allows every origin.
    const meant = text === '*' ? text : text.replace(/\*$/, '')
    const suggestion = text === '*' || isExactOrigin(meant) ? `{ exact: '${meant}' }` : undefined
    builder.refuse({ code: 'origin-prefix', source: SOURCE }, path, text, suggestion)
  }
  // Envoy compares the whole text with the expression.
  const matched = (options.list('regex') ?? []).flatMap((entry) =>
    regexEntries(entry.text, entry.path, 'whole', builder),
  )
  return [...builder.exactOrigins(options.list('exact') ?? [], SOURCE), ...matched]
}
