import t from 'tap'
import {
  areDistinct,
  type FlatHeaders,
  type GivenHeaders,
  indexOfHeaders,
  isFlat,
  isPairs,
  isPlain,
  type WriteHeadArguments,
  withLines,
} from '../../src/adapters/write-head.js'

t.test('where Node looks for headers', async (t) => {
  const rows: [args: WriteHeadArguments, index: number][] = [
    [[], 1],
    [[200], 1],
    [[200, {}], 1],
    [[200, {}, undefined], 1],
    [[200, {}, null], 1],
    [[200, {}, {}], 2],
    [[200, undefined, {}], 2],
    [[200, null, []], 2],
    [[200, ''], 2],
    [[200, 'Fine', {}], 2],
  ]
  for (const [args, index] of rows) t.equal(indexOfHeaders(args), index, JSON.stringify(args))
})

t.test('forms', async (t) => {
  const rows: [given: GivenHeaders, flat: boolean, pairs: boolean][] = [
    [{}, false, false],
    [[], true, false],
    [['x-a', '1'], true, false],
    [[['x-a', '1']], false, true],
  ]
  for (const [given, flat, pairs] of rows) t.strictSame([isFlat(given), isPairs(given)], [flat, pairs])
})

t.test('names that differ not only in case', async (t) => {
  t.equal(areDistinct([]), true)
  t.equal(areDistinct(['x-a', 'x-bc', 'x-def']), true)
  t.equal(areDistinct(['x-a', 'x-b']), true, 'of one length')
  t.equal(areDistinct(['x-a', 'etag', 'X-A']), false)
  t.equal(areDistinct(['x-a', 'x-a']), false)
  t.equal(areDistinct(['x'.repeat(40), 'x'.repeat(8)]), true, 'of lengths that share a bit')
})

t.test('lists that may be set line by line', async (t) => {
  const rows: [list: unknown[], plain: boolean][] = [
    [[], true],
    [['x-a', '1', 'X-B', 2, 'set-cookie', ['a', 'b']], true],
    [['x-a', '1', 'X-A', '2'], false],
    [['x-a', '1', 'x-b'], false],
    [['x-a', undefined], false],
    [['x-a', ['1', undefined]], false],
    [['x-a', 'a\nb'], false],
    [['x a', '1'], false],
    [['', '1'], false],
    [[1, '1'], false],
  ]
  for (const [list, plain] of rows) t.equal(isPlain(list as FlatHeaders), plain, JSON.stringify(list))
})

t.test('more lines, in the form of the headers', async (t) => {
  const lines = ['Vary', 'Origin', 'x-b', '2']
  t.strictSame(withLines(['x-a', '1'], lines), ['x-a', '1', ...lines])
  t.strictSame(withLines([['x-a', '1']], lines), [
    ['x-a', '1'],
    ['Vary', 'Origin'],
    ['x-b', '2'],
  ])
  t.strictSame(withLines({ 'x-a': '1' }, lines), { 'x-a': '1', Vary: 'Origin', 'x-b': '2' })
  const proto = withLines(JSON.parse('{"__proto__":"1"}') as GivenHeaders, lines)
  t.strictSame(Object.keys(proto), ['__proto__', 'Vary', 'x-b'], 'a field called __proto__ is no prototype')
})
