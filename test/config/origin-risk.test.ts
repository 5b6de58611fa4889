import t from 'tap'
import { type ParsedOrigin, parseOrigin } from '../../src/config/origin-pattern.js'
import { isInsecure, isLocal, isPublicRange, registryOfLabel, sharedDomain } from '../../src/config/origin-risk.js'

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
  'http://[::ffff:0:0/96]',
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
  'http://[::ffff:7f00:0/104]',
  'app://*',
  'app://.',
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
  ['https://*.i', 'i'],
  ['https://*.app.github.dev', 'app.github.dev'],
  ['https://*.local', undefined],
  ['app://*', undefined],
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

t.test('a host wildcard right below a public suffix allows anyone who registers a name there', async (t) => {
  for (const [text, domain] of SHARED) t.equal(sharedDomain(parsed(text)), domain, text)
})

t.test('a wildcard inside the label right below the suffix of a registry', async (t) => {
  const rows: readonly (readonly [text: string, registry: string | undefined])[] = [
    ['https://*example.com', 'com'],
    ['https://a-*.co.uk', 'co.uk'],
    ['https://a-*.i', 'i'],
    ['https://*.com', undefined],
    ['https://a-*.example.com', undefined],
    // Whoever has a name there, has it of a company, which the option of that name is for.
    ['https://a-*.vercel.app', undefined],
    ['https://a-*.localhost', undefined],
    ['https://a-*.home.arpa', undefined],
  ]
  for (const [text, registry] of rows) t.equal(registryOfLabel(parsed(text)), registry, text)
})

const PRIVATE = [
  'https://127.0.0.0/8',
  'https://10.0.0.0/8',
  'https://10.20.0.0/16:*',
  'https://172.16.0.0/12',
  'https://192.168.0.0/16',
  'https://192.168.1.1/32',
  'https://169.254.0.0/16',
  'https://100.64.0.0/10',
  'https://[::1/128]',
  'https://[fc00::/7]',
  'https://[fd00::/8]',
  'https://[fe80::/10]',
  'https://[::ffff:a00:0/104]',
  'https://[::ffff:c0a8:0/112]',
]

const PUBLIC = [
  'https://0.0.0.0/0:*',
  'https://0.0.0.0/8',
  'https://8.8.8.8/32',
  'https://10.0.0.0/7',
  'https://172.0.0.0/8',
  'https://172.32.0.0/12',
  'https://192.168.0.0/15',
  'https://169.254.0.0/15',
  'https://100.0.0.0/9',
  'https://100.128.0.0/10',
  'https://224.0.0.0/4',
  'https://198.18.0.0/15',
  'https://[::/0]:*',
  'https://[::/127]',
  'https://[fc00::/6]',
  'https://[fe80::/9]',
  'https://[fec0::/10]',
  'https://[2000::/3]',
  'https://[2001:db8::/32]',
  // the same range of IPv4, and wider or other ones that embed addresses
  'https://[::ffff:0:0/96]',
  'https://[::ffff:808:808/128]',
  'https://[::ffff:a00:0/103]',
  'https://[::fffe:a00:0/104]',
  'https://[64:ff9b::/96]',
  'https://[64:ff9b::a00:0/104]',
  'https://[2002:a00::/24]',
  'https://[2001::/32]',
]

t.test('a range is public unless no stranger has an address in it', async (t) => {
  for (const text of PRIVATE) t.equal(isPublicRange(parsed(text)), false, text)
  for (const text of PUBLIC) t.equal(isPublicRange(parsed(text)), true, text)
  for (const text of ['https://8.8.8.8', 'https://*.com', 'app://*']) t.equal(isPublicRange(parsed(text)), false, text)
})

/** Each address of a range is in the one block or in none; counted, for every prefix of some addresses. */
t.test('every prefix of an address is judged as its addresses are', async (t) => {
  const isPrivate = (address: number) =>
    [
      [0x7f000000, 8],
      [0x0a000000, 8],
      [0xac100000, 12],
      [0xc0a80000, 16],
      [0xa9fe0000, 16],
      [0x64400000, 10],
    ].some(([first = 0, bits = 0]) => address >>> (32 - bits) === first >>> (32 - bits))
  for (const address of [0x7f000001, 0x0a010203, 0xac1f0000, 0xc0a80101, 0xa9fea9fe, 0x64400000, 0x647fffff, 1, 8]) {
    for (let prefix = 1; prefix <= 32; prefix++) {
      const first = ((address >>> (32 - prefix)) << (32 - prefix)) >>> 0
      const last = (first + 2 ** (32 - prefix) - 1) >>> 0
      const text = `https://${[24, 16, 8, 0].map((shift) => (first >>> shift) & 255).join('.')}/${prefix}`
      t.equal(isPublicRange(parsed(text)), !(isPrivate(first) && isPrivate(last)), text)
    }
  }
})

t.test('local: the scheme does not matter', async (t) => {
  for (const text of INSECURE) t.equal(isLocal(parsed(text)), false, text)
  for (const text of [
    'https://localhost:3000',
    'capacitor://localhost',
    'https://*.localhost',
    'http://127.0.0.0/8:*',
  ]) {
    t.equal(isLocal(parsed(text)), true, text)
  }
  t.equal(isLocal(parsed('moz-extension://*')), false, 'any host')
})
