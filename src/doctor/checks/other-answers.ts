import { headerLines } from '../../fetch-model/header-list.js'
import { firstFailure } from '../../fetch-model/step.js'
import { ALLOW_CREDENTIALS, ALLOW_HEADERS, ALLOW_METHODS, ALLOW_ORIGIN, MAX_AGE } from '../../http/field-names.js'
import { type Facts, headersOf, isReadable, statusOf } from '../examine.js'
import type { Exchange } from '../session.js'
import { isErrorFault } from './allow-origin.js'
import type { Draft, Inspect } from './draft.js'

/** Errors without the headers: the page then sees a CORS failure in place of the error. */
export const inspectErrors: Inspect = ({ get, settings }) => {
  const actual = get('actual')
  const missing = get('not-found')
  const values = (exchange: Exchange) => ({ status: String(statusOf(exchange)) })
  if (actual !== undefined && isErrorFault(get)) {
    return [
      { code: 'error-without-cors', shown: [actual], names: [ALLOW_ORIGIN], values: values(actual), severity: 'error' },
    ]
  }
  const isError = statusOf(missing) >= 400
  if (missing === undefined || !isError || !isReadable(actual, settings) || isReadable(missing, settings)) return []
  return [{ code: 'error-without-cors', shown: [missing], names: [ALLOW_ORIGIN], values: values(missing) }]
}

/** The preflight is answered, and the request is not; or not where it was redirected to. */
export const inspectSilence: Inspect = ({ get, evaluation, exchanges }) => {
  const last = hopsOf(get, exchanges).at(-1)
  const isSilent = last?.failure !== undefined || firstFailure(evaluation.steps)?.step === 'network'
  return last !== undefined && isSilent ? [{ code: 'no-response', shown: [last] }] : []
}

/** Redirects that browsers do not follow, or not with the page's Origin. */
export const inspectRedirects: Inspect = ({ get, evaluation, exchanges }) => {
  const hops = hopsOf(get, exchanges)
  const failed = firstFailure(evaluation.steps)
  const refuse = (detail: string): Draft[] => [
    { code: 'redirect-refused', shown: hops.slice(-1), names: ['Location'], values: { detail } },
  ]
  if (failed?.step.startsWith('redirect-')) return refuse(failed.detail)
  const crossing = hops.findIndex((exchange, i) => isCrossing(exchange, hops[i + 1]))
  // What fails at the same origin does so for a reason that has nothing to do with the way there.
  if (crossing < 0)
    return hops.length > 1 && failed !== undefined && failed.step !== 'network' ? refuse(failed.detail) : []
  const [from, to] = hops.slice(crossing) as [Exchange, Exchange]
  const values = { from: new URL(from.request.url).origin, to: new URL(to.request.url).origin }
  const draft: Draft = { code: 'redirect-cross-origin', shown: [from, to], names: ['Location'], values }
  return [failed === undefined ? { ...draft, severity: 'note' } : draft]
}

/** The request, and where it was led. */
function hopsOf(get: Facts['get'], exchanges: readonly Exchange[]): Exchange[] {
  const hops = [get('actual'), ...exchanges.filter(({ probe }) => probe === 'redirect')]
  return hops.filter((exchange) => exchange !== undefined)
}

function isCrossing({ request }: Exchange, next: Exchange | undefined): boolean {
  return next !== undefined && new URL(request.url).origin !== new URL(next.request.url).origin
}

/** What one layer sends in one line. Names to expose, it may well send in several. */
const SINGLE = [ALLOW_ORIGIN, ALLOW_CREDENTIALS, ALLOW_METHODS, ALLOW_HEADERS, MAX_AGE]

/** A header that comes twice has been set twice. */
export const inspectLayers: Inspect = ({ get }) => {
  const isDoubled = (exchange: Exchange) => (name: string) => headerLines(headersOf(exchange), name).length > 1
  const shown = [get('preflight'), get('actual')]
    .filter((exchange) => exchange !== undefined)
    .filter((exchange) => SINGLE.some(isDoubled(exchange)))
  const names = SINGLE.filter((name) => shown.some((exchange) => isDoubled(exchange)(name)))
  return shown.length === 0 ? [] : [{ code: 'two-layers', shown, names, values: { names: names.join(', ') } }]
}
