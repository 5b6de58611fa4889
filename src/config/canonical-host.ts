import { parseUrl } from '../http/parse-url.js'
import { IPV6_GROUPS, readIpv4, readIpv6 } from './address.js'
import { isDigit, isHexDigit } from './origin-text.js'

const DOT = 0x2e
const ZERO = 0x30
const OPEN_BRACKET = 0x5b
const LOWER_X = 0x78

const scratch = new Uint16Array(IPV6_GROUPS)

/**
 * Whether the host of an origin that `splitOrigin` takes is written as a URL would serialise it. A host whose last label
 * looks like a number is an IPv4 address or nothing (https://url.spec.whatwg.org/#ends-in-a-number-checker).
 */
export function isCanonicalHost(origin: string, start: number, end: number): boolean {
  const first = origin.charCodeAt(start)
  if (first === OPEN_BRACKET) return readIpv6(origin, start + 1, end - 1, scratch)
  if (first === DOT) return true
  if (endsInNumber(origin, start, end)) return readIpv4(origin, start, end) >= 0
  return !hasPunycode(origin, start, end) || isCanonicalPunycode(origin.slice(start, end))
}

/** Whether the last label of the slice is decimal, or hexadecimal after `0x`. */
export function endsInNumber(text: string, start: number, end: number): boolean {
  let i = end - 1
  let hex = true
  let decimal = true
  for (; i >= start && text.charCodeAt(i) !== DOT; i--) {
    const code = text.charCodeAt(i)
    if (isDigit(code)) continue
    decimal = false
    if (code === LOWER_X && text.charCodeAt(i - 1) === ZERO && isLabelStart(text, i - 1, start)) {
      return hex
    }
    if (!isHexDigit(code)) hex = false
  }
  return decimal
}

function isLabelStart(text: string, i: number, start: number): boolean {
  return i === start || text.charCodeAt(i - 1) === DOT
}

/** Whether a label of the slice begins with `xn--`. */
export function hasPunycode(text: string, start: number, end: number): boolean {
  for (let i = text.indexOf('xn--', start); i >= 0 && i < end; i = text.indexOf('xn--', i + 1)) {
    if (isLabelStart(text, i, start)) return true
  }
  return false
}

/** Punycode is the one thing that needs the tables of UTS #46, and the platform's URL parser has them. */
export function isCanonicalPunycode(host: string): boolean {
  return parseUrl(`https://${host}`)?.host === host
}
