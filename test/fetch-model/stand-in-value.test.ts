import { equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { isForbiddenRequestHeader } from '../../src/fetch-model/forbidden-request-header.js'
import { isSafelistedRequestHeader } from '../../src/fetch-model/safelisted-request-header.js'
import { standInValue } from '../../src/fetch-model/stand-in-value.js'
import { property } from '../properties/check.js'
import { anyText } from '../properties/texts.js'

const NAMES = [
  ...['Accept', 'accept-language', 'Content-Language', 'content-type', 'Content-Type', 'range', 'cookie', 'x-any'],
  ...['x-http-method', 'X-HTTP-Method-Override', 'x-method-override', 'authorization', '__proto__'],
]
const value = fc.oneof(
  anyText,
  fc.constantFrom(
    'text/plain',
    'text/plain;a="b"',
    `text/plain;${'a'.repeat(200)}`,
    'application/json',
    'image/SECRET',
  ),
  fc.constantFrom('bytes=0-', 'bytes=0-9,20-', 'TRACE', 'get, connect', '"TRACE"', 'en', '(en)'),
)
const isValid = (text: string) => !/[\0\r\n\u0100-\uffff]/.test(text)

property(
  'a browser treats the value in its place alike',
  fc.tuple(fc.constantFrom(...NAMES), value),
  ([name, value]) => {
    const other = standInValue(name, value)
    equal(isValid(other), isValid(value))
    if (!isValid(value)) return
    equal(isSafelistedRequestHeader(name, other), isSafelistedRequestHeader(name, value))
    equal(isForbiddenRequestHeader(name, other), isForbiddenRequestHeader(name, value))
    // There are few of them, so that none tells anything about the value.
    ok(/^(\*\/\*|"hidden"|hidden|en|bytes=0-|bytes=-1|TRACE|[a-z]+\/[a-z+-]+)$/.test(other), other)
  },
)

t.test('what is left of a value', async (t) => {
  const rows: [name: string, value: string, other: string][] = [
    ['Content-Type', 'application/json; charset=utf-8', 'application/json'],
    ['content-type', 'Application/GraphQL-Response+JSON', 'application/graphql-response+json'],
    ['content-type', 'application/vnd.SECRET+json', 'application/json'],
    ['content-type', 'multipart/form-data; boundary=SECRET', 'multipart/form-data'],
    ['content-type', 'text/plain; a=(', 'application/json'],
    ['authorization', 'Bearer SECRET', 'hidden'],
    ['x-http-method-override', 'TRACE', 'TRACE'],
    ['x-http-method-override', 'DELETE', 'hidden'],
    ['x-any', 'a\nb', '…'],
  ]
  for (const [name, value, other] of rows) t.equal(standInValue(name, value), other, `${name}: ${value}`)
})
