import t from 'tap'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import { getHeader } from '../../src/fetch-model/header-list.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { crossOrigin, outcomeOf, PAGE, reasonOf, sentBy } from './outcomes.js'

const READABLE = {
  status: 200,
  headers: { 'access-control-allow-origin': PAGE, 'access-control-allow-credentials': 'true' },
}

/** An answer to a preflight, with the lists that are given. */
function permit(methods?: string | readonly string[], headers?: string | readonly string[]) {
  return {
    status: 204,
    headers: {
      ...READABLE.headers,
      'access-control-allow-methods': methods,
      'access-control-allow-headers': headers,
    },
  }
}

t.test('the headers of a preflight', async (t) => {
  const request = crossOrigin({
    url: 'https://api.test/a?b#c',
    method: 'put',
    credentials: 'include',
    headers: { 'X-Zeta': '1', 'Content-Type': 'application/json', accept: '*/*', 'x-alpha': '2' },
  })
  const { sent } = evaluate(request, [permit()])
  t.strictSame(sent, [
    {
      kind: 'preflight',
      method: 'OPTIONS',
      url: 'https://api.test/a?b',
      headers: [
        ['Accept', '*/*'],
        ['Access-Control-Request-Method', 'PUT'],
        ['Access-Control-Request-Headers', 'content-type,x-alpha,x-zeta'],
        ['Origin', PAGE],
      ],
      credentials: false,
      responseTainting: 'cors',
      site: 'cross-site',
    },
  ])
})

t.test('without unsafe headers there is no Access-Control-Request-Headers', async (t) => {
  const { sent } = evaluate(crossOrigin({ method: 'DELETE' }), [])
  t.equal(getHeader(sent[0]?.headers ?? [], 'access-control-request-headers'), undefined)
})

t.test('a preflight without an answer', async (t) => {
  const evaluation = evaluate(crossOrigin({ method: 'PUT' }), [])
  t.equal(reasonOf(evaluation), 'network-error')
  t.match(evaluation.steps.at(-1), { step: 'preflight-network', ok: false })
  t.strictSame(evaluation.received, [null])
})

t.test('its checks come in the order of the standard', async (t) => {
  const request = crossOrigin({ method: 'PUT', headers: { authorization: 'x', 'x-a': '1' } })
  const rows: [object, number, string, string][] = [
    [{}, 500, 'preflight-cors-check', 'allow-origin-missing'],
    [{ 'access-control-allow-origin': PAGE }, 500, 'preflight-status', 'preflight-not-ok'],
    [{ 'access-control-allow-origin': '*' }, 302, 'preflight-status', 'preflight-redirect'],
    [{ 'access-control-allow-origin': '*' }, 200, 'preflight-method', 'method-not-allowed'],
  ]
  for (const [headers, status, step, reason] of rows) {
    const { steps } = evaluate(request, [{ status, headers: { ...headers } }])
    t.match(steps.at(-1), { step, reason, spec: /^https:\/\/fetch\.spec\.whatwg\.org\/#cors-/ })
  }
  t.equal(outcomeOf(request, [permit('b@d', 'b@d')]), 'allow-methods-invalid')
  t.equal(outcomeOf(request, [permit('POST', 'b@d')]), 'allow-headers-invalid')
  t.equal(outcomeOf(request, [permit('POST', '')]), 'method-not-allowed')
  t.equal(outcomeOf(request, [permit('*', '*')]), 'authorization-not-allowed')
  t.equal(outcomeOf(request, [permit('*', 'authorization')]), 'header-not-allowed')
  t.equal(outcomeOf(request, [permit('*', '*,Authorization'), READABLE]), 'readable')
})

t.test('methods, headers and wildcards', async (t) => {
  type Row = [BrowserRequest['credentials'], string, string | string[], string, string | string[], string]
  const rows: Row[] = [
    ['omit', 'GET', 'get', 'X-Test', 'x-test', 'readable'],
    ['omit', 'GET', [], 'X-Test', 'X-TEST', 'readable'],
    ['omit', 'SUPER', '*', 'X-Test', 'x-test', 'readable'],
    ['omit', 'OK', '*', 'X-Test', '*', 'readable'],
    ['omit', 'OK', 'A, *', 'X-Test', ['x-a', '*'], 'readable'],
    ['include', 'OK', '*', 'X-Test', '*', 'method-not-allowed'],
    ['include', 'PUT', '*', '', [], 'method-not-allowed'],
    ['include', 'PUT', 'PUT', '', '*', 'readable'],
    ['include', 'GET', 'get', 'X-Test', '*', 'header-not-allowed'],
    ['include', 'GET', '*', 'X-Test', '*', 'header-not-allowed'],
    ['include', '*', '*', '*', '*', 'readable'],
    ['include', 'PUT', 'put', '', '*', 'method-not-allowed'],
    ['omit', 'PUT', 'put', '', '*', 'method-not-allowed'],
    ['omit', 'patch', 'PATCH', '', [], 'method-not-allowed'],
    ['omit', 'patch', 'patch', '', [], 'readable'],
    ['omit', 'put', 'PUT', '', [], 'readable'],
    ['omit', 'PUT', 'GET,,PUT ,', '', [], 'readable'],
    ['omit', 'PUT', ['GET', 'PUT'], '', [], 'readable'],
    ['omit', 'PUT', 'GET PUT', '', [], 'allow-methods-invalid'],
    ['omit', 'PUT', 'PUT', '', 'header name with space', 'allow-headers-invalid'],
    ['omit', 'GET', 'Bad method name', 'X-Test', 'x-test', 'allow-methods-invalid'],
    ['omit', 'GET', [], 'X-Test', [], 'header-not-allowed'],
    ['omit', 'GET', [], 'X-Test', 'x-tes, x-testt', 'header-not-allowed'],
  ]
  for (const [credentials, method, methods, header, headers, expected] of rows) {
    const request = crossOrigin({ credentials, method, headers: header === '' ? {} : { [header]: '1' } })
    const row = `${credentials} ${method} (${methods}) ${header} (${headers})`
    t.equal(outcomeOf(request, [permit(methods, headers), READABLE]), expected, row)
  }
})

t.test('the preflight is checked for the credentials of the request', async (t) => {
  const answer = { status: 200, headers: { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'PUT' } }
  t.equal(outcomeOf(crossOrigin({ method: 'PUT' }), [answer, answer]), 'readable')
  const evaluation = evaluate(crossOrigin({ method: 'PUT', credentials: 'include' }), [answer, answer])
  t.equal(reasonOf(evaluation), 'allow-origin-wildcard')
  t.match(evaluation.steps.at(-1), { step: 'preflight-cors-check' })
  t.equal(evaluation.sent.length, 1)
})

t.test('an upload needs a preflight, which does not have to list its method', async (t) => {
  for (const upload of [{ body: 'stream' }, { uploadListeners: true }] as const) {
    const evaluation = evaluate(crossOrigin({ method: 'POST', ...upload }), [permit(), READABLE])
    t.equal(evaluation.outcome, 'readable')
    t.strictSame(sentBy(evaluation), ['OPTIONS https://api.test/', 'POST https://api.test/'])
    t.equal(outcomeOf(crossOrigin({ method: 'PUT', ...upload }), [permit(), READABLE]), 'readable')
    t.equal(outcomeOf(crossOrigin({ method: 'PUT', ...upload }), [permit('DELETE'), READABLE]), 'method-not-allowed')
  }
})

t.test('to one’s own origin and in no-cors mode there is no preflight', async (t) => {
  const own = evaluate({ origin: PAGE, url: '/', method: 'PUT', headers: { 'x-a': '1' } }, [{ status: 200 }])
  t.equal(own.outcome, 'readable')
  t.strictSame(sentBy(own), ['PUT https://app.test/'])
  const noCors = evaluate(crossOrigin({ mode: 'no-cors', method: 'POST', uploadListeners: true }), [{ status: 200 }])
  t.strictSame(sentBy(noCors), ['POST https://api.test/'])
})
