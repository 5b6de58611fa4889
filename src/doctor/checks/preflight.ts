import { isForbiddenRequestHeader } from '../../fetch-model/forbidden-request-header.js'
import { getHeader, hasHeader } from '../../fetch-model/header-list.js'
import { isRedirectStatus } from '../../fetch-model/redirect.js'
import { unsafeRequestHeaderNames } from '../../fetch-model/safelisted-request-header.js'
import { firstFailure } from '../../fetch-model/step.js'
import { ALLOW_ORIGIN } from '../../http/field-names.js'
import { isSafelistedMethod } from '../../http/methods.js'
import { type Exchange, isOk } from '../exchange.js'
import { get, isReadable } from '../facts.js'
import type { FindingItem, Severity } from '../finding.js'
import type { TransportResponse } from '../transport.js'
import type { Draft, Inspect } from './draft.js'

/** How the preflight is answered, whatever its headers say. */
export const inspectPreflight: Inspect = (facts) => {
  const exchange = get(facts, 'preflight')
  if (exchange?.response === undefined) return []
  // Where the browser does not ask, a page that has to ask fails; this one does not.
  const severity: { severity?: Severity } = facts.plan.needsPreflight ? {} : { severity: 'note' }
  const { response } = exchange
  const item = statusItem(exchange, response)
  if (item === undefined) return inspectFraming(exchange, response)
  const names = ['Location', 'WWW-Authenticate', 'Allow'].filter((name) => hasHeader(response.headers, name))
  return [{ item, shown: [exchange], names: [...names, ALLOW_ORIGIN], ...severity }]
}

function statusItem({ request }: Exchange, { status, headers }: TransportResponse): FindingItem | undefined {
  if (status >= 200 && status <= 299) return undefined
  if (isRedirectStatus(status)) {
    const location = getHeader(headers, 'location') ?? ''
    const isUpgrade = request.url.startsWith('http:') && location.toLowerCase().startsWith('https:')
    return isUpgrade ? { code: 'preflight-redirect-https', status } : { code: 'preflight-redirect', status, location }
  }
  switch (status) {
    case 401:
    case 407:
      return { code: 'preflight-unauthorized', status }
    case 403:
      return { code: 'preflight-forbidden' }
    case 404:
      return { code: 'preflight-not-found' }
    case 405:
    case 501:
      return { code: 'preflight-method-not-allowed', status }
    default:
      return { code: status >= 500 ? 'preflight-server-error' : 'preflight-client-error', status }
  }
}

/** RFC 9110 section 8.6: a 204 has neither a body nor a Content-Length; RFC 9112 section 6.1: nor a Transfer-Encoding. */
function inspectFraming(exchange: Exchange, { status, headers, bodyBytes }: TransportResponse): Draft[] {
  if (status !== 204 && status !== 205) return []
  const names = ['Content-Length', 'Transfer-Encoding'].filter((name) => hasHeader(headers, name))
  if (names.length === 0 && bodyBytes === 0) return []
  // A length of 0 promises nothing: some apps send it on purpose, for browsers of long ago.
  const harmless = bodyBytes === 0 && names.length === 1 && getHeader(headers, 'content-length') === '0'
  const what = bodyBytes > 0 ? 'a body' : names.join(' and ')
  const severity: { severity?: Severity } = harmless ? { severity: 'note' } : {}
  return [{ item: { code: 'preflight-body', what, status }, shown: [exchange], names, ...severity }]
}

/** A third party's API may answer what needs no preflight, and nothing else. */
export const inspectAvoidable: Inspect = (facts) => {
  const { actual } = facts.plan
  const preflight = get(facts, 'preflight')
  const failed = firstFailure(facts.evaluation.steps)?.step.startsWith('preflight-') === true
  if (!failed || !isSafelistedMethod(actual.method) || preflight === undefined) return []
  const names = unsafeRequestHeaderNames(actual.headers).filter((name) => !isForbiddenRequestHeader(name, ''))
  const answer = get(facts, 'actual')
  if (names.length === 0 || !isOk(answer) || !isReadable(answer, facts)) return []
  return [{ item: { code: 'preflight-avoidable', names }, shown: [preflight], severity: 'note' }]
}
