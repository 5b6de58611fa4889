import t from 'tap'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { reasonOf } from './outcomes.js'

t.test('Cross-Origin-Resource-Policy keeps opaque responses from pages', async (t) => {
  const rows: [string | undefined, string, string, boolean][] = [
    [undefined, 'https://a.test', 'https://b.test/', true],
    ['cross-origin', 'https://a.test', 'https://b.test/', true],
    ['nonsense', 'https://a.test', 'https://b.test/', true],
    ['Same-Origin', 'https://a.test', 'https://b.test/', true],
    ['same-origin, same-origin', 'https://a.test', 'https://b.test/', true],
    ['same-origin', 'https://a.test', 'https://b.test/', false],
    ['same-origin', 'https://a.test', 'https://a.test:8443/', false],
    ['same-origin', 'https://a.test', 'https://a.test/x', true],
    ['same-origin', 'null', 'https://a.test/x', false],
    ['same-site', 'https://a.test', 'https://a.test:8443/', true],
    ['same-site', 'https://app.a.test', 'https://cdn.a.test/', true],
    ['same-site', 'https://app.a.test', 'https://cdn.a.test:8443/', true],
    // One public suffix is not one site.
    ['same-site', 'https://alice.github.io', 'https://bob.github.io/', false],
    ['same-site', 'https://a.co.uk', 'https://b.co.uk/', false],
    ['same-site', 'https://a.b.co.uk', 'https://b.co.uk/', true],
    ['same-site', 'https://app.localhost', 'http://app.localhost/', true],
    ['same-site', 'http://app.a.test', 'http://cdn.a.test/', true],
    ['same-site', 'http://app.a.test', 'https://cdn.a.test/', false],
    ['same-site', 'https://a.test', 'https://b.test/', false],
    ['same-site', 'http://app.localhost', 'http://api.localhost/', false],
    ['same-site', 'http://10.0.0.1', 'http://10.1.0.1/', false],
    ['same-site', 'http://[::1]:1', 'http://[::1]:2/', true],
    ['same-site', 'http://[::1]', 'http://[::2]/', false],
    ['same-site', 'null', 'https://b.test/', false],
  ]
  for (const [policy, origin, url, ok] of rows) {
    const headers = policy === undefined ? [] : ([['cross-origin-resource-policy', policy]] as const)
    // From another origin, so that the response is opaque whatever the last URL is.
    const away = { status: 302, headers: { location: url } }
    const request: BrowserRequest = { origin, url: 'https://other.test/', mode: 'no-cors' }
    const reason = reasonOf(evaluate(request, [away, { status: 200, headers }]))
    t.equal(reason, ok ? 'response-opaque' : 'resource-policy', `${policy}: ${origin} ← ${url}`)
  }
})

t.test('responses that a page with an embedder policy gets', async (t) => {
  const rows: [Partial<BrowserRequest>, string | undefined, string][] = [
    [{}, undefined, 'response-opaque'],
    [{ embedderPolicy: 'unsafe-none' }, undefined, 'response-opaque'],
    [{ embedderPolicy: 'require-corp' }, undefined, 'resource-policy'],
    [{ embedderPolicy: 'require-corp' }, 'nonsense', 'resource-policy'],
    [{ embedderPolicy: 'require-corp' }, 'cross-origin', 'response-opaque'],
    [{ embedderPolicy: 'require-corp', mode: 'cors' }, undefined, 'allow-origin-missing'],
    // Without credentials the response is nobody's, so it may be embedded.
    [{ embedderPolicy: 'credentialless', credentials: 'include' }, undefined, 'response-opaque'],
    [{ embedderPolicy: 'credentialless' }, 'same-origin', 'resource-policy'],
  ]
  for (const [options, policy, expected] of rows) {
    const headers = policy === undefined ? {} : { 'cross-origin-resource-policy': policy }
    const request: BrowserRequest = { origin: 'https://a.test', url: 'https://b.test/', mode: 'no-cors', ...options }
    const evaluation = evaluate(request, [{ status: 200, headers }])
    t.equal(reasonOf(evaluation), expected, JSON.stringify([options, policy]))
    t.equal(evaluation.sent[0]?.credentials, false)
  }
  const back = { status: 302, headers: { location: 'https://a.test/' } }
  const own: BrowserRequest = {
    origin: 'https://a.test',
    url: 'https://b.test/',
    mode: 'no-cors',
    credentials: 'include',
  }
  const { sent } = evaluate({ ...own, embedderPolicy: 'credentialless' }, [back, { status: 200 }])
  t.strictSame(
    sent.map(({ credentials }) => credentials),
    [false, true],
    'the page’s own server gets its cookies',
  )
})
