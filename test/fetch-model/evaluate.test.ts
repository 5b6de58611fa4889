import t from 'tap'
import { eventSourceRequest } from '../../src/fetch-model/api-requests.js'
import { imageRequest } from '../../src/fetch-model/element-requests.js'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import { getHeader } from '../../src/fetch-model/header-list.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { crossOrigin, OTHER, outcomeOf, PAGE, reasonOf, sentBy } from './outcomes.js'

const OPEN = { status: 200, headers: { 'access-control-allow-origin': '*' } }

t.test('a simple request, step by step', async (t) => {
  const evaluation = evaluate(crossOrigin(), [OPEN])
  t.strictSame(evaluation, {
    request: { origin: PAGE, url: OTHER },
    outcome: 'readable',
    steps: evaluation.steps,
    sent: [
      {
        kind: 'actual',
        method: 'GET',
        url: OTHER,
        headers: [
          ['Accept', '*/*'],
          ['Origin', PAGE],
        ],
        credentials: false,
        responseTainting: 'cors',
        site: 'cross-site',
      },
    ],
    received: [{ status: 200, headers: [['access-control-allow-origin', '*']] }],
    response: {
      type: 'cors',
      status: 200,
      url: OTHER,
      headers: [],
      hiddenHeaders: ['access-control-allow-origin'],
      body: true,
      taintsCanvas: false,
    },
    last: { request: evaluation.sent[0], response: evaluation.received[0] },
    notes: [],
  })
  t.strictSame(
    evaluation.steps.map(({ step, ok }) => [step, ok]),
    [
      ['request-mode', true],
      ['preflight-needed', true],
      ['cors-check', true],
      ['filtered-response', true],
    ],
  )
  for (const { spec } of evaluation.steps) t.match(spec, /^https:\/\/fetch\.spec\.whatwg\.org\/#[a-z-]+$/)
})

t.test('an evaluation survives JSON', async (t) => {
  for (const evaluation of [
    evaluate(crossOrigin(), [OPEN]),
    evaluate(crossOrigin({ method: 'PUT' }), []),
    evaluate(crossOrigin({ headers: { 'x-a': '1' } }), [OPEN]),
    evaluate(imageRequest(PAGE, OTHER), [{ status: 302, headers: { location: '/b' } }, OPEN]),
    evaluate(eventSourceRequest(PAGE, OTHER), [OPEN]),
  ]) {
    t.strictSame(JSON.parse(JSON.stringify(evaluation)), evaluation)
  }
})

t.test('modes', async (t) => {
  const rows: [Partial<BrowserRequest>, string][] = [
    [{}, 'readable'],
    [{ mode: 'cors' }, 'readable'],
    [{ mode: 'no-cors' }, 'response-opaque'],
    [{ mode: 'no-cors', method: 'POST', body: 'text' }, 'response-opaque'],
    [{ mode: 'same-origin' }, 'mode-same-origin'],
    [{ mode: 'no-cors', redirect: 'manual' }, 'mode-no-cors-redirect'],
    [{ mode: 'no-cors', redirect: 'error' }, 'mode-no-cors-redirect'],
    [{ origin: 'null' }, 'readable'],
    [{ origin: 'null', mode: 'same-origin' }, 'mode-same-origin'],
    [{ url: 'ftp://api.test/' }, 'scheme-not-http'],
    [{ url: 'file:///etc/passwd', mode: 'no-cors' }, 'scheme-not-http'],
  ]
  for (const [request, expected] of rows) {
    t.equal(outcomeOf(crossOrigin(request), [OPEN]), expected, JSON.stringify(request))
  }
  for (const mode of ['cors', 'no-cors', 'same-origin'] as const) {
    t.equal(outcomeOf({ origin: PAGE, url: '/', mode }, [{ status: 500 }]), 'readable', mode)
  }
})

t.test('same-origin requests', async (t) => {
  const rows: [string, string, boolean][] = [
    ['https://app.test', 'https://app.test/x', true],
    ['https://app.test', 'https://APP.test:443/x', true],
    ['https://app.test', 'http://app.test/', false],
    ['https://app.test', 'https://app.test:8443/', false],
    ['https://app.test', 'https://www.app.test/', false],
    ['https://app.test', 'https://app.test./', false],
    ['http://localhost', 'http://127.0.0.1/', false],
    ['null', 'https://app.test/', false],
    ['capacitor://localhost', 'https://localhost/', false],
  ]
  for (const [origin, url, same] of rows) {
    t.equal(evaluate({ origin, url }, [{ status: 200 }]).outcome, same ? 'readable' : 'blocked', `${origin} ${url}`)
  }
})

t.test('the status of a response does not matter', async (t) => {
  for (const status of [200, 204, 206, 304, 400, 401, 403, 404, 500, 503]) {
    const evaluation = evaluate(crossOrigin(), [{ ...OPEN, status }])
    t.equal(evaluation.outcome, 'readable', String(status))
    t.equal(evaluation.response?.status, status)
  }
})

t.test('a connection that fails', async (t) => {
  for (const responses of [[], [undefined], () => undefined]) {
    const evaluation = evaluate(crossOrigin(), responses)
    t.equal(reasonOf(evaluation), 'network-error')
    t.match(evaluation.steps.at(-1), { step: 'network' })
    t.strictSame(evaluation.received, [null])
    t.equal(evaluation.response, undefined)
    t.notOk('response' in evaluation)
  }
})

t.test('takes any iterable of answers, and reads only as many as needed', async (t) => {
  function* answers() {
    yield OPEN
    t.fail('there is one request alone')
  }
  t.equal(outcomeOf(crossOrigin(), answers()), 'readable')
  t.equal(outcomeOf(crossOrigin(), new Set([OPEN])), 'readable')
})

t.test('when the Origin header is sent, and what it says', async (t) => {
  const rows: [BrowserRequest, string | undefined][] = [
    [{ origin: PAGE, url: '/' }, undefined],
    [{ origin: PAGE, url: '/', method: 'HEAD' }, undefined],
    [{ origin: PAGE, url: '/', method: 'POST' }, PAGE],
    [{ origin: PAGE, url: '/', method: 'POST', mode: 'same-origin' }, PAGE],
    [{ origin: PAGE, url: OTHER }, PAGE],
    [{ origin: PAGE, url: OTHER, mode: 'no-cors' }, undefined],
    [{ origin: PAGE, url: OTHER, mode: 'no-cors', method: 'POST' }, PAGE],
    [{ origin: PAGE, url: 'http://localhost/', mode: 'no-cors', method: 'POST' }, 'null'],
    [{ origin: PAGE, url: 'http://localhost/', method: 'POST' }, PAGE],
    [{ origin: 'http://app.test', url: 'http://api.test/', mode: 'no-cors', method: 'POST' }, 'http://app.test'],
    [{ origin: 'null', url: OTHER }, 'null'],
  ]
  for (const [request, origin] of rows) {
    const { sent } = evaluate(request, [OPEN])
    t.equal(getHeader(sent[0]?.headers ?? [], 'Origin'), origin, JSON.stringify(request))
  }
})

t.test('when credentials are included', async (t) => {
  const rows: [string, BrowserRequest['credentials'], boolean][] = [
    ['/', undefined, true],
    ['/', 'same-origin', true],
    ['/', 'include', true],
    ['/', 'omit', false],
    [OTHER, undefined, false],
    [OTHER, 'same-origin', false],
    [OTHER, 'include', true],
    [OTHER, 'omit', false],
  ]
  for (const [url, credentials, sent] of rows) {
    for (const mode of ['cors', 'no-cors'] as const) {
      const evaluation = evaluate({ origin: PAGE, url, credentials, mode }, [OPEN])
      t.equal(evaluation.sent[0]?.credentials, sent, `${url} ${credentials} ${mode}`)
    }
  }
})

t.test('images and canvases', async (t) => {
  const allowed = {
    status: 200,
    headers: { 'access-control-allow-origin': PAGE, 'access-control-allow-credentials': 'true' },
  }
  const plain = evaluate(imageRequest(PAGE, OTHER), [allowed])
  t.equal(plain.outcome, 'opaque')
  t.equal(plain.response?.taintsCanvas, true)
  t.match(plain.sent[0], { credentials: true })
  t.equal(getHeader(plain.sent[0]?.headers ?? [], 'origin'), undefined)
  t.equal(outcomeOf(imageRequest(PAGE, OTHER), [{ status: 200 }]), 'response-opaque')

  const anonymous = evaluate(imageRequest(PAGE, OTHER, 'anonymous'), [allowed])
  t.equal(anonymous.outcome, 'readable')
  t.equal(anonymous.response?.taintsCanvas, false)
  t.match(anonymous.sent[0], { credentials: false })
  t.equal(outcomeOf(imageRequest(PAGE, OTHER, 'anonymous'), [{ status: 200 }]), 'allow-origin-missing')

  t.equal(outcomeOf(imageRequest(PAGE, OTHER, 'use-credentials'), [allowed]), 'readable')
  t.equal(outcomeOf(imageRequest(PAGE, OTHER, 'use-credentials'), [OPEN]), 'allow-origin-wildcard')

  t.equal(outcomeOf(imageRequest(PAGE, '/a.png'), [{ status: 200 }]), 'readable')
  const away = { status: 302, headers: { location: OTHER } }
  t.equal(outcomeOf(imageRequest(PAGE, '/a.png'), [away, { status: 200 }]), 'response-opaque')
  const back = { status: 302, headers: { location: `${PAGE}/a.png` } }
  t.equal(outcomeOf(imageRequest(PAGE, OTHER), [back, { status: 200 }]), 'response-opaque')
  const kept = { status: 200, headers: { 'cross-origin-resource-policy': 'same-origin' } }
  t.equal(outcomeOf(imageRequest(PAGE, OTHER), [kept]), 'resource-policy')
  t.equal(
    outcomeOf(imageRequest(PAGE, OTHER, 'anonymous'), [{ ...kept, headers: { ...kept.headers, ...allowed.headers } }]),
    'readable',
  )
})

t.test('every step passes if, and only if, the response is readable', async (t) => {
  const answers = [
    OPEN,
    { status: 200 },
    { status: 302, headers: { location: '/', 'access-control-allow-origin': '*' } },
  ]
  for (const mode of ['cors', 'no-cors', 'same-origin'] as const) {
    for (const redirect of ['follow', 'error', 'manual'] as const) {
      for (const method of ['GET', 'PUT']) {
        for (const answer of answers) {
          const { outcome, steps, response } = evaluate(crossOrigin({ mode, redirect, method }), [answer])
          const failed = steps.filter(({ ok }) => !ok)
          t.equal(failed.length, outcome === 'readable' ? 0 : 1)
          t.equal(failed.length === 0 || failed[0] === steps.at(-1), true)
          t.equal(response === undefined, outcome === 'blocked')
        }
      }
    }
  }
  t.strictSame(sentBy(evaluate(crossOrigin({ mode: 'same-origin' }), [OPEN])), [])
})
