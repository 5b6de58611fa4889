import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { AddressRange } from '../../src/config/address-range.js'
import { type HostPattern, isExactOrigin, parseOrigin } from '../../src/config/origin-pattern.js'
import { splitOrigin } from '../../src/config/origin-text.js'
import { compilePolicy, parseOrigins } from '../../src/index.js'
import { property } from './check.js'
import { exactOrigin, originEntry } from './origins.js'
import { almostOrigin, anyText } from './texts.js'

const text = fc.oneof(originEntry, exactOrigin, almostOrigin, anyText)

property('the parts of an origin, put together, are the origin', text, (origin) => {
  const parts = splitOrigin(origin)
  if (parts === undefined) return
  const { scheme, host, port } = parts
  assert.equal(`${scheme}://${host}${port === '' ? '' : `:${port}`}`, origin)
  assert.match(scheme, /^[a-z][a-z0-9+.-]*$/)
  assert.match(host, /^(\[[0-9a-f:]+\]|[a-z0-9_.-]+)$/)
  assert.match(port, /^([1-9][0-9]{0,4})?$/)
})

property('a parsed origin or pattern, written again, is the text that was parsed', text, (entry) => {
  const parsed = parseOrigin(entry)
  if (parsed === undefined) return
  const { scheme, host, port } = parsed
  assert.equal(`${scheme}://${hostText(host)}${port === '' ? '' : `:${port}`}`, entry)
  const exact = host.kind === 'host' && port !== '*'
  assert.equal(isExactOrigin(entry), exact)
})

property('every generated entry is one', originEntry, (entry) => assert.notEqual(parseOrigin(entry), undefined))

property(
  'a list of origins, written into an environment variable, is read back',
  fc.tuple(
    fc.uniqueArray(originEntry, { minLength: 1, maxLength: 6 }),
    fc.constantFrom(',', ' ', ', ', '\n', ' ,\t, '),
  ),
  ([entries, separator]) => {
    const origins = parseOrigins(entries.join(separator))
    assert.deepEqual(origins, entries)
    assert.deepEqual(compilePolicy({ origins }).config.origins, entries)
  },
)

function hostText(host: HostPattern): string {
  switch (host.kind) {
    case 'host':
      return host.host
    case 'subdomains':
      return `*.${host.parent}`
    case 'label':
      return `${host.prefix}*${host.suffix}.${host.parent}`
    case 'range':
      return rangeText(host.range)
    case 'any':
      return '*'
  }
}

function rangeText({ family, first, last }: AddressRange): string {
  const bits = (groups: readonly number[]) => groups.map((group) => group.toString(2).padStart(16, '0')).join('')
  const [from, to] = [bits(first), bits(last)]
  // In front of the prefix both are the same; behind it, the first has zeros and the last has ones.
  const prefix = [...from].findIndex((bit, i) => bit !== to[i])
  const length = prefix < 0 ? from.length : prefix
  assert.match(from.slice(length), /^0*$/)
  assert.match(to.slice(length), /^1*$/)
  if (family === 'ipv4') return `${first.flatMap((pair) => [pair >> 8, pair & 255]).join('.')}/${length}`
  const address = new URL(`http://[${first.map((group) => group.toString(16)).join(':')}]`).hostname
  return address.replace(']', `/${length}]`)
}
