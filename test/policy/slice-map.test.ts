import t from 'tap'
import { SliceMap } from '../../src/policy/slice-map.js'
import { Random } from '../config/fixtures/random.js'

t.test('an empty map has nothing', async (t) => {
  const map = new SliceMap(new Map())
  t.equal(map.size, 0)
  t.equal(map.get('', 0, 0), undefined)
  t.equal(map.get('abc', 0, 3), undefined)
})

t.test('looks up the slice where it stands', async (t) => {
  const map = new SliceMap(
    new Map([
      ['', 0],
      ['b', 1],
      ['bc', 2],
      ['abc', 3],
    ]),
  )
  t.equal(map.size, 4)
  const rows: readonly (readonly [text: string, start: number, end: number, value: number | undefined])[] = [
    ['abc', 0, 3, 3],
    ['abc', 1, 2, 1],
    ['abc', 1, 3, 2],
    ['abc', 0, 0, 0],
    ['abc', 3, 3, 0],
    ['', 0, 0, 0],
    ['abc', 0, 1, undefined],
    ['abc', 0, 2, undefined],
    ['abcd', 0, 4, undefined],
    ['ABC', 0, 3, undefined],
  ]
  for (const [text, start, end, value] of rows) t.equal(map.get(text, start, end), value, `${text} ${start}-${end}`)
})

t.test('is made once: what happens to its entries later does not matter', async (t) => {
  const entries = new Map([['a', 1]])
  const map = new SliceMap(entries)
  entries.set('a', 2).set('b', 3)
  t.strictSame([map.get('a', 0, 1), map.get('b', 0, 1), map.size], [1, undefined, 1])
})

t.test('agrees with a Map about slices of random texts', async (t) => {
  const random = new Random(11)
  const wrong: unknown[] = []
  let found = 0
  for (let round = 0; round < 60; round++) {
    const keys = random.list(0, round * 4, () => random.text('ab.', 0, 5))
    const entries = new Map(keys.map((key, i) => [key, i]))
    const map = new SliceMap(entries)
    if (map.size !== entries.size) wrong.push(map.size)
    for (let i = 0; i < 200; i++) {
      const text = random.text('ab.', 0, 9)
      const start = random.below(text.length + 1)
      const end = start + random.below(text.length - start + 1)
      const expected = entries.get(text.slice(start, end))
      if (map.get(text, start, end) !== expected) wrong.push([keys, text, start, end])
      if (expected !== undefined) found++
    }
  }
  t.strictSame(wrong, [])
  t.ok(found > 1000, 'keys are found')
})

t.test('finds every one of very many keys', async (t) => {
  const keys = Array.from({ length: 20_000 }, (_, i) => `host-${i}.example.com`)
  const map = new SliceMap(new Map(keys.map((key, i) => [key, i])))
  t.strictSame(
    keys.filter((key, i) => map.get(`https://${key}:8443`, 8, 8 + key.length) !== i),
    [],
  )
})
