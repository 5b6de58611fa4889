import { getHeader, type HeaderList } from '../../fetch-model/header-list.js'
import { ALLOW_ORIGIN } from '../../http/field-names.js'
import { mergeVary } from '../../http/vary.js'
import { allowedOrigin, type Exchange, fieldsOf, isOk, statusOf } from '../exchange.js'
import { all, type Facts, get, isReadable, isReadableForPage } from '../facts.js'
import type { FindingCode } from '../finding.js'
import { placeOf } from '../place.js'
import type { Probe } from '../probe.js'
import { cacheProof, isStorable } from '../signs.js'
import { type Draft, type Inspect, made } from './draft.js'

const NAMES = ['Vary', ALLOW_ORIGIN, 'Age', 'X-Cache', 'CF-Cache-Status', 'X-Varnish']

/** Copies that a cache hands to the wrong page, with proof. */
export const inspectCopies: Inspect = (facts) => {
  const repeats = all(facts, 'actual', 'again')
  const bad = repeats.filter((exchange) => exchange.response !== undefined && !isReadable(exchange, facts))
  const fresh = get(facts, 'fresh')
  const [faulty] = bad
  if (faulty === undefined) return inspectCold(facts)
  const proof = bad.map((exchange) => cacheProof(fieldsOf(exchange))).find((text) => text !== '') ?? ''
  const isSteady = bad.length === repeats.length && repeats.length > 1
  if (!isReadable(fresh, facts) || (proof === '' && !isSteady)) return []
  return [copyDraft(faulty, proof, made(faulty, fresh))]
}

/** A copy made for an `<img>` is handed to a page. */
function inspectCold(facts: Facts): Draft[] {
  const page = get(facts, 'cold-page')
  const proof = cacheProof(fieldsOf(page))
  if (page === undefined || proof === '' || isReadable(page, facts)) return []
  return [copyDraft(page, proof, made(get(facts, 'cold-plain'), page))]
}

function copyDraft(faulty: Exchange, proof: string, shown: Exchange[]): Draft {
  const value = allowedOrigin(faulty)
  const item =
    value === undefined
      ? ({ code: 'cached-without-cors', proof } as const)
      : ({ code: 'cached-for-another-origin', value, proof } as const)
  return { item, shown, names: presentNames(shown), place: 'cdn' }
}

function presentNames(shown: readonly Exchange[]): string[] {
  return NAMES.filter(
    (name) =>
      name === 'Vary' || name === ALLOW_ORIGIN || shown.some((each) => getHeader(fieldsOf(each), name) !== undefined),
  )
}

/** The same request gets different answers, and no cache is to blame. */
export const inspectInstances: Inspect = (facts) => {
  const repeats = all(facts, 'actual', 'again').filter(({ response }) => response !== undefined)
  const preflights = all(facts, 'preflight', 'preflight-again').filter(({ response }) => response !== undefined)
  const passes = (exchange: Exchange) =>
    isReadable(exchange, facts) && (exchange.request.method !== 'OPTIONS' || isOk(exchange))
  for (const [exchanges, isPreflight] of [
    [repeats, false],
    [preflights, true],
  ] as const) {
    const good = exchanges.filter(passes)
    const bad = exchanges.filter((exchange) => !passes(exchange))
    const [first] = good
    const [last] = bad
    if (first === undefined || last === undefined) continue
    if (bad.some((exchange) => cacheProof(fieldsOf(exchange)) !== '')) continue
    const item = { code: 'instances-differ', good: good.length, bad: bad.length, preflight: isPreflight } as const
    const severity = passes(exchanges[0] as Exchange) ? 'warning' : 'error'
    return [{ item, shown: [first, last], names: [ALLOW_ORIGIN], severity }]
  }
  return []
}

/** A copy for a request without Origin that may be kept, and then be handed to a page. */
export const inspectCacheable: Inspect = (facts) => {
  const plain = get(facts, 'plain')
  const actual = get(facts, 'actual')
  if (plain?.response === undefined || !isReadable(actual, facts) || isReadableForPage(plain, facts)) return []
  if (!lacksVary(fieldsOf(plain)) || !isStorable(plain)) return []
  return [
    {
      item: { code: 'cacheable-without-cors' },
      shown: made(plain, actual),
      names: ['Cache-Control', 'Vary', ALLOW_ORIGIN],
    },
  ]
}

/** A finding, the responses that show it, and the statuses for which they count. */
const GROUPS: readonly (readonly [
  Extract<FindingCode, `vary-${string}`>,
  readonly Probe[],
  from: number,
  to: number,
])[] = [
  ['vary-missing', ['actual', 'foreign'], 100, 599],
  ['vary-missing-without-origin', ['plain'], 100, 599],
  ['vary-missing-error', ['not-found'], 400, 599],
  // Where nothing is permitted, nothing depends on Origin.
  ['vary-missing-preflight', ['preflight', 'preflight-foreign'], 200, 299],
]

/** https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches: what depends on Origin says so, even without one. */
export const inspectVary: Inspect = (facts) => {
  if (!dependsOnOrigin(facts)) return []
  return GROUPS.flatMap(([code, probes, from, to]) => {
    const shown = probes
      .map((probe) => get(facts, probe))
      .filter((exchange) => exchange !== undefined)
      .filter((exchange) => statusOf(exchange) >= from && statusOf(exchange) <= to && lacksVary(fieldsOf(exchange)))
    return shown.length === 0 ? [] : [{ item: { code }, shown, names: ['Vary', ALLOW_ORIGIN] }]
  })
}

/** Answers of one URL to different pages. An error that lacks the header depends on the error, and not on Origin. */
const SAME_URL: readonly Probe[] = ['actual', 'plain', 'foreign', 'null', 'near-scheme', 'near-port']

/**
 * A header that is the same for everybody does not depend on Origin, nor does one that is never there. What looks the
 * same may be one copy of a cache.
 */
function dependsOnOrigin(facts: Facts): boolean {
  const exchanges = SAME_URL.map((probe) => get(facts, probe)).filter((exchange) => exchange?.response !== undefined)
  const values = new Set(exchanges.map((exchange) => allowedOrigin(exchange)))
  const [value] = values
  if (values.size > 1) return [...values].some((each) => each !== undefined && each !== '*')
  return value !== undefined && value !== '*' && exchanges.some((exchange) => placeOf(exchange?.response) === 'cdn')
}

function lacksVary(fields: HeaderList): boolean {
  if (/no-store/i.test(getHeader(fields, 'cache-control') ?? '')) return false
  const vary = getHeader(fields, 'vary') ?? ''
  const merged = mergeVary(vary, ['Origin'])
  return merged !== '*' && merged !== vary.trim()
}
