import t from 'tap'
import { explain } from '../../src/explain/explain.js'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { messageOf } from '../support/message-of.js'
import { PAGE } from './outcomes.js'

const OPEN = { status: 200, headers: { 'access-control-allow-origin': '*' } }

/** What a program without types may pass. */
function request(options: unknown): BrowserRequest {
  return options as BrowserRequest
}

t.test('a value of the wrong type is a TypeError that names it', async (t) => {
  const rows: Record<string, unknown>[] = [
    { credentials: true },
    { credentials: false },
    { credentials: 'BAD' },
    { mode: 'navigate' },
    { mode: 'websocket' },
    { mode: 'navigate', initiator: 'websocket' },
    { mode: 'CORS' },
    { redirect: 'nofollow' },
    { body: 'json' },
    { body: { a: 1 } },
    { destination: 'worker' },
    { initiator: 'img' },
    { embedderPolicy: true },
    { uploadListeners: 'yes' },
    { integrity: 'sha256-x' },
    { method: 1 },
    { method: null },
    { origin: undefined },
    { url: new URL(PAGE) },
    { headers: ['content-type'] },
    { headers: [['a', '1'], ['b']] },
    { headers: [[1, '1']] },
    { headers: 'a: b' },
    { headers: null },
    { headers: { a: null } },
    { headers: { a: ['1', {}] } },
    { headers: [['a', true]] },
    { withCredentials: true },
    { crossOrigin: 'anonymous' },
    { signal: null },
  ]
  const messages: string[] = []
  for (const options of rows) {
    const ask = () => evaluate(request({ origin: PAGE, url: '/', ...options }), [OPEN])
    t.throws(ask, { name: 'TypeError', message: new RegExp(`^${Object.keys(options)[0]}\\b`) }, JSON.stringify(options))
    messages.push(messageOf(ask))
  }
  t.matchSnapshot(messages.join('\n'))
  for (const nothing of [undefined, null, 'https://app.test']) {
    t.throws(() => evaluate(request(nothing), [OPEN]), { name: 'TypeError', message: /^request: / })
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
  const rows: [unknown][] = [
    [[{ status: '200' }]],
    [[{ status: 99 }]],
    [[{ status: 1000 }]],
    [[{ status: 200, headers: { a: {} } }]],
    [['200']],
    [[null]],
    [() => Promise.resolve(OPEN)],
    [OPEN],
    [undefined],
    [null],
  ]
  const messages: string[] = []
  for (const [responses] of rows) {
    const ask = () => evaluate({ origin: PAGE, url: 'https://api.test/' }, responses as never)
    t.throws(ask, TypeError)
    messages.push(messageOf(ask))
  }
  t.matchSnapshot(messages.join('\n'))
  t.equal(evaluate({ origin: PAGE, url: 'https://api.test/' }, new Set([OPEN])).outcome, 'readable')
})
