import { ALLOW_CREDENTIALS, ALLOW_HEADERS, ALLOW_METHODS, ALLOW_ORIGIN } from '../http/field-names.js'
import type { ConsoleFailure } from './console-failure.js'

/** Behind what is said of a value that is there, and wrong; of images it is not said. */
const VALID = ' Have the server send the header with a valid value.'
const CHECKED = "Response to preflight request doesn't pass access control check: "

/** What Chromium writes: `cors_error_string.cc` of its loader. */
export function chromiumMessage(failure: ConsoleFailure): string | undefined {
  const { reason, subject, image, method, firstUrl, pageOrigin, during } = failure
  if (reason === 'resource-policy') {
    const which = subject === 'same-site' ? 'NotSameSite' : 'NotSameOrigin'
    return `${method} ${failure.url} net::ERR_BLOCKED_BY_RESPONSE.${which}`
  }
  if (reason === 'response-opaque' && image) {
    return "Failed to execute 'toDataURL' on 'HTMLCanvasElement': Tainted canvases may not be exported."
  }
  const access = accessText(failure)
  const text = access === undefined ? otherText(failure) : `${during === 'preflight' ? CHECKED : ''}${access}`
  if (text === undefined) return undefined
  const url = reason === 'redirect-scheme' ? subject : failure.url
  const redirected = url === firstUrl ? '' : `(redirected from '${firstUrl}') `
  return `Access to ${image ? 'image' : 'fetch'} at '${url}' ${redirected}from origin '${pageOrigin}' has been blocked by CORS policy: ${text}`
}

/** What is said of a preflight's response and of the request's own. */
function accessText({ reason, subject, during, redirected, image }: ConsoleFailure): string | undefined {
  // Chromium stops at the redirect, before it looks at a header.
  if (during === 'preflight' && redirected) return 'Redirect is not allowed for a preflight request.'
  switch (reason) {
    case 'allow-origin-missing':
      return `No '${ALLOW_ORIGIN}' header is present on the requested resource.`
    case 'allow-origin-wildcard':
      return `The value of the '${ALLOW_ORIGIN}' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.`
    case 'allow-origin-multiple':
    case 'allow-origin-mismatch':
      return `${mismatchText(subject)}${image ? '' : VALID}`
    case 'allow-credentials-missing':
    case 'allow-credentials-not-true':
      return `The value of the '${ALLOW_CREDENTIALS}' header in the response is '${subject}' which must be 'true' when the request's credentials mode is 'include'.`
    case 'preflight-redirect':
    case 'preflight-not-ok':
      return 'It does not have HTTP ok status.'
    default:
      return undefined
  }
}

function mismatchText(value: string): string {
  if (/[ ,]/.test(value))
    return `The '${ALLOW_ORIGIN}' header contains multiple values '${value}', but only one is allowed.`
  return value === 'null' || URL.canParse(value)
    ? `The '${ALLOW_ORIGIN}' header has a value '${value}' that is not equal to the supplied origin.`
    : `The '${ALLOW_ORIGIN}' header contains the invalid value '${value}'.`
}

function otherText({ reason, subject, anyHeader }: ConsoleFailure): string | undefined {
  // Chromium lets `*` cover Authorization.
  if (reason === 'authorization-not-allowed' && anyHeader) return undefined
  switch (reason) {
    case 'allow-methods-invalid':
      return `Cannot parse ${ALLOW_METHODS} response header field in preflight response.`
    case 'allow-headers-invalid':
      return `Cannot parse ${ALLOW_HEADERS} response header field in preflight response.`
    case 'method-not-allowed':
      return `Method ${subject} is not allowed by ${ALLOW_METHODS} in preflight response.`
    case 'authorization-not-allowed':
    case 'header-not-allowed':
      return `Request header field ${subject} is not allowed by ${ALLOW_HEADERS} in preflight response.`
    case 'redirect-credentials':
      // Chromium leaves the place for the URL empty.
      return "Redirect location '' contains a username and password, which is disallowed for cross-origin requests."
    case 'redirect-scheme':
      return 'Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.'
    default:
      return undefined
  }
}
