import { MAX_ECHOED_HEADERS_LENGTH } from '../../../src/policy/answer.js'
import { PUT, READ, REFUSED } from './requests.js'
import type { Scenario } from './scenario.js'

/** Of two requests that a preflight allows, the second. */
const TWICE = `await request(app + '/empty', ${PUT}); return (await request(app + '/empty', ${PUT})).status`

/** How long a preflight's answer is remembered, and the echo of what it asks for. */
export const PREFLIGHT_SCENARIOS: readonly Scenario[] = [
  {
    name: 'maxAge 600: one preflight for two requests',
    policy: 'remembered',
    does: TWICE,
    sees: 204,
    arrives: ['preflight /empty 204', 'PUT /empty 204', 'PUT /empty 204'],
  },
  {
    name: 'maxAge 0: a preflight for each',
    policy: 'forgotten',
    does: TWICE,
    sees: 204,
    arrives: ['preflight /empty 204', 'PUT /empty 204', 'preflight /empty 204', 'PUT /empty 204'],
  },
  {
    name: 'whatever is asked for, with credentials',
    policy: 'echo',
    does: `return request(app + '/items', { method: 'PATCH', credentials: 'include', headers: { Authorization: 'a', 'X-Any': 'b' } })`,
    sees: READ,
    arrives: ['preflight /items 204', 'PATCH /items 200'],
    says: { asks: ['PATCH', 'authorization,x-any'], cookie: 'page=1' },
  },
  {
    name: 'whatever is asked for, from another origin',
    from: 'other',
    policy: 'echo',
    does: `return request(app + '/items', { method: 'PATCH' })`,
    sees: REFUSED,
    arrives: ['preflight /items 403'],
  },
  {
    name: 'more than is ever echoed',
    policy: 'echo',
    does: `return request(app + '/items', { headers: { ['x-' + 'a'.repeat(${MAX_ECHOED_HEADERS_LENGTH})]: '1' } })`,
    sees: REFUSED,
    arrives: ['preflight /items 204'],
  },
]
