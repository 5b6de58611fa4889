import { headerLines } from '../fetch-model/header-list.js'
import { ALLOW_HEADERS, ALLOW_METHODS, ALLOW_ORIGIN } from '../http/field-names.js'
import { FIREFOX } from '../text/console.js'
import type { ConsoleFailure } from './console-failure.js'

/** What Firefox writes. */
export function firefoxMessage(failure: ConsoleFailure): string | undefined {
  const { reason, subject, kind } = failure
  const url = reason === 'redirect-scheme' ? subject : failure.url
  if (reason === 'mixed-content') return kind === 'websocket' ? undefined : FIREFOX.mixed(subject)
  if (reason === 'resource-policy') return FIREFOX.resourcePolicy(url)
  // Firefox lets `*` cover Authorization for the time being, and says so.
  if (reason === 'authorization-not-allowed' && failure.anyHeader) return FIREFOX.authorization(url)
  if (reason === 'response-opaque' && kind === 'image') return FIREFOX.canvas
  const text = reasonText(failure)
  // The one message that has the URL in quotes is that of a wildcard.
  return text === undefined ? undefined : FIREFOX.blocked(reason === 'allow-origin-wildcard' ? `‘${url}’` : url, text)
}

function reasonText(failure: ConsoleFailure): string | undefined {
  const { reason, subject, redirected, methodAllowed, response, cors } = failure
  switch (reason) {
    case 'network-error':
      return cors ? FIREFOX.failed : undefined
    case 'redirect-credentials':
      return FIREFOX.failed
    case 'allow-origin-missing':
      return FIREFOX.missing(response.status)
    case 'allow-origin-wildcard':
      return FIREFOX.wildcard
    case 'allow-origin-multiple':
    case 'allow-origin-mismatch':
      return headerLines(response.headers, ALLOW_ORIGIN).length > 1 ? FIREFOX.multiple : FIREFOX.mismatch(subject)
    case 'allow-credentials-missing':
    case 'allow-credentials-not-true':
      return FIREFOX.credentials
    case 'preflight-redirect':
    case 'preflight-not-ok':
      return redirected ? FIREFOX.redirected : FIREFOX.notOk(response.status)
    case 'allow-methods-invalid':
      return FIREFOX.token(subject, ALLOW_METHODS)
    case 'allow-headers-invalid':
      // Firefox is done with the methods before it looks at the headers.
      return methodAllowed ? FIREFOX.token(subject, ALLOW_HEADERS) : FIREFOX.method
    case 'method-not-allowed':
      return FIREFOX.method
    case 'authorization-not-allowed':
    case 'header-not-allowed':
      return FIREFOX.header(subject)
    case 'redirect-scheme':
      return FIREFOX.scheme
    default:
      return undefined
  }
}
