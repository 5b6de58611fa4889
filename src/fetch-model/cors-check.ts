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
  if (allowed === undefined) return fail('allow-origin-missing', `The response has no ${ALLOW_ORIGIN}`)
  if (allowed === '*' && credentials !== 'include') return pass(`${ALLOW_ORIGIN} is *, for every page`)
  if (allowed !== origin) return explainMismatch(headers, allowed, origin)
  return credentials === 'include' ? credentialsCheck(headers, origin) : pass(`${ALLOW_ORIGIN} is ${origin}`)
}

function explainMismatch(headers: HeaderList, allowed: string, origin: string): Check {
  if (allowed === '*') {
    const why = `${ALLOW_ORIGIN} is *, which does not count for a request whose credentials mode is include`
    return fail('allow-origin-wildcard', why, allowed)
  }
  if (headerLines(headers, ALLOW_ORIGIN).length > 1 || allowed.includes(',')) {
    return fail('allow-origin-multiple', `${ALLOW_ORIGIN} has more than one value: '${allowed}'`, allowed)
  }
  return fail(
    'allow-origin-mismatch',
    `${ALLOW_ORIGIN} is '${allowed}', and the request's origin is '${origin}'`,
    allowed,
  )
}

function credentialsCheck(headers: HeaderList, origin: string): Check {
  const credentials = getHeader(headers, ALLOW_CREDENTIALS)
  if (credentials === 'true') return pass(`${ALLOW_ORIGIN} is ${origin}, and ${ALLOW_CREDENTIALS} is true`)
  const needed = 'and the request’s credentials mode is include'
  if (credentials === undefined) {
    return fail('allow-credentials-missing', `The response has no ${ALLOW_CREDENTIALS}, ${needed}`)
  }
  const why = `${ALLOW_CREDENTIALS} is '${credentials}' instead of 'true', in just these letters, ${needed}`
  return fail('allow-credentials-not-true', why, credentials)
}
