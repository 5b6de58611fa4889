import { ALLOW_HEADERS, ALLOW_METHODS } from '../http/field-names.js'
import { parseUrl } from '../http/parse-url.js'
import { CHROMIUM } from '../text/console.js'
import type { ConsoleFailure } from './console-failure.js'

/** What Chromium calls a request: `Resource::ResourceTypeToString`. */
const NOUNS: Readonly<Record<ConsoleFailure['kind'], string>> = {
  fetch: 'fetch',
  xhr: 'XMLHttpRequest',
  image: 'image',
  font: 'font',
  script: 'script',
  style: 'CSS stylesheet',
  audio: 'audio',
  video: 'video',
  eventsource: 'resource',
  beacon: 'resource',
  form: 'resource',
  websocket: 'resource',
}

/** What it calls it where the request is mixed content: `mixed_content_checker.cc`. */
const MIXED_NOUNS: Readonly<Partial<Record<ConsoleFailure['kind'], string>>> = {
  xhr: 'XMLHttpRequest endpoint',
  font: 'font',
  script: 'script',
  style: 'stylesheet',
  eventsource: 'EventSource endpoint',
  beacon: 'Beacon endpoint',
}

/** What Chromium writes. */
export function chromiumMessage(failure: ConsoleFailure): string | undefined {
  const { reason, subject, kind, method, firstUrl, pageOrigin, during } = failure
  if (reason === 'mixed-content') return mixedText(failure)
  if (reason === 'resource-policy') {
    const which = subject === 'same-site' ? 'NotSameSite' : 'NotSameOrigin'
    return CHROMIUM.resourcePolicy(method, failure.url, which)
  }
  if (reason === 'response-opaque' && kind === 'image') return CHROMIUM.canvas
  const access = accessText(failure)
  const checked = access !== undefined && during === 'preflight' ? CHROMIUM.preflight(access) : access
  const text = checked ?? otherText(failure)
  if (text === undefined) return undefined
  const url = reason === 'redirect-scheme' ? subject : failure.url
  return CHROMIUM.access(NOUNS[kind], url, firstUrl, pageOrigin, text)
}

function mixedText({ kind, subject, page }: ConsoleFailure): string {
  return kind === 'websocket'
    ? CHROMIUM.mixedSocket(page, subject.replace(/^http/, 'ws'))
    : CHROMIUM.mixed(page, MIXED_NOUNS[kind] ?? 'resource', subject)
}

/** What is said of a preflight's response and of the request's own. */
function accessText({ reason, subject, during, redirected, kind }: ConsoleFailure): string | undefined {
  // Chromium stops at the redirect, before it looks at a header.
  if (during === 'preflight' && redirected) return CHROMIUM.preflightRedirect
  switch (reason) {
    case 'allow-origin-missing':
      return CHROMIUM.missing
    case 'allow-origin-wildcard':
      return CHROMIUM.wildcard
    case 'allow-origin-multiple':
    case 'allow-origin-mismatch':
      return mismatchText(subject, kind === 'fetch' || kind === 'xhr')
    case 'allow-credentials-missing':
    case 'allow-credentials-not-true':
      return CHROMIUM.credentials(subject)
    case 'preflight-redirect':
    case 'preflight-not-ok':
      return CHROMIUM.notOk
    default:
      return undefined
  }
}

function mismatchText(value: string, byScript: boolean): string {
  if (/[ ,]/.test(value)) return CHROMIUM.multiple(value, byScript)
  return value === 'null' || parseUrl(value) !== undefined
    ? CHROMIUM.mismatch(value, byScript)
    : CHROMIUM.invalid(value, byScript)
}

function otherText({ reason, subject, anyHeader }: ConsoleFailure): string | undefined {
  // Chromium lets `*` cover Authorization.
  if (reason === 'authorization-not-allowed' && anyHeader) return undefined
  switch (reason) {
    case 'allow-methods-invalid':
      return CHROMIUM.unreadable(ALLOW_METHODS)
    case 'allow-headers-invalid':
      return CHROMIUM.unreadable(ALLOW_HEADERS)
    case 'method-not-allowed':
      return CHROMIUM.method(subject)
    case 'authorization-not-allowed':
    case 'header-not-allowed':
      return CHROMIUM.header(subject)
    case 'redirect-credentials':
      return CHROMIUM.userInRedirect
    case 'redirect-scheme':
      return CHROMIUM.scheme
    default:
      return undefined
  }
}
