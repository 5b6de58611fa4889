import { getHeader, hasHeader } from '../../fetch-model/header-list.js'
import type { FailureReason } from '../../fetch-model/step.js'
import { ALLOW_CREDENTIALS, ALLOW_ORIGIN } from '../../http/field-names.js'
import { checkOf, type Facts, headersOf, isReadable, statusOf } from '../examine.js'
import type { FindingCode } from '../finding.js'
import type { Exchange } from '../session.js'
import type { Draft, Inspect } from './draft.js'

const CODES: Readonly<Partial<Record<FailureReason, FindingCode>>> = {
  'allow-origin-missing': 'allow-origin-missing',
  'allow-origin-wildcard': 'allow-origin-wildcard-credentials',
  'allow-credentials-missing': 'allow-credentials-missing',
  'allow-credentials-not-true': 'allow-credentials-not-true',
}

/** The CORS check, of the preflight's answer and of the request's own. One finding for each way to fail it. */
export const inspectAllowOrigin: Inspect = (facts) => {
  const failures = new Map<FindingCode, Draft>()
  for (const exchange of judged(facts)) {
    const draft = judge(exchange, facts)
    if (draft === undefined) continue
    const earlier = failures.get(draft.code)
    failures.set(draft.code, earlier === undefined ? draft : { ...earlier, shown: [...earlier.shown, exchange] })
  }
  return [...failures.values()]
}

/** The answers that have to pass; not those where something else stands in the way, which has a finding of its own. */
function judged({ get, plan, settings }: Facts): Exchange[] {
  const preflight = get('preflight')
  const status = statusOf(preflight)
  const exchanges = plan.needsPreflight && status >= 200 && status <= 299 ? [preflight] : []
  const actual = get('actual')
  if (!isCacheFault(actual, get('fresh'), settings) && !isErrorFault(get)) exchanges.push(actual)
  return exchanges.filter((exchange) => exchange !== undefined)
}

/** The same request, of which no cache has a copy, is answered as it should be. */
export function isCacheFault(
  exchange: Exchange | undefined,
  fresh: Exchange | undefined,
  settings: Facts['settings'],
): boolean {
  return exchange?.response !== undefined && !isReadable(exchange, settings) && isReadable(fresh, settings)
}

/** The response is an error without the header, where the preflight's has it. */
export function isErrorFault(get: Facts['get']): boolean {
  const actual = get('actual')
  if (statusOf(actual) < 400 || hasHeader(headersOf(actual), ALLOW_ORIGIN)) return false
  return hasHeader(headersOf(get('preflight')), ALLOW_ORIGIN)
}

function judge(exchange: Exchange, { settings }: Facts): Draft | undefined {
  if (exchange.response === undefined) return undefined
  const check = checkOf(exchange, exchange.response, settings)
  if (check.ok) return undefined
  const { headers } = exchange.response
  const value = getHeader(headers, ALLOW_ORIGIN) ?? ''
  const code =
    CODES[check.reason] ??
    mismatch(
      headers.map(([name]) => name),
      value,
      settings.origin,
    )
  const name = code.startsWith('allow-credentials') ? ALLOW_CREDENTIALS : ALLOW_ORIGIN
  const values = { value: getHeader(headers, name) ?? '', origin: settings.origin }
  const names = settings.credentials ? [ALLOW_ORIGIN, ALLOW_CREDENTIALS] : [ALLOW_ORIGIN]
  return { code, shown: [exchange], names, values }
}

/** In what the value differs from the page's origin. */
function mismatch(names: readonly string[], value: string, origin: string): FindingCode {
  if (names.filter((name) => name.toLowerCase() === ALLOW_ORIGIN.toLowerCase()).length > 1)
    return 'allow-origin-doubled'
  if (value.includes(',') || value.includes(' ')) return 'allow-origin-list'
  if (value === 'null') return 'allow-origin-null'
  if (value === `${origin}/`) return 'allow-origin-trailing-slash'
  if (!URL.canParse(value) || !URL.canParse(origin)) return 'allow-origin-other'
  const allowed = new URL(value)
  const page = new URL(origin)
  if (allowed.hostname !== page.hostname) return 'allow-origin-other'
  if (allowed.protocol !== page.protocol) return 'allow-origin-scheme'
  return allowed.port === page.port ? 'allow-origin-other' : 'allow-origin-port'
}
