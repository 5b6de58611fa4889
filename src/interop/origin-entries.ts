import { parseOrigin } from '../config/origin-pattern.js'
import type { ConfigBuilder, SourceEntry } from './config-builder.js'
import { type RegexMode, readOriginRegex } from './origin-regex.js'

/** The origins and patterns that are equivalent to a regular expression. */
export function regexEntries(
  source: string,
  path: string,
  mode: RegexMode,
  builder: ConfigBuilder,
  { flags = '', written = source }: { readonly flags?: string; readonly written?: string } = {},
): SourceEntry[] {
  const reading = readOriginRegex(source, mode, flags)
  if ('fault' in reading) {
    // A pattern of ours in the place of an expression: it is what was meant, and not what it says.
    const meant = parseOrigin(written) === undefined ? reading.suggestions : [written]
    builder.refuse({ code: 'regex', fault: reading.fault, meant }, path, written, quoteAll(meant))
    return []
  }
  const { patterns, narrowed, defaultPort } = reading
  if (narrowed.length > 0) builder.note(path, { code: 'pattern-narrowed', patterns: narrowed })
  if (defaultPort.length > 0) builder.note(path, { code: 'default-port', patterns: defaultPort })
  return patterns.map((text) => ({ text, path }))
}

/** What to write instead, as in a config. */
export function quoteAll(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.map((text) => `'${text}'`).join(', ')
}

/**
 * `*` among names of a source that sends it literally: with credentials a browser reads it as a name
 * (https://fetch.spec.whatwg.org/#http-new-header-syntax), so it allows nothing.
 */
export function dropLiteralWildcard(
  entries: readonly SourceEntry[],
  option: 'methods' | 'headers' | 'exposeHeaders',
  credentials: boolean,
  builder: ConfigBuilder,
): readonly SourceEntry[] {
  const wildcard = entries.find(({ text }) => text === '*')
  if (!credentials || wildcard === undefined) return entries
  builder.note(wildcard.path, { code: 'wildcard-dropped', option })
  return entries.filter(({ text }) => text !== '*')
}

/**
 * Credentials of a source that sends `*` literally as the origin: browsers reject both together, so the credentials have
 * no effect.
 */
export function effectiveCredentials(
  credentials: boolean,
  origins: readonly SourceEntry[],
  path: string,
  builder: ConfigBuilder,
): boolean {
  if (!credentials || !origins.some(({ text }) => text === '*')) return credentials
  builder.note(path, { code: 'credentials-differ', fault: 'ignored', name: '' })
  return false
}
