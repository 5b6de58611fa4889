import t from 'tap'
import { toHeaderList } from '../../src/fetch-model/header-list.js'
import { authorizationCheck, DEFAULT_MAX_AGE, parseMaxAge, statusCheck } from '../../src/fetch-model/preflight-check.js'

t.test('a preflight needs an ok status', async (t) => {
  const rows: [number, string | undefined][] = [
    [200, undefined],
    [204, undefined],
    [299, undefined],
    [199, 'preflight-not-ok'],
    [300, 'preflight-not-ok'],
    [301, 'preflight-redirect'],
    [302, 'preflight-redirect'],
    [303, 'preflight-redirect'],
    [304, 'preflight-not-ok'],
    [307, 'preflight-redirect'],
    [308, 'preflight-redirect'],
    [401, 'preflight-not-ok'],
    [403, 'preflight-not-ok'],
    [500, 'preflight-not-ok'],
  ]
  for (const [status, reason] of rows) {
    const check = statusCheck({ status, headers: [] })
    t.equal(check.ok ? undefined : check.reason, reason, String(status))
  }
})

t.test('Authorization has to be listed by name', async (t) => {
  const headers = toHeaderList({ Authorization: 'Bearer x' })
  t.equal(authorizationCheck([], []).ok, true)
  t.equal(authorizationCheck(headers, ['AUTHORIZATION']).ok, true)
  t.equal(authorizationCheck(headers, ['*', 'authorization']).ok, true)
  t.match(authorizationCheck(headers, ['*']), {
    ok: false,
    reason: 'authorization-not-allowed',
    fact: { code: 'authorization-not-allowed', wildcard: true },
  })
  t.match(authorizationCheck(headers, ['x-a']), { ok: false, reason: 'authorization-not-allowed' })
})

t.test('Access-Control-Max-Age', async (t) => {
  const rows: [readonly string[], number][] = [
    [[], DEFAULT_MAX_AGE],
    [['600'], 600],
    [[' 600 '], 600],
    [['0'], 0],
    [['007'], 7],
    [['99999999999999999999'], 2 ** 31],
    [['-1'], DEFAULT_MAX_AGE],
    [['1.5'], DEFAULT_MAX_AGE],
    [[''], DEFAULT_MAX_AGE],
    [['600s'], DEFAULT_MAX_AGE],
    [['600', '600'], DEFAULT_MAX_AGE],
    [['600, 600'], DEFAULT_MAX_AGE],
  ]
  for (const [lines, seconds] of rows) {
    t.equal(parseMaxAge(toHeaderList({ 'access-control-max-age': lines })), seconds, JSON.stringify(lines))
  }
})
