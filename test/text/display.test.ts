import t from 'tap'
import { display, escapeControls } from '../../src/text/display.js'
import { isArray, isRegExp } from '../../src/text/value-kinds.js'

class Shouting {
  toString(): never {
    throw new Error('was called')
  }
  toJSON(): never {
    throw new Error('was called')
  }
  get [Symbol.toStringTag](): never {
    throw new Error('was called')
  }
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

const ROWS: readonly (readonly [value: unknown, text: string])[] = [
  ['abc', '"abc"'],
  ['', '""'],
  ['say "hi"', '"say \\"hi\\""'],
  ['a\r\nb\tc\u0000', '"a\\r\\nb\\tc\\u0000"'],
  ['\u007f\u0080\u009f', '"\\u007f\\u0080\\u009f"'],
  ['\u2028\u2029', '"\\u2028\\u2029"'],
  ['\u202e\u2066', '"\\u202e\\u2066"'],
  ['\ud83d', '"\\ud83d"'],
  ['é\u00a0', '"é\u00a0"'],
  ['x'.repeat(80), `"${'x'.repeat(80)}"`],
  ['x'.repeat(81), `"${'x'.repeat(80)}…"`],
  [1, '1'],
  [Number.NaN, 'NaN'],
  [-0, '0'],
  [true, 'true'],
  [undefined, 'undefined'],
  [null, 'null'],
  [5n, '5n'],
  [10n ** 100n, `1${'0'.repeat(79)}…n`],
  [Symbol('secret'), 'a symbol'],
  [() => 1, 'a function'],
  [class {}, 'a function'],
  [[1, 2], 'an array'],
  [{ a: 1 }, 'an object'],
  [Object.create(null), 'an object'],
  [new Map(), 'an object'],
  [new Date(0), 'an object'],
  [new Shouting(), 'an object'],
  [/a/, 'a regular expression'],
  [revoked({}), 'an object'],
  [revoked([]), 'an object'],
  [revoked(() => 1), 'a function'],
]

t.test('renders any value in one bounded line, and runs none of its code', async (t) => {
  for (const [value, text] of ROWS) t.equal(display(value), text, text)
})

t.test('recognises arrays, and returns false for anything else, revoked proxies included', async (t) => {
  t.equal(isArray([]), true)
  t.equal(isArray(new Proxy([], {})), true)
  for (const value of ['', {}, { length: 0 }, null, undefined, new Set(), new Uint8Array(1)]) {
    t.equal(isArray(value), false, display(value))
  }
  t.equal(isArray(revoked([])), false)
})

t.test('escapes line breaks in foreign text and leaves the rest unchanged', async (t) => {
  t.equal(
    escapeControls('say "é"\r\n\u0000\u001b[1m\u2028\u202e'),
    'say "é"\\u000d\\u000a\\u0000\\u001b[1m\\u2028\\u202e',
  )
})

t.test('recognises regular expressions, and returns false for anything else, revoked proxies included', async (t) => {
  t.equal(isRegExp(/a/), true)
  for (const value of ['/a/', {}, null, undefined, revoked({}), revoked(/a/)])
    t.equal(isRegExp(value), false, display(value))
})
