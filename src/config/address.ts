import { isDigit, isHexDigit } from './origin-text.js'

/**
 * IP addresses in the one spelling that a URL serialises them to: https://url.spec.whatwg.org/#host-serializing.
 * Runs on the request path: nothing throws, and the IPv6 groups go into an array that the caller keeps.
 */

const DOT = 0x2e
const ZERO = 0x30
const COLON = 0x3a

/** 16-bit groups of an IPv6 address. */
export const IPV6_GROUPS = 8

/**
 * Reads four decimal parts without leading zeros.
 * @returns the address as an unsigned 32-bit integer, -1 if the slice is anything else
 */
export function readIpv4(text: string, start: number, end: number): number {
  let address = 0
  let i = start
  for (let part = 0; part < 4; part++) {
    if (part > 0 && text.charCodeAt(i++) !== DOT) return -1
    const partStart = i
    let value = 0
    while (i < end && isDigit(text.charCodeAt(i))) {
      value = value * 10 + text.charCodeAt(i++) - ZERO
    }
    const digits = i - partStart
    if (digits === 0 || value > 255) return -1
    if (digits > 1 && text.charCodeAt(partStart) === ZERO) return -1
    address = address * 256 + value
  }
  return i === end ? address : -1
}

/**
 * Reads an IPv6 address in its canonical text (RFC 5952 section 4, hexadecimal throughout as a URL writes it): lower
 * case, no leading zeros, the first longest run of two or more zero groups as `::`.
 * @param groups of length eight, receives the groups; its content means nothing when the answer is false
 */
export function readIpv6(text: string, start: number, end: number, groups: Uint16Array): boolean {
  let count = 0
  let gap = -1
  let i = start
  if (text.charCodeAt(i) === COLON) {
    if (text.charCodeAt(i + 1) !== COLON) return false
    gap = 0
    i += 2
  }
  while (i < end) {
    if (count === IPV6_GROUPS) return false
    const groupStart = i
    let value = 0
    while (i < end && isHexDigit(text.charCodeAt(i))) value = value * 16 + hexValue(text.charCodeAt(i++))
    const digits = i - groupStart
    if (digits === 0 || digits > 4 || (digits > 1 && text.charCodeAt(groupStart) === ZERO)) return false
    groups[count++] = value
    if (i === end) break
    if (text.charCodeAt(i++) !== COLON) return false
    if (text.charCodeAt(i) === COLON) {
      if (gap >= 0) return false
      gap = count
      i++
    } else if (i === end) {
      return false
    }
  }
  // A `::` that the slice cuts in two ends after it.
  return i === end && expandGap(groups, count, gap)
}

/** Puts the zeros of the `::` in their place and checks that this is the gap that a serialiser would have chosen. */
function expandGap(groups: Uint16Array, count: number, gap: number): boolean {
  const zeros = IPV6_GROUPS - count
  if (gap >= 0) {
    groups.copyWithin(gap + zeros, gap, count)
    groups.fill(0, gap, gap + zeros)
  } else if (zeros !== 0) {
    return false
  }
  // A run has two zeros at least, and a zero after the gap is one that the gap should have taken in.
  return gap === longestZeroRun(groups) && groups[gap + zeros] !== 0
}

/** The start of the first longest run of at least two zero groups, -1 if there is none. */
function longestZeroRun(groups: Uint16Array): number {
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
