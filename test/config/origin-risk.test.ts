import t from 'tap'
import { type ParsedOrigin, parseOrigin } from '../../src/config/origin-pattern.js'
import { isInsecure, sharedDomain } from '../../src/config/origin-risk.js'

function parsed(text: string): ParsedOrigin {
  const origin = parseOrigin(text)
  if (origin === undefined) throw new Error(`${text} is no origin`)
  return origin
}

const INSECURE = [
  'http://example.com',
  'http://example.com:3000',
  'http://10.0.0.1',
  'http://128.0.0.1',
  'http://126.255.255.255',
  'http://0.0.0.0',
  'http://[::]',
  'http://[::2]',
  'http://[::ffff:7f00:1]',
  'http://localhost.example.com',
  'http://mylocalhost',
  'http://127.0.0.1.example.com',
  'http://*.example.com',
  'http://*.mylocalhost',
  'http://localhost-*.com',
  'http://pr-*.example.com',
  'http://*localhost.com',
  'http://192.168.0.0/16',
  'http://126.0.0.0/7',
  'http://0.0.0.0/0:*',
  'http://128.0.0.0/8',
  'http://[fd00::/8]',
  'http://[::/127]',
  'http://[::2/128]',
  'http://[::/0]',
  'http://[::/128]',
]

const SECURE = [
  'https://example.com',
  'https://*.example.com',
  'https://10.0.0.0/8',
  'http://localhost',
  'http://localhost:3000',
  'http://localhost:*',
  'http://app.localhost',
  'http://a.b.localhost:3000',
  'http://*.localhost:*',
  'http://*.app.localhost',
  'http://pr-*.localhost',
  'http://127.0.0.1',
  'http://127.255.255.255:8080',
  'http://127.0.0.0/8:*',
  'http://127.0.0.0/16',
  'http://127.255.255.255/32',
  'http://[::1]:3000',
  'http://[::1/128]',
  'capacitor://localhost',
  'app://example.com',
  'httpx://example.com',
]

t.test('plain http is insecure, from anywhere but the own machine', async (t) => {
  for (const text of INSECURE) t.equal(isInsecure(parsed(text)), true, text)
  for (const text of SECURE) t.equal(isInsecure(parsed(text)), false, text)
})

const SHARED: readonly (readonly [text: string, domain: string | undefined])[] = [
  ['https://*.com', 'com'],
  ['https://*.co.uk', 'co.uk'],
  ['https://*.github.io', 'github.io'],
  ['https://app-*.vercel.app', 'vercel.app'],
  ['https://*--shop.netlify.app:*', 'netlify.app'],
  ['https://*example.com', 'com'],
  ['https://*.compute.amazonaws.com', 'compute.amazonaws.com'],
  ['https://*.ck', 'ck'],
  ['app://*.github.io', 'github.io'],
  ['https://*.example.com', undefined],
  ['https://app-*.me.vercel.app', undefined],
  ['https://*.me.github.io', undefined],
  ['https://*.www.ck', undefined],
  ['http://*.localhost', undefined],
  // A pattern for ports or addresses trusts no names.
  ['https://github.io', undefined],
  ['https://github.io:*', undefined],
  ['https://10.0.0.0/8', undefined],
]

t.test('a host wildcard right below a public suffix trusts whoever registers a name there', async (t) => {
  for (const [text, domain] of SHARED) t.equal(sharedDomain(parsed(text)), domain, text)
})
