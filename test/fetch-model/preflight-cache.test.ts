import t from 'tap'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import type { OutgoingRequest, ServerResponse } from '../../src/fetch-model/exchange.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { crossOrigin, PAGE } from './outcomes.js'

/** Redirects once to the same URL, and permits what it is told. */
function redirectingOnce(permission: Record<string, string>) {
  let redirected = false
  return ({ kind }: OutgoingRequest): ServerResponse => {
    const headers = { 'access-control-allow-origin': PAGE, 'access-control-allow-credentials': 'true' }
    if (kind === 'preflight') return { status: 204, headers: { ...headers, ...permission } }
    if (redirected) return { status: 200, headers }
    redirected = true
    return { status: 307, headers: { ...headers, location: '' } }
  }
}

function kindsFor(request: Partial<BrowserRequest>, permission: Record<string, string>): string {
  const { sent, outcome } = evaluate(crossOrigin(request), redirectingOnce(permission))
  return `${outcome}: ${sent.map(({ kind }) => kind).join(' ')}`
}

const ONCE = 'readable: preflight actual actual'
const TWICE = 'readable: preflight actual preflight actual'

t.test('a redirect to the same URL needs no second preflight', async (t) => {
  const put = { 'access-control-allow-methods': 'PUT' }
  t.equal(kindsFor({ method: 'PUT' }, put), ONCE)
  t.equal(kindsFor({ method: 'PUT', credentials: 'include' }, put), ONCE)
  t.equal(kindsFor({ method: 'PUT' }, { 'access-control-allow-methods': '*' }), ONCE)
  t.equal(kindsFor({ method: 'PUT', uploadListeners: true }, {}), ONCE)
  t.equal(kindsFor({ headers: { 'X-A': '1' } }, { 'access-control-allow-headers': 'X-a' }), ONCE)
  t.equal(kindsFor({ headers: { 'X-A': '1' } }, { 'access-control-allow-headers': '*' }), ONCE)
  const both = { 'access-control-allow-headers': '*, authorization' }
  t.equal(kindsFor({ headers: { authorization: '1', 'x-a': '1' } }, both), ONCE)
})

t.test('with a max-age of 0 it needs a second preflight', async (t) => {
  const put = { 'access-control-allow-methods': 'PUT' }
  t.equal(kindsFor({ method: 'PUT' }, { ...put, 'access-control-max-age': '0' }), TWICE)
  t.equal(kindsFor({ method: 'PUT' }, { ...put, 'access-control-max-age': '1' }), ONCE)
})

t.test('a remembered preflight allows a safelisted method that it does not list', async (t) => {
  t.equal(kindsFor({ method: 'POST', uploadListeners: true }, { 'access-control-allow-methods': 'PUT' }), TWICE)
})

t.test('another URL, or another origin, is another entry', async (t) => {
  const permit = {
    status: 204,
    headers: { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'PUT' },
  }
  const rows: [readonly string[], number][] = [
    [['/elsewhere', '/elsewhere'], 2],
    // The Origin is null from the third host on, and stays so.
    [['https://third.test/', 'https://third.test/'], 2],
    [['https://third.test/', 'https://api.test/'], 3],
  ]
  for (const [locations, preflights] of rows) {
    const targets = [...locations]
    const { sent } = evaluate(crossOrigin({ method: 'PUT' }), ({ kind }) => {
      if (kind === 'preflight') return permit
      const location = targets.shift()
      return { status: 307, headers: { 'access-control-allow-origin': '*', location } }
    })
    t.equal(sent.filter(({ kind }) => kind === 'preflight').length, preflights, locations.join())
  }
})
