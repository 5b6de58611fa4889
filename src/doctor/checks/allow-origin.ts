import { corsCheck } from '../../fetch-model/cors-check.js'
import { headerLines } from '../../fetch-model/header-list.js'
import { isRedirectStatus } from '../../fetch-model/redirect.js'
import type { Check } from '../../fetch-model/step.js'
import { ALLOW_CREDENTIALS, ALLOW_HEADERS, ALLOW_METHODS, ALLOW_ORIGIN, MAX_AGE } from '../../http/field-names.js'
import { parseUrl } from '../../http/parse-url.js'
import { allowedOrigin, type Exchange, fieldsOf, isOk, originOf, statusOf } from '../exchange.js'
import { credentialsMode, type Facts, get, hasCorsFields, isUnknownMethod } from '../facts.js'
import type { FindingCode, FindingItem } from '../finding.js'
import { isUnknownOrigin } from '../inspect/unknown.js'
import { type Draft, type Inspect, made } from './draft.js'

/** The CORS check, of the preflight's answer and of the request's own. One finding for each way to fail it. */
export const inspectAllowOrigin: Inspect = (facts) => {
  const failures = new Map<FindingCode, Draft>()
  for (const exchange of judged(facts)) {
    const draft = judge(exchange, facts)
    if (draft === undefined) continue
    const earlier = failures.get(draft.item.code)
    failures.set(draft.item.code, earlier === undefined ? draft : { ...earlier, shown: [...earlier.shown, exchange] })
  }
  return failures.size > 0 ? [...failures.values()] : doubled(facts)
}

/** The answers that have to pass, and that say what the server means by it. */
function judged(facts: Facts): Exchange[] {
  const preflight = get(facts, 'preflight')
  const actual = get(facts, 'actual')
  const counts = facts.plan.needsPreflight && isOk(preflight)
  const isError = statusOf(actual) >= 400 && !hasCorsFields(actual) && hasCorsFields(preflight)
  const hop = isRedirectStatus(statusOf(actual)) || isUnknownMethod(facts)
  return made(counts ? preflight : undefined, isError || hop ? undefined : actual).filter(
    (exchange) => exchange.response !== undefined && originOf(exchange) !== '',
  )
}

function judge(exchange: Exchange, facts: Facts): Draft | undefined {
  const { settings } = facts
  const fields = fieldsOf(exchange)
  const check = corsCheck(fields, originOf(exchange), credentialsMode(settings))
  if (check.ok) return undefined
  // Of a page of which nothing is known, it may be the origin.
  if (isUnknownOrigin(settings.origin) && /^https?:\/\/[^\s,*]+[^/]$/.test(allowedOrigin(exchange) ?? ''))
    return undefined
  const names = settings.credentials ? [ALLOW_ORIGIN, ALLOW_CREDENTIALS] : [ALLOW_ORIGIN]
  const isNull = settings.origin === 'null'
  return {
    item: itemFor(check, exchange, facts),
    shown: [exchange],
    names,
    ...(isNull && { place: 'page' as const }),
  }
}

type Failed = Extract<Check, { readonly ok: false }>

function itemFor({ reason, subject }: Failed, exchange: Exchange, facts: Facts): FindingItem {
  const { origin } = facts.settings
  const lines = headerLines(fieldsOf(exchange), ALLOW_ORIGIN)
  const value = lines.join(', ')
  switch (reason) {
    case 'allow-origin-missing':
      return { code: 'allow-origin-missing', origin, everywhere: facts.live && !facts.exchanges.some(hasCorsFields) }
    case 'allow-origin-wildcard':
      return { code: 'allow-origin-wildcard-credentials', value, origin }
    case 'allow-credentials-missing':
      return { code: 'allow-credentials-missing' }
    case 'allow-credentials-not-true':
      return { code: 'allow-credentials-not-true', value: subject }
    default:
      return isDoubled(value, lines)
        ? { code: 'allow-origin-doubled', value, names: [ALLOW_ORIGIN] }
        : { code: mismatch(value, origin), value, origin }
  }
}

/** Two lines, or what two lines become on the way: the same twice, or `*` and an origin. */
function isDoubled(value: string, lines: readonly string[]): boolean {
  const parts = value.split(',').map((part) => part.trim())
  return lines.length > 1 || (parts.length > 1 && (new Set(parts).size === 1 || parts.includes('*')))
}

type Mismatch = Exclude<Extract<FindingCode, `allow-origin-${string}`>, 'allow-origin-missing' | 'allow-origin-doubled'>

/** In what the value differs from the page's origin. */
function mismatch(value: string, origin: string): Mismatch {
  if (value === '') return 'allow-origin-empty'
  if (/[, ]/.test(value)) return 'allow-origin-list'
  if (/^(["']).*\1$/.test(value)) return 'allow-origin-quoted'
  if (value === 'null') return 'allow-origin-null'
  if (value.includes('*')) return 'allow-origin-pattern'
  if (value === `${origin}/`) return 'allow-origin-trailing-slash'
  if (!value.includes('://')) return 'allow-origin-no-scheme'
  const allowed = parseUrl(value)
  const page = parseUrl(origin)
  if (allowed === undefined || allowed.hostname !== page?.hostname) return 'allow-origin-other'
  if (allowed.protocol !== page.protocol) return 'allow-origin-scheme'
  return allowed.port === page.port ? 'allow-origin-other' : 'allow-origin-port'
}

/** What one layer sends in one line. Names to expose may well come in several. */
const SINGLE = [ALLOW_ORIGIN, ALLOW_CREDENTIALS, ALLOW_METHODS, ALLOW_HEADERS, MAX_AGE]

/** A header that comes twice has been set twice: it works until one of the two changes. */
function doubled(facts: Facts): Draft[] {
  const isTwice = (exchange: Exchange) => (name: string) => headerLines(fieldsOf(exchange), name).length > 1
  const shown = made(get(facts, 'preflight'), get(facts, 'actual')).filter((exchange) => SINGLE.some(isTwice(exchange)))
  const names = SINGLE.filter((name) => shown.some((exchange) => isTwice(exchange)(name)))
  const [name] = names
  if (name === undefined) return []
  const value = headerLines(fieldsOf(shown[0]), name).join(', ')
  return [{ item: { code: 'allow-origin-doubled', names, value }, shown, names, severity: 'warning' }]
}
