import t from 'tap'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import { getHeader } from '../../src/fetch-model/header-list.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { crossOrigin, OTHER, outcomeOf, PAGE, reasonOf, sentBy } from './outcomes.js'

const OPEN = { status: 200, headers: { 'access-control-allow-origin': '*' } }

t.test('requests that the browser refuses to a script', async (t) => {
  const rows: [Partial<BrowserRequest>, string][] = [
    [{ url: 'https://' }, 'url-invalid'],
    [{ url: '/path', origin: 'null' }, 'url-invalid'],
    [{ url: 'https://user@api.test/' }, 'url-credentials'],
    [{ url: 'https://:pass@api.test/' }, 'url-credentials'],
    [{ method: 'A B' }, 'method-invalid'],
    [{ method: '' }, 'method-invalid'],
    [{ method: 'trace' }, 'method-forbidden'],
    [{ method: 'CONNECT' }, 'method-forbidden'],
    [{ method: 'PUT', mode: 'no-cors' }, 'method-not-safelisted'],
    [{ headers: { 'a b': '' } }, 'header-invalid'],
    [{ headers: { a: '1\r\n2' } }, 'header-invalid'],
    [{ headers: { a: '1\u00002' } }, 'header-invalid'],
    [{ headers: { a: '\u20ac' } }, 'header-invalid'],
    [{ body: 'text' }, 'body-with-get'],
    [{ body: 'text', method: 'head' }, 'body-with-get'],
    [{ body: 'stream', method: 'POST', mode: 'no-cors' }, 'stream-mode'],
  ]
  for (const [request, reason] of rows) {
    const evaluation = evaluate(crossOrigin(request), () => OPEN)
    t.equal(reasonOf(evaluation), reason, JSON.stringify(request))
    t.equal(evaluation.outcome, 'blocked')
    t.strictSame(evaluation.sent, [])
  }
})

t.test('unusual requests that are valid', async (t) => {
  const requests: Partial<BrowserRequest>[] = [
    { method: 'post', mode: 'no-cors' },
    { headers: { a: ' \r\n1 ' }, origin: OTHER },
    { headers: { a: '\u00ff' }, origin: OTHER },
    { url: 'https://@api.test/' },
    { body: 'bytes', method: 'post' },
  ]
  for (const request of requests) {
    t.not(evaluate(crossOrigin(request), () => OPEN).outcome, 'blocked', JSON.stringify(request))
  }
})

t.test('the page’s origin is read as a browser writes it', async (t) => {
  for (const origin of ['https://APP.test:443/path', PAGE]) {
    const { sent } = evaluate(crossOrigin({ origin }), [OPEN])
    t.equal(getHeader(sent[0]?.headers ?? [], 'Origin'), PAGE, origin)
  }
  for (const origin of ['null', 'capacitor://localhost', 'nonsense']) {
    const { sent } = evaluate(crossOrigin({ origin }), [OPEN])
    t.equal(getHeader(sent[0]?.headers ?? [], 'Origin'), origin)
  }
  t.strictSame(sentBy(evaluate({ origin: PAGE, url: '/a?b#c' }, [OPEN])), ['GET https://app.test/a?b'])
})

t.test('methods are normalised, and the step says so', async (t) => {
  const { sent, steps } = evaluate(crossOrigin({ method: 'post' }), [OPEN])
  t.equal(sent[0]?.method, 'POST')
  t.match(steps[0], { step: 'request-method', ok: true })
})

t.test('forbidden headers are dropped silently', async (t) => {
  const headers = { Cookie: 'a=b', Host: 'x', 'X-HTTP-Method-Override': 'TRACE', 'Sec-X': '1' }
  const { sent, steps, outcome } = evaluate(crossOrigin({ headers }), [OPEN])
  t.equal(outcome, 'readable')
  t.strictSame(sent.length, 1)
  t.strictSame(
    sent[0]?.headers.map(([name]) => name),
    ['Accept', 'Origin'],
  )
  t.match(steps[0], { step: 'request-headers', ok: true, detail: /Cookie, Host, X-HTTP-Method-Override, Sec-X/ })
})

t.test('no-cors mode accepts only safelisted headers, and checks joined values', async (t) => {
  const headers: [string, string][] = [
    ['Content-Type', 'application/json'],
    ['X-A', '1'],
    ['Range', 'bytes=0-'],
    ['Accept', 'a'.repeat(100)],
    ['Accept', 'b'.repeat(100)],
    ['Accept-Language', 'de'],
  ]
  const { sent } = evaluate(crossOrigin({ headers, mode: 'no-cors' }), [OPEN])
  t.strictSame(sent[0]?.headers, [
    ['Accept', 'a'.repeat(100)],
    ['Accept-Language', 'de'],
  ])
})

t.test('a body brings a Content-Type, if the script sets none', async (t) => {
  const rows: [BrowserRequest['body'], string | undefined][] = [
    ['text', 'text/plain;charset=UTF-8'],
    ['urlencoded', 'application/x-www-form-urlencoded;charset=UTF-8'],
    ['form-data', 'multipart/form-data; boundary=----formdata'],
    ['bytes', undefined],
    [undefined, undefined],
  ]
  for (const [body, type] of rows) {
    const { sent } = evaluate(crossOrigin({ method: 'POST', body }), [OPEN])
    t.equal(getHeader(sent[0]?.headers ?? [], 'content-type'), type, String(body))
    t.equal(sent.length, 1)
  }
  const json = { method: 'POST', body: 'text', headers: { 'content-type': 'application/json' } } as const
  t.equal(outcomeOf(crossOrigin(json), [OPEN]), 'header-not-allowed')
  t.equal(outcomeOf(crossOrigin({ ...json, mode: 'no-cors' }), [OPEN]), 'response-opaque')
})

t.test('Accept is what the browser sends for what it loads', async (t) => {
  const accept = (request: Partial<BrowserRequest>) =>
    getHeader(evaluate(crossOrigin(request), [OPEN]).sent[0]?.headers ?? [], 'accept')
  t.equal(accept({}), '*/*')
  t.equal(accept({ destination: '' }), '*/*')
  t.equal(accept({ destination: 'image' }), 'image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5')
  t.equal(accept({ headers: { accept: 'text/css' } }), 'text/css')
})
