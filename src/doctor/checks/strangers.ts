import { getHeader } from '../../fetch-model/header-list.js'
import { ALLOW_CREDENTIALS, ALLOW_ORIGIN } from '../../http/field-names.js'
import { allowedOrigin, type Exchange, fieldsOf, originOf } from '../exchange.js'
import { type Facts, get } from '../facts.js'
import type { FindingItem, Severity } from '../finding.js'
import type { Probe } from '../probe.js'
import type { Draft, Inspect } from './draft.js'

type StrangerCode =
  | 'origin-reflected'
  | 'null-accepted'
  | 'near-miss-accepted'
  | 'scheme-not-checked'
  | 'port-not-checked'

const NEAR_MISSES: readonly (readonly [StrangerCode, readonly Probe[]])[] = [
  ['near-miss-accepted', ['near-suffix', 'near-prefix', 'near-dot']],
  ['scheme-not-checked', ['near-scheme']],
  ['port-not-checked', ['near-port']],
]

/** Who else is let in: any origin, `null`, origins that look like the page's. */
export const inspectStrangers: Inspect = (facts) => {
  const reflected = accepted(facts, ['foreign', 'preflight-foreign'])
  // If every origin is allowed, a neighbour's adds nothing.
  const open = reflected.length > 0
  const found: [StrangerCode, Exchange[]][] = [
    ['origin-reflected', reflected],
    ['null-accepted', facts.settings.origin === 'null' || open ? [] : accepted(facts, ['null'])],
    ...NEAR_MISSES.map(([code, probes]): [StrangerCode, Exchange[]] => [code, open ? [] : accepted(facts, probes)]),
  ]
  return found.flatMap(([code, shown]) => (shown.length === 0 ? [] : [draft(code, shown)]))
}

/** The responses that name the very origin that asked. `*` names nobody, and no cookies come with it. */
function accepted(facts: Facts, probes: readonly Probe[]): Exchange[] {
  return probes.flatMap((probe) => {
    const exchange = get(facts, probe)
    return exchange !== undefined && allowedOrigin(exchange) === originOf(exchange) ? [exchange] : []
  })
}

function draft(code: StrangerCode, shown: readonly Exchange[]): Draft {
  const credentials = shown.some((exchange) => getHeader(fieldsOf(exchange), ALLOW_CREDENTIALS) === 'true')
  const severity: Severity = credentials && code !== 'port-not-checked' ? 'critical' : 'warning'
  const item: FindingItem = { code, origin: originOf(shown[0] as Exchange), credentials }
  return { item, shown, names: [ALLOW_ORIGIN, ALLOW_CREDENTIALS], severity }
}
