import { networkAddress } from './address-range.js'
import { parseOrigin } from './origin-pattern.js'
import { NEVER_AN_ORIGIN } from './origin-scheme.js'
import { MAX_ORIGIN_LENGTH } from './origin-text.js'
import type { CorsConfigProblemCode } from './problems.js'

/** What is wrong with a text that `parseOrigin` refuses. */
export interface OriginDiagnosis {
  readonly code: CorsConfigProblemCode
  readonly message: string
  readonly suggestion?: string
}

/** Says why a text is neither an origin nor a pattern. Runs at startup alone. */
export function diagnoseOrigin(text: string): OriginDiagnosis {
  const trimmed = text.trim()
  return (
    diagnoseNull(trimmed) ??
    diagnoseLength(text) ??
    diagnoseScheme(trimmed) ??
    diagnoseList(trimmed) ??
    diagnoseDotOrPort(trimmed) ??
    diagnoseSpelling(trimmed) ??
    diagnoseWildcard(trimmed) ??
    diagnoseMissingScheme(trimmed) ??
    syntax('is neither an origin (scheme://host or scheme://host:port) nor a pattern for some')
  )
}

function syntax(message: string, suggestion?: string): OriginDiagnosis {
  return withSuggestion({ code: 'origin-syntax', message }, suggestion)
}

/** Suggests nothing that would be refused in its turn. */
function withSuggestion(diagnosis: OriginDiagnosis, suggestion: string | undefined): OriginDiagnosis {
  if (suggestion === undefined || parseOrigin(suggestion) === undefined) return diagnosis
  return { ...diagnosis, suggestion }
}

function diagnoseNull(text: string): OriginDiagnosis | undefined {
  if (text.toLowerCase() !== 'null') return undefined
  return {
    code: 'origin-null',
    message: 'would allow every site: any page can send the origin null from a sandboxed frame. List the real origins',
  }
}

function diagnoseLength(text: string): OriginDiagnosis | undefined {
  if (text.length <= MAX_ORIGIN_LENGTH) return undefined
  return syntax(`has ${text.length} characters, and no origin has more than ${MAX_ORIGIN_LENGTH}`)
}

function diagnoseScheme(text: string): OriginDiagnosis | undefined {
  const colon = text.indexOf(':')
  const scheme = text.slice(0, Math.max(colon, 0)).toLowerCase()
  if (!NEVER_AN_ORIGIN.has(scheme)) return undefined
  const meant = NEVER_AN_ORIGIN.get(scheme)
  return withSuggestion(
    {
      code: 'origin-scheme',
      message:
        meant === undefined
          ? `can never match: no page has an origin with the scheme ${scheme}`
          : `can never match: the Origin of a WebSocket handshake is that of the page, with the scheme ${meant}`,
    },
    meant && canonicalise(`${meant}${text.slice(colon)}`),
  )
}

function diagnoseList(text: string): OriginDiagnosis | undefined {
  if (!/[\s,;]/.test(text)) return undefined
  return syntax(
    'holds more than one origin, or white space: write one origin per entry, or split a list with parseOrigins()',
  )
}

function diagnoseWildcard(text: string): OriginDiagnosis | undefined {
  const host = /^[^:/]*:\/\/([^/]*)/.exec(text)?.[1] ?? ''
  if (/^\*(:(\d+|\*))?$/.test(host)) {
    return syntax("would be every host: write origins: '*' if that is what you want, else name the domain")
  }
  if (/^(\d{1,3}\.){1,3}\*(\.\*)*(:(\d+|\*))?$/.test(host)) {
    return syntax('is no range of addresses: those are written with a prefix length', rangeFor(text, host))
  }
  if (/[\\^$()|+]/.test(text)) {
    return syntax(
      'looks like a regular expression, and those are not taken: write a pattern such as https://*.example.com',
    )
  }
  if (/\*.*:\/\//.test(text)) {
    return syntax('has a wildcard in the scheme: write one entry for http and one for https')
  }
  if (!text.includes('*') || !text.includes('://')) return undefined
  return syntax(
    'is no pattern: a * stands for labels in front of a domain (https://*.example.com), once inside the first label (https://pr-*.example.com), or for the port (http://localhost:*)',
  )
}

/** `http://192.168.*.*:*` → `http://192.168.0.0/16:*` */
function rangeFor(text: string, host: string): string {
  const [address, port] = host.split(':') as [string, string?]
  const parts = address.split('.').filter((part) => part !== '*')
  const network = [...parts, '0', '0', '0'].slice(0, 4).join('.')
  const scheme = text.slice(0, text.indexOf(':'))
  return `${scheme}://${network}/${parts.length * 8}${port === undefined ? '' : `:${port}`}`
}

function diagnoseDotOrPort(text: string): OriginDiagnosis | undefined {
  if (/:\/\/[^/]*\.(:[\d*]*)?$/.test(text)) return syntax('has a host that ends in a dot', canonicalise(text))
  if (/:0+\/?$/.test(text)) return syntax('has the port 0, which no page is ever served from')
  return undefined
}

function diagnoseSpelling(text: string): OriginDiagnosis | undefined {
  const canonical = canonicalise(text)
  const parsed = canonical === undefined ? undefined : parseOrigin(canonical)
  if (parsed === undefined) return undefined
  const message =
    parsed.host.kind === 'range'
      ? 'is not the canonical way to write that range of addresses'
      : 'is not how a browser writes an origin, so it would never match'
  return withSuggestion({ code: 'origin-not-canonical', message }, canonical)
}

function diagnoseMissingScheme(text: string): OriginDiagnosis | undefined {
  if (text.includes('://')) return undefined
  return syntax('has no scheme: an origin is scheme://host or scheme://host:port', canonicalise(guessScheme(text)))
}

function guessScheme(text: string): string {
  if (/^https?:\/?[a-z*[]/i.test(text)) return text.replace(/:\/?/, '://')
  const bare = text.replace(/^\/\//, '')
  const local = /^((\*\.|[^/:]*\.)?localhost|127\.[\d.]+|\[::1\])([:/]|$)/i.test(bare)
  return `${local ? 'http' : 'https'}://${bare}`
}

/** The nearest canonical spelling of an origin or pattern, undefined if its host is none. */
function canonicalise(text: string): string | undefined {
  const schemeEnd = text.indexOf('://')
  if (schemeEnd < 0) return undefined
  const scheme = text.slice(0, schemeEnd).toLowerCase()
  const rest = text.slice(schemeEnd + 3)
  const authority = rest.slice(0, rest.search(/[/?#\\]|$/))
  const hostAndPort = authority.slice(authority.lastIndexOf('@') + 1)
  const port = /:(\d*|\*)$/.exec(hostAndPort)?.[1]
  const host = port === undefined ? hostAndPort : hostAndPort.slice(0, -port.length - 1)
  const range = canonicaliseRange(rest)
  const canonicalHost = range?.host ?? canonicaliseHost(host)
  if (canonicalHost === undefined) return undefined
  const canonicalPort = canonicalisePort(scheme, range === undefined ? port : range.port)
  return `${scheme}://${canonicalHost}${canonicalPort}`
}

/** `10.1.2.3/8:80` → `10.0.0.0/8` and `80`; the address part of a range never gets a path. */
function canonicaliseRange(text: string): { host: string; port: string | undefined } | undefined {
  const match = /^\[?([\da-f.:]+?)\]?\/(\d{1,3})\]?(?::(\d+|\*))?\/?$/i.exec(text)
  if (match === null) return undefined
  const [, address, prefixLength, port] = match
  const length = Number(prefixLength)
  const network = networkAddress(`${address}/${length}`)
  if (network === undefined) return undefined
  return { host: network.includes(':') ? `[${network}/${length}]` : `${network}/${length}`, port }
}

function canonicaliseHost(host: string): string | undefined {
  // A second port, which the parser would take for the first.
  if (host.includes(':') && !host.endsWith(']')) return undefined
  const wildcardLabel = /^[a-z\d-]*\*[a-z\d-]*\./i.exec(host)?.[0] ?? ''
  const url = `https://${host.slice(wildcardLabel.length)}`
  if (!URL.canParse(url)) return undefined
  return wildcardLabel.toLowerCase() + new URL(url).hostname.replace(/\.$/, '')
}

function canonicalisePort(scheme: string, port: string | undefined): string {
  if (port === undefined || port === '') return ''
  if (port === '*') return ':*'
  const number = Number(port)
  const isDefault = (scheme === 'https' && number === 443) || (scheme === 'http' && number === 80)
  return isDefault ? '' : `:${number}`
}
