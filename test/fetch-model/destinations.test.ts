import t from 'tap'
import { beaconRequest, eventSourceRequest, formRequest, webSocketRequest } from '../../src/fetch-model/api-requests.js'
import {
  fontRequest,
  imageRequest,
  mediaRequest,
  scriptRequest,
  styleRequest,
} from '../../src/fetch-model/element-requests.js'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import type { ServerResponse } from '../../src/fetch-model/exchange.js'
import { getHeader } from '../../src/fetch-model/header-list.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { OTHER, outcomeOf, PAGE, reasonOf } from './outcomes.js'

const BARE: ServerResponse = { status: 200 }
const OPEN: ServerResponse = { status: 200, headers: { 'access-control-allow-origin': '*' } }
const COOKIES: ServerResponse = {
  status: 200,
  headers: { 'access-control-allow-origin': PAGE, 'access-control-allow-credentials': 'true' },
}

t.test('what elements receive', async (t) => {
  const rows: [name: string, request: BrowserRequest, bare: string, open: string, cookies: boolean][] = [
    ['img', imageRequest(PAGE, OTHER), 'response-opaque', 'response-opaque', true],
    ['img anonymous', imageRequest(PAGE, OTHER, 'anonymous'), 'allow-origin-missing', 'readable', false],
    [
      'img credentials',
      imageRequest(PAGE, OTHER, 'use-credentials'),
      'allow-origin-missing',
      'allow-origin-wildcard',
      true,
    ],
    ['font', fontRequest(PAGE, OTHER), 'allow-origin-missing', 'readable', false],
    ['script', scriptRequest(PAGE, OTHER), 'response-opaque', 'response-opaque', true],
    ['script classic', scriptRequest(PAGE, OTHER, { type: 'classic' }), 'response-opaque', 'response-opaque', true],
    [
      'script anonymous',
      scriptRequest(PAGE, OTHER, { crossOrigin: 'anonymous' }),
      'allow-origin-missing',
      'readable',
      false,
    ],
    ['script integrity', scriptRequest(PAGE, OTHER, { integrity: true }), 'integrity-opaque', 'integrity-opaque', true],
    [
      'script integrity anonymous',
      scriptRequest(PAGE, OTHER, { integrity: true, crossOrigin: 'anonymous' }),
      'allow-origin-missing',
      'readable',
      false,
    ],
    ['module', scriptRequest(PAGE, OTHER, { type: 'module' }), 'allow-origin-missing', 'readable', false],
    [
      'module credentials',
      scriptRequest(PAGE, OTHER, { type: 'module', crossOrigin: 'use-credentials' }),
      'allow-origin-missing',
      'allow-origin-wildcard',
      true,
    ],
    ['style', styleRequest(PAGE, OTHER), 'response-opaque', 'response-opaque', true],
    ['style anonymous', styleRequest(PAGE, OTHER, 'anonymous'), 'allow-origin-missing', 'readable', false],
    ['audio', mediaRequest('audio', PAGE, OTHER), 'response-opaque', 'response-opaque', true],
    ['video anonymous', mediaRequest('video', PAGE, OTHER, 'anonymous'), 'allow-origin-missing', 'readable', false],
  ]
  for (const [name, request, bare, open, cookies] of rows) {
    t.equal(outcomeOf(request, [BARE]), bare, `${name}: nothing of CORS`)
    t.equal(outcomeOf(request, [OPEN]), open, `${name}: *`)
    const { sent } = evaluate(request, [OPEN])
    t.equal(sent.length, 1, `${name}: no preflight`)
    t.equal(sent[0]?.credentials, cookies, `${name}: credentials`)
    t.equal(getHeader(sent[0]?.headers ?? [], 'origin'), request.mode === 'no-cors' ? undefined : PAGE)
  }
  t.equal(evaluate(scriptRequest(PAGE, OTHER, { integrity: true }), [OPEN]).outcome, 'blocked')
  t.equal(outcomeOf(scriptRequest(PAGE, '/a.js', { integrity: true }), [BARE]), 'readable')
  t.match(evaluate(scriptRequest(PAGE, '/a.js', { integrity: true }), [BARE]).steps, [
    {},
    { step: 'integrity', ok: true },
  ])
})

t.test('Accept is what the browser sends for what it loads', async (t) => {
  const accept = (request: BrowserRequest) => getHeader(evaluate(request, [OPEN]).sent[0]?.headers ?? [], 'accept')
  t.equal(accept(styleRequest(PAGE, OTHER)), 'text/css,*/*;q=0.1')
  t.equal(accept(fontRequest(PAGE, OTHER)), '*/*')
  t.equal(accept(eventSourceRequest(PAGE, OTHER)), 'text/event-stream')
  t.match(accept(formRequest(PAGE, OTHER)), /^text\/html,/)
})

t.test('server-sent events', async (t) => {
  const events = (response: ServerResponse, status = 200): ServerResponse => ({
    status,
    headers: { ...response.headers, 'content-type': 'text/event-stream; charset=utf-8' },
  })
  const rows: [BrowserRequest, ServerResponse, string][] = [
    [eventSourceRequest(PAGE, OTHER), events(OPEN), 'readable'],
    [eventSourceRequest(PAGE, OTHER), events(BARE), 'allow-origin-missing'],
    [eventSourceRequest(PAGE, OTHER), OPEN, 'event-source-rejected'],
    [eventSourceRequest(PAGE, OTHER), events(OPEN, 204), 'event-source-rejected'],
    [eventSourceRequest(PAGE, OTHER, { withCredentials: true }), events(OPEN), 'allow-origin-wildcard'],
    [eventSourceRequest(PAGE, OTHER, { withCredentials: true }), events(COOKIES), 'readable'],
    [eventSourceRequest(PAGE, '/events'), events(BARE), 'readable'],
  ]
  for (const [request, response, expected] of rows) {
    const evaluation = evaluate(request, [response])
    t.equal(reasonOf(evaluation), expected, JSON.stringify([request, response]))
    t.strictSame(
      evaluation.sent.map(({ kind }) => kind),
      ['actual'],
    )
  }
  t.equal(evaluate(eventSourceRequest(PAGE, OTHER), [OPEN]).outcome, 'blocked')
})

t.test('forms go anywhere, with cookies, and no script reads the response', async (t) => {
  const post = evaluate(formRequest(PAGE, OTHER, { method: 'POST' }), [BARE])
  t.match(post, { outcome: 'opaque', response: { status: 0, headers: [] } })
  t.equal(reasonOf(post), 'response-navigated')
  t.match(post.sent, [{ method: 'POST', credentials: true, responseTainting: 'basic', site: 'cross-site' }])
  t.equal(getHeader(post.sent[0]?.headers ?? [], 'origin'), PAGE)
  t.match(getHeader(post.sent[0]?.headers ?? [], 'content-type'), /^application\/x-www-form-urlencoded/)
  const get = evaluate(formRequest(PAGE, 'https://user:password@api.test/'), [BARE])
  t.equal(reasonOf(get), 'response-navigated', 'a user in the URL is no obstacle')
  t.equal(getHeader(get.sent[0]?.headers ?? [], 'origin'), undefined)
  t.match(evaluate(formRequest(PAGE, '/a', { method: 'POST' }), [BARE]).sent, [{ site: 'same-origin' }])
  t.match(evaluate(formRequest(PAGE, 'https://api.app.test/'), [BARE]).sent, [{ site: 'same-site' }])
  for (const [enctype, type] of [
    ['text/plain', /^text\/plain/],
    ['multipart/form-data', /^multipart\/form-data/],
  ] as const) {
    const { sent } = evaluate(formRequest(PAGE, OTHER, { method: 'POST', enctype }), [BARE])
    t.match(getHeader(sent[0]?.headers ?? [], 'content-type'), type)
  }
})

t.test('sendBeacon', async (t) => {
  const text = evaluate(beaconRequest(PAGE, OTHER), [BARE])
  t.match(text, { outcome: 'opaque', sent: [{ kind: 'actual', method: 'POST', credentials: true }] })
  t.equal(reasonOf(text), 'response-discarded')
  const form = evaluate(beaconRequest(PAGE, OTHER, { body: 'urlencoded' }), [BARE])
  t.match(getHeader(form.sent[0]?.headers ?? [], 'content-type'), /urlencoded/)
  const json = beaconRequest(PAGE, OTHER, { body: 'bytes', type: 'application/json' })
  t.equal(outcomeOf(json, [BARE]), 'allow-origin-missing')
  const permitted = { status: 204, headers: { ...COOKIES.headers, 'access-control-allow-headers': 'content-type' } }
  const sent = evaluate(json, [permitted, COOKIES])
  t.equal(reasonOf(sent), 'response-discarded')
  t.strictSame(
    sent.sent.map(({ kind }) => kind),
    ['preflight', 'actual'],
  )
})

t.test('WebSocket handshakes', async (t) => {
  for (const url of ['wss://api.test/chat', 'https://api.test/chat']) {
    const evaluation = evaluate(webSocketRequest(PAGE, url), [{ status: 101 }])
    t.match(evaluation, { outcome: 'readable', notes: [{ code: 'websocket-origin' }] })
    t.match(evaluation.sent, [{ kind: 'actual', method: 'GET', url: 'https://api.test/chat', credentials: true }])
    t.equal(getHeader(evaluation.sent[0]?.headers ?? [], 'origin'), PAGE)
  }
  t.equal(evaluate(webSocketRequest('http://app.test', 'ws://api.test:81'), []).sent[0]?.url, 'http://api.test:81/')
  for (const status of [200, 302, 403]) {
    const refused = evaluate(webSocketRequest(PAGE, 'wss://api.test/'), [{ status, headers: { location: '/' } }])
    t.match(refused, { outcome: 'blocked' })
    t.match(refused.steps.at(-1), { step: 'handshake', reason: 'handshake-status', subject: String(status) })
  }
  t.equal(outcomeOf(webSocketRequest(PAGE, 'wss://api.test/'), []), 'network-error')
  t.equal(outcomeOf(webSocketRequest(PAGE, 'ftp://api.test/'), []), 'url-invalid')
})
