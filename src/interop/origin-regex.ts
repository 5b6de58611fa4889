import { parseOrigin } from '../config/origin-pattern.js'
import { anyPortRegex, wildcardLength } from './pattern-regex.js'

/**
 * Reads a regular expression for origins as the patterns that it stands for. Only shapes that are one of our patterns,
 * or that a pattern matches less than, are taken: for the origins that browsers send, never more.
 */

/** `narrowed`: the expression also matches across dots, which the patterns do not. */
export type RegexReading =
  | { readonly patterns: readonly string[]; readonly narrowed: boolean }
  | { readonly problem: string }

/** `whole`: as Python's `fullmatch`. `part`: as `RegExp.test`, so the expression has to say `^` and `$`. */
export type RegexMode = 'whole' | 'part'

const SCHEME = /^(?:(https)\?|((?:[a-z0-9-]|\\[+.-])+)):(?:\\?\/){2}/
/** `(.*\.)?`: the domain itself, and all below. */
const APEX_OR_BELOW = /^\((?:\?:)?\.[*+]\\\.\)\?/
/** `.*\.`, and what {@link LABELS_BELOW} is. Between `://` and a dot no origin has anything but labels. */
const BELOW = /^(?:\.[*+]\??\\\.|\(\?:\[a-z0-9_-\]\{1,63\}\\\.\)\+)/
const LITERAL = /^(?:[a-z0-9_-]|\\[._-])*/
const WITHIN_LABEL = /^(?:(\.[*+]\??)|\[(?:a-z0-9\\?-|-a-z0-9|a-z\\d-)\](?:\+|\{1,(\d+)\}))/
const ANY_PORT = /^\((?:\?:)?:(?:\\d|\[0-9\])\+\)\?$/
const NOT_DEFAULT_PORT = /^:(?:\\d|\[0-9\]|\.)[*+]$/
const FIXED_PORT = /^(?::\d+)?$/

/** `.*`, `https?://.*`: every origin there is. */
const ANYTHING = /^(?:https\??:(?:\\?\/){2})?\.[*+]\??$/

const EVERYTHING = "matches every origin: list your origins, or write '*' if everybody may read, without credentials"
const UNKNOWN =
  'is a regular expression for which there is no pattern: list the origins, or patterns such as https://*.example.com'
const ANCHORS = 'is not anchored with ^ and $, so it matches any text that holds such an origin somewhere'
const BARE_DOT =
  'has a dot without a backslash, which is any character: https://evil-example.com gets past .*.example.com'
const NO_DOT = 'has no dot before the domain, so https://evilexample.com gets past .*example\\.com'
const PORT_REQUIRED =
  'requires a port, and the pattern for any port also matches the default one: write (:\\d+)? if that is right'

export function readOriginRegex(source: string, mode: RegexMode): RegexReading {
  const patterns: string[] = []
  let narrowed = false
  for (const branch of splitBranches(source)) {
    const reading = readBranch(branch, mode)
    if ('problem' in reading) return reading
    patterns.push(...reading.patterns)
    narrowed ||= reading.narrowed
  }
  return { patterns, narrowed }
}

function readBranch(branch: string, mode: RegexMode): RegexReading {
  const start = branch.startsWith('^')
  const end = branch.endsWith('$')
  if (mode === 'part' && !(start && end)) return { problem: ANCHORS }
  const body = branch.slice(start ? 1 : 0, end ? -1 : undefined)
  const inner = unwrap(body)
  return inner === undefined ? readOne(body) : readOriginRegex(inner, 'whole')
}

function readOne(text: string): RegexReading {
  if (ANYTHING.test(text)) return { problem: EVERYTHING }
  const [prefix, secure, other = ''] = SCHEME.exec(text) ?? []
  if (prefix === undefined) return { problem: UNKNOWN }
  const schemes = secure === undefined ? [withoutEscapes(other)] : ['https', 'http']
  const host = readHost(text.slice(prefix.length))
  if ('problem' in host) return host
  const patterns: string[] = []
  for (const scheme of schemes) {
    const port = readPort(host.rest, scheme)
    if (typeof port !== 'string') return port
    patterns.push(...host.hosts.map((name) => `${scheme}://${name}${port}`))
  }
  if (patterns.some((pattern) => parseOrigin(pattern) === undefined)) return { problem: UNKNOWN }
  return { patterns, narrowed: host.narrowed }
}

interface Host {
  readonly hosts: readonly string[]
  readonly narrowed: boolean
  /** What stands behind the host. */
  readonly rest: string
}

function readHost(text: string): Host | { readonly problem: string } {
  const both = APEX_OR_BELOW.exec(text)?.[0]
  if (both !== undefined) return readDomain(text.slice(both.length), (domain) => [domain, `*.${domain}`])
  const below = BELOW.exec(text)?.[0]
  if (below !== undefined) return readDomain(text.slice(below.length), (domain) => [`*.${domain}`])
  const prefix = literalAt(text)
  const rest = text.slice(prefix.length)
  const [wildcard, loose, most] = WITHIN_LABEL.exec(rest) ?? []
  if (wildcard === undefined) return { hosts: [withoutEscapes(prefix)], narrowed: false, rest }
  const after = rest.slice(wildcard.length)
  const suffix = literalAt(after)
  const [label = ''] = withoutEscapes(suffix).split('.')
  // One label and any number of them are two things, and only the latter is a pattern.
  if (prefix === '' && label === '') return unread(after)
  if (prefix === '' && !label.startsWith('-')) return { problem: NO_DOT }
  // A `*` that is bound to fewer characters is another pattern.
  if (most !== undefined && Number(most) !== wildcardLength(withoutEscapes(prefix), label)) return { problem: UNKNOWN }
  return {
    hosts: [`${withoutEscapes(prefix)}*${withoutEscapes(suffix)}`],
    narrowed: loose !== undefined,
    rest: after.slice(suffix.length),
  }
}

function readDomain(text: string, hostsOf: (domain: string) => readonly string[]): Host {
  const domain = literalAt(text)
  return { hosts: hostsOf(withoutEscapes(domain)), narrowed: false, rest: text.slice(domain.length) }
}

function readPort(text: string, scheme: string): string | { readonly problem: string } {
  if (FIXED_PORT.test(text)) return text
  if (ANY_PORT.test(text) || text === anyPortRegex(scheme)) return ':*'
  if (NOT_DEFAULT_PORT.test(text)) return { problem: PORT_REQUIRED }
  return unread(text)
}

function unread(rest: string): { readonly problem: string } {
  return { problem: /^\.(?![*+?])/.test(rest) ? BARE_DOT : UNKNOWN }
}

function literalAt(text: string): string {
  return (LITERAL.exec(text) as RegExpExecArray)[0]
}

function withoutEscapes(text: string): string {
  return text.replaceAll('\\', '')
}

/** What stands between parentheses around all of the text. */
function unwrap(text: string): string | undefined {
  if (!text.startsWith('(') || groupEnd(text) !== text.length - 1) return undefined
  return text.slice(text.startsWith('(?:') ? 3 : 1, -1)
}

/** The index of the parenthesis that closes the first one. */
function groupEnd(text: string): number {
  let end = -1
  walk(text, (char, depth, i) => {
    if (char === ')' && depth === 0 && end < 0) end = i
  })
  return end
}

/** Splits at each `|` outside of parentheses. */
function splitBranches(source: string): string[] {
  const bars: number[] = []
  walk(source, (char, depth, i) => {
    if (char === '|' && depth === 0) bars.push(i)
  })
  return [...bars, source.length].map((end, i) => source.slice(i === 0 ? 0 : (bars[i - 1] as number) + 1, end))
}

/** Calls `visit` for each character that is not escaped, with the depth of parentheses behind it. */
function walk(text: string, visit: (char: string, depth: number, index: number) => void): void {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (char === '\\') {
      i++
      continue
    }
    if (char === '(') depth++
    if (char === ')') depth--
    visit(char, depth, i)
  }
}
