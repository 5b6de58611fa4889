import t from 'tap'
import { eventSourceRequest, webSocketRequest } from '../../src/fetch-model/api-requests.js'
import { type Browser, createBrowser } from '../../src/fetch-model/browser.js'
import { imageRequest } from '../../src/fetch-model/element-requests.js'
import type { Engine } from '../../src/fetch-model/engine.js'
import type { OutgoingRequest, ServerResponse } from '../../src/fetch-model/exchange.js'
import { getHeader, type HeaderFields } from '../../src/fetch-model/header-list.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { crossOrigin, PAGE, reasonOf } from './outcomes.js'

const PICTURE = 'https://cdn.test/a.png'
const START = Date.parse('2026-01-01T00:00:00Z')

/** A browser whose clock is set by hand. */
function clocked(engine: Engine = 'chromium') {
  const clock = { seconds: 0 }
  return { browser: createBrowser({ now: () => START + clock.seconds * 1000, engine }), clock }
}

/** What was sent, and what the script got: `GET: readable`. */
function run(browser: Browser, request: BrowserRequest, ...responses: ServerResponse[]): string {
  const evaluation = browser.evaluate(request, responses)
  const sent = evaluation.sent.map(({ method, headers }) =>
    getHeader(headers, 'if-none-match') ? `${method}?` : method,
  )
  return `${[...sent, ''].join(' ')}${reasonOf(evaluation)}`
}

function answer(headers: HeaderFields = {}, status = 200): ServerResponse {
  return { status, headers }
}

/** Answers with CORS headers only where there is an Origin, as most servers do. */
function careless(more: Record<string, string>) {
  return ({ headers }: OutgoingRequest): ServerResponse => {
    const origin = getHeader(headers, 'origin')
    return { status: 200, headers: origin === undefined ? more : { ...more, 'access-control-allow-origin': origin } }
  }
}

t.test('an <img> followed by a canvas', async (t) => {
  const canvas = imageRequest(PAGE, PICTURE, 'anonymous')
  const rows: [headers: Record<string, string>, engine: Engine, sent: number, reason: string][] = [
    [{ 'cache-control': 'max-age=60' }, 'chromium', 0, 'allow-origin-missing'],
    [{ 'cache-control': 'max-age=60' }, 'webkit', 0, 'allow-origin-missing'],
    // It keeps what it got without credentials apart.
    [{ 'cache-control': 'max-age=60' }, 'firefox', 1, 'readable'],
    [{ 'cache-control': 'max-age=60', vary: 'Origin' }, 'chromium', 1, 'readable'],
    [{ 'cache-control': 'max-age=60', vary: 'Accept-Encoding, origin' }, 'webkit', 1, 'readable'],
    [{ 'cache-control': 'no-store' }, 'chromium', 1, 'readable'],
    [{ 'cache-control': 'no-cache' }, 'chromium', 1, 'readable'],
  ]
  for (const [headers, engine, sent, reason] of rows) {
    const { browser } = clocked(engine)
    t.equal(reasonOf(browser.evaluate(imageRequest(PAGE, PICTURE), careless(headers))), 'response-opaque')
    const later = browser.evaluate(canvas, careless(headers))
    t.equal(`${later.sent.length} ${reasonOf(later)}`, `${sent} ${reason}`, `${engine} ${JSON.stringify(headers)}`)
  }
  const { browser } = clocked('firefox')
  browser.evaluate(imageRequest(PAGE, PICTURE), careless({ 'cache-control': 'max-age=60' }))
  const withCookies = browser.evaluate(imageRequest(PAGE, PICTURE, 'use-credentials'), careless({}))
  t.equal(`${withCookies.sent.length} ${reasonOf(withCookies)}`, '0 allow-origin-missing')
})

t.test('how long a response is fresh', async (t) => {
  const date = { date: new Date(START).toUTCString() }
  const rows: [headers: Record<string, string>, fresh: number, stale: number, status?: number][] = [
    [{ 'cache-control': 'max-age=10' }, 9, 10],
    [{ 'cache-control': 'public, Max-Age="10", max-age=99' }, 9, 10],
    [{ 'cache-control': 's-maxage=99, max-age=10' }, 9, 10],
    [{ 'cache-control': 'max-age=10', age: '4' }, 5, 6],
    [{ 'cache-control': 'max-age=10', age: 'old' }, 9, 10],
    [{ ...date, expires: new Date(START + 10_000).toUTCString() }, 9, 10],
    [{ expires: new Date(START + 10_000).toUTCString() }, 9, 10],
    [{ date: new Date(START - 4000).toUTCString(), 'cache-control': 'max-age=10' }, 5, 6],
    [{ ...date, 'last-modified': new Date(START - 100_000).toUTCString() }, 9, 10],
    [{ 'cache-control': 'max-age=10' }, 9, 10, 404],
    [{ 'cache-control': 'max-age=10' }, 9, 10, 500],
  ]
  const page: BrowserRequest = { origin: PAGE, url: '/a' }
  for (const [headers, fresh, stale, status = 200] of rows) {
    const { browser, clock } = clocked()
    browser.evaluate(page, [answer(headers, status)])
    clock.seconds = fresh
    t.equal(run(browser, page), 'readable', `fresh: ${JSON.stringify(headers)}`)
    clock.seconds = stale
    t.equal(run(browser, page, answer()), 'GET readable', `stale: ${JSON.stringify(headers)}`)
  }
})

t.test('responses that are never reused', async (t) => {
  const page: BrowserRequest = { origin: PAGE, url: '/a' }
  const fresh = { 'cache-control': 'max-age=99' }
  const rows: [headers: Record<string, string>, status: number][] = [
    [{ 'cache-control': 'max-age=99, no-store' }, 200],
    [{ 'cache-control': 'no-cache, max-age=99' }, 200],
    [{ 'cache-control': 'max-age=soon' }, 200],
    [{ expires: '0' }, 200],
    [{ expires: 'never' }, 200],
    [{ expires: '0', date: new Date(START).toUTCString() }, 200],
    [{ 'cache-control': ' , =, max-age' }, 200],
    [{ pragma: 'no-cache', expires: new Date(START + 99_000).toUTCString() }, 200],
    [{ 'last-modified': 'yesterday' }, 200],
    [{}, 200],
    [{}, 500],
    [fresh, 206],
    [{ ...fresh, vary: '*' }, 200],
  ]
  for (const [headers, status] of rows) {
    const { browser } = clocked()
    browser.evaluate(page, [answer(headers, status)])
    t.equal(run(browser, page, answer()), 'GET readable', JSON.stringify([headers, status]))
  }
  const { browser } = clocked()
  browser.evaluate(page, [answer({ ...fresh, pragma: 'no-cache' })])
  t.equal(run(browser, page), 'readable', 'Cache-Control goes before Pragma')
})

t.test('redirects are cached, and permanent ones for good', async (t) => {
  const { browser, clock } = clocked()
  const page: BrowserRequest = { origin: PAGE, url: '/a' }
  t.equal(run(browser, page, answer({ location: '/b' }, 301), answer()), 'GET GET readable')
  clock.seconds = 1e9
  t.equal(run(browser, page, answer()), 'GET readable')
  t.match(browser.evaluate(page, [answer()]).steps[1], {
    step: 'http-cache',
    fact: { code: 'cache-fresh', lifetime: null },
  })
})

t.test('a 304 refreshes the stored response and updates its headers', async (t) => {
  const { browser, clock } = clocked()
  const stored = {
    etag: '"1"',
    'cache-control': 'max-age=10',
    'access-control-allow-origin': PAGE,
    'x-a': '1',
    'content-type': 'a/b',
  }
  browser.evaluate(crossOrigin(), [answer(stored)])
  clock.seconds = 11
  const news = {
    'cache-control': 'max-age=20',
    'X-A': '2',
    'content-type': 'c/d',
    etag: '"2"',
    'access-control-expose-headers': 'x-a',
  }
  const evaluation = browser.evaluate(crossOrigin(), [answer(news, 304)])
  t.strictSame(evaluation.sent[0]?.headers.at(-1), ['If-None-Match', '"1"'])
  t.equal(evaluation.received[0]?.status, 304)
  t.match(evaluation, { outcome: 'readable', response: { status: 200 } })
  t.strictSame(evaluation.response?.headers, [
    ['cache-control', 'max-age=20'],
    ['content-type', 'a/b'],
    ['x-a', '2'],
  ])
  clock.seconds = 30
  t.equal(run(browser, crossOrigin()), 'readable')
  clock.seconds = 31
  t.equal(run(browser, crossOrigin(), answer({ ...stored, etag: '"3"' })), 'GET? readable')
  const { browser: other } = clocked()
  const modified = new Date(START).toUTCString()
  other.evaluate(crossOrigin(), [answer({ 'last-modified': modified, 'access-control-allow-origin': '*' })])
  const second = other.evaluate(crossOrigin(), [answer({}, 304)])
  t.strictSame(second.sent[0]?.headers.at(-1), ['If-Modified-Since', modified])
  t.equal(second.outcome, 'readable')
  t.equal(reasonOf(other.evaluate(crossOrigin(), [])), 'network-error')
})

t.test('a 304 for another origin does not help without CORS headers', async (t) => {
  const stored = { etag: '"1"', 'cache-control': 'max-age=10', vary: 'Origin' }
  const canvas = imageRequest(PAGE, PICTURE, 'anonymous')
  for (const [engine, sent] of [
    ['chromium', 'GET?'],
    ['webkit', 'GET'],
  ] as const) {
    const { browser } = clocked(engine)
    browser.evaluate(imageRequest(PAGE, PICTURE), [answer(stored)])
    const lacking = run(
      browser,
      canvas,
      sent === 'GET?' ? answer({}, 304) : answer({ 'access-control-allow-origin': PAGE }),
    )
    t.equal(lacking, sent === 'GET?' ? 'GET? allow-origin-missing' : 'GET readable', engine)
  }
  const { browser } = clocked()
  browser.evaluate(imageRequest(PAGE, PICTURE), [answer(stored)])
  t.equal(run(browser, canvas, answer({ 'access-control-allow-origin': PAGE }, 304)), 'GET? readable')
})

t.test('a script that sends its own condition gets the 304', async (t) => {
  const { browser } = clocked()
  const page: BrowserRequest = { origin: PAGE, url: '/a' }
  browser.evaluate(page, [answer({ 'cache-control': 'max-age=10' })])
  const own = browser.evaluate({ ...page, headers: { 'If-None-Match': '"x"' } }, [answer({}, 304)])
  t.match(own.response, { status: 304 })
  t.equal(run(browser, page), 'readable', 'what is stored stays')
})

t.test('Vary may name cookies and any header that the script sends', async (t) => {
  const { browser } = clocked()
  const stored = {
    'cache-control': 'max-age=10',
    vary: 'Cookie, X-Tenant',
    'access-control-allow-origin': PAGE,
    'access-control-allow-credentials': 'true',
  }
  const ask = (options: Partial<BrowserRequest>) => crossOrigin(options)
  t.equal(run(browser, ask({}), answer(stored)), 'GET readable')
  t.equal(run(browser, ask({})), 'readable')
  t.equal(run(browser, ask({ credentials: 'include' }), answer(stored)), 'GET readable')
  t.equal(run(browser, ask({ credentials: 'include' })), 'readable')
  const { steps } = browser.evaluate(ask({}), [answer(stored)])
  t.match(steps[2], { step: 'http-cache', fact: { code: 'cache-vary', field: 'cookie' } })
})

t.test('each site has a cache of its own', async (t) => {
  const { browser } = clocked()
  const picture = answer({ 'cache-control': 'max-age=10' })
  browser.evaluate(imageRequest(PAGE, PICTURE), [picture])
  t.equal(run(browser, imageRequest(PAGE, PICTURE)), 'response-opaque')
  t.equal(run(browser, imageRequest('https://www.app.test', PICTURE)), 'response-opaque', 'the same site')
  t.equal(run(browser, imageRequest('https://other.test', PICTURE), picture), 'GET response-opaque')
  t.equal(run(browser, imageRequest('null', PICTURE), picture), 'GET response-opaque')
  t.equal(run(browser, imageRequest('http://localhost:1', PICTURE), picture), 'GET response-opaque')
  t.equal(run(browser, imageRequest('http://localhost:2', PICTURE)), 'response-opaque')
})

t.test('unsafe requests invalidate the stored response', async (t) => {
  const { browser } = clocked()
  const page: BrowserRequest = { origin: PAGE, url: '/a' }
  const stored = answer({ 'cache-control': 'max-age=10' })
  browser.evaluate(page, [stored])
  t.equal(run(browser, { ...page, method: 'HEAD' }, answer()), 'HEAD readable')
  t.equal(run(browser, { ...page, method: 'POST' }, answer({}, 500)), 'POST readable')
  t.equal(run(browser, page), 'readable')
  t.equal(run(browser, { ...page, method: 'POST' }, answer()), 'POST readable')
  t.equal(run(browser, page, answer()), 'GET readable')
  t.equal(run(browser, page, answer({ 'cache-control': 'no-store' })), 'GET readable')
})

t.test('event sources and sockets have no cache', async (t) => {
  const { browser } = clocked()
  const stored = answer({ 'cache-control': 'max-age=10', 'content-type': 'text/event-stream' })
  const source = eventSourceRequest(PAGE, '/events')
  t.equal(run(browser, source, stored), 'GET readable')
  t.equal(run(browser, source, stored), 'GET readable')
  t.equal(run(browser, webSocketRequest(PAGE, '/events'), answer({}, 101)), 'GET readable')
})

t.test('preflights are remembered, up to the limit of each engine', async (t) => {
  const put = crossOrigin({ method: 'PUT' })
  const permit = (maxAge?: string) => ({
    status: 204,
    headers: {
      'access-control-allow-origin': PAGE,
      'access-control-allow-methods': 'PUT',
      'access-control-max-age': maxAge,
    },
  })
  const ok = answer({ 'access-control-allow-origin': PAGE })
  const rows: [Engine, maxAge: string | undefined, remembered: number][] = [
    ['chromium', '999999', 7200],
    ['firefox', '999999', 86_400],
    ['webkit', '999999', 600],
    ['webkit', '60', 60],
    ['chromium', undefined, 5],
  ]
  for (const [engine, maxAge, remembered] of rows) {
    const { browser, clock } = clocked(engine)
    t.equal(run(browser, put, permit(maxAge), ok), 'OPTIONS PUT readable')
    clock.seconds = remembered - 1
    t.equal(run(browser, put, ok), 'PUT readable', `${engine} ${maxAge}`)
    t.equal(run(browser, { ...put, origin: 'https://www.app.test' }, permit(maxAge)), 'OPTIONS allow-origin-mismatch')
    clock.seconds = remembered
    t.equal(run(browser, put, permit(maxAge), ok), 'OPTIONS PUT readable', `${engine} ${maxAge}, later`)
  }
  const { browser } = clocked()
  browser.evaluate(put, [permit('600'), ok])
  t.equal(run(browser, put, answer()), 'PUT allow-origin-missing')
  t.equal(run(browser, put, permit('0'), ok), 'OPTIONS PUT readable', 'a failure makes it ask again')
  t.equal(run(browser, put, permit('600'), ok), 'OPTIONS PUT readable', '0 is never remembered')
})

t.test('the clock of the machine is the default', async (t) => {
  const browser = createBrowser()
  const page: BrowserRequest = { origin: PAGE, url: '/a' }
  browser.evaluate(page, [answer({ 'cache-control': 'max-age=600' })])
  t.equal(run(browser, page), 'readable')
})
