import t from 'tap'
import { corsCheck } from '../../src/fetch-model/cors-check.js'
import { toHeaderList } from '../../src/fetch-model/header-list.js'

const ORIGIN = 'https://rabbit.invalid'

t.test('Access-Control-Allow-Origin without credentials', async (t) => {
  const rows: [readonly string[] | string, string | undefined][] = [
    [[], 'allow-origin-missing'],
    ['*', undefined],
    [' *  ', undefined],
    ['\t*', undefined],
    [ORIGIN, undefined],
    [` ${ORIGIN} \t `, undefined],
    ['', 'allow-origin-mismatch'],
    ['null', 'allow-origin-mismatch'],
    ['-', 'allow-origin-mismatch'],
    ['**', 'allow-origin-mismatch'],
    ['"*"', 'allow-origin-mismatch'],
    ['* *', 'allow-origin-mismatch'],
    ['* null', 'allow-origin-mismatch'],
    ['https://*.invalid', 'allow-origin-mismatch'],
    [`${ORIGIN}/`, 'allow-origin-mismatch'],
    [`${ORIGIN}#`, 'allow-origin-mismatch'],
    [`${ORIGIN}:443`, 'allow-origin-mismatch'],
    [ORIGIN.toUpperCase(), 'allow-origin-mismatch'],
    ['HTTPS://rabbit.invalid', 'allow-origin-mismatch'],
    ['http://rabbit.invalid', 'allow-origin-mismatch'],
    ['rabbit.invalid', 'allow-origin-mismatch'],
    ['//rabbit.invalid', 'allow-origin-mismatch'],
    ['https://sub.rabbit.invalid', 'allow-origin-mismatch'],
    [`${ORIGIN}\u0000`, 'allow-origin-mismatch'],
    [`* ${ORIGIN}`, 'allow-origin-mismatch'],
    [`${ORIGIN} https://b.invalid`, 'allow-origin-mismatch'],
    [`${ORIGIN}, *`, 'allow-origin-multiple'],
    [`*, ${ORIGIN}`, 'allow-origin-multiple'],
    [[ORIGIN, ORIGIN], 'allow-origin-multiple'],
    [['*', '*'], 'allow-origin-multiple'],
    [['', '*'], 'allow-origin-multiple'],
    [['*', ''], 'allow-origin-multiple'],
  ]
  for (const [lines, reason] of rows) {
    for (const credentials of ['omit', 'same-origin'] as const) {
      const check = corsCheck(toHeaderList({ 'access-control-ALLOW-origin': lines }), ORIGIN, credentials)
      t.equal(check.ok ? undefined : check.reason, reason, JSON.stringify(lines))
    }
  }
})

t.test('the table of the standard, and Access-Control-Allow-Credentials', async (t) => {
  const rows: ['omit' | 'include', string, readonly string[] | string, string | undefined][] = [
    ['omit', '*', [], undefined],
    ['omit', '*', 'true', undefined],
    ['omit', `${ORIGIN}/`, [], 'allow-origin-mismatch'],
    ['omit', ORIGIN, [], undefined],
    ['omit', ORIGIN, 'false', undefined],
    ['include', '*', 'true', 'allow-origin-wildcard'],
    ['include', '*', [], 'allow-origin-wildcard'],
    ['include', ORIGIN, 'true', undefined],
    ['include', ORIGIN, ' true ', undefined],
    ['include', ORIGIN, 'True', 'allow-credentials-not-true'],
    ['include', ORIGIN, 'TRUE', 'allow-credentials-not-true'],
    ['include', ORIGIN, '"true"', 'allow-credentials-not-true'],
    ['include', ORIGIN, 'false', 'allow-credentials-not-true'],
    ['include', ORIGIN, '1', 'allow-credentials-not-true'],
    ['include', ORIGIN, '', 'allow-credentials-not-true'],
    ['include', ORIGIN, ['true', 'true'], 'allow-credentials-not-true'],
    ['include', ORIGIN, [], 'allow-credentials-missing'],
    ['include', 'https://b.invalid', 'true', 'allow-origin-mismatch'],
  ]
  for (const [mode, origin, credentials, reason] of rows) {
    const headers = toHeaderList({
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Credentials': credentials,
    })
    const check = corsCheck(headers, ORIGIN, mode)
    t.equal(check.ok ? undefined : check.reason, reason, `${mode} ${origin} ${credentials}`)
  }
})

t.test('the origin null is compared like any other', async (t) => {
  const headers = toHeaderList({ 'access-control-allow-origin': 'null', 'access-control-allow-credentials': 'true' })
  t.equal(corsCheck(headers, 'null', 'same-origin').ok, true)
  t.equal(corsCheck(headers, 'null', 'include').ok, true)
  t.equal(corsCheck(headers, ORIGIN, 'include').ok, false)
})
