import type { AddressRange } from '../config/address-range.js'
import { type ParsedOrigin, parseOrigin } from '../config/origin-pattern.js'
import { defaultPort, MAX_LABEL_LENGTH } from '../config/origin-text.js'

/** 1 to 65535, as a browser writes it. */
const PORT = '(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])'
const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])'
/** One label and the dot after it. Below `*.` underscores are allowed. */
const LABELS_BELOW = `(?:[a-z0-9_-]{1,${MAX_LABEL_LENGTH}}\\.)+`

/**
 * A regular expression that matches what an origin or pattern matches, for Python and PCRE. The caller anchors it at
 * both ends. Linear, and case-sensitive. Of two things it knows nothing: that a host has at most 253
 * characters, and that `xn--` begins valid Punycode; no browser sends an origin for which that matters.
 *
 * @returns undefined for a range of IPv6 addresses: their shortest spelling has too many shapes
 */
export function patternRegex(text: string): string | undefined {
  const origin = parseOrigin(text) as ParsedOrigin
  const host = hostRegex(origin)
  return host && `${escapeRegex(origin.scheme)}://${host}${portRegex(origin)}`
}

/** The same for RE2, which has no lookahead: it also matches the default port, which no browser writes. */
export function re2Regex(text: string): string | undefined {
  const { scheme } = parseOrigin(text) as ParsedOrigin
  return patternRegex(text)?.replace(anyPortRegex(scheme), anyPortRegex(''))
}

/** What may follow the host where any port is allowed: nothing, or a port that is not the default. */
export function anyPortRegex(scheme: string): string {
  const port = defaultPort(scheme)
  return port === 0 ? `(?::${PORT})?` : `(?::(?!${port}$)${PORT})?`
}

/** The longest text that the `*` inside a label matches. */
export function wildcardLength(prefix: string, suffix: string): number {
  return MAX_LABEL_LENGTH - prefix.length - suffix.length
}

function portRegex({ scheme, port }: ParsedOrigin): string {
  if (port === '*') return anyPortRegex(scheme)
  return port === '' ? '' : `:${port}`
}

function hostRegex({ host }: ParsedOrigin): string | undefined {
  switch (host.kind) {
    case 'host':
      return escapeRegex(host.host)
    case 'subdomains':
      return `${LABELS_BELOW}${escapeRegex(host.parent)}`
    case 'label': {
      const { prefix, suffix, parent } = host
      return `${prefix}[a-z0-9-]{1,${wildcardLength(prefix, suffix)}}${suffix}\\.${escapeRegex(parent)}`
    }
    case 'range':
      return host.range.family === 'ipv4' ? rangeRegex(host.range) : undefined
    case 'any':
      return undefined
  }
}

/** Only one octet of a CIDR block is neither fixed nor free, and its values are at most 128. */
function rangeRegex({ first, last }: AddressRange): string {
  const lasts = octets(last)
  return octets(first)
    .map((least, i) => octetRegex(least, lasts[i] as number))
    .join('\\.')
}

function octetRegex(least: number, most: number): string {
  if (least === most) return String(least)
  if (most - least === 255) return OCTET
  return `(?:${Array.from({ length: most - least + 1 }, (_, i) => least + i).join('|')})`
}

function octets(groups: readonly number[]): number[] {
  return groups.flatMap((group) => [group >> 8, group & 0xff])
}

/** Of the characters of an origin, those that mean something else in a regular expression. */
function escapeRegex(text: string): string {
  return text.replace(/[.+[\]]/g, '\\$&')
}
