import { PREFLIGHT_LIMITS } from '../../fetch-model/engine.js'
import { extractTokens, type HeaderList, hasHeader } from '../../fetch-model/header-list.js'
import { authorizationCheck, headersCheck, methodCheck, parseMaxAge } from '../../fetch-model/preflight-check.js'
import { unsafeRequestHeaderNames } from '../../fetch-model/safelisted-request-header.js'
import { ALLOW_HEADERS, ALLOW_METHODS, ALLOW_ORIGIN, MAX_AGE } from '../../http/field-names.js'
import { fieldsOf, isOk, statusOf } from '../exchange.js'
import { credentialsMode, type Facts, get, isReadable } from '../facts.js'
import type { FindingItem } from '../finding.js'
import type { Draft, Inspect } from './draft.js'

/** Headers that servers send. A page that sends them has misread who has to. */
const OF_RESPONSES = /^access-control-(allow|expose|max)-/

/** Whether the preflight's answer covers what the page sends: every part of it, not only the first that fails. */
export const inspectCoverage: Inspect = (facts) => {
  const exchange = get(facts, 'preflight')
  if (exchange?.response === undefined || !facts.plan.needsPreflight) return []
  const { headers } = exchange.response
  const gaps = coverageGaps(facts)
  const drafts = gaps.map(({ item, name }): Draft => {
    const isOfPage =
      (item.code === 'header-not-covered' && item.ofResponses) || (item.code === 'method-not-covered' && item.isPatch)
    return { item, shown: [exchange], names: [name], ...(isOfPage && { place: 'page' as const }) }
  })
  const seconds = parseMaxAge(headers)
  const { chromium, webkit } = PREFLIGHT_LIMITS
  if (!isOk(exchange) || seconds <= chromium) return drafts
  return [
    ...drafts,
    { item: { code: 'max-age-above-cap', seconds, chromium, webkit }, shown: [exchange], names: [MAX_AGE] },
  ]
}

interface Gap {
  readonly item: FindingItem
  /** The header that leaves it open. */
  readonly name: string
}

/** What the lists of the preflight's answer leave out. None where nobody answers it as a preflight. */
export function coverageGaps(facts: Facts): Gap[] {
  const exchange = get(facts, 'preflight')
  const fields = fieldsOf(exchange)
  const status = statusOf(exchange)
  const refuses = status === 400 || status === 403
  // Starlette says which part it refuses by the lists that it sends along, and with 400.
  const isJudge = isOk(exchange) ? hasHeader(fields, ALLOW_ORIGIN) : refuses && isReadable(exchange, facts)
  return isJudge ? [...methodGaps(facts, fields), ...headerGaps(facts, fields)] : []
}

function methodGaps({ plan, settings }: Facts, fields: HeaderList): Gap[] {
  const methods = extractTokens(fields, ALLOW_METHODS)
  if (!methods.ok) return [{ item: { code: 'allow-methods-invalid', part: methods.invalid }, name: ALLOW_METHODS }]
  const tokens = methods.tokens ?? []
  const { method } = plan.actual
  if (methodCheck(method, tokens, credentialsMode(settings)).ok) return []
  const isPatch = method !== 'PATCH' && method.toUpperCase() === 'PATCH'
  return [
    { item: { code: 'method-not-covered', method, wildcard: tokens.includes('*'), isPatch }, name: ALLOW_METHODS },
  ]
}

function headerGaps({ plan, settings }: Facts, fields: HeaderList): Gap[] {
  const names = extractTokens(fields, ALLOW_HEADERS)
  const name = ALLOW_HEADERS
  if (!names.ok) return [{ item: { code: 'allow-headers-invalid', part: names.invalid }, name }]
  const allowed = names.tokens ?? []
  const wildcard = allowed.includes('*')
  const gaps: Gap[] = []
  if (!authorizationCheck(plan.actual.headers, allowed).ok)
    gaps.push({ item: { code: 'authorization-not-covered', wildcard }, name })
  const missing = unsafeRequestHeaderNames(plan.actual.headers).filter(
    (each) =>
      each !== 'authorization' && each !== 'origin' && !headersCheck([each], allowed, credentialsMode(settings)).ok,
  )
  if (missing.length > 0) {
    const ofResponses = missing.every((each) => OF_RESPONSES.test(each))
    gaps.push({ item: { code: 'header-not-covered', names: missing, wildcard, ofResponses }, name })
  }
  return gaps
}
