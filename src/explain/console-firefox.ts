import { headerLines } from '../fetch-model/header-list.js'
import { ALLOW_CREDENTIALS, ALLOW_HEADERS, ALLOW_METHODS, ALLOW_ORIGIN } from '../http/field-names.js'
import type { ConsoleFailure } from './console-failure.js'

/** What Firefox writes: `security.properties` of its DOM. */
export function firefoxMessage(failure: ConsoleFailure): string | undefined {
  const { reason, subject, image } = failure
  const url = reason === 'redirect-scheme' ? subject : failure.url
  if (reason === 'resource-policy') {
    return `The resource at “${url}” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#`
  }
  // Firefox lets `*` cover Authorization for the time being, and says so.
  if (reason === 'authorization-not-allowed' && failure.anyHeader) {
    return `Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at ${url} soon. (Reason: When the \`${ALLOW_HEADERS}\` is \`*\`, the \`Authorization\` header is not covered. To include the \`Authorization\` header, it must be explicitly listed in CORS header \`${ALLOW_HEADERS}\`).`
  }
  if (reason === 'response-opaque' && image) return 'SecurityError: The operation is insecure.'
  const text = reasonText(failure)
  if (text === undefined) return undefined
  // The one message that has the URL in quotes.
  const quoted = reason === 'allow-origin-wildcard' ? `‘${url}’` : url
  return `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${quoted}. (Reason: ${text}`
}

/** With the bracket closed, because a status comes behind it. */
function reasonText({ reason, subject, redirected, methodAllowed, response }: ConsoleFailure): string | undefined {
  switch (reason) {
    case 'network-error':
    case 'redirect-credentials':
      return 'CORS request did not succeed). Status code: (null).'
    case 'allow-origin-missing':
      return `CORS header ‘${ALLOW_ORIGIN}’ missing). Status code: ${response.status}.`
    case 'allow-origin-wildcard':
      return `Credential is not supported if the CORS header ‘${ALLOW_ORIGIN}’ is ‘*’).`
    case 'allow-origin-multiple':
    case 'allow-origin-mismatch':
      return headerLines(response.headers, ALLOW_ORIGIN).length > 1
        ? `Multiple CORS header ‘${ALLOW_ORIGIN}’ not allowed).`
        : `CORS header ‘${ALLOW_ORIGIN}’ does not match ‘${subject}’).`
    case 'allow-credentials-missing':
    case 'allow-credentials-not-true':
      return `expected ‘true’ in CORS header ‘${ALLOW_CREDENTIALS}’).`
    case 'preflight-redirect':
    case 'preflight-not-ok':
      if (redirected) return 'CORS request external redirect not allowed).'
      return `CORS preflight response did not succeed). Status code: ${response.status}.`
    case 'allow-methods-invalid':
      return `invalid token ‘${subject}’ in CORS header ‘${ALLOW_METHODS}’).`
    case 'allow-headers-invalid':
      // Firefox is done with the methods before it looks at the headers.
      if (!methodAllowed) return `Did not find method in CORS header ‘${ALLOW_METHODS}’).`
      return `invalid token ‘${subject}’ in CORS header ‘${ALLOW_HEADERS}’).`
    case 'method-not-allowed':
      return `Did not find method in CORS header ‘${ALLOW_METHODS}’).`
    case 'authorization-not-allowed':
    case 'header-not-allowed':
      return `header ‘${subject}’ is not allowed according to header ‘${ALLOW_HEADERS}’ from CORS preflight response).`
    case 'redirect-scheme':
      return 'CORS request not http).'
    default:
      return undefined
  }
}
