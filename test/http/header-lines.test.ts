import t from 'tap'
import { pairsOf } from '../../src/http/header-lines.js'

t.test('names and values in turn become pairs', async (t) => {
  const rows: readonly (readonly [lines: readonly string[], pairs: readonly (readonly [string, string])[]])[] = [
    [[], []],
    [['a', '1'], [['a', '1']]],
    [
      ['a', '1', 'A', '', 'a', '1'],
      [
        ['a', '1'],
        ['A', ''],
        ['a', '1'],
      ],
    ],
    // A name without a value is left out.
    [['a'], []],
    [['a', '1', 'b'], [['a', '1']]],
  ]
  for (const [lines, pairs] of rows) t.strictSame(pairsOf(lines), pairs, lines.join())
})
