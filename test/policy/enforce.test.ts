import t from 'tap'
import { isCrossOriginWrite } from '../../src/policy/enforce.js'

const SAME = 'https://example.com'
const OTHER = 'https://evil.com'
const HOST = 'example.com'

/** The other facts of a request that is not GET, HEAD or OPTIONS, and whether it is another origin's. */
type Row = readonly [
  fetchSite: string | undefined,
  origin: string | undefined,
  host: string | undefined,
  crossOrigin: boolean,
]

const ROWS: readonly Row[] = [
  // Sec-Fetch-Site decides, whatever the rest says.
  ['same-origin', SAME, HOST, false],
  ['same-origin', OTHER, HOST, false],
  ['same-origin', undefined, undefined, false],
  ['none', OTHER, HOST, false],
  ['none', undefined, HOST, false],
  ['same-site', SAME, HOST, true],
  ['cross-site', SAME, HOST, true],
  ['cross-site', undefined, HOST, true],
  ['cross-site', undefined, undefined, true],
  ['cross-site', 'null', HOST, true],
  ['Same-Origin', SAME, HOST, true],
  ['same-origin, cross-site', SAME, HOST, true],
  ['anything', SAME, HOST, true],
  // Without it, Origin's host is compared with Host.
  [undefined, SAME, HOST, false],
  [undefined, 'http://example.com', HOST, false],
  [undefined, 'https://example.com:8443', 'example.com:8443', false],
  [undefined, 'http://[::1]:3000', '[::1]:3000', false],
  [undefined, 'app://localhost', 'localhost', false],
  ['', SAME, HOST, false],
  // No origin names a default port, and some proxies do.
  [undefined, SAME, 'example.com:443', false],
  [undefined, 'http://example.com', 'example.com:80', false],
  [undefined, SAME, 'example.com:80', false],
  [undefined, 'http://[::1]', '[::1]:80', false],
  [undefined, 'https://example.com:80', 'example.com:80', false],
  [undefined, 'https://example.com:80', HOST, true],
  [undefined, OTHER, 'example.com:443', true],
  [undefined, SAME, 'example.com:4430', true],
  [undefined, SAME, 'example.com:8443', true],
  [undefined, SAME, 'example.com443', true],
  [undefined, SAME, 'example.com:443:443', true],
  [undefined, 'http://[::80]', '[::80]', false],
  [undefined, 'https://', ':443', true],
  [undefined, OTHER, HOST, true],
  ['', OTHER, HOST, true],
  [undefined, 'https://example.com:8443', HOST, true],
  [undefined, SAME, 'example.com:8443', true],
  [undefined, 'https://a.example.com', HOST, true],
  [undefined, 'https://evilexample.com', HOST, true],
  [undefined, 'https://example.com.evil.com', HOST, true],
  [undefined, 'https://evil.com/example.com', HOST, true],
  [undefined, 'https://evil.com://example.com', HOST, true],
  [undefined, 'https://user@example.com', HOST, true],
  [undefined, 'https://example.com/', HOST, true],
  [undefined, 'https://example.com, https://evil.com', HOST, true],
  [undefined, SAME, 'EXAMPLE.com', true],
  [undefined, 'null', HOST, true],
  [undefined, 'null', 'null', true],
  [undefined, 'null', 'll', true],
  [undefined, 'example.com', HOST, true],
  [undefined, '', HOST, true],
  [undefined, '', '', true],
  [undefined, 'https://', '', true],
  [undefined, SAME, '', true],
  [undefined, SAME, undefined, true],
  [undefined, '\u0000', '\u0000', true],
  // Neither header: no browser.
  [undefined, undefined, HOST, false],
  [undefined, undefined, undefined, false],
  ['', undefined, HOST, false],
]

t.test('Sec-Fetch-Site, Origin and Host of a request that writes', async (t) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PURGE', 'get', 'Options', '']) {
    for (const [fetchSite, origin, host, crossOrigin] of ROWS) {
      const name = JSON.stringify([method, fetchSite, origin, host])
      t.equal(isCrossOriginWrite(method, origin, fetchSite, host), crossOrigin, name)
    }
  }
})

t.test('GET, HEAD and OPTIONS do not count as writes', async (t) => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) {
    for (const [fetchSite, origin, host] of ROWS) {
      t.equal(isCrossOriginWrite(method, origin, fetchSite, host), false, method)
    }
  }
})
