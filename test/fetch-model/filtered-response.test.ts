import t from 'tap'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import { exposedHeaderNames, isSafelistedResponseHeader } from '../../src/fetch-model/filtered-response.js'
import { toHeaderList } from '../../src/fetch-model/header-list.js'
import { crossOrigin, PAGE } from './outcomes.js'

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Language': 'nn',
  'Content-Length': '3',
  'Content-Type': 'text/plain',
  Expires: '0',
  'Last-Modified': '0',
  Pragma: 'no-cache',
}
const PRIVATE = { ETag: '"1"', 'Set-Cookie': ['a=b', 'c=d'], 'X-Total': ['1', '2'], Server: 'x' }

function visibleNames(exposed: string | readonly string[] | undefined, credentials: 'omit' | 'include' = 'omit') {
  const headers = {
    ...PRIVATE,
    'access-control-allow-origin': PAGE,
    'access-control-allow-credentials': 'true',
    'Access-Control-Expose-Headers': exposed,
  }
  const { response } = evaluate(crossOrigin({ credentials }), [{ status: 200, headers }])
  return response?.headers.map(([name]) => name)
}

t.test('only the safelisted response headers are visible', async (t) => {
  const headers = { ...HEADERS, ...PRIVATE, 'access-control-allow-origin': '*' }
  const { response } = evaluate(crossOrigin(), [{ status: 206, headers }])
  t.strictSame(response, {
    type: 'cors',
    status: 206,
    url: 'https://api.test/',
    headers: Object.entries(HEADERS).map(([name, value]) => [name.toLowerCase(), value]),
    hiddenHeaders: ['access-control-allow-origin', 'etag', 'server', 'set-cookie', 'x-total'],
    body: true,
    taintsCanvas: false,
  })
})

t.test('Access-Control-Expose-Headers adds visible headers', async (t) => {
  t.strictSame(visibleNames(undefined), [])
  t.strictSame(visibleNames('x-total'), ['x-total'])
  t.strictSame(visibleNames('X-TOTAL,etag'), ['etag', 'x-total'])
  t.strictSame(visibleNames(['x-total', 'etag']), ['etag', 'x-total'])
  t.strictSame(visibleNames('x-total, set-cookie, Set-Cookie2'), ['x-total'])
  t.strictSame(visibleNames('x-total,,@#$#%%&^&^*()()11!'), [])
  t.strictSame(visibleNames('x-total x'), [])
  const all = [
    'access-control-allow-credentials',
    'access-control-allow-origin',
    'access-control-expose-headers',
    'etag',
    'server',
    'x-total',
  ]
  t.strictSame(visibleNames('*'), all)
  t.strictSame(visibleNames('x-total, *'), all)
  t.strictSame(visibleNames('*', 'include'), [])
  t.strictSame(visibleNames('*, etag', 'include'), ['etag'])
})

t.test('parsing', async (t) => {
  const rows: [string | readonly string[], boolean][] = [
    ['BB-8', true],
    ['bb-8,,', true],
    ['bb-8, no, no', true],
    [['no', 'bb-8'], true],
    ['\tbb-8\t', true],
    ['', false],
    ['bb-8,no no', false],
    ['bb-8;x', false],
    ['"bb-8"', false],
    ['\u000cbb-8', false],
    ['\u00a0bb-8', false],
    ['bb-8?', false],
  ]
  for (const [value, exposed] of rows) {
    const headers = toHeaderList({ 'access-control-expose-headers': value })
    t.equal(exposedHeaderNames(headers, 'omit').has('bb-8'), exposed, JSON.stringify(value))
  }
})

t.test('lines of one name are joined', async (t) => {
  const { response } = evaluate({ origin: PAGE, url: '/' }, [{ status: 200, headers: PRIVATE }])
  t.match(response, { type: 'basic', hiddenHeaders: ['set-cookie'] })
  t.strictSame(response?.headers, [
    ['etag', '"1"'],
    ['server', 'x'],
    ['x-total', '1, 2'],
  ])
})

t.test('an opaque response shows nothing', async (t) => {
  const { response, outcome } = evaluate(crossOrigin({ mode: 'no-cors' }), [
    { status: 404, headers: { ...HEADERS, 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' } },
  ])
  t.equal(outcome, 'opaque')
  t.match(response, { type: 'opaque', status: 0, url: '', headers: [], body: false, taintsCanvas: true })
})

t.test('no body for HEAD and for null body statuses', async (t) => {
  const bodyOf = (method: string, status: number) =>
    evaluate({ origin: PAGE, url: '/', method }, [{ status }]).response?.body
  t.equal(bodyOf('GET', 200), true)
  t.equal(bodyOf('GET', 404), true)
  t.equal(bodyOf('HEAD', 200), false)
  for (const status of [204, 205, 304]) t.equal(bodyOf('GET', status), false, String(status))
})

t.test('safelisted by name', async (t) => {
  for (const name of Object.keys(HEADERS)) t.equal(isSafelistedResponseHeader(name.toLowerCase()), true, name)
  t.equal(isSafelistedResponseHeader('etag'), false)
})

t.test('the script sees the URL without its fragment, and with a user and a password', async (t) => {
  const responses = [{ status: 302, headers: { Location: 'https://u:p@app.test/b?c#d' } }, { status: 200 }]
  const { response, sent } = evaluate({ origin: PAGE, url: '/a#e' }, responses)
  t.equal(response?.url, 'https://u:p@app.test/b?c')
  t.strictSame(
    sent.map(({ url }) => url),
    ['https://app.test/a', 'https://app.test/b?c'],
    'what is requested has none of them',
  )
})
