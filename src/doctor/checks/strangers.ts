import { getHeader } from '../../fetch-model/header-list.js'
import { ALLOW_CREDENTIALS, ALLOW_ORIGIN } from '../../http/field-names.js'
import { type Facts, headersOf, originOf } from '../examine.js'
import type { FindingCode, Severity } from '../finding.js'
import type { Exchange, Probe } from '../session.js'
import type { Draft, Inspect } from './draft.js'

const NEAR_MISSES: readonly (readonly [FindingCode, readonly Probe[]])[] = [
  ['near-miss-accepted', ['near-suffix', 'near-prefix', 'near-dot']],
  ['scheme-not-checked', ['near-scheme']],
  ['port-not-checked', ['near-port']],
]

/** Who else is let in: any origin, `null`, origins that look like the page's. */
export const inspectStrangers: Inspect = ({ get, settings }) => {
  const reflected = accepted(get, ['foreign', 'preflight-foreign'])
  // Where everybody is let in, it is no news that a neighbour is.
  const open = reflected.length > 0
  const found: [FindingCode, Exchange[]][] = [
    ['origin-reflected', reflected],
    ['null-accepted', settings.origin === 'null' || open ? [] : accepted(get, ['null'])],
    ...NEAR_MISSES.map(([code, probes]): [FindingCode, Exchange[]] => [code, open ? [] : accepted(get, probes)]),
  ]
  return found.flatMap(([code, shown]) => (shown.length === 0 ? [] : [draft(code, shown)]))
}

/** The responses that name the very origin that asked. `*` names nobody, and no cookies come with it. */
function accepted(get: Facts['get'], probes: readonly Probe[]): Exchange[] {
  return probes.flatMap((probe) => {
    const exchange = get(probe)
    if (exchange === undefined) return []
    return getHeader(headersOf(exchange), ALLOW_ORIGIN) === originOf(exchange) ? [exchange] : []
  })
}

function draft(code: FindingCode, shown: readonly Exchange[]): Draft {
  const withCredentials = shown.some((exchange) => getHeader(headersOf(exchange), ALLOW_CREDENTIALS) === 'true')
  const severity: Severity = withCredentials && code !== 'port-not-checked' ? 'critical' : 'warning'
  const [first] = shown as [Exchange, ...Exchange[]]
  const values = {
    origin: originOf(first),
    data: withCredentials ? 'with the cookies of the user who visits it' : 'without cookies',
  }
  return { code, shown, names: [ALLOW_ORIGIN, ALLOW_CREDENTIALS], values, severity }
}
