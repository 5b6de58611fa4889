import t from 'tap'
import { isSharedDomain } from '../../src/sites/public-suffix.js'

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
]

const OWNED = [
  'example.com',
  'a.example.com',
  'example.co.uk',
  'www.ck',
  'city.kawasaki.jp',
  'me.github.io',
  'app.vercel.app',
  // Suffixes are deeper below, and that is not looked at.
  'amazonaws.com',
  // Top-level domains that the list does not know.
  'localhost',
  'internal',
  'corp.internal',
  'local',
  'test',
  'xn--bcher-kva.example',
]

t.test('names below a public suffix belong to different people', async (t) => {
  for (const domain of SHARED) t.equal(isSharedDomain(domain), true, domain)
  for (const domain of OWNED) t.equal(isSharedDomain(domain), false, domain)
})
