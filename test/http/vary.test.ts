import t from 'tap'
import { mergeVary, variesBy } from '../../src/http/vary.js'

const METHOD = 'Access-Control-Request-Method'

const ROWS: readonly (readonly [current: string, names: readonly string[], merged: string])[] = [
  ['', ['Origin'], 'Origin'],
  ['', ['Origin', METHOD], `Origin, ${METHOD}`],
  ['', [], ''],
  ['  ', ['Origin'], 'Origin'],
  ['Accept', ['Origin'], 'Accept, Origin'],
  ['Accept', [], 'Accept'],
  [' Accept\t', ['Origin'], 'Accept, Origin'],
  ['Origin', ['Origin'], 'Origin'],
  ['origin', ['Origin'], 'origin'],
  ['ORIGIN', ['Origin'], 'ORIGIN'],
  ['Origin', ['origin'], 'Origin'],
  ['Accept,Origin', ['Origin'], 'Accept,Origin'],
  ['Accept ,\tOrigin , Cookie', ['Origin'], 'Accept ,\tOrigin , Cookie'],
  ['Origin, Origin', ['Origin'], 'Origin, Origin'],
  ['Origin, Accept', ['Origin', METHOD], `Origin, Accept, ${METHOD}`],
  [METHOD, ['Origin', METHOD], `${METHOD}, Origin`],
  ['B, A', ['D', 'C'], 'B, A, D, C'],
  ['', ['Origin', 'origin', 'Origin'], 'Origin'],
  ['X-Origin', ['Origin'], 'X-Origin, Origin'],
  ['Origin-X', ['Origin'], 'Origin-X, Origin'],
  ['Accept Origin', ['Origin'], 'Accept Origin, Origin'],
  ['*', ['Origin'], '*'],
  ['*', [], '*'],
  [' * ', ['Origin'], '*'],
  ['Accept, *', ['Origin'], '*'],
  ['*,Accept', ['Origin'], '*'],
  ['x*', ['Origin'], 'x*, Origin'],
]

t.test('keeps existing names, appends each missing name once, and lets * absorb all', async (t) => {
  for (const [current, names, merged] of ROWS) {
    t.equal(mergeVary(current, names), merged, JSON.stringify([current, ...names]))
  }
})

t.test('merging again changes nothing', async (t) => {
  for (const [current, names, merged] of ROWS) {
    t.equal(mergeVary(merged, names), merged, JSON.stringify([current, ...names]))
  }
})

t.test('whether a value varies by a name', async (t) => {
  const rows: [vary: string | undefined, varies: boolean][] = [
    ['Origin', true],
    ['accept-encoding , ORIGIN', true],
    ['*', true],
    ['Accept, *', true],
    [undefined, false],
    ['', false],
    ['Accept', false],
    ['X-Origin', false],
    ['Origin-Agent', false],
  ]
  for (const [vary, varies] of rows) t.equal(variesBy(vary, 'Origin'), varies, String(vary))
})
