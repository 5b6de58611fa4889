import { createRequire } from 'node:module'
import t from 'tap'
import * as packages from '../../src/platform/packages.js'
import * as commonjs from '../../src/platform/packages-commonjs.js'
import * as withoutSuffixes from '../../src/platform/packages-no-suffixes.js'
import * as inNode from '../../src/platform/packages-node.js'

// What every CommonJS module has.
Object.assign(globalThis, { require: createRequire(import.meta.url) })

for (const [name, platform] of Object.entries({ 'in Node': inNode, 'in CommonJS': commonjs })) {
  t.test(`${name}: the same of a domain`, async (t) => {
    const options = { allowPrivateDomains: true }
    for (const domain of ['com', 'co.uk', 'app.example.com', 'github.io', 'me.github.io', 'localhost', '']) {
      t.strictSame(platform.parseDomain(domain, options), packages.parseDomain(domain, options), domain)
      t.strictSame(platform.parseDomain(domain), packages.parseDomain(domain), `${domain}, by default`)
    }
    t.match(platform.parseDomain('me.github.io', options), { publicSuffix: 'github.io', isPrivate: true })
  })

  t.test(`${name}: the same of an address`, async (t) => {
    t.strictSame(Object.keys(platform.ipaddr()).sort(), Object.keys(packages.ipaddr()).sort())
    for (const address of ['10.0.0.1', 'fd00::1', 'nothing', '']) {
      t.equal(platform.ipaddr().isValid(address), packages.ipaddr().isValid(address), address)
    }
    t.equal(platform.ipaddr(), platform.ipaddr())
  })

  t.test(`${name}: the same words`, async (t) => {
    const [own, everywhere] = [platform.words(), packages.words()]
    t.strictSame(Object.keys(own.CONFIG_TEXTS), Object.keys(everywhere.CONFIG_TEXTS))
    t.equal(own.nearestOption('origin'), everywhere.nearestOption('origin'))
    t.strictSame(own.FOREIGN_OPTION_NAMES, everywhere.FOREIGN_OPTION_NAMES)
    t.equal(own.renderProblemList([]), everywhere.renderProblemList([]))
    t.equal(platform.words(), own)
  })
}

t.test('without the public suffix list, no domain is guessed', async (t) => {
  t.equal(withoutSuffixes.ipaddr(), packages.ipaddr())
  t.equal(withoutSuffixes.words(), packages.words())
  const [none, ...some] = [withoutSuffixes, packages, inNode, commonjs].map(({ hasSuffixList }) => hasSuffixList)
  t.strictSame([none, some], [false, [true, true, true]])
  for (const domain of ['com', 'github.io', 'app.example.com']) {
    const message = new RegExp(`"${domain}".*cors-policy-no-suffixes`)
    t.throws(() => withoutSuffixes.parseDomain(domain), { message }, domain)
  }
})
