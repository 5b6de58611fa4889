import t from 'tap'
import { explain } from '../../src/explain/explain.js'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { PAGE } from './outcomes.js'

const OPEN = { status: 200, headers: { 'access-control-allow-origin': '*' } }

/** What a program without types may pass. */
function request(options: unknown): BrowserRequest {
  return options as BrowserRequest
}

t.test('a value of the wrong type is a TypeError that names it', async (t) => {
  const rows: [Record<string, unknown>, RegExp][] = [
    [{ credentials: true }, /^credentials: expected .*'include', got true\. Did you mean 'include'\?$/],
    [{ credentials: false }, /Did you mean 'same-origin'\?$/],
    [{ credentials: 'BAD' }, /^credentials: .*got "BAD"$/],
    [{ mode: 'navigate' }, /^mode: only a form request has the mode "navigate"/],
    [{ mode: 'websocket' }, /^mode: only a websocket request has/],
    [{ mode: 'navigate', initiator: 'websocket' }, /^mode: only a form request/],
    [{ mode: 'CORS' }, /^mode: expected one of 'cors', 'no-cors', 'same-origin', got "CORS"$/],
    [{ redirect: 'nofollow' }, /^redirect: expected one of 'follow'/],
    [{ body: 'json' }, /^body: .*got "json"\. Did you mean 'text'\?$/],
    [{ body: { a: 1 } }, /^body: .*got an object$/],
    [{ destination: 'worker' }, /^destination: expected one of '', 'image', 'font'/],
    [{ initiator: 'img' }, /^initiator: expected one of 'fetch'/],
    [{ embedderPolicy: true }, /^embedderPolicy: expected one of 'unsafe-none'/],
    [{ uploadListeners: 'yes' }, /^uploadListeners: expected true or false, got "yes"$/],
    [{ integrity: 'sha256-x' }, /^integrity: expected true or false/],
    [{ method: 1 }, /^method: expected a string, got 1$/],
    [{ method: null }, /^method: expected a string, got null$/],
    [{ origin: undefined }, /^origin: expected a string, got undefined$/],
    [{ url: new URL(PAGE) }, /^url: expected a string, got an object$/],
    [{ headers: ['content-type'] }, /^headers\[0\]: expected \[name, value\], got "content-type"$/],
    [{ headers: [['a', '1'], ['b']] }, /^headers\[1\]: expected \[name, value\], got an array$/],
    [{ headers: [[1, '1']] }, /^headers\[0\]: expected \[name, value\]/],
    [{ headers: 'a: b' }, /^headers: expected an object such as .*, got "a: b"$/],
    [{ headers: null }, /^headers: expected an object/],
    [{ headers: { a: null } }, /^headers\['a'\]: expected a string or a number, got null$/],
    [{ headers: { a: ['1', {}] } }, /^headers\['a'\]: expected a string or a number, got an object$/],
    [{ headers: [['a', true]] }, /^headers\[0\]\[1\]: expected a string or a number, got true$/],
    [{ withCredentials: true }, /^withCredentials: unknown option\. Did you mean credentials: 'include'\?$/],
    [{ crossOrigin: 'anonymous' }, /^crossOrigin: unknown option\. Did you mean imageRequest\(\)/],
    [{ signal: null }, /^signal: unknown option$/],
  ]
  for (const [options, message] of rows) {
    const asked = request({ origin: PAGE, url: '/', ...options })
    t.throws(() => evaluate(asked, [OPEN]), { name: 'TypeError', message }, JSON.stringify(options))
  }
  for (const nothing of [undefined, null, 'https://app.test']) {
    t.throws(() => evaluate(request(nothing), [OPEN]), { name: 'TypeError', message: /^request: expected an object/ })
  }
})

t.test('explain names them, too', async (t) => {
  const options = { origin: PAGE, credentials: true }
  t.throws(() => explain({ origins: [PAGE] }, options as never), { name: 'TypeError', message: /^credentials:/ })
  const response = { headers: 'x' }
  t.throws(() => explain({ origins: [PAGE] }, { origin: PAGE, response } as never), {
    name: 'TypeError',
    message: /^response\.headers:/,
  })
})

t.test('accepts every value that fetch accepts', async (t) => {
  const { sent } = evaluate(
    request({ origin: PAGE, url: 'https://api.test/', headers: { 'X-N': 1, list: [2, '3'], none: undefined } }),
    [],
  )
  t.match(sent[0]?.headers, [
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', 'GET'],
    ['Access-Control-Request-Headers', 'list,x-n'],
  ])
  const own = evaluate(request({ origin: PAGE, url: '/', headers: new Headers({ a: 'b' }), method: undefined }), [OPEN])
  t.strictSame(own.sent[0]?.headers[0], ['a', 'b'])
})

t.test('responses', async (t) => {
  const rows: [unknown, RegExp][] = [
    [[{ status: '200' }], /^response\.status: expected a status from 100 to 999, got "200"$/],
    [[{ status: 99 }], /got 99$/],
    [[{ status: 1000 }], /got 1000$/],
    [[{ status: 200, headers: { a: {} } }], /^response\.headers\['a'\]: expected a string or a number/],
    [['200'], /^response: expected an object, got "200"$/],
    [[null], /^response: expected an object, got null$/],
    [() => Promise.resolve(OPEN), /^response is a promise, and evaluate\(\) is synchronous/],
    [OPEN, /^responses: expected an array of responses or a function, got an object$/],
    [undefined, /^responses: expected/],
    [null, /^responses: expected/],
  ]
  for (const [responses, message] of rows) {
    t.throws(() => evaluate({ origin: PAGE, url: 'https://api.test/' }, responses as never), {
      name: 'TypeError',
      message,
    })
  }
  t.equal(evaluate({ origin: PAGE, url: 'https://api.test/' }, new Set([OPEN])).outcome, 'readable')
})
