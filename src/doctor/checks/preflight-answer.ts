import { getHeader, hasHeader } from '../../fetch-model/header-list.js'
import { isRedirectStatus } from '../../fetch-model/redirect.js'
import { ALLOW_ORIGIN } from '../../http/field-names.js'
import type { FindingCode, Severity } from '../finding.js'
import type { Exchange } from '../session.js'
import type { TransportResponse } from '../transport.js'
import type { Draft, Inspect } from './draft.js'

const STATUS_CODES: Readonly<Record<number, FindingCode>> = {
  401: 'preflight-unauthorized',
  403: 'preflight-forbidden',
  404: 'preflight-not-found',
  405: 'preflight-method-not-allowed',
  407: 'preflight-unauthorized',
  501: 'preflight-method-not-allowed',
}

/** How the preflight is answered, whatever its headers say. */
export const inspectPreflightAnswer: Inspect = ({ get, plan }) => {
  const exchange = get('preflight')
  if (exchange === undefined) return []
  // Where the browser does not ask, a page that does is in for it; this one is not.
  const severity: { severity?: Severity } = plan.needsPreflight ? {} : { severity: 'note' }
  const { response } = exchange
  if (response === undefined) return [{ ...silence(exchange), ...severity }]
  const code = statusCode(exchange, response)
  if (code === undefined) return inspectFraming(exchange, response)
  const names = ['Location', 'WWW-Authenticate', 'Allow'].filter((name) => hasHeader(response.headers, name))
  const values = { status: String(response.status), location: getHeader(response.headers, 'location') ?? 'nowhere' }
  return [{ code, shown: [exchange], names: [...names, ALLOW_ORIGIN], values, ...severity }]
}

function silence(exchange: Exchange): Draft {
  const hangs = exchange.failure?.code === 'timeout'
  return { code: hangs ? 'preflight-timeout' : 'preflight-no-response', shown: [exchange] }
}

function statusCode({ request }: Exchange, { status, headers }: TransportResponse): FindingCode | undefined {
  if (status >= 200 && status <= 299) return undefined
  if (isRedirectStatus(status)) {
    const location = getHeader(headers, 'location') ?? ''
    const isUpgrade = request.url.startsWith('http:') && location.toLowerCase().startsWith('https:')
    return isUpgrade ? 'preflight-redirect-https' : 'preflight-redirect'
  }
  return STATUS_CODES[status] ?? (status >= 500 ? 'preflight-server-error' : 'preflight-client-error')
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
  return [{ code: 'preflight-body', shown: [exchange], names, values: { what, status: String(status) }, ...severity }]
}
