import { MAX_AGE } from '../http/field-names.js'
import { isSafelistedMethod } from '../http/methods.js'
import { isOkStatus } from '../http/ok-status.js'
import type { ReceivedResponse } from './exchange.js'
import { type HeaderList, hasHeader, headerLines, type TokenList } from './header-list.js'
import { isRedirectStatus } from './redirect.js'
import type { CredentialsMode } from './request.js'
import { type Check, fail, pass } from './step.js'

/** Seconds for which a preflight's answer holds where it does not say. */
export const DEFAULT_MAX_AGE = 5
/** RFC 9111 section 1.2.2: a larger number of seconds is read as this. */
const MAX_DELTA_SECONDS = 2 ** 31

export function statusCheck({ status }: ReceivedResponse): Check {
  if (isOkStatus(status)) return pass({ code: 'status-ok', status })
  const subject = String(status)
  return fail(
    isRedirectStatus(status) ? { code: 'preflight-redirect', subject } : { code: 'preflight-not-ok', subject },
  )
}

/** Whether both lists could be read. One that cannot be is a failure even if nothing in it is needed. */
export function listsCheck(methods: TokenList, headerNames: TokenList): Check {
  if (!methods.ok) return fail({ code: 'allow-methods-invalid', subject: methods.invalid })
  if (!headerNames.ok) return fail({ code: 'allow-headers-invalid', subject: headerNames.invalid })
  return pass({ code: 'lists-readable' })
}

/** Methods are case-sensitive, and `*` only counts for requests without credentials. */
export function methodCheck(method: string, methods: readonly string[], credentials: CredentialsMode): Check {
  if (methods.includes(method)) return pass({ code: 'method-allowed', method, by: 'name' })
  if (isSafelistedMethod(method)) return pass({ code: 'method-allowed', method, by: 'safelist' })
  const wildcard = methods.includes('*')
  if (wildcard && credentials !== 'include') return pass({ code: 'method-allowed', method, by: 'wildcard' })
  return fail({ code: 'method-not-allowed', subject: method, wildcard })
}

/** https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name: Authorization has to be named. */
export function authorizationCheck(headers: HeaderList, allowed: readonly string[]): Check {
  if (!hasHeader(headers, 'authorization')) return pass({ code: 'authorization-absent' })
  if (includesName(allowed, 'authorization')) return pass({ code: 'authorization-named' })
  return fail({ code: 'authorization-not-allowed', subject: 'authorization', wildcard: allowed.includes('*') })
}

/** @param unsafeNames the headers that the preflight asked for, in lower case */
export function headersCheck(
  unsafeNames: readonly string[],
  allowed: readonly string[],
  credentials: CredentialsMode,
): Check {
  const wildcard = allowed.includes('*')
  if (wildcard && credentials !== 'include') return pass({ code: 'headers-allowed', wildcard })
  const missing = unsafeNames.filter((name) => !includesName(allowed, name))
  const [subject] = missing
  if (subject === undefined) return pass({ code: 'headers-allowed', wildcard: false })
  return fail({ code: 'header-not-allowed', subject, missing, wildcard })
}

function includesName(names: readonly string[], lowerCase: string): boolean {
  return names.some((name) => name.toLowerCase() === lowerCase)
}

/** The seconds of Access-Control-Max-Age: the default where it is absent, doubled or no number. */
export function parseMaxAge(headers: HeaderList): number {
  const lines = headerLines(headers, MAX_AGE)
  const value = lines.length === 1 ? lines[0] : undefined
  if (value === undefined || !/^\d+$/.test(value)) return DEFAULT_MAX_AGE
  return Math.min(Number(value), MAX_DELTA_SECONDS)
}
