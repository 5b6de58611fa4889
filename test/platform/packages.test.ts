import t from 'tap'
import * as packages from '../../src/platform/packages.js'
import * as inNode from '../../src/platform/packages-node.js'

t.test('Node is told the same of a domain', async (t) => {
  const options = { allowPrivateDomains: true }
  for (const domain of ['com', 'co.uk', 'app.example.com', 'github.io', 'me.github.io', 'localhost', '']) {
    t.strictSame(inNode.parseDomain(domain, options), packages.parseDomain(domain, options), domain)
    t.strictSame(inNode.parseDomain(domain), packages.parseDomain(domain), `${domain}, by default`)
  }
  t.match(inNode.parseDomain('me.github.io', options), { publicSuffix: 'github.io', isPrivate: true })
})

t.test('Node is told the same of an address', async (t) => {
  t.strictSame(Object.keys(inNode.ipaddr()).sort(), Object.keys(packages.ipaddr()).sort())
  for (const address of ['10.0.0.1', 'fd00::1', 'nothing', '']) {
    t.equal(inNode.ipaddr().isValid(address), packages.ipaddr().isValid(address), address)
  }
  t.equal(inNode.ipaddr(), inNode.ipaddr())
})
