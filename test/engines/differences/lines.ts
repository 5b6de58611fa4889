import { isForbiddenRequestHeader } from '../../../src/fetch-model/forbidden-request-header.js'
import { unsafeRequestHeaderNames } from '../../../src/fetch-model/safelisted-request-header.js'
import type { Case, Lines } from '../case.js'
import { BROWSER_VALUES, inAscii, type WireRequest } from '../observation.js'
import { type KnownDifference, linesOf, mapWire } from './known-difference.js'
import { LONG_RANGE } from './ranges.js'
import { EMPTY_PARAMETER, FOREIGN_BYTES, QUOTED_OVERRIDE } from './values.js'

/** Where browsers treat several lines of one name in another way than the standard does. */

const SAFELISTED = ['accept', 'accept-language', 'content-language', 'content-type', 'range']

const joinedLines: KnownDifference = {
  name: 'header-lines-joined',
  engines: ['chromium', 'webkit'],
  reason: 'The lines of one name are joined before their value is judged; the standard judges each line by itself.',
  spec: 'https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names',
  amend: (asked) => (asked.mode === 'no-cors' ? asked : { ...asked, headers: joinLines(asked.headers) }),
}

function joinLines(lines: Lines): Lines {
  const joined = new Map<string, readonly [string, string]>()
  const others: (readonly [string, string])[] = []
  for (const [name, value] of lines) {
    const key = name.toLowerCase()
    const before = joined.get(key)
    if (!SAFELISTED.includes(key)) others.push([name, value])
    else joined.set(key, before === undefined ? [name, value.trim()] : [before[0], `${before[1]}, ${value.trim()}`])
  }
  return [...joined.values(), ...others]
}

/** Of these, a later line replaces the earlier ones. */
const SINGLETONS = ['authorization']

const mergedLines: KnownDifference = {
  name: 'header-lines-merged',
  engines: ['firefox'],
  reason: 'Of several lines of one name, one without a value undoes those before it; of Authorization, every one does.',
  spec: 'https://fetch.spec.whatwg.org/#concept-header-list-append',
  adjust: (predicted, asked) =>
    mapWire(predicted, (request) => {
      const merged = Object.keys(request.headers).map((name) => [name, mergedValue(name, request, asked)] as const)
      return { ...request, headers: Object.fromEntries(merged) }
    }),
}

function mergedValue(name: string, { headers }: WireRequest, asked: Case): string | null {
  const sent = headers[name] ?? null
  const lines = linesOf(asked, name).map(inAscii)
  if (asked.via === 'xhr' || sent !== lines.join(', ').trim() || lines.length < 2) return sent
  if (SINGLETONS.includes(name)) return lines.at(-1) ?? null
  const merged = lines.slice(lines.lastIndexOf('') + 1).join(', ')
  // What is not just what the script has set counts as the browser's own there.
  return merged !== sent && BROWSER_VALUES.has(name) ? null : merged
}

const repeatedNames: KnownDifference = {
  name: 'request-headers-repeated',
  engines: ['firefox'],
  reason: 'Access-Control-Request-Headers holds a name as often as fetch was given it.',
  spec: 'https://fetch.spec.whatwg.org/#convert-header-names-to-a-sorted-lowercase-set',
  adjust: (predicted, asked) =>
    mapWire(predicted, (request) => {
      if (asked.via === 'xhr' || request.requestHeaders === null) return request
      const taken = [LONG_RANGE, FOREIGN_BYTES, EMPTY_PARAMETER, QUOTED_OVERRIDE].reduce(
        (changed, { amend }) => amend?.(changed) ?? changed,
        asked,
      )
      const names = request.requestHeaders.split(',').flatMap((name) => {
        const times = linesOf(taken, name).filter((value) => isUnsafe(name, value)).length
        return Array.from({ length: Math.max(times, 1) }, () => name)
      })
      return { ...request, requestHeaders: names.join(',') }
    }),
}

function isUnsafe(name: string, value: string): boolean {
  return !isForbiddenRequestHeader(name, value) && unsafeRequestHeaderNames([[name, value]]).length > 0
}

export const LINE_DIFFERENCES: readonly KnownDifference[] = [joinedLines, mergedLines, repeatedNames]
