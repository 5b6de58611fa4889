import { ALLOW_CREDENTIALS, ALLOW_ORIGIN } from '../http/field-names.js'
import { getHeader, type HeaderList, headerLines } from './header-list.js'
import type { CredentialsMode } from './request.js'
import { type Check, fail, pass } from './step.js'

/**
 * Whether a response may be shared with the page: https://fetch.spec.whatwg.org/#cors-check.
 *
 * @param origin what the request's Origin header says, `null` included
 */
export function corsCheck(headers: HeaderList, origin: string, credentials: CredentialsMode): Check {
  const allowed = getHeader(headers, ALLOW_ORIGIN)
  if (allowed === undefined) return fail({ code: 'allow-origin-missing' })
  if (allowed === '*' && credentials !== 'include') return pass({ code: 'allow-origin-any' })
  if (allowed !== origin) return explainMismatch(headers, allowed, origin)
  return credentials === 'include'
    ? credentialsCheck(headers, origin)
    : pass({ code: 'allow-origin-matches', origin, credentials: false })
}

function explainMismatch(headers: HeaderList, allowed: string, origin: string): Check {
  if (allowed === '*') return fail({ code: 'allow-origin-wildcard', subject: allowed })
  if (headerLines(headers, ALLOW_ORIGIN).length > 1 || allowed.includes(',')) {
    return fail({ code: 'allow-origin-multiple', subject: allowed })
  }
  return fail({ code: 'allow-origin-mismatch', subject: allowed, origin })
}

function credentialsCheck(headers: HeaderList, origin: string): Check {
  const credentials = getHeader(headers, ALLOW_CREDENTIALS)
  if (credentials === 'true') return pass({ code: 'allow-origin-matches', origin, credentials: true })
  if (credentials === undefined) return fail({ code: 'allow-credentials-missing' })
  return fail({ code: 'allow-credentials-not-true', subject: credentials })
}
