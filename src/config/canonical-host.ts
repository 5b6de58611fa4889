import { parseUrl } from '../http/parse-url.js'
import { readAddress } from './address.js'
import { isDigit, isHexDigit } from './origin-text.js'

/**
 * Whether a host that `splitOrigin` takes is written as a URL would serialise it. A host whose last label looks like a
 * number is an IPv4 address or nothing.
 */
export function isCanonicalHost(host: string): boolean {
  if (host === '.') return true
  return host.startsWith('[') || endsInNumber(host) ? readAddress(host) !== undefined : isCanonicalName(host)
}

/** Whether the last label is decimal, or hexadecimal after `0x`: https://url.spec.whatwg.org/#ends-in-a-number-checker. */
export function endsInNumber(host: string): boolean {
  const label = host.lastIndexOf('.') + 1
  const isHex = host.startsWith('0x', label)
  const isPart = isHex ? isHexDigit : isDigit
  for (let i = isHex ? label + 2 : label; i < host.length; i++) {
    if (!isPart(host.charCodeAt(i))) return false
  }
  return true
}

/** Punycode is the one thing that needs the tables of UTS #46, and the platform's URL parser has them. */
export function isCanonicalName(host: string): boolean {
  return !(host.startsWith('xn--') || host.includes('.xn--')) || parseUrl(`https://${host}`)?.host === host
}
