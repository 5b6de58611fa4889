import { type AddressRange, parseRange } from './address-range.js'
import { endsInNumber, isCanonicalHost } from './canonical-host.js'
import { NEVER_AN_ORIGIN } from './origin-scheme.js'
import { isCustomScheme, isDigit, type OriginParts, splitOrigin } from './origin-text.js'

/** The hosts that a pattern matches. */
export type HostPattern =
  | { readonly kind: 'host'; readonly host: string }
  /** `*.parent`: one or more labels below the parent, never the parent itself. */
  | { readonly kind: 'subdomains'; readonly parent: string }
  /** `prefix*suffix.parent`: one label that begins and ends so, with at least one character between. */
  | { readonly kind: 'label'; readonly prefix: string; readonly suffix: string; readonly parent: string }
  | { readonly kind: 'range'; readonly range: AddressRange }
  /** Every host: only of a custom scheme. */
  | { readonly kind: 'any' }

/** The meaning of one entry of `origins`. */
export interface ParsedOrigin {
  readonly scheme: string
  readonly host: HostPattern
  /** Decimal, `''` for the scheme's default, `'*'` for any, the default included. */
  readonly port: string
}

/** Replaces a `*` while the rest of the text is checked as an exact origin. */
const SUBSTITUTE = '0'
const ANY_PORT = ':*'

/**
 * Reads one origin or origin pattern.
 * @returns undefined for a text that is neither; `diagnoseOrigin` says why
 */
export function parseOrigin(text: string): ParsedOrigin | undefined {
  return parseExact(text) ?? parseAnyHost(text) ?? parseRangePattern(text) ?? parseHostPattern(text)
}

/** Whether the text is one exact, canonical origin: for http and https, one that `new URL(text).origin` returns as it is. */
export function isExactOrigin(text: string): boolean {
  return splitExact(text) !== undefined
}

function splitExact(text: string): OriginParts | undefined {
  const parts = splitOrigin(text)
  if (parts === undefined || !isCanonicalHost(parts.host)) return undefined
  return NEVER_AN_ORIGIN.has(parts.scheme) ? undefined : parts
}

function parseExact(text: string): ParsedOrigin | undefined {
  const parts = splitExact(text)
  return parts && { ...parts, host: { kind: 'host', host: parts.host } }
}

/** `scheme://*`, for a scheme whose hosts are chosen by each browser anew, as Firefox does for its extensions. */
function parseAnyHost(text: string): ParsedOrigin | undefined {
  if (!text.endsWith('://*')) return undefined
  const scheme = text.slice(0, -'://*'.length)
  if (!isCustomScheme(scheme) || !isExactOrigin(`${scheme}://host`)) return undefined
  return { scheme, host: { kind: 'any' }, port: '' }
}

/** `scheme://address/prefix` or `scheme://[address/prefix]`, with or without a port. */
function parseRangePattern(text: string): ParsedOrigin | undefined {
  const start = text.indexOf('://') + 3
  const slash = text.indexOf('/', start)
  if (slash < 0) return undefined
  let prefixEnd = slash + 1
  while (isDigit(text.charCodeAt(prefixEnd))) prefixEnd++
  // With the prefix length taken out, what is left is an origin with an address for a host.
  const origin = parseExactHost(text.slice(0, slash) + text.slice(prefixEnd))
  if (origin?.host.kind !== 'host') return undefined
  const { host } = origin.host
  // The prefix length comes right after the address, inside the brackets.
  if (slash - start !== host.length - (host.endsWith(']') ? 1 : 0)) return undefined
  const range = parseRange(host, text.slice(slash + 1, prefixEnd))
  return range && { ...origin, host: { kind: 'range', range } }
}

/** An exact origin whose port may be `*`. */
function parseExactHost(text: string): ParsedOrigin | undefined {
  if (!text.endsWith(ANY_PORT)) return parseExact(text)
  const exact = parseExact(text.slice(0, -ANY_PORT.length))
  return exact?.port === '' ? { ...exact, port: '*' } : undefined
}

function parseHostPattern(text: string): ParsedOrigin | undefined {
  const start = text.indexOf('://') + 3
  const star = text.indexOf('*', start)
  const labelEnd = text.indexOf('.', start)
  if (star < 0 || labelEnd < star) return parseExactHost(text)
  const substituted = parseExactHost(text.slice(0, star) + SUBSTITUTE + text.slice(star + 1))
  if (substituted?.host.kind !== 'host') return undefined
  const { host } = substituted.host
  if (endsInNumber(host) || host.startsWith('xn--')) return undefined
  return { ...substituted, host: hostPattern(text.slice(start, star), text.slice(star + 1, labelEnd), host) }
}

function hostPattern(prefix: string, suffix: string, host: string): HostPattern {
  const parent = host.slice(prefix.length + SUBSTITUTE.length + suffix.length + 1)
  return prefix === '' && suffix === '' ? { kind: 'subdomains', parent } : { kind: 'label', prefix, suffix, parent }
}
