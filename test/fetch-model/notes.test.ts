import t from 'tap'
import { formRequest, webSocketRequest } from '../../src/fetch-model/api-requests.js'
import { fontRequest, imageRequest, mediaRequest } from '../../src/fetch-model/element-requests.js'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import type { ServerResponse } from '../../src/fetch-model/exchange.js'
import type { NoteFact } from '../../src/fetch-model/notes.js'
import { isCookieForOtherSites } from '../../src/fetch-model/remarks.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { crossOrigin, OTHER, outcomeOf, PAGE, reasonOf, sentBy } from './outcomes.js'

const OPEN = { status: 200, headers: { 'access-control-allow-origin': '*' } }

/** The notes, without their texts. */
function notesOn(request: BrowserRequest, ...responses: ServerResponse[]): readonly NoteFact[] {
  return evaluate(request, responses).notes.map(({ text, ...fact }) => {
    t.ok(text.length > 0)
    return fact as NoteFact
  })
}

function codesOn(request: BrowserRequest, ...responses: ServerResponse[]): readonly string[] {
  return notesOn(request, ...responses).map(({ code }) => code)
}

t.test('an https page that asks for http is blocked, and nothing is sent', async (t) => {
  const rows: [BrowserRequest, string][] = [
    [crossOrigin({ url: 'http://api.test/' }), 'mixed-content'],
    [crossOrigin({ url: 'http://api.test/', mode: 'no-cors' }), 'mixed-content'],
    [crossOrigin({ url: 'http://10.0.0.1/' }), 'mixed-content'],
    [crossOrigin({ url: 'http://app.test/' }), 'mixed-content'],
    [crossOrigin({ url: 'http://localhost.test/' }), 'mixed-content'],
    [crossOrigin({ url: 'http://[::2]/', method: 'PUT' }), 'mixed-content'],
    [imageRequest(PAGE, 'http://10.0.0.1/a.png'), 'response-opaque'],
    [webSocketRequest(PAGE, 'ws://api.test/'), 'mixed-content'],
    [crossOrigin({ url: 'http://127.0.0.1:3000/' }), 'readable'],
    [crossOrigin({ url: 'http://127.9.9.9/' }), 'readable'],
    [crossOrigin({ url: 'http://[::1]/' }), 'readable'],
    [crossOrigin({ url: 'http://localhost/' }), 'readable'],
    [crossOrigin({ url: 'http://api.localhost/' }), 'readable'],
    [crossOrigin({ url: OTHER }), 'readable'],
    [crossOrigin({ origin: 'http://app.test', url: 'http://api.test/' }), 'readable'],
    [crossOrigin({ origin: 'null', url: 'http://api.test/' }), 'readable'],
    [crossOrigin({ origin: 'capacitor://localhost', url: 'http://api.test/' }), 'readable'],
    [formRequest(PAGE, 'http://api.test/', { method: 'POST' }), 'response-navigated'],
  ]
  for (const [request, expected] of rows) {
    const evaluation = evaluate(request, [OPEN])
    t.equal(reasonOf(evaluation), expected, JSON.stringify(request))
    if (expected !== 'mixed-content') continue
    t.match(evaluation, { outcome: 'blocked', sent: [] })
    t.match(evaluation.steps.at(-1), { step: 'mixed-content', ok: false, detail: /blocks? this as mixed content/ })
  }
})

t.test('each redirect is checked', async (t) => {
  const away = (location: string) => ({ status: 302, headers: { location, 'access-control-allow-origin': '*' } })
  const evaluation = evaluate(crossOrigin(), [away('http://third.test/'), OPEN])
  t.equal(reasonOf(evaluation), 'mixed-content')
  t.strictSame(sentBy(evaluation), ['GET https://api.test/'])
  t.equal(outcomeOf(crossOrigin(), [away('https://third.test/'), OPEN]), 'readable')
  t.strictSame(codesOn(crossOrigin(), away('http://localhost/'), OPEN), [
    'mixed-content-loopback',
    'local-network-access',
  ])
})

t.test('images and media are requested over https instead', async (t) => {
  for (const request of [
    imageRequest(PAGE, 'http://cdn.test/a.png?b'),
    imageRequest(PAGE, 'http://cdn.test/a.png?b', 'anonymous'),
    mediaRequest('audio', PAGE, 'http://cdn.test/a.png?b'),
    mediaRequest('video', PAGE, 'http://cdn.test/a.png?b'),
  ]) {
    const evaluation = evaluate(request, [OPEN])
    t.strictSame(sentBy(evaluation), ['GET https://cdn.test/a.png?b'])
    t.ok(evaluation.notes.some(({ code }) => code === 'mixed-content-upgraded'))
  }
})

t.test('an image from an IP address is displayed', async (t) => {
  for (const url of ['http://192.0.2.1/a.png', 'http://[2001:db8::1]/a.png']) {
    const evaluation = evaluate(imageRequest(PAGE, url), [OPEN])
    t.strictSame(sentBy(evaluation), [`GET ${url}`])
    t.equal(evaluation.notes[0]?.code, 'mixed-content-displayed')
  }
})

t.test('a local network differs by engine', async (t) => {
  const url = 'http://10.0.0.1/'
  t.strictSame(notesOn(crossOrigin({ url })), [{ code: 'mixed-content-local', url }])
  t.strictSame(codesOn(crossOrigin({ url: 'http://192.0.2.1/' })), [])
})

t.test('loopback differs by engine', async (t) => {
  t.strictSame(notesOn(crossOrigin({ url: 'http://127.0.0.1/a' }), OPEN)[0], {
    code: 'mixed-content-loopback',
    url: 'http://127.0.0.1/a',
  })
  const codes = codesOn(imageRequest(PAGE, 'http://127.0.0.1/a'), OPEN)
  t.notOk(codes.includes('mixed-content-loopback'), 'an image is shown by all')
})

t.test('local network access', async (t) => {
  const rows: [page: string, url: string, space: 'loopback' | 'local' | undefined][] = [
    [PAGE, 'https://localhost/', 'loopback'],
    [PAGE, 'https://127.0.0.1/', 'loopback'],
    [PAGE, 'https://[::1]/', 'loopback'],
    [PAGE, 'https://10.1.2.3/', 'local'],
    [PAGE, 'https://172.16.0.1/', 'local'],
    [PAGE, 'https://172.31.255.255/', 'local'],
    [PAGE, 'https://172.32.0.1/', undefined],
    [PAGE, 'https://192.168.0.1/', 'local'],
    [PAGE, 'https://192.169.0.1/', undefined],
    [PAGE, 'https://169.254.0.1/', 'local'],
    [PAGE, 'https://100.64.0.1/', 'local'],
    [PAGE, 'https://100.127.0.1/', 'local'],
    [PAGE, 'https://100.128.0.1/', undefined],
    [PAGE, 'https://10.example.com/', undefined],
    [PAGE, 'https://[fd00::1]/', 'local'],
    [PAGE, 'https://[fe80::1]/', 'local'],
    [PAGE, 'https://[2001:db8::1]/', undefined],
    [PAGE, 'https://printer.local/', 'local'],
    ['https://10.0.0.1', 'https://10.0.0.2/', undefined],
    ['https://10.0.0.1', 'https://127.0.0.1/', 'loopback'],
    ['http://localhost:3000', 'http://localhost:4000/', undefined],
    ['http://localhost:3000', 'http://10.0.0.1/', undefined],
    ['null', 'https://localhost/', undefined],
    ['capacitor://localhost', 'https://localhost/', undefined],
  ]
  for (const [origin, url, space] of rows) {
    const found = notesOn({ origin, url }, OPEN).find(({ code }) => code === 'local-network-access')
    const expected = { code: 'local-network-access', url: new URL(url).origin, space, secure: true }
    t.strictSame(found, space === undefined ? undefined : expected, `${origin} → ${url}`)
  }
  const insecure = evaluate({ origin: 'http://app.test', url: 'http://localhost/' }, [OPEN])
  t.match(insecure.notes, [{ code: 'local-network-access', secure: false, text: 'loopback' }])
  const secure = evaluate({ origin: PAGE, url: 'https://localhost/' }, [OPEN])
  t.match(secure.notes[0]?.text, '`loopback`')
})

t.test('cookies', async (t) => {
  const set = (...cookies: string[]) => ({
    status: 200,
    headers: {
      'access-control-allow-origin': PAGE,
      'access-control-allow-credentials': 'true',
      'set-cookie': cookies,
    },
  })
  const include = crossOrigin({ credentials: 'include' })
  const sameSite: BrowserRequest = { ...include, url: 'https://api.app.test/' }
  t.strictSame(notesOn(include, set()), [{ code: 'cookie-third-party', url: 'https://api.test', page: PAGE }])
  t.strictSame(codesOn(include, set('a=1; SameSite=None; Secure')), ['cookie-third-party'])
  t.strictSame(notesOn(include, set('a=1', 'b=2; samesite=none; secure', ' c ; SameSite=Lax')).at(-1), {
    code: 'cookie-same-site',
    url: 'https://api.test',
    names: ['a', 'c'],
  })
  t.strictSame(codesOn(sameSite, set('a=1')), [], 'the same site')
  t.strictSame(codesOn({ ...include, origin: 'https://alice.github.io', url: 'https://bob.github.io/' }, set()), [
    'cookie-third-party',
  ])
  t.strictSame(notesOn(crossOrigin(), set('a=1')), [{ code: 'cookie-ignored', names: ['a'] }])
  t.strictSame(codesOn(crossOrigin(), set()), [])
  t.strictSame(codesOn({ origin: PAGE, url: '/' }, set('a=1')), [])
  t.strictSame(codesOn(formRequest(PAGE, OTHER, { method: 'POST' }), set('a=1')), [], 'a navigation')
  const plain: BrowserRequest = { ...include, origin: 'http://app.test', url: 'http://api.app.test/' }
  t.strictSame(notesOn(plain, OPEN), [{ code: 'cookie-over-http', url: 'http://api.app.test', names: [] }])
  t.strictSame(notesOn(plain, set('a=1'))[0], { code: 'cookie-over-http', url: 'http://api.app.test', names: ['a'] })
  t.strictSame(codesOn({ ...plain, origin: 'http://localhost:1', url: 'http://localhost:2/' }, set('a=1')), [])
})

t.test('which cookies are for other sites', async (t) => {
  for (const cookie of [
    'a=1; SameSite=None; Secure',
    'a=1;secure;samesite=none',
    'a=1; SameSite=Lax; Secure; SameSite = None',
  ]) {
    t.ok(isCookieForOtherSites(cookie), cookie)
  }
  for (const cookie of [
    'a=1',
    'a=1; SameSite=None',
    'a=1; Secure',
    'samesite=none; secure',
    'a=1; SameSite=None; Secure; SameSite=Lax',
  ]) {
    t.notOk(isCookieForOtherSites(cookie), cookie)
  }
})

t.test('opaque responses', async (t) => {
  const image = imageRequest(PAGE, OTHER)
  const typed = (type: string, more = {}) => ({
    status: 200,
    headers: { 'content-type': type, 'cross-origin-resource-policy': 'cross-origin', ...more },
  })
  const isBlocked = (response: ServerResponse) => codesOn(image, response).includes('opaque-response-blocking')
  for (const type of [
    'text/html; charset=utf-8',
    'application/json',
    'text/xml',
    'application/ld+json',
    'APPLICATION/ATOM+XML',
  ]) {
    t.ok(isBlocked(typed(type)), type)
  }
  for (const type of ['image/png', 'text/plain', 'text/css', 'image/svg+xml', 'nonsense', '']) {
    t.notOk(isBlocked(typed(type)), type)
  }
  t.ok(isBlocked(typed('text/plain', { 'x-content-type-options': 'NoSniff' })))
  t.notOk(codesOn(crossOrigin(), typed('application/json')).includes('opaque-response-blocking'), 'cors')
  t.ok(codesOn(image, { status: 200 }).includes('embedder-policy'))
  t.notOk(codesOn(image, typed('image/png')).includes('embedder-policy'))
  t.notOk(codesOn({ ...image, embedderPolicy: 'credentialless' }, { status: 200 }).includes('embedder-policy'))
})

t.test('a note appears only once', async (t) => {
  const loop = {
    status: 307,
    headers: { location: '', 'access-control-allow-origin': PAGE, 'access-control-allow-credentials': 'true' },
  }
  const answers = [loop, loop, { ...loop, status: 200 }]
  t.strictSame(codesOn(crossOrigin({ credentials: 'include' }), ...answers), ['cookie-third-party'])
})

t.test('fonts of another origin', async (t) => {
  t.strictSame(codesOn(fontRequest(PAGE, OTHER), OPEN), ['font-without-cors'])
  t.strictSame(codesOn(fontRequest(PAGE, '/a.woff2'), OPEN), [])
})
