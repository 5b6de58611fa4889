import { createRequire } from 'node:module'
import t from 'tap'
import { OPTION_NAMES } from '../../src/config/option-names.js'
import { parseOrigin } from '../../src/config/origin-pattern.js'
import * as packages from '../../src/platform/packages.js'
import * as commonjs from '../../src/platform/packages-commonjs.js'
import * as withoutSuffixes from '../../src/platform/packages-no-suffixes.js'

const MEANT = `"a.com" has no scheme. Did you mean 'https://a.com'?`

// What every CommonJS module has.
Object.assign(globalThis, { require: createRequire(import.meta.url) })

t.test('in CommonJS: the same of a domain', async (t) => {
  const options = { allowPrivateDomains: true }
  for (const domain of ['com', 'co.uk', 'app.example.com', 'github.io', 'me.github.io', 'localhost', '']) {
    t.strictSame(commonjs.parseDomain(domain, options), packages.parseDomain(domain, options), domain)
    t.strictSame(commonjs.parseDomain(domain), packages.parseDomain(domain), `${domain}, by default`)
  }
  t.match(commonjs.parseDomain('me.github.io', options), { publicSuffix: 'github.io', isPrivate: true })
})

t.test('in CommonJS: the same of who gets names below a domain', async (t) => {
  for (const domain of ['com', 'ck', 'app.example.com', 'github.io', 'gitpod.io', 'localhost']) {
    t.equal(commonjs.isSharedDomain(domain), packages.isSharedDomain(domain), domain)
    t.equal(commonjs.isRegistry(domain), packages.isRegistry(domain), domain)
  }
})

t.test('in CommonJS: the same of an address', async (t) => {
  t.strictSame(Object.keys(commonjs.ipaddr()).sort(), Object.keys(packages.ipaddr()).sort())
  for (const address of ['10.0.0.1', 'fd00::1', 'nothing', '']) {
    t.equal(commonjs.ipaddr().isValid(address), packages.ipaddr().isValid(address), address)
  }
  t.equal(commonjs.ipaddr(), commonjs.ipaddr())
})

t.test('in CommonJS: the same words', async (t) => {
  const [own, everywhere] = [commonjs.words(), packages.words()]
  const grammar = { parseOrigin, ipaddr: packages.ipaddr }
  for (const key of ['origin', 'prefix', 'anything']) {
    t.strictSame(own.diagnoseOption(key, OPTION_NAMES), everywhere.diagnoseOption(key, OPTION_NAMES), key)
  }
  for (const text of ['null', 'a.com', 'http://10.1.2.3/8']) {
    const diagnosis = own.diagnoseOrigin(text, grammar)
    t.strictSame(diagnosis, everywhere.diagnoseOrigin(text, grammar), text)
    const problem = { ...diagnosis, path: 'origins[0]', value: text }
    t.equal(own.sentenceOf(problem, text), everywhere.sentenceOf(problem, text), text)
  }
  t.equal(own.renderProblemList([]), everywhere.renderProblemList([]))
  for (const { withSuggestion } of [own, everywhere]) {
    t.equal(withSuggestion('"a.com" has no scheme', 'https://a.com'), MEANT)
  }
  t.equal(commonjs.words(), own)
})

t.test('without the public suffix list, no domain is guessed', async (t) => {
  t.equal(withoutSuffixes.ipaddr(), packages.ipaddr())
  const [none, ...some] = [withoutSuffixes, packages, commonjs].map(({ hasSuffixList }) => hasSuffixList)
  t.strictSame([none, some], [false, [true, true]])
  for (const domain of ['com', 'github.io', 'app.example.com']) {
    const message = new RegExp(`"${domain}".*cors-policy-no-suffixes`)
    for (const ask of [withoutSuffixes.parseDomain, withoutSuffixes.isSharedDomain, withoutSuffixes.isRegistry]) {
      t.throws(() => ask(domain), { message }, domain)
    }
  }
})

t.test('without the public suffix list, problems have brief texts', async (t) => {
  const words = withoutSuffixes.words()
  t.match(words.diagnoseOption('origin', OPTION_NAMES), { fault: 'unknown', known: OPTION_NAMES })
  t.strictSame(words.diagnoseOrigin('https://A.com', { parseOrigin, ipaddr: packages.ipaddr }), {
    code: 'origin-not-canonical',
    fault: 'origin',
    suggestion: 'https://a.com',
  })
  const at = { path: 'origins[0]', value: '' }
  t.equal(words.withSuggestion('"a.com" has no scheme', 'https://a.com'), MEANT)
  t.equal(words.sentenceOf({ code: 'origin-null', ...at }, '"null"'), 'origin null, got "null"')
  t.equal(
    words.sentenceOf({ code: 'wrong-type', fault: 'empty-string', ...at }, '""'),
    'wrong type empty string, got ""',
  )
  t.equal(
    words.sentenceOf({ code: 'public-suffix', fault: 'no-list', ...at }, '"https://*.a.com"'),
    '"https://*.a.com" needs the public suffix list. Bundle without the condition cors-policy-no-suffixes',
  )
  t.equal(
    words.renderProblemList([{ path: 'origins[0]', message: 'origin null, got "null"', code: 'origin-null' }]),
    'The CORS config has problems, which "npx cors-policy check" explains:\n  origins[0]: origin null, got "null"',
  )
})
