import t from 'tap'
import {
  extractTokens,
  getHeader,
  hasHeader,
  headerLines,
  sortAndCombine,
  toHeaderList,
  withoutHeaders,
} from '../../src/fetch-model/header-list.js'

t.test('a record and pairs give one element per field line, values without white space around them', async (t) => {
  const list = toHeaderList({ Vary: ['Origin', ' \taccept\r\n'], 'X-A': '1', 'x-b': undefined, 'x-c': [] })
  t.strictSame(list, [
    ['Vary', 'Origin'],
    ['Vary', 'accept'],
    ['X-A', '1'],
  ])
  t.strictSame(toHeaderList(new Headers({ A: ' 1 ' })), [['a', '1']])
  t.strictSame(toHeaderList([['A', '  ']]), [['A', '']])
  t.strictSame(toHeaderList({}), [])
})

t.test('get joins the lines of a name in any case, and distinguishes empty from absent', async (t) => {
  const list = toHeaderList([
    ['A', '1'],
    ['b', ''],
    ['a', '2'],
  ])
  t.equal(getHeader(list, 'a'), '1, 2')
  t.equal(getHeader(list, 'B'), '')
  t.equal(getHeader(list, 'c'), undefined)
  t.strictSame(headerLines(list, 'A'), ['1', '2'])
  t.equal(hasHeader(list, 'B'), true)
  t.equal(hasHeader(list, 'c'), false)
  t.strictSame(withoutHeaders(list, new Set(['a'])), [['b', '']])
})

t.test('a script sees names in lower case, sorted, with their lines joined', async (t) => {
  const list = toHeaderList({ Zeta: '1', alpha: ['2', '3'], ALPHA: '4' })
  t.strictSame(sortAndCombine(list), [
    ['alpha', '2, 3, 4'],
    ['zeta', '1'],
  ])
})

t.test('a list of tokens', async (t) => {
  const rows: [readonly string[], readonly string[] | string | undefined][] = [
    [[], undefined],
    [[''], []],
    [['PUT'], ['PUT']],
    [['PUT, PATCH'], ['PUT', 'PATCH']],
    [
      ['PUT', 'PATCH'],
      ['PUT', 'PATCH'],
    ],
    [[' ,,PUT\t, ,PATCH,'], ['PUT', 'PATCH']],
    [['*'], ['*']],
    [['PUT PATCH'], 'PUT PATCH'],
    [['PUT; q=1'], 'PUT; q=1'],
    [['ok', 'b@d'], 'b@d'],
    [['"PUT"'], '"PUT"'],
    [['\u000bPUT'], '\u000bPUT'],
  ]
  for (const [lines, expected] of rows) {
    const found = extractTokens(toHeaderList({ list: lines }), 'List')
    t.strictSame(found.ok ? found.tokens : found.invalid, expected, JSON.stringify(lines))
  }
})
