import t from 'tap'
import { fromHeaderLines, toHeaderLines, toNames } from '../../src/playground/header-lines.js'

t.test('lines of headers', async (t) => {
  t.strictSame(fromHeaderLines('A: 1\n\n  b :2:3  \nc\r\nA:4'), { A: '1, 4', b: '2:3', c: '' })
  t.strictSame(fromHeaderLines(''), {})
  t.equal(Object.getPrototypeOf(fromHeaderLines('__proto__: x')), Object.prototype, 'no name is special')
  t.strictSame(Object.keys(fromHeaderLines('__proto__: x')), ['__proto__'])
  t.equal(toHeaderLines({ A: '1', b: '2' }), 'A: 1\nb: 2')
})

t.test('lists of names', async (t) => {
  t.strictSame(toNames(' a, b\nc ,, '), ['a', 'b', 'c'])
  t.strictSame(toNames(''), [])
})
