import { READ, REFUSED } from './requests.js'
import type { Scenario } from './scenario.js'

/** Each hop is asked for as a request of its own. From the second foreign origin on, the Origin is `null`. */
export const REDIRECT_SCENARIOS: readonly Scenario[] = [
  {
    name: 'a redirect',
    does: `return request(app + '/moved')`,
    sees: READ,
    arrives: ['GET /moved 302', 'GET /items 200'],
  },
  {
    name: 'a redirect, from another origin',
    from: 'other',
    does: `return request(app + '/moved')`,
    sees: REFUSED,
    arrives: ['GET /moved 302'],
  },
  {
    name: 'a redirect, preflighted',
    does: `return request(app + '/moved', { method: 'DELETE' })`,
    sees: READ,
    arrives: ['preflight /moved 204', 'DELETE /moved 302', 'preflight /items 204', 'DELETE /items 200'],
  },
  {
    name: 'a redirect from one foreign origin to another',
    does: `return request(second + '/away?to=' + app + '/items')`,
    sees: REFUSED,
    arrives: ['GET /away 302', 'GET /items 200'],
    says: { origin: 'null' },
  },
  {
    name: 'a redirect from one foreign origin to another, where everybody may',
    policy: 'open',
    does: `return request(second + '/away?to=' + app + '/items')`,
    sees: { ...READ, etag: '"1"' },
    arrives: ['GET /away 302', 'GET /items 200'],
    says: { origin: 'null' },
  },
]
