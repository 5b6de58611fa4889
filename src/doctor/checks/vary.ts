import { getHeader, type HeaderList } from '../../fetch-model/header-list.js'
import { ALLOW_ORIGIN } from '../../http/field-names.js'
import { mergeVary } from '../../http/vary.js'
import { type Facts, headersOf, statusOf } from '../examine.js'
import type { FindingCode } from '../finding.js'
import { placeOf } from '../place.js'
import type { Probe } from '../session.js'
import type { Inspect } from './draft.js'

/** A finding, the responses that show it, and the statuses for which they count. */
const GROUPS: readonly (readonly [FindingCode, readonly Probe[], from: number, to: number])[] = [
  ['vary-missing', ['actual', 'foreign'], 100, 599],
  ['vary-missing-without-origin', ['plain'], 100, 599],
  ['vary-missing-error', ['not-found'], 400, 599],
  // Where nothing is permitted, nothing depends on Origin.
  ['vary-missing-preflight', ['preflight', 'preflight-foreign'], 200, 299],
]

/** https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches: what depends on Origin says so, even without one. */
export const inspectVary: Inspect = ({ get }) => {
  if (!dependsOnOrigin(get)) return []
  return GROUPS.flatMap(([code, probes, from, to]) => {
    const shown = probes
      .map(get)
      .filter((exchange) => exchange !== undefined)
      .filter((exchange) => statusOf(exchange) >= from && statusOf(exchange) <= to && lacksVary(headersOf(exchange)))
    return shown.length === 0 ? [] : [{ code, shown, names: ['Vary', ALLOW_ORIGIN] }]
  })
}

const ALL: readonly Probe[] = ['actual', 'plain', 'foreign', 'not-found', 'preflight', 'preflight-foreign', 'fresh']

/**
 * A header that is the same for whoever asks does not depend on Origin, nor does one that is never there. What looks the
 * same may be one copy of a cache.
 */
function dependsOnOrigin(get: Facts['get']): boolean {
  const responses = ALL.map((probe) => get(probe)?.response).filter((response) => response !== undefined)
  const values = new Set(responses.map(({ headers }) => getHeader(headers, ALLOW_ORIGIN)))
  const [value] = values
  if (values.size > 1) return [...values].some((each) => each !== undefined && each !== '*')
  return value !== undefined && value !== '*' && responses.some((response) => placeOf(response) === 'cdn')
}

function lacksVary(headers: HeaderList): boolean {
  if (/no-store/i.test(getHeader(headers, 'cache-control') ?? '')) return false
  const vary = getHeader(headers, 'vary') ?? ''
  const merged = mergeVary(vary, ['Origin'])
  return merged !== '*' && merged !== vary.trim()
}
