import { getHeader } from '../fetch-model/header-list.js'
import { ALLOW_HEADERS, ALLOW_METHODS, ALLOW_ORIGIN } from '../http/field-names.js'
import type { ConsoleFailure } from './console-failure.js'

/** Names that WebKit writes in its own way, whatever the script wrote: those of `HTTPHeaderNames.in` that scripts send. */
const COMMON: ReadonlyMap<string, string> = new Map(
  [
    ...['Accept', 'Accept-Language', 'Authorization', 'Cache-Control', 'Content-Encoding', 'Content-Language'],
    ...['Content-Location', 'Content-Type', 'If-Match', 'If-Modified-Since', 'If-None-Match', 'If-Range'],
    ...['If-Unmodified-Since', 'Last-Event-ID', 'Pragma', 'Range', 'User-Agent'],
  ].map((name) => [name.toLowerCase(), name]),
)

/**
 * What WebKit writes: `CrossOriginAccessControl.cpp` and `NetworkLoadChecker.cpp`. A second line follows it, `Fetch API
 * cannot load … due to access control checks.`
 */
export function webkitMessage(failure: ConsoleFailure): string | undefined {
  const { reason, subject, url, image, during, response } = failure
  // WebKit looks at a preflight's status before its headers.
  if (during === 'preflight' && response.status !== 0 && (response.status < 200 || response.status > 299)) {
    return `Preflight response is not successful. Status code: ${response.status}`
  }
  switch (reason) {
    case 'resource-policy':
      return `Cancelled load to ${url} because it violates the resource's Cross-Origin-Resource-Policy response header.`
    case 'response-opaque':
      return image ? 'SecurityError: The operation is insecure.' : undefined
    case 'redirect-error':
      return `Not allowed to follow a redirection while loading ${url}`
    case 'redirect-count':
      return 'Load cannot follow more than 20 redirections'
    case 'redirect-credentials':
      return denied(withoutUser(subject), `redirection URL ${subject} has credentials`)
    case 'redirect-scheme':
      if (subject.startsWith('ftp:')) return 'FTP URLs are disabled'
      return denied(subject, 'not allowed to follow a cross-origin CORS redirection with non CORS scheme')
    default:
      return accessText(failure)
  }
}

function accessText(failure: ConsoleFailure): string | undefined {
  const { reason, subject, written, origin, redirected, response } = failure
  // WebKit lets `*` cover Authorization.
  if (reason === 'authorization-not-allowed' && failure.anyHeader) return undefined
  if (reason === 'authorization-not-allowed' || reason === 'header-not-allowed') {
    return `Request header field ${COMMON.get(subject) ?? written} is not allowed by ${ALLOW_HEADERS}.`
  }
  const text = checkText(reason, subject, origin, response.status) ?? listText(reason, response.headers)
  const target = redirected ? getHeader(response.headers, 'location') : undefined
  return target === undefined || text === undefined ? text : denied(target, text)
}

function checkText(
  reason: ConsoleFailure['reason'],
  subject: string,
  origin: string,
  status: number,
): string | undefined {
  switch (reason) {
    case 'allow-origin-wildcard':
      return `Cannot use wildcard in ${ALLOW_ORIGIN} when credentials flag is true.`
    case 'allow-origin-multiple':
      return `${ALLOW_ORIGIN} cannot contain more than one origin.`
    case 'allow-origin-missing':
    case 'allow-origin-mismatch':
      return `Origin ${origin} is not allowed by ${ALLOW_ORIGIN}. Status code: ${status}`
    case 'allow-credentials-missing':
    case 'allow-credentials-not-true':
      return 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".'
    case 'method-not-allowed':
      return `Method ${subject} is not allowed by ${ALLOW_METHODS}.`
    default:
      return undefined
  }
}

function listText(
  reason: ConsoleFailure['reason'],
  headers: ConsoleFailure['response']['headers'],
): string | undefined {
  const name = reason === 'allow-methods-invalid' ? ALLOW_METHODS : ALLOW_HEADERS
  if (reason !== 'allow-methods-invalid' && reason !== 'allow-headers-invalid') return undefined
  return `Header ${name} has an invalid value: ${getHeader(headers, name)}`
}

function withoutUser(address: string): string {
  const url = new URL(address)
  url.username = ''
  url.password = ''
  return url.href
}

function denied(url: string, why: string): string {
  return `Cross-origin redirection to ${url} denied by Cross-Origin Resource Sharing policy: ${why}`
}
