import t from 'tap'
import { LabelIndex, type LabelPattern } from '../../src/policy/label-index.js'
import { Random } from '../config/fixtures/random.js'

/** `pr-*` and `*--shop` as patterns. */
function patternsOf(texts: readonly string[]): LabelPattern[] {
  return texts.map((text) => {
    const [prefix = '', suffix = ''] = text.split('*')
    return { prefix, suffix }
  })
}

const ROWS: readonly (readonly [
  patterns: readonly string[],
  matched: readonly string[],
  unmatched: readonly string[],
])[] = [
  [[], [], ['', 'a']],
  [['pr-*'], ['pr-1', 'pr-a-b', 'pr--', 'pr-pr-'], ['', 'pr', 'pr-', 'xpr-1', 'pR-1', 'pr-a_b', 'pr-a.b', 'pr-É']],
  [['*--shop'], ['a--shop', '---shop', '--shop--shop'], ['--shop', 'shop', 'a-shop', 'a--shops', '_--shop']],
  [['a*a'], ['aba', 'aaa', 'a-a'], ['a', 'aa', 'ab', 'ba', 'a_a']],
  [
    ['a*', 'a*b', 'ab*'],
    ['ab', 'aab', 'abb', 'abc'],
    ['a', 'ba', ''],
  ],
  [['ab*ba'], ['abxba', 'abba-ba'], ['aba', 'abba']],
  [['a_*_b'], ['a_x_b'], ['a__b', 'a_x', 'a__x_b']],
  [['*'], ['a', '-', '0'], ['', '_', 'A', 'a.b', 'a b']],
]

t.test('matches one or more characters between a prefix and a suffix', async (t) => {
  for (const [patterns, matched, unmatched] of ROWS) {
    const index = new LabelIndex(patternsOf(patterns))
    for (const label of matched) t.equal(index.matches(label), true, `${patterns} and ${label}`)
    for (const label of unmatched) t.equal(index.matches(label), false, `${patterns} and not ${label}`)
  }
})

t.test('agrees with a regular expression for each pattern', async (t) => {
  const random = new Random(12)
  const wrong: unknown[] = []
  let matched = 0
  for (let round = 0; round < 300; round++) {
    const texts = random.list(0, 6, () => `${random.text('ab-', 0, 3)}*${random.text('ab-', 0, 3)}`)
    const expressions = texts.map((text) => new RegExp(`^${text.replace('*', '[a-z0-9-]+')}$`))
    const index = new LabelIndex(patternsOf(texts))
    for (let i = 0; i < 40; i++) {
      const label = random.text('ab-ab-ab-_.', 0, 6)
      const expected = expressions.some((expression) => expression.test(label))
      if (index.matches(label) !== expected) wrong.push([texts, label])
      if (expected) matched++
    }
  }
  t.strictSame(wrong, [])
  t.ok(matched > 1000 && matched < 11_000, `both answers are common, and ${matched} match`)
})
