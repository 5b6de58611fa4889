import { getHeader } from '../fetch-model/header-list.js'
import { ALLOW_HEADERS, ALLOW_METHODS } from '../http/field-names.js'
import { WEBKIT } from '../text/console.js'
import type { ConsoleFailure } from './console-failure.js'

/** Names that WebKit writes in its own way, whatever the script wrote: those of `HTTPHeaderNames.in` that scripts send. */
const COMMON: ReadonlyMap<string, string> = new Map(
  [
    ...['Accept', 'Accept-Language', 'Authorization', 'Cache-Control', 'Content-Encoding', 'Content-Language'],
    ...['Content-Location', 'Content-Type', 'If-Match', 'If-Modified-Since', 'If-None-Match', 'If-Range'],
    ...['If-Unmodified-Since', 'Last-Event-ID', 'Pragma', 'Range', 'User-Agent'],
  ].map((name) => [name.toLowerCase(), name]),
)

/** What WebKit writes. A second line follows it, `Fetch API cannot load … due to access control checks.` */
export function webkitMessage(failure: ConsoleFailure): string | undefined {
  const { reason, subject, url, kind, page, during, response } = failure
  // WebKit looks at a preflight's status before its headers.
  if (during === 'preflight' && response.status !== 0 && (response.status < 200 || response.status > 299)) {
    return WEBKIT.preflightStatus(response.status)
  }
  switch (reason) {
    case 'mixed-content':
      return WEBKIT.mixed(page, kind === 'websocket' ? subject.replace(/^http/, 'ws') : subject)
    case 'resource-policy':
      return WEBKIT.resourcePolicy(url)
    case 'response-opaque':
      return kind === 'image' ? WEBKIT.canvas : undefined
    case 'redirect-error':
      return WEBKIT.redirect(url)
    case 'redirect-count':
      return WEBKIT.redirectCount
    case 'redirect-credentials':
      return WEBKIT.denied(withoutUser(subject), WEBKIT.userInRedirect(subject))
    case 'redirect-scheme':
      return subject.startsWith('ftp:') ? WEBKIT.ftp : WEBKIT.denied(subject, WEBKIT.scheme)
    default:
      return accessText(failure)
  }
}

function accessText(failure: ConsoleFailure): string | undefined {
  const { reason, subject, written, origin, redirected, response } = failure
  // WebKit lets `*` cover Authorization.
  if (reason === 'authorization-not-allowed' && failure.anyHeader) return undefined
  if (reason === 'authorization-not-allowed' || reason === 'header-not-allowed') {
    return WEBKIT.header(COMMON.get(subject) ?? written)
  }
  const text = checkText(reason, subject, origin, response.status) ?? listText(reason, response.headers)
  const target = redirected ? getHeader(response.headers, 'location') : undefined
  return target === undefined || text === undefined ? text : WEBKIT.denied(target, text)
}

function checkText(
  reason: ConsoleFailure['reason'],
  subject: string,
  origin: string,
  status: number,
): string | undefined {
  switch (reason) {
    case 'allow-origin-wildcard':
      return WEBKIT.wildcard
    case 'allow-origin-multiple':
      return WEBKIT.multiple
    case 'allow-origin-missing':
    case 'allow-origin-mismatch':
      return WEBKIT.origin(origin, status)
    case 'allow-credentials-missing':
    case 'allow-credentials-not-true':
      return WEBKIT.credentials
    case 'method-not-allowed':
      return WEBKIT.method(subject)
    default:
      return undefined
  }
}

function listText(
  reason: ConsoleFailure['reason'],
  headers: ConsoleFailure['response']['headers'],
): string | undefined {
  if (reason !== 'allow-methods-invalid' && reason !== 'allow-headers-invalid') return undefined
  const name = reason === 'allow-methods-invalid' ? ALLOW_METHODS : ALLOW_HEADERS
  return WEBKIT.unreadable(name, String(getHeader(headers, name)))
}

function withoutUser(address: string): string {
  const url = new URL(address)
  url.username = ''
  url.password = ''
  return url.href
}
