import { ALLOW_ORIGIN } from '../../http/field-names.js'
import { bodyOf, isOk, statusOf } from '../exchange.js'
import { decidesByOrigin, get, hasCorsFields, isReadable, withoutOrigin } from '../facts.js'
import { coverageGaps } from './coverage.js'
import { type Inspect, made } from './draft.js'

/** What servers say that refuse an origin. */
const SAYS_SO = /cors|disallowed.*origin|origin.*(not allowed|denied|forbidden|rejected)/i

/**
 * Does the server refuse this origin? It answers without an Origin and fails with this one; or it refuses the preflight
 * with 400 or 403, and decides by Origin.
 */
export const inspectRefusal: Inspect = (facts) => {
  const actual = get(facts, 'actual')
  const preflight = get(facts, 'preflight')
  const { origin } = facts.settings
  const without = withoutOrigin(facts)
  const names = ['Vary', ALLOW_ORIGIN]
  if (isOk(without) && statusOf(actual) >= 400 && !isReadable(actual, facts) && facts.live) {
    const item = {
      code: 'origin-rejected',
      status: statusOf(actual),
      origin,
      preflight: false,
      says: bodyOf(actual),
    } as const
    return [{ item, shown: made(actual, without), names }]
  }
  const status = statusOf(preflight)
  if (!facts.plan.needsPreflight || (status !== 400 && status !== 403) || hasCorsFields(actual)) return []
  if ((facts.live && !isOk(actual)) || hasCorsFields(preflight) || coverageGaps(facts).length > 0) return []
  const decides = [preflight, actual, get(facts, 'plain')].some(decidesByOrigin) || SAYS_SO.test(bodyOf(preflight))
  if (!decides) return []
  return [
    {
      item: { code: 'origin-rejected', status, origin, preflight: true, says: bodyOf(preflight) },
      shown: made(preflight, actual),
      names,
    },
  ]
}
