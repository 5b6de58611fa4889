import { extractTokens, type HeaderList, hasHeader } from '../../fetch-model/header-list.js'
import {
  authorizationCheck,
  headersCheck,
  listsCheck,
  methodCheck,
  parseMaxAge,
} from '../../fetch-model/preflight-check.js'
import { unsafeRequestHeaderNames } from '../../fetch-model/safelisted-request-header.js'
import type { Check } from '../../fetch-model/step.js'
import { ALLOW_HEADERS, ALLOW_METHODS, ALLOW_ORIGIN, MAX_AGE } from '../../http/field-names.js'
import { credentialsMode, type Facts } from '../examine.js'
import type { FindingCode } from '../finding.js'
import type { Draft, Inspect } from './draft.js'

/** Chromium's limit, in seconds; WebKit's is 600 and Firefox's 86 400. */
const MAX_AGE_CAP = 7200

/** Whether the preflight's answer covers what the page sends: every part of it, not only the first that fails. */
export const inspectCoverage: Inspect = (facts) => {
  const { get, plan } = facts
  const exchange = get('preflight')
  const status = exchange?.response?.status ?? 0
  if (exchange?.response === undefined || !plan.needsPreflight || status < 200 || status > 299) return []
  const { headers } = exchange.response
  // Nobody has answered it as a preflight: that there are no lists either goes without saying.
  if (!hasHeader(headers, ALLOW_ORIGIN)) return []
  const shown = [exchange]
  return [
    ...lists(facts, headers).map(([code, name, { subject }]) => ({
      code,
      shown,
      names: [name],
      values: { subject, hint: wildcardHint(headers, name) },
    })),
    ...maxAge(headers).map((seconds): Draft => {
      return { code: 'max-age-above-cap', shown, names: [MAX_AGE], values: { seconds } }
    }),
  ]
}

type Failure = readonly [code: FindingCode, name: string, check: Extract<Check, { ok: false }>]

function lists({ plan, settings }: Facts, headers: HeaderList): Failure[] {
  const methods = extractTokens(headers, ALLOW_METHODS)
  const names = extractTokens(headers, ALLOW_HEADERS)
  const failures: Failure[] = []
  const note = (code: FindingCode, name: string, check: Check) => {
    if (!check.ok) failures.push([code, name, check])
  }
  note('allow-methods-invalid', ALLOW_METHODS, listsCheck(methods, { ok: true, tokens: [] }))
  note('allow-headers-invalid', ALLOW_HEADERS, listsCheck({ ok: true, tokens: [] }, names))
  const { actual } = plan
  const mode = credentialsMode(settings)
  if (methods.ok) note('method-not-covered', ALLOW_METHODS, methodCheck(actual.method, methods.tokens ?? [], mode))
  if (!names.ok) return failures
  const allowed = names.tokens ?? []
  note('authorization-not-covered', ALLOW_HEADERS, authorizationCheck(actual.headers, allowed))
  const others = unsafeRequestHeaderNames(actual.headers).filter(
    (name) => name !== 'authorization' && name !== 'origin',
  )
  note('header-not-covered', ALLOW_HEADERS, headersCheck(others, allowed, mode))
  return failures
}

/** Why a `*` that is there does not help. */
function wildcardHint(headers: HeaderList, name: string): string {
  const list = extractTokens(headers, name)
  if (!list.ok || list.tokens?.includes('*') !== true) return ''
  return name === ALLOW_HEADERS ? ' (* does not cover it)' : ' (with credentials * is a name like any other)'
}

function maxAge(headers: HeaderList): string[] {
  const seconds = parseMaxAge(headers)
  return seconds > MAX_AGE_CAP ? [String(seconds)] : []
}
