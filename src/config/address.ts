import { isDigit, isHexDigit } from './origin-text.js'

/**
 * IP addresses in the one spelling that a URL serialises them to: https://url.spec.whatwg.org/#host-serializing.
 * Runs on the request path, and nothing throws.
 */

const DOT = 0x2e
const ZERO = 0x30
const COLON = 0x3a

export const GROUP_BITS = 16
export const MAX_GROUP = 0xffff
/** 16-bit groups of an IPv6 address. */
export const IPV6_GROUPS = 8

/**
 * @param host of an origin: an IPv6 address is in brackets
 * @returns two or eight 16-bit groups, the most significant first; undefined if the host is not an address in that spelling
 */
export function readAddress(host: string): readonly number[] | undefined {
  if (host.startsWith('[')) return readIpv6(host.slice(1, -1))
  return isDigit(host.charCodeAt(host.length - 1)) ? readIpv4(host) : undefined
}

/** Four decimal parts without leading zeros. */
function readIpv4(text: string): readonly number[] | undefined {
  let address = 0
  let i = 0
  for (let part = 0; part < 4; part++) {
    if (part > 0 && text.charCodeAt(i++) !== DOT) return undefined
    const start = i
    let value = 0
    while (isDigit(text.charCodeAt(i))) value = value * 10 + text.charCodeAt(i++) - ZERO
    const digits = i - start
    if (digits === 0 || value > 255 || (digits > 1 && text.charCodeAt(start) === ZERO)) return undefined
    address = address * 256 + value
  }
  return i === text.length ? [address >>> GROUP_BITS, address & MAX_GROUP] : undefined
}

/**
 * RFC 5952 section 4, hexadecimal throughout as a URL writes it: lower case, no leading zeros, the first longest run of
 * two or more zero groups as `::`.
 */
function readIpv6(text: string): readonly number[] | undefined {
  const groups: number[] = []
  const end = text.length
  let gap = -1
  let i = 0
  if (text.startsWith(':')) {
    if (!text.startsWith('::')) return undefined
    gap = 0
    i = 2
  }
  while (i < end) {
    if (groups.length === IPV6_GROUPS) return undefined
    const groupStart = i
    let value = 0
    while (isHexDigit(text.charCodeAt(i))) value = value * 16 + hexValue(text.charCodeAt(i++))
    const digits = i - groupStart
    if (digits === 0 || digits > 4 || (digits > 1 && text.charCodeAt(groupStart) === ZERO)) return undefined
    groups.push(value)
    if (i === end) break
    if (text.charCodeAt(i++) !== COLON) return undefined
    if (text.charCodeAt(i) === COLON) {
      if (gap >= 0) return undefined
      gap = groups.length
      i++
    } else if (i === end) {
      return undefined
    }
  }
  return expandGap(groups, gap)
}

/** Puts the zeros of the `::` in their place and checks that this is the gap that a serialiser would have chosen. */
function expandGap(groups: readonly number[], gap: number): readonly number[] | undefined {
  const zeros = IPV6_GROUPS - groups.length
  if (gap < 0 && zeros > 0) return undefined
  const expanded = groups.toSpliced(gap, 0, ...new Array<number>(zeros).fill(0))
  // A run has two zeros at least, and a zero after the gap is one that the gap should have taken in.
  return gap === longestZeroRun(expanded) && groups[gap] !== 0 ? expanded : undefined
}

/** The start of the first longest run of at least two zero groups, -1 if there is none. */
function longestZeroRun(groups: readonly number[]): number {
  let best = -1
  let bestLength = 1
  let runStart = 0
  // What is read after the last group is not zero, and ends a run.
  for (let i = 0; i <= IPV6_GROUPS; i++) {
    if (groups[i] === 0) continue
    if (i - runStart > bestLength) {
      best = runStart
      bestLength = i - runStart
    }
    runStart = i + 1
  }
  return best
}

function hexValue(code: number): number {
  return isDigit(code) ? code - ZERO : code - 0x57
}
