import t from 'tap'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import type { ServerResponse } from '../../src/fetch-model/exchange.js'
import { getHeader } from '../../src/fetch-model/header-list.js'
import { MAX_REDIRECTS } from '../../src/fetch-model/redirect.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { crossOrigin, OTHER, outcomeOf, PAGE, reasonOf, sentBy } from './outcomes.js'

const URLS = { local: `${PAGE}/`, remote: OTHER, remote2: 'https://third.test/' }
type Place = keyof typeof URLS

function allow(origin: string | undefined, rest: ServerResponse = { status: 200 }): ServerResponse {
  return { ...rest, headers: { ...rest.headers, 'access-control-allow-origin': origin } }
}

function redirectTo(location: string | readonly string[], status = 302): ServerResponse {
  return { status, headers: { location } }
}

t.test('the Origin after a redirect', async (t) => {
  type Row = [Place, string | undefined, Place, string | undefined, string]
  const rows: Row[] = [
    ['local', undefined, 'remote', '*', PAGE],
    ['local', undefined, 'remote', PAGE, PAGE],
    ['local', 'null', 'remote', 'null', 'blocked'],
    ['local', '*', 'remote', undefined, 'blocked'],
    ['remote', '*', 'local', '*', 'null'],
    ['remote', '*', 'local', PAGE, 'blocked'],
    ['remote', '*', 'local', 'null', 'null'],
    ['remote', PAGE, 'local', undefined, 'blocked'],
    ['remote', 'null', 'local', '*', 'blocked'],
    ['remote', undefined, 'local', '*', 'blocked'],
    ['remote', '*', 'remote', '*', PAGE],
    ['remote', PAGE, 'remote', PAGE, PAGE],
    ['remote', '*', 'remote', 'null', 'blocked'],
    ['remote', 'null', 'remote', '*', 'blocked'],
    ['remote', '*', 'remote2', '*', 'null'],
    ['remote', '*', 'remote2', PAGE, 'blocked'],
    ['remote', PAGE, 'remote2', 'null', 'null'],
    ['remote', PAGE, 'remote2', undefined, 'blocked'],
    ['remote', undefined, 'remote2', '*', 'blocked'],
    ['remote', '*', 'remote2', 'https://api.test', 'blocked'],
  ]
  for (const [from, first, to, second, expected] of rows) {
    const request = { origin: PAGE, url: URLS[from] }
    const { outcome, sent } = evaluate(request, [allow(first, redirectTo(URLS[to])), allow(second)])
    const origin = getHeader(sent[1]?.headers ?? [], 'origin')
    t.equal(outcome === 'readable' ? origin : outcome, expected, `${from} ${first} → ${to} ${second}`)
  }
})

t.test('a foreign server cannot redirect back to the page’s origin to make the response readable', async (t) => {
  const request = crossOrigin({ credentials: 'include' })
  const headers = {
    'access-control-allow-origin': PAGE,
    'access-control-allow-credentials': 'true',
    location: URLS.local,
  }
  const evaluation = evaluate(request, [{ status: 307, headers }, { status: 200 }])
  t.equal(reasonOf(evaluation), 'allow-origin-missing')
  t.strictSame(
    evaluation.sent.map(({ responseTainting, credentials }) => [responseTainting, credentials]),
    [
      ['cors', true],
      ['cors', true],
    ],
  )
})

t.test('a request that a redirect takes to a foreign origin gets its preflight there', async (t) => {
  const request = { origin: PAGE, url: '/', method: 'PUT', headers: { 'x-a': '1' } }
  const permit = {
    status: 204,
    headers: {
      'access-control-allow-origin': PAGE,
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': '*',
    },
  }
  const evaluation = evaluate(request, [redirectTo(OTHER, 307), permit, allow(PAGE)])
  t.equal(evaluation.outcome, 'readable')
  t.strictSame(sentBy(evaluation), ['PUT https://app.test/', 'OPTIONS https://api.test/', 'PUT https://api.test/'])
  t.strictSame(
    evaluation.sent.map(({ credentials }) => credentials),
    [true, false, false],
  )
})

t.test('a preflight is not redirected, and the request itself is, with another preflight', async (t) => {
  const put = crossOrigin({ method: 'PUT' })
  t.equal(outcomeOf(put, [allow('*', redirectTo('/b'))]), 'preflight-redirect')
  const permit = allow('*', { status: 200, headers: { 'access-control-allow-methods': 'PUT' } })
  const evaluation = evaluate(put, [permit, allow('*', redirectTo('/b', 308)), permit, allow('*')])
  t.equal(evaluation.outcome, 'readable')
  t.strictSame(
    evaluation.sent.map(({ kind, url }) => `${kind} ${url}`),
    [
      'preflight https://api.test/',
      'actual https://api.test/',
      'preflight https://api.test/b',
      'actual https://api.test/b',
    ],
  )
})

t.test('the method after a redirect', async (t) => {
  const rows: [string, number, string][] = [
    ['POST', 301, 'GET'],
    ['POST', 302, 'GET'],
    ['POST', 303, 'GET'],
    ['POST', 307, 'POST'],
    ['POST', 308, 'POST'],
    ['PUT', 301, 'PUT'],
    ['PUT', 302, 'PUT'],
    ['PUT', 303, 'GET'],
    ['GET', 303, 'GET'],
    ['HEAD', 301, 'HEAD'],
    ['HEAD', 303, 'HEAD'],
  ]
  for (const [method, status, expected] of rows) {
    const { sent } = evaluate({ origin: PAGE, url: '/', method }, [redirectTo('/b', status), { status: 200 }])
    t.equal(sent[1]?.method, expected, `${method} ${status}`)
  }
})

t.test('headers that describe a body are dropped with it', async (t) => {
  const headers = {
    'Content-Type': 'a/b',
    'content-language': 'de',
    'Content-Encoding': 'x',
    'Content-Location': '/',
    'X-A': '1',
  }
  const request = { origin: PAGE, url: '/', method: 'POST', body: 'bytes', headers } as const
  const namesAfter = (status: number) =>
    evaluate(request, [redirectTo('/b', status), { status: 200 }]).sent[1]?.headers.map(([name]) => name)
  t.strictSame(namesAfter(302), ['X-A', 'Accept'])
  t.strictSame(namesAfter(307), [...Object.keys(headers), 'Accept', 'Origin'])
})

t.test('Authorization stays with its origin', async (t) => {
  const request = { origin: PAGE, url: '/', headers: { Authorization: 'Bearer x' } }
  const same = evaluate(request, [redirectTo('/b'), { status: 200 }])
  t.equal(getHeader(same.sent[1]?.headers ?? [], 'authorization'), 'Bearer x')
  const other = evaluate(request, [redirectTo(OTHER), allow('*')])
  t.equal(other.outcome, 'readable')
  t.equal(getHeader(other.sent[1]?.headers ?? [], 'authorization'), undefined)
  t.match(other.steps.filter(({ step }) => step === 'redirect')[0]?.detail, /Authorization/)
})

t.test('redirects that fail', async (t) => {
  const own: BrowserRequest = { origin: PAGE, url: '/' }
  const rows: [BrowserRequest, ServerResponse, string][] = [
    [own, redirectTo('data:,x'), 'redirect-scheme'],
    [own, redirectTo('ftp://a.test/'), 'redirect-scheme'],
    [own, redirectTo('https://'), 'location-invalid'],
    [own, redirectTo(['/a', '/b']), 'location-invalid'],
    [own, redirectTo('https://u:p@api.test/'), 'redirect-credentials'],
    [own, redirectTo('https://u:@api.test/'), 'redirect-credentials'],
    [own, redirectTo('https://:p@api.test/'), 'redirect-credentials'],
    [crossOrigin(), allow('*', redirectTo('https://u:p@api.test/')), 'redirect-credentials'],
    [crossOrigin(), allow('*', redirectTo('https://u:p@app.test/')), 'redirect-credentials'],
    [crossOrigin(), redirectTo('/b'), 'allow-origin-missing'],
    [{ ...own, redirect: 'error' }, redirectTo('/b'), 'redirect-error'],
    [{ ...own, redirect: 'error' }, { status: 301 }, 'redirect-error'],
    [{ ...own, mode: 'same-origin' }, redirectTo(OTHER), 'mode-same-origin'],
    [{ ...own, method: 'POST', body: 'stream' }, redirectTo('/b', 307), 'redirect-stream'],
    [{ ...own, method: 'POST', body: 'stream' }, redirectTo('/b', 301), 'redirect-stream'],
  ]
  for (const [request, response, reason] of rows) {
    t.equal(outcomeOf(request, [response, allow('*')]), reason, JSON.stringify([request, response]))
  }
})

t.test('redirects that pass', async (t) => {
  const own: BrowserRequest = { origin: PAGE, url: '/' }
  const rows: [BrowserRequest, ServerResponse, string][] = [
    [own, redirectTo('https://u:p@app.test/'), 'readable'],
    [crossOrigin(), allow('*', redirectTo('https://@api.test/')), 'readable'],
    [{ ...own, mode: 'same-origin' }, redirectTo('https://u:p@app.test/'), 'readable'],
    [{ ...own, mode: 'no-cors' }, redirectTo('https://u:p@api.test/'), 'response-opaque'],
    [{ ...own, method: 'POST', body: 'stream' }, redirectTo('/b', 303), 'readable'],
    [own, { status: 302 }, 'readable'],
    [own, { status: 304, headers: { location: '/b' } }, 'readable'],
    [own, { status: 300, headers: { location: '/b' } }, 'readable'],
  ]
  for (const [request, response, outcome] of rows) {
    t.equal(outcomeOf(request, [response, allow('*')]), outcome, JSON.stringify([request, response]))
  }
  const { sent } = evaluate(own, [redirectTo('https://u:p@app.test/'), { status: 200 }])
  t.equal(sent[1]?.url, 'https://app.test/')
})

t.test('at most twenty redirects', async (t) => {
  const loop = evaluate({ origin: PAGE, url: '/' }, () => redirectTo(''))
  t.equal(reasonOf(loop), 'redirect-count')
  t.equal(loop.sent.length, MAX_REDIRECTS + 1)
  let left = MAX_REDIRECTS
  t.equal(
    outcomeOf({ origin: PAGE, url: '/' }, () => (left-- > 0 ? redirectTo('/') : { status: 200 })),
    'readable',
  )
})

t.test('with the redirect mode manual the script sees that there is one', async (t) => {
  for (const response of [redirectTo('/b'), redirectTo('data:,x'), { status: 308 }]) {
    const evaluation = evaluate({ origin: PAGE, url: '/', redirect: 'manual' }, [response])
    t.equal(evaluation.outcome, 'opaque')
    t.match(evaluation.response, {
      type: 'opaqueredirect',
      status: 0,
      url: 'https://app.test/',
      headers: [],
      body: false,
    })
  }
  t.equal(outcomeOf(crossOrigin({ redirect: 'manual' }), [redirectTo('/b')]), 'allow-origin-missing')
  t.equal(outcomeOf(crossOrigin({ redirect: 'manual' }), [allow('*', redirectTo('/b'))]), 'redirect-manual')
  t.equal(outcomeOf(crossOrigin({ redirect: 'manual' }), [allow('*')]), 'readable')
})
