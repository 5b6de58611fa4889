import { OPAQUE, PUT, REFUSED } from './requests.js'
import type { From, Scenario } from './scenario.js'

const POST = `{ method: 'POST', body: 'text' }`
const NO_CORS_POST = `{ method: 'POST', mode: 'no-cors', body: 'text' }`

/** What a policy with `enforce` keeps from the app, which CORS alone does not. */
export const ENFORCED_SCENARIOS: readonly Scenario[] = [
  ...refusedFrom('other', 'same-site'),
  ...refusedFrom('elsewhere', 'cross-site'),
  {
    name: 'enforced: a POST from a sandboxed frame is refused',
    policy: 'enforcing',
    does: `return inFrame(app + '/items', ${POST})`,
    sees: REFUSED,
    arrives: ['POST /items 403'],
    runs: [],
    says: { origin: 'null' },
  },
  ...(['allowed', 'own'] as const).map(
    (from): Scenario => ({
      name: `enforced: a POST from ${from} passes`,
      from,
      policy: 'enforcing',
      does: `return (await request(app + '/items', ${POST})).status`,
      sees: 200,
      arrives: ['POST /items 200'],
    }),
  ),
  {
    name: 'enforced: a PUT from allowed passes',
    policy: 'enforcing',
    does: `return (await request(app + '/items', ${PUT})).status`,
    sees: 200,
    arrives: ['preflight /items 204', 'PUT /items 200'],
  },
  {
    name: 'enforced: a form of the app’s own passes',
    from: 'own',
    policy: 'enforcing',
    does: `return submit(app + '/items')`,
    sees: 'loaded',
    arrives: ['POST /items 200'],
    says: { site: 'same-origin' },
  },
  {
    name: 'enforced: a GET from elsewhere passes',
    from: 'elsewhere',
    policy: 'enforcing',
    does: `return draw(app + '/pixel.png', null)`,
    sees: 'SecurityError',
    arrives: ['GET /pixel.png 200'],
    says: { origin: 'none', site: 'cross-site' },
  },
]

function refusedFrom(from: From, site: string): Scenario[] {
  const refused = { from, policy: 'enforcing', arrives: ['POST /items 403'], runs: [], says: { site } } as const
  return [
    {
      ...refused,
      name: `enforced: a POST from ${from} is refused`,
      does: `return request(app + '/items', ${POST})`,
      sees: REFUSED,
    },
    {
      ...refused,
      name: `enforced: a POST in no-cors mode from ${from} is refused`,
      does: `return request(app + '/items', ${NO_CORS_POST})`,
      sees: OPAQUE,
    },
    {
      ...refused,
      name: `enforced: a form from ${from} is refused`,
      does: `return submit(app + '/items')`,
      sees: 'loaded',
    },
    {
      ...refused,
      name: `enforced: a PUT from ${from} is refused before it is sent`,
      does: `return request(app + '/items', ${PUT})`,
      sees: REFUSED,
      arrives: ['preflight /items 403'],
      says: {},
    },
  ]
}
