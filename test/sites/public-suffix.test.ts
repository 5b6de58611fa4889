import t from 'tap'
import { parseDomain } from '../../src/platform/packages.js'
import { isRegistry, isSharedDomain } from '../../src/sites/public-suffix.js'

const SHARED = [
  // ICANN
  'com',
  'co.uk',
  'uk',
  'xn--p1ai',
  'xn--55qx5d.cn',
  // ICANN, by a rule with a wildcard
  'ck',
  'anything.ck',
  'kawasaki.jp',
  // private
  'github.io',
  'vercel.app',
  'netlify.app',
  'blogspot.com',
  's3.amazonaws.com',
  // private, by a rule with a wildcard
  'compute.amazonaws.com',
  // Top-level domains that the list does not have: its default rule
  'i',
  'xn--nobody',
  // Hosts where strangers get names, at any depth
  'github.dev',
  'app.github.dev',
  'gitpod.io',
  'ws-eu.gitpod.io',
  'loca.lt',
  'nip.io',
  '10.0.0.1.nip.io',
  // Clouds whose suffixes are further down
  'amazonaws.com',
  'us-east-1.amazonaws.com',
  'core.windows.net',
]

const OWNED = [
  'example.com',
  'a.example.com',
  'example.co.uk',
  'www.ck',
  'city.kawasaki.jp',
  'me.github.io',
  'app.vercel.app',
  'my-bucket.s3.amazonaws.com',
  'github.com',
  // Names that no registry sells.
  'home.arpa',
  'lan',
  'localhost',
  'internal',
  'corp.internal',
  'local',
  'test',
  'xn--bcher-kva.example',
]

t.test('names below a public suffix belong to different people', async (t) => {
  for (const domain of SHARED) t.equal(isSharedDomain(domain, parseDomain), true, domain)
  for (const domain of OWNED) t.equal(isSharedDomain(domain, parseDomain), false, domain)
})

t.test('a registry sells names to anyone', async (t) => {
  for (const domain of ['com', 'co.uk', 'ck', 'anything.ck', 'i', 'xn--p1ai'])
    t.equal(isRegistry(domain, parseDomain), true, domain)
  for (const domain of [
    'github.io',
    'compute.amazonaws.com',
    'app.github.dev',
    'example.com',
    'www.ck',
    'localhost',
    'home.arpa',
  ]) {
    t.equal(isRegistry(domain, parseDomain), false, domain)
  }
})
