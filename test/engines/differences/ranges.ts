import { type KnownDifference, linesOf, mapHeader, mapWire, markUnsafe, unmark } from './known-difference.js'

/** Where browsers take a Range for another one than the standard does. */

const LARGEST_INTEGER = 2n ** 63n - 1n

export const LONG_RANGE: KnownDifference = {
  name: 'range-beyond-64-bits',
  engines: ['chromium', 'firefox', 'webkit'],
  reason: 'A number in a Range that is larger than a 64-bit integer makes the value one that is not safelisted.',
  spec: 'https://fetch.spec.whatwg.org/#simple-range-header-value',
  amend: (asked) =>
    markUnsafe(asked, 'range', (value) =>
      (value.match(/\d+/g) ?? []).some((digits) => BigInt(digits) > LARGEST_INTEGER),
    ),
  adjust: (predicted) => unmark(predicted, ['range']),
}

const CONDITIONS = ['if-none-match', 'if-range']

const rangeRewritten: KnownDifference = {
  name: 'range-rewritten',
  engines: ['chromium'],
  reason:
    'A single Range is written anew with GET, unless it comes with a condition: in lower case, without spaces and leading zeros.',
  spec: 'https://fetch.spec.whatwg.org/#headers-validate',
  adjust: (predicted, asked) =>
    mapWire(predicted, (request) => {
      const [, first, last] = /^bytes=\s*0*(\d+)\s*-\s*(?:0*(\d+))?$/i.exec(request.headers['range'] ?? '') ?? []
      const isRange = first !== undefined && (last === undefined || BigInt(first) <= BigInt(last))
      const isConditional = CONDITIONS.some((name) => linesOf(asked, name).length > 0)
      if (!isRange || isConditional || request.method !== 'GET') return request
      return { ...request, headers: { ...request.headers, range: `bytes=${first}-${last ?? ''}` } }
    }),
}

const rangeCase: KnownDifference = {
  name: 'range-unit-in-capitals',
  engines: ['webkit'],
  reason: 'The unit of a Range is compared without regard to case.',
  spec: 'https://fetch.spec.whatwg.org/#simple-range-header-value',
  amend: (asked) =>
    mapHeader(
      asked,
      'range',
      (value) => value.startsWith('BYTES='),
      (value) => value.toLowerCase(),
    ),
  adjust: (predicted, asked) =>
    mapWire(predicted, (request) => {
      const written = linesOf(asked, 'range').join(', ')
      if (request.headers['range'] !== written.toLowerCase()) return request
      return { ...request, headers: { ...request.headers, range: written } }
    }),
}

export const RANGE_DIFFERENCES: readonly KnownDifference[] = [LONG_RANGE, rangeRewritten, rangeCase]
