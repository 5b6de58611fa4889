import t from 'tap'
import { isSameSite, registrableDomain } from '../../src/sites/site.js'

const DOMAINS: readonly (readonly [string, string | undefined])[] = [
  ['example.com', 'example.com'],
  ['a.b.example.com', 'example.com'],
  ['a.example.co.uk', 'example.co.uk'],
  ['a_b.example.com', 'example.com'],
  ['-a.example.com', 'example.com'],
  ['a.example.com.', 'example.com.'],
  ['me.github.io', 'me.github.io'],
  ['a.me.github.io', 'me.github.io'],
  ['a.b.us-east-1.compute.amazonaws.com', 'b.us-east-1.compute.amazonaws.com'],
  ['www.ck', 'www.ck'],
  ['a.b.ck', 'a.b.ck'],
  ['a.corp.internal', 'corp.internal'],
  ['a.localhost', 'a.localhost'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['com', undefined],
  ['github.io', undefined],
  ['anything.ck', undefined],
  ['localhost', undefined],
  ['127.0.0.1', undefined],
  ['[::1]', undefined],
  ['', undefined],
  ['.', undefined],
]

t.test('the registrable domain of a host', async (t) => {
  for (const [host, domain] of DOMAINS) t.equal(registrableDomain(host), domain, host)
})

const SAME: readonly (readonly [string, string])[] = [
  ['https://example.com', 'https://a.b.example.com:8443'],
  ['https://a.me.github.io', 'https://b.me.github.io/path'],
  ['http://localhost:3000', 'http://localhost:4000'],
  ['http://192.168.0.1', 'http://192.168.0.1:8080'],
  ['http://[::1]', 'http://[::1]:8080'],
  ['https://github.io', 'https://github.io'],
  ['moz-extension://abc', 'moz-extension://abc'],
]

const OTHER: readonly (readonly [string, string])[] = [
  ['https://example.com', 'http://example.com'],
  ['https://a.github.io', 'https://b.github.io'],
  ['https://github.io', 'https://a.github.io'],
  ['https://example.co.uk', 'https://other.co.uk'],
  ['https://example.com', 'https://example.com.'],
  ['http://192.168.0.1', 'http://192.168.0.2'],
  ['http://1.2.3.4', 'http://9.2.3.4'],
  ['http://localhost', 'http://127.0.0.1'],
  ['http://a.localhost', 'http://b.localhost'],
  ['moz-extension://abc', 'moz-extension://abd'],
  ['null', 'null'],
  ['data:,', 'data:,'],
  ['file:///a', 'file:///a'],
  ['nonsense', 'https://example.com'],
]

t.test('same site, whatever the order', async (t) => {
  for (const [a, b] of SAME) {
    t.equal(isSameSite(a, b), true, `${a} ${b}`)
    t.equal(isSameSite(b, a), true, `${b} ${a}`)
  }
  for (const [a, b] of OTHER) {
    t.equal(isSameSite(a, b), false, `${a} ${b}`)
    t.equal(isSameSite(b, a), false, `${b} ${a}`)
  }
})
