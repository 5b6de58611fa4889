import { isRegExp } from '../text/value-kinds.js'
import type { ConfigBuilder, SourceEntry } from './config-builder.js'
import { effectiveCredentials, regexEntries } from './origin-entries.js'
import type { SourceOptions } from './source-options.js'
import { Computed, computedOf, displayValue, plain, type SourceValue } from './source-value.js'

/** The origins of `cors` and `@fastify/cors`. */

/** What they read differently. */
export interface OriginRules {
  readonly source: string
  /** Whether a value that is falsy means that no other origin may read. If not, it is refused here. */
  isNone(value: SourceValue, path: string): boolean
  /** Whether `*` in a list allows every origin. */
  readonly wildcardInList: boolean
}

/** Sets the origins. @returns whether credentials have an effect */
export function setOrigins(options: SourceOptions, rules: OriginRules, builder: ConfigBuilder): boolean {
  const wanted = options.boolean('credentials', true) === true
  const path = options.path('origins')
  const value = options.get('origins')
  if (options.has('origins') && !value) {
    builder.set('origins', rules.isNone(value, path) ? 'none' : undefined, path)
    return wanted
  }
  const origins = readOrigins(options, wanted, rules, builder)
  builder.setOrigins(origins, path)
  return effectiveCredentials(wanted, origins, options.path('credentials'), builder)
}

function readOrigins(
  options: SourceOptions,
  credentials: boolean,
  { source, wildcardInList }: OriginRules,
  builder: ConfigBuilder,
): readonly SourceEntry[] {
  const value = options.get('origins')
  const path = options.path('origins')
  if (!options.has('origins')) {
    builder.note(path, { code: 'origin-default', source })
    return [{ text: '*', path }]
  }
  if (value === true) return reflection(credentials, path, source, builder)
  if (!Array.isArray(value)) return originEntries(value, path, source, builder)
  return value.flatMap((entry, i) => {
    if (entry !== '*' || wildcardInList) return originEntries(entry, `${path}[${i}]`, source, builder)
    builder.refuse({ code: 'wildcard-in-list', source }, `${path}[${i}]`, entry)
    return []
  })
}

/** An origin of a list, or the only one: a text, or a regular expression. */
function originEntries(
  value: SourceValue,
  path: string,
  source: string,
  builder: ConfigBuilder,
): readonly SourceEntry[] {
  if (isRegExp(value)) return regExpEntries(value, path, builder)
  const expression = computedOf(value)
  if (typeof value === 'string' && expression === undefined)
    return builder.exactOrigins([{ text: value, path }], source)
  if (value instanceof Computed && value.isFunction) {
    builder.refuse({ code: 'origin-function', fault: 'origins', source }, path, value.expression)
  } else if (expression !== undefined) {
    builder.refuse({ code: 'computed-value', expression, option: 'origins' }, path, expression)
  } else {
    const expected = 'a string, a regular expression or a list of those'
    builder.refuse({ code: 'wrong-value', expected, got: displayValue(value) }, path, plain(value))
  }
  return []
}

function regExpEntries(regex: RegExp, path: string, builder: ConfigBuilder): SourceEntry[] {
  // A copy has no properties of its own in the way.
  const copy = copyOf(regex)
  if (copy === undefined) {
    builder.refuse({ code: 'regex', fault: 'syntax', meant: [] }, path, 'a regular expression')
    return []
  }
  const { flags, source } = copy
  // An origin is in lower case, so `i` changes little; `g` and `y` make a test depend on the one before.
  if (/^i?$/.test(flags)) return regexEntries(source, path, 'part', builder, { flags })
  builder.refuse({ code: 'regex-flags', flags }, path, String(copy), `/${source}/`)
  return []
}

function copyOf(regex: RegExp): RegExp | undefined {
  try {
    return new RegExp(regex)
  } catch {
    return undefined
  }
}

/** `origin: true`: reflects every origin. */
function reflection(
  credentials: boolean,
  path: string,
  source: string,
  builder: ConfigBuilder,
): readonly SourceEntry[] {
  if (!credentials) return [{ text: '*', path }]
  builder.refuse({ code: 'reflects-any-origin', source }, path, true)
  return []
}
