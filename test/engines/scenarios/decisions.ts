import { EMPTY, PUT, READ, REFUSED, readText } from './requests.js'
import type { Scenario } from './scenario.js'

/** What a page of the app's own reads of the headers: all, since CORS is not asked. */
const OWN_HEADERS = `
  const { headers } = await fetch(app + '/items')
  return ['vary', 'access-control-allow-origin', 'access-control-expose-headers'].map((name) => headers.get(name))`

/** The rest of the decision table: no Origin, `null`, `*`, other statuses, and OPTIONS that is not a preflight. */
export const DECISION_SCENARIOS: readonly Scenario[] = [
  {
    name: 'no Origin',
    from: 'own',
    does: OWN_HEADERS,
    sees: ['Origin', null, null],
    arrives: ['GET /items 200'],
    says: { origin: 'none', site: 'same-origin' },
  },
  {
    name: 'no Origin, where everybody may',
    from: 'own',
    policy: 'open',
    does: OWN_HEADERS,
    sees: ['Origin', '*', '*'],
    arrives: ['GET /items 200'],
    says: { origin: 'none' },
  },
  {
    name: 'the app’s own origin needs no policy',
    from: 'own',
    does: `return request(app + '/items', { method: 'PATCH', headers: { 'X-Other': '1' } })`,
    sees: { ...READ, type: 'basic', etag: '"1"' },
    arrives: ['PATCH /items 200'],
  },
  {
    name: 'OPTIONS from the app’s own origin is no preflight',
    from: 'own',
    does: `return request(app + '/items', { method: 'OPTIONS' })`,
    sees: { ...READ, type: 'basic', etag: '"1"' },
    arrives: ['OPTIONS /items 200'],
  },
  {
    name: 'OPTIONS after its preflight',
    policy: 'echo',
    does: `return request(app + '/items', { method: 'OPTIONS' })`,
    sees: READ,
    arrives: ['preflight /items 204', 'OPTIONS /items 200'],
    says: { asks: ['OPTIONS'] },
  },
  {
    name: 'HEAD',
    does: `return request(app + '/items', { method: 'HEAD' })`,
    sees: { ...READ, body: '' },
    arrives: ['HEAD /items 200'],
  },
  {
    name: '404',
    does: `return request(app + '/nowhere')`,
    sees: readText(404, 'nothing'),
    arrives: ['GET /nowhere 404'],
  },
  {
    name: 'a preflight for 404',
    does: `return request(app + '/nowhere', ${PUT})`,
    sees: readText(404, 'nothing'),
    arrives: ['preflight /nowhere 204', 'PUT /nowhere 404'],
  },
  {
    name: '500',
    does: `return request(app + '/broken')`,
    sees: readText(500, 'broken'),
    arrives: ['GET /broken 500'],
  },
  {
    name: 'a preflight with status 200',
    policy: 'for old browsers',
    does: `return request(app + '/empty', ${PUT})`,
    sees: EMPTY,
    arrives: ['preflight /empty 200', 'PUT /empty 204'],
  },
  {
    name: 'everybody may, and read every header',
    from: 'other',
    policy: 'open',
    does: `return request(app + '/items')`,
    sees: { ...READ, etag: '"1"' },
    arrives: ['GET /items 200'],
  },
  {
    name: 'everybody may send every method and header',
    from: 'elsewhere',
    policy: 'open',
    does: `return request(app + '/items', { method: 'PATCH', headers: { 'X-Any': '1' } })`,
    sees: { ...READ, etag: '"1"' },
    arrives: ['preflight /items 204', 'PATCH /items 200'],
    says: { asks: ['PATCH', 'x-any'], site: 'cross-site' },
  },
  {
    name: 'everybody may, but not with credentials',
    policy: 'open',
    does: `return request(app + '/items', { credentials: 'include' })`,
    sees: REFUSED,
    arrives: ['GET /items 200'],
  },
  {
    name: 'the origin null of a sandboxed frame',
    does: `return inFrame(app + '/items')`,
    sees: REFUSED,
    arrives: ['GET /items 200'],
    says: { origin: 'null' },
  },
  {
    name: 'the origin null, preflighted',
    does: `return inFrame(app + '/items', ${PUT})`,
    sees: REFUSED,
    arrives: ['preflight /items 403'],
    says: { origin: 'null' },
  },
  {
    name: 'the origin null, where everybody may',
    policy: 'open',
    does: `return inFrame(app + '/items', ${PUT})`,
    sees: 200,
    arrives: ['preflight /items 204', 'PUT /items 200'],
    says: { origin: 'null' },
  },
]
