import type { ipaddr } from '#packages'
import { parseUrl } from '../http/parse-url.js'
import type { parseOrigin } from './origin-pattern.js'
import { NEVER_AN_ORIGIN } from './origin-scheme.js'
import { defaultPort, isCustomScheme, MAX_ORIGIN_LENGTH } from './origin-text.js'
import type { CorsConfigFault, OriginDiagnosis, OriginFault } from './problems.js'

/**
 * What reads origins. It is given, not imported: the words for problems may be a file of their own, which needs no copy.
 */
export interface OriginGrammar {
  readonly parseOrigin: typeof parseOrigin
  readonly ipaddr: typeof ipaddr
}

/** The ways not to be an origin that carry nothing. */
type SyntaxFault = Exclude<Extract<CorsConfigFault, { code: 'origin-syntax' }>['fault'], 'too-long' | 'keyword'>

/** Says why a text is neither an origin nor a pattern. Runs at startup only. */
export function diagnoseOrigin(text: string, grammar: OriginGrammar): OriginDiagnosis {
  const { suggestion, ...diagnosis } = diagnose(text, text.trim(), grammar)
  // Nothing is suggested that would be refused in its turn.
  if (suggestion === undefined || grammar.parseOrigin(suggestion) === undefined) return diagnosis
  return { ...diagnosis, suggestion }
}

/** With a suggestion that may be none. */
type Guess = OriginFault & { readonly suggestion?: string | undefined }

function diagnose(text: string, trimmed: string, grammar: OriginGrammar): Guess {
  return (
    diagnoseNull(trimmed) ??
    diagnoseNone(trimmed) ??
    diagnoseLength(text) ??
    diagnoseScheme(trimmed, grammar) ??
    diagnoseList(trimmed) ??
    diagnoseDotOrPort(trimmed, grammar) ??
    diagnoseSpelling(trimmed, grammar) ??
    diagnoseQuotes(trimmed) ??
    diagnoseWildcard(trimmed) ??
    diagnoseMissingScheme(trimmed, grammar) ??
    diagnosePort(trimmed) ??
    syntax('not-an-origin')
  )
}

function syntax(fault: SyntaxFault, suggestion?: string): Guess {
  return { code: 'origin-syntax', fault, suggestion }
}

function diagnoseNull(text: string): Guess | undefined {
  return text.toLowerCase() === 'null' ? { code: 'origin-null' } : undefined
}

function diagnoseNone(text: string): Guess | undefined {
  return text === 'none' ? syntax('none-in-list') : undefined
}

function diagnoseLength(text: string): Guess | undefined {
  if (text.length <= MAX_ORIGIN_LENGTH) return undefined
  return { code: 'origin-syntax', fault: 'too-long', length: text.length, maximum: MAX_ORIGIN_LENGTH }
}

function diagnoseScheme(text: string, grammar: OriginGrammar): Guess | undefined {
  const colon = text.indexOf(':')
  const scheme = text.slice(0, Math.max(colon, 0)).toLowerCase()
  if (!NEVER_AN_ORIGIN.has(scheme)) return undefined
  if (scheme === 'file') return { code: 'origin-scheme', fault: 'file' }
  if (!scheme.startsWith('ws')) return { code: 'origin-scheme', fault: 'never', scheme }
  const meant = `http${scheme.slice('ws'.length)}`
  const suggestion = canonicalise(`${meant}${text.slice(colon)}`, grammar)
  return { code: 'origin-scheme', fault: 'websocket', scheme, meant, suggestion }
}

function diagnoseList(text: string): Guess | undefined {
  if (/[\s,]/.test(text)) return syntax('several')
  return text.includes(';') ? syntax('semicolon') : undefined
}

function diagnoseQuotes(text: string): Guess | undefined {
  const inner = /^(["'`])(.*)\1$/.exec(text)?.[2]
  return inner === undefined ? undefined : syntax('quoted', inner)
}

function diagnoseWildcard(text: string): Guess | undefined {
  const [, scheme = '', host = ''] = /^([^:/]*):\/\/([^/]*)/.exec(text) ?? []
  if (/^\*(:(\d+|\*))?$/.test(host)) {
    return isCustomScheme(scheme) ? syntax('wildcard-place', `${scheme}://*`) : syntax('every-host')
  }
  if (/^(\d{1,3}\.){1,3}\*(\.\*)*(:(\d+|\*))?$/.test(host)) {
    return syntax('address-wildcard', rangeFor(scheme, host))
  }
  if (/[\\^$()|+]/.test(text)) return syntax('regular-expression')
  if (/\*.*:\/\//.test(text)) return syntax('scheme-wildcard')
  return text.includes('*') && text.includes('://') ? (diagnosePort(text) ?? syntax('wildcard-place')) : undefined
}

/** `192.168.*.*:*` → `http://192.168.0.0/16:*` */
function rangeFor(scheme: string, host: string): string {
  const [address = '', port] = host.split(':')
  const parts = address.split('.').filter((part) => part !== '*')
  const network = [...parts, '0', '0', '0'].slice(0, 4).join('.')
  return `${scheme}://${network}/${parts.length * 8}${port === undefined ? '' : `:${port}`}`
}

function diagnoseDotOrPort(text: string, grammar: OriginGrammar): Guess | undefined {
  if (/:\/\/[^/]+\.(:[\d*]*)?$/.test(text)) return syntax('trailing-dot', canonicalise(text, grammar))
  return /:0+\/?$/.test(text) ? syntax('port-zero') : undefined
}

function diagnoseSpelling(text: string, grammar: OriginGrammar): Guess | undefined {
  const suggestion = canonicalise(text, grammar)
  const parsed = suggestion === undefined ? undefined : grammar.parseOrigin(suggestion)
  if (parsed === undefined) return undefined
  const fault = parsed.host.kind === 'range' ? 'range' : 'origin'
  return { code: 'origin-not-canonical', fault, suggestion }
}

function diagnoseMissingScheme(text: string, grammar: OriginGrammar): Guess | undefined {
  if (text.includes('://')) return undefined
  return syntax('no-scheme', canonicalise(guessScheme(text) ?? '', grammar))
}

/** `http://localhost:3000-3010`, `https://example.com:99999`. */
function diagnosePort(text: string): Guess | undefined {
  const port = /^[^:/]+:\/\/(?:\[[^\]]*\]|[^:/[]+):([^/]+)\/?$/.exec(text)?.[1]
  if (port === undefined || port.includes(':')) return undefined
  return /^\d+$/.test(port) && Number(port) <= 65535 ? undefined : syntax('port')
}

/** Undefined for a word that may be anything, `true` among it: a host on the internet has a dot. */
function guessScheme(text: string): string | undefined {
  if (/^https?(:\/?|\/\/)[a-z*[]/i.test(text)) return text.replace(/:\/?|\/\//, '://')
  const bare = text.replace(/^\/\//, '')
  const local = /^((\*\.|[^/:]*\.)?localhost|127\.[\d.]+|\[::1\])([:/]|$)/i.test(bare)
  if (!local && !/[a-z*\]]\.|\.[a-z*]|\]|^\d+(\.\d+){3}|^[a-z][\w-]*:\d/i.test(bare)) return undefined
  return `${local ? 'http' : 'https'}://${bare}`
}

/** The nearest canonical spelling of an origin or pattern, undefined if its host is not one. */
function canonicalise(text: string, grammar: OriginGrammar): string | undefined {
  const schemeEnd = text.indexOf('://')
  if (schemeEnd < 0) return undefined
  const scheme = text.slice(0, schemeEnd).toLowerCase()
  const rest = text.slice(schemeEnd + 3)
  const authority = rest.slice(0, rest.search(/[/?#\\]|$/))
  const hostAndPort = authority.slice(authority.lastIndexOf('@') + 1)
  const port = /:(\d*|\*)$/.exec(hostAndPort)?.[1]
  const host = port === undefined ? hostAndPort : hostAndPort.slice(0, -port.length - 1)
  const range = canonicaliseRange(rest, grammar)
  const canonicalHost = range?.host ?? canonicaliseHost(host)
  if (canonicalHost === undefined) return undefined
  const canonicalPort = canonicalisePort(scheme, range === undefined ? port : range.port)
  return `${scheme}://${canonicalHost}${canonicalPort}`
}

/** `10.1.2.3/8:80` → `10.0.0.0/8` and `80`; the address part of a range never gets a path. */
function canonicaliseRange(
  text: string,
  { ipaddr }: OriginGrammar,
): { host: string; port: string | undefined } | undefined {
  const match = /^\[?([\da-f.:]+?)\]?\/(\d{1,3})\]?(?::(\d+|\*))?\/?$/i.exec(text)
  if (match === null) return undefined
  const [, address, prefixLength, port] = match
  const length = Number(prefixLength)
  const network = networkAddress(`${address}/${length}`, ipaddr())
  if (network === undefined) return undefined
  return { host: network.includes(':') ? `[${network}/${length}]` : `${network}/${length}`, port }
}

/** The first address of a CIDR block in canonical text, undefined if the text is not one. */
function networkAddress(cidr: string, { IPv4, IPv6 }: ReturnType<typeof ipaddr>): string | undefined {
  if (IPv4.isValidCIDRFourPartDecimal(cidr)) return IPv4.networkAddressFromCIDR(cidr).toString()
  return IPv6.isValidCIDR(cidr) ? IPv6.networkAddressFromCIDR(cidr).toString() : undefined
}

function canonicaliseHost(host: string): string | undefined {
  // Electron's `app://./`.
  if (host === '.') return host
  // A second port, which the parser would read as the first.
  if (host.includes(':') && !host.endsWith(']')) return undefined
  const wildcardLabel = /^[a-z\d-]*\*[a-z\d-]*\./i.exec(host)?.[0] ?? ''
  const url = parseUrl(`https://${host.slice(wildcardLabel.length)}`)
  return url && wildcardLabel.toLowerCase() + url.hostname.replace(/\.$/, '')
}

function canonicalisePort(scheme: string, port: string | undefined): string {
  if (port === undefined || port === '') return ''
  if (port === '*') return ':*'
  const number = Number(port)
  return number === defaultPort(scheme) ? '' : `:${number}`
}
