import t from 'tap'
import { isForbiddenRequestHeader } from '../../src/fetch-model/forbidden-request-header.js'

t.test('forbidden whatever the value', async (t) => {
  for (const name of [
    'Cookie',
    'HOST',
    'origin',
    'Sec-Fetch-Site',
    'proxy-x',
    'Access-Control-Request-Method',
    'dnt',
  ]) {
    t.equal(isForbiddenRequestHeader(name, ''), true, name)
  }
  for (const name of ['authorization', 'x-cookie', 'user-agent', 'security', 'proxy']) {
    t.equal(isForbiddenRequestHeader(name, ''), false, name)
  }
})

t.test('a method override is forbidden if it names a forbidden method', async (t) => {
  const rows: [string, boolean][] = [
    ['TRACE', true],
    ['track', true],
    ['GET, connect', true],
    ['GET,\tTRACE\t', true],
    ['', false],
    ['PUT', false],
    ['TRACER', false],
    ['GETTRACE', false],
    ['"TRACE"', false],
    ['"a,TRACE', false],
    ['"a\\",TRACE,"', false],
    ['"a\\', false],
    ['"a\\"",TRACE', true],
    ['"a",TRACE', true],
    ['\u00a0TRACE', false],
  ]
  for (const name of ['X-HTTP-Method', 'x-http-method-override', 'X-Method-Override']) {
    for (const [value, forbidden] of rows)
      t.equal(isForbiddenRequestHeader(name, value), forbidden, `${name}: ${value}`)
  }
  t.equal(isForbiddenRequestHeader('x-method', 'TRACE'), false)
})
