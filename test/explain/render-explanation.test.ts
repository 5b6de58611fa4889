import t from 'tap'
import { explain } from '../../src/explain/explain.js'
import { renderExplanation } from '../../src/explain/render-explanation.js'
import { printable } from '../../src/explain/text-style.js'
import { createBrowser } from '../../src/fetch-model/browser.js'
import { evaluate } from '../../src/fetch-model/evaluate.js'

const PAGE = 'https://app.test'

t.test('renders a request that is refused', async (t) => {
  const explanation = explain({ origins: [PAGE] }, { origin: PAGE, url: 'https://api.test/', method: 'PUT' })
  t.equal(
    renderExplanation(explanation),
    `PUT https://api.test/ from https://app.test (mode cors, credentials same-origin)

→ OPTIONS https://api.test/ (preflight, without credentials)
    Accept: */*
    Access-Control-Request-Method: PUT
    Origin: https://app.test
← 204 (origin-allowed)
    Access-Control-Allow-Origin: https://app.test
    Vary: Origin

blocked at preflight-method [method-not-allowed]: Access-Control-Allow-Methods does not contain PUT
  https://fetch.spec.whatwg.org/#cors-preflight-fetch

Fix
  add 'PUT' to methods

Console
  Chromium: Access to fetch at 'https://api.test/' from origin 'https://app.test' has been blocked by CORS policy: Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.
  Firefox: Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.test/. (Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’).
  WebKit: Method PUT is not allowed by Access-Control-Allow-Methods.`,
  )
})

t.test('renders a request that is allowed', async (t) => {
  const request = { origin: PAGE, url: 'https://api.test/', credentials: 'include' } as const
  const headers = { 'access-control-allow-origin': PAGE, 'access-control-allow-credentials': 'true' }
  t.equal(
    renderExplanation(evaluate(request, [{ status: 200, headers: { ...headers, pragma: 'a', expires: '0' } }])),
    `GET https://api.test/ from https://app.test (mode cors, credentials include)

→ GET https://api.test/ (with credentials)
    Accept: */*
    Origin: https://app.test
← 200
    access-control-allow-origin: https://app.test
    access-control-allow-credentials: true
    pragma: a
    expires: 0

readable: the script can read the response and these headers: expires, pragma

Note
  https://api.test and https://app.test are different sites. Only cookies with SameSite=None; Secure are sent, and Safari, Firefox and many users' settings block or isolate those too.`,
  )
  t.match(renderExplanation(evaluate(request, [{ status: 200, headers }])), /but none of its headers$/m)
})

t.test('nothing sent, nothing received', async (t) => {
  t.equal(
    renderExplanation(evaluate({ origin: PAGE, url: 'https://api.test/', method: 'TRACE' }, [])),
    `TRACE https://api.test/ from https://app.test (mode cors, credentials same-origin)

blocked at request-method [method-forbidden]: Scripts cannot use the method TRACE
  https://fetch.spec.whatwg.org/#methods

Fix
  use another method: scripts cannot send TRACE`,
  )
  t.match(
    renderExplanation(evaluate({ origin: PAGE, url: 'https://api.test/' }, [])),
    /\n← no response\n\nblocked at network/,
  )
})

t.test('colours on request', async (t) => {
  const explanation = explain({ origins: [PAGE] }, { origin: 'https://b.test' })
  const text = renderExplanation(explanation, { color: true })
  t.match(text, '\u001b[31mblocked\u001b[0m at \u001b[1mcors-check\u001b[0m')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence starts with one
  t.equal(text.replace(/\u001b\[\d+m/g, ''), renderExplanation(explanation, { color: false }))
  t.notMatch(renderExplanation(explanation), '\u001b')
  t.match(renderExplanation(explain({ origins: '*' }, { origin: PAGE }), { color: true }), '\u001b[32mreadable')
})

t.test('escapes control characters of foreign text', async (t) => {
  const evil = '\u001b[2J\r\n\u0007\u009b\u202e'
  const evaluation = evaluate({ origin: `${PAGE}${evil}`, url: `/${evil}`, method: `A${evil}` }, [])
  const headers = { 'access-control-allow-origin': evil, [`x${evil}`]: evil }
  const answered = evaluate({ origin: PAGE, url: 'https://api.test/' }, [{ status: 200, headers }])
  for (const text of [renderExplanation(evaluation), renderExplanation(answered)]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    t.notMatch(text.replaceAll('\n', ''), /[\u0000-\u001f\u007f-\u009f\u202e]/)
  }
  t.equal(printable('a\u0000b\u202ec\u2028d\u007f’→'), 'a\\u0000b\\u202ec\\u2028d\\u007f’→')
})

t.test('a response from a cache', async (t) => {
  const browser = createBrowser({ now: () => 0 })
  const request = { origin: PAGE, url: 'https://api.test/' }
  const headers = { 'access-control-allow-origin': '*', 'cache-control': 'max-age=9' }
  browser.evaluate(request, [{ status: 200, headers }])
  t.equal(
    renderExplanation(browser.evaluate(request, [])),
    `GET https://api.test/ from https://app.test (mode cors, credentials same-origin)

← 200 (from the HTTP cache)
    access-control-allow-origin: *
    cache-control: max-age=9

readable: the script can read the response and these headers: cache-control`,
  )
})

t.test('names the headers that the browser drops', async (t) => {
  const request = { origin: PAGE, url: '/', headers: { cookie: 'a=1' } }
  t.match(renderExplanation(evaluate(request, [{ status: 200 }])), /^Note\n {2}The browser drops cookie/m)
})
