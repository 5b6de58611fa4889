import t from 'tap'
import { resourcePolicyCheck } from '../../src/fetch-model/resource-policy.js'

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
    ['same-site', 'https://app.a.test', 'http://cdn.a.test/', true],
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
    t.equal(resourcePolicyCheck(headers, origin, new URL(url)).ok, ok, `${policy}: ${origin} ← ${url}`)
  }
})
