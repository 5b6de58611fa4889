import { ALLOW_HEADERS, ALLOW_METHODS, MAX_AGE } from '../http/field-names.js'
import type { ReceivedResponse } from './exchange.js'
import { type HeaderList, hasHeader, headerLines, type TokenList } from './header-list.js'
import { isSafelistedMethod } from './method.js'
import { isRedirectStatus } from './redirect.js'
import type { CredentialsMode } from './request.js'
import { type Check, fail, pass } from './step.js'

/** Seconds for which a preflight's answer holds where it does not say. */
export const DEFAULT_MAX_AGE = 5
/** RFC 9111 section 1.2.2: what a larger number of seconds stands for. */
const MAX_DELTA_SECONDS = 2 ** 31

/** https://fetch.spec.whatwg.org/#ok-status */
export function statusCheck({ status }: ReceivedResponse): Check {
  if (status >= 200 && status <= 299) return pass(`The status is ${status}, which is ok`)
  if (isRedirectStatus(status)) {
    return fail('preflight-redirect', `The status is ${status}, and a preflight is never redirected`, String(status))
  }
  return fail('preflight-not-ok', `The status is ${status}, and has to be 200 to 299`, String(status))
}

/** Whether both lists could be read. One that cannot be is a failure even if nothing in it is needed. */
export function listsCheck(methods: TokenList, headerNames: TokenList): Check {
  if (!methods.ok) {
    return fail(
      'allow-methods-invalid',
      `${ALLOW_METHODS} holds '${methods.invalid}', which is no method`,
      methods.invalid,
    )
  }
  if (headerNames.ok) return pass(`${ALLOW_METHODS} and ${ALLOW_HEADERS} are lists, or absent`)
  const why = `${ALLOW_HEADERS} holds '${headerNames.invalid}', which is no name of a header`
  return fail('allow-headers-invalid', why, headerNames.invalid)
}

/** Methods are compared by case, and `*` counts for requests without credentials alone. */
export function methodCheck(method: string, methods: readonly string[], credentials: CredentialsMode): Check {
  if (methods.includes(method)) return pass(`${ALLOW_METHODS} has ${method}`)
  if (isSafelistedMethod(method))
    return pass(`${method} is CORS-safelisted, so it needs no mention in ${ALLOW_METHODS}`)
  const wildcard = methods.includes('*')
  if (wildcard && credentials !== 'include') return pass(`${ALLOW_METHODS} has *`)
  const why = `${ALLOW_METHODS} does not have ${method}`
  return fail('method-not-allowed', wildcard ? `${why}, and * does not count with credentials` : why, method)
}

/** https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name: Authorization has to be named. */
export function authorizationCheck(headers: HeaderList, allowed: readonly string[]): Check {
  if (!hasHeader(headers, 'authorization')) return pass('The request has no Authorization header')
  if (includesName(allowed, 'authorization')) return pass(`${ALLOW_HEADERS} has authorization`)
  const why = `${ALLOW_HEADERS} does not name authorization`
  const wildcard = allowed.includes('*') ? `${why}, which * does not cover` : why
  return fail('authorization-not-allowed', wildcard, 'authorization')
}

/** @param unsafeNames the headers that the preflight asked for, in lower case */
export function headersCheck(
  unsafeNames: readonly string[],
  allowed: readonly string[],
  credentials: CredentialsMode,
): Check {
  const wildcard = allowed.includes('*')
  if (wildcard && credentials !== 'include') return pass(`${ALLOW_HEADERS} has *`)
  const missing = unsafeNames.filter((name) => !includesName(allowed, name))
  if (missing.length === 0) return pass(`${ALLOW_HEADERS} has every header that was asked for`)
  const why = `${ALLOW_HEADERS} does not have ${missing.join(', ')}`
  return fail('header-not-allowed', wildcard ? `${why}, and * does not count with credentials` : why, missing[0])
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
