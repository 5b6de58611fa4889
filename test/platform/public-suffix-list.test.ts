import t from 'tap'
import { parse } from '../../src/platform/public-suffix-list.js'
import { parse as parseInNode } from '../../src/platform/public-suffix-list-node.js'

t.test('Node is told the same', async (t) => {
  const options = { allowPrivateDomains: true, detectIp: false, validateHostname: false }
  for (const domain of ['com', 'co.uk', 'app.example.com', 'github.io', 'me.github.io', 'localhost', '']) {
    t.strictSame(parseInNode(domain, options), parse(domain, options), domain)
    t.strictSame(parseInNode(domain), parse(domain), `${domain}, by default`)
  }
  t.match(parseInNode('me.github.io', options), { publicSuffix: 'github.io', isPrivate: true })
})
