import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isToken } from '../../src/http/token.js'
import { isTokenList } from '../../src/http/token-list.js'
import { mergeVary } from '../../src/http/vary.js'
import { property } from './check.js'
import { anyText, space, token } from './texts.js'

const TCHAR = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

const elements = fc.array(fc.tuple(space, fc.oneof(token, fc.constant('')), space), { maxLength: 8 })
const fieldName = fc.oneof(fc.constantFrom('Origin', 'origin', 'Accept', 'Accept-Encoding', 'x-a', 'X-A'), token)

property('tokens written as a list are a list of tokens', elements, (list) => {
  const text = list.map((parts) => parts.join('')).join(',')
  assert.equal(isTokenList(text), true)
  for (const [, name] of list) assert.equal(isToken(name), name !== '')
})

property('what is a list of tokens can be read back into tokens', fc.oneof(anyText, elements.map(String)), (text) => {
  const read = text.split(',').map((element) => element.replace(/^[ \t]+|[ \t]+$/g, ''))
  assert.equal(
    isTokenList(text),
    read.every((element) => element === '' || TCHAR.test(element)),
  )
  assert.equal(isToken(text), TCHAR.test(text))
})

property(
  'a merged Vary holds what it held and what was added, each once',
  fc.tuple(fc.array(fc.tuple(space, fieldName, space), { maxLength: 6 }), fc.array(fieldName, { maxLength: 4 })),
  ([lines, added]) => {
    const current = lines.map((parts) => parts.join('')).join(',')
    const names = added.filter((name) => name !== '*')
    const merged = mergeVary(current, names)
    assert.equal(mergeVary(merged, names), merged)
    const held = lines.map(([, name]) => name)
    const read = merged.split(',').map((name) => name.trim())
    if (held.includes('*')) return assert.equal(merged, '*')
    const missing = [...new Map(names.map((name) => [name.toLowerCase(), name])).keys()].filter(
      (name) => !held.some((other) => other.toLowerCase() === name),
    )
    assert.deepEqual(read.slice(0, held.length), held)
    const appended = read.slice(held.length).filter((name) => name !== '')
    return assert.deepEqual(
      appended.map((name) => name.toLowerCase()),
      missing,
    )
  },
)

property('any text is merged without harm', fc.tuple(anyText, fc.array(fieldName)), ([current, added]) => {
  const names = added.filter((name) => name !== '*')
  const merged = mergeVary(current, names)
  const read = merged
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  assert.ok(read.includes('*') || names.every((name) => read.includes(name.toLowerCase())))
})
