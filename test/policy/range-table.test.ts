import t from 'tap'
import type { AddressRange } from '../../src/config/address-range.js'
import { RangeTable } from '../../src/policy/range-table.js'
import { Random } from '../config/fixtures/random.js'

function range(first: readonly number[], last: readonly number[]): AddressRange {
  return { family: first.length === 2 ? 'ipv4' : 'ipv6', first, last }
}

const ROWS: readonly (readonly [
  name: string,
  ranges: readonly AddressRange[],
  inside: readonly (readonly number[])[],
  outside: readonly (readonly number[])[],
])[] = [
  [
    'no range',
    [],
    [],
    [
      [0, 0],
      [0xffff, 0xffff],
    ],
  ],
  [
    'one address',
    [range([1, 2], [1, 2])],
    [[1, 2]],
    [
      [1, 1],
      [1, 3],
      [0, 2],
      [2, 2],
    ],
  ],
  [
    'all addresses',
    [range([0, 0], [0xffff, 0xffff])],
    [
      [0, 0],
      [1, 2],
      [0xffff, 0xffff],
    ],
    [],
  ],
  [
    'a range over several groups',
    [range([1, 0xfff0], [3, 0x000f])],
    [
      [1, 0xfff0],
      [1, 0xffff],
      [2, 0],
      [2, 0xffff],
      [3, 0],
      [3, 0x000f],
    ],
    [
      [1, 0xffef],
      [3, 0x0010],
      [0, 0xffff],
      [4, 0],
    ],
  ],
  [
    'ranges in any order, with a gap',
    [range([9, 0], [9, 9]), range([1, 0], [1, 9]), range([5, 0], [5, 9])],
    [
      [1, 0],
      [1, 9],
      [5, 5],
      [9, 0],
      [9, 9],
    ],
    [
      [0, 0],
      [1, 10],
      [4, 5],
      [5, 10],
      [8, 0],
      [9, 10],
      [10, 0],
    ],
  ],
  [
    'one range inside another',
    [range([1, 0], [9, 0]), range([2, 0], [3, 0])],
    [
      [1, 0],
      [2, 5],
      [3, 1],
      [9, 0],
    ],
    [
      [0, 9],
      [9, 1],
    ],
  ],
  [
    'the same range twice, and two that begin at the same address',
    [range([1, 0], [1, 5]), range([1, 0], [1, 5]), range([1, 0], [1, 9])],
    [
      [1, 0],
      [1, 9],
    ],
    [
      [1, 10],
      [0, 0],
    ],
  ],
  [
    'overlapping ranges',
    [range([1, 0], [2, 0]), range([1, 9], [3, 0]), range([3, 0], [4, 0])],
    [
      [1, 0],
      [2, 1],
      [3, 1],
      [4, 0],
    ],
    [
      [0, 9],
      [4, 1],
    ],
  ],
  [
    'eight groups',
    [range([0xfd00, 0, 0, 0, 0, 0, 0, 0], [0xfdff, 9, 9, 9, 9, 9, 9, 9])],
    [
      [0xfd00, 0, 0, 0, 0, 0, 0, 0],
      [0xfd00, 0, 0, 0, 0, 0, 0, 1],
      [0xfdff, 9, 9, 9, 9, 9, 9, 9],
    ],
    [
      [0xfdff, 9, 9, 9, 9, 9, 9, 10],
      [0xfcff, 0xffff, 0, 0, 0, 0, 0, 0],
      [0xfe00, 0, 0, 0, 0, 0, 0, 0],
    ],
  ],
]

t.test('has the addresses from the first to the last one of each range', async (t) => {
  for (const [name, ranges, inside, outside] of ROWS) {
    const table = new RangeTable(ranges)
    for (const address of inside) t.equal(table.has(address), true, `${name}: ${address}`)
    for (const address of outside) t.equal(table.has(address), false, `${name}: not ${address}`)
  }
})

t.test('does not change its input', async (t) => {
  const ranges = [range([2, 0], [3, 0]), range([1, 0], [2, 5])]
  const before = structuredClone(ranges)
  new RangeTable(Object.freeze(ranges))
  t.strictSame(ranges, before)
})

t.test('agrees with comparing an address with each range', async (t) => {
  const random = new Random(13)
  const wrong: unknown[] = []
  let inside = 0
  for (let round = 0; round < 400; round++) {
    const width = random.pick([2, 8])
    // Few values for a group, so that ranges touch, overlap and contain each other.
    const address = () => Array.from({ length: width }, () => random.pick([0, 1, 2, 0xfffe, 0xffff]))
    const ranges = random.list(0, 8, () => {
      const [first = [], last = []] = [address(), address()].sort(compare)
      return range(first, last)
    })
    const table = new RangeTable(ranges)
    for (let i = 0; i < 30; i++) {
      const asked = address()
      const expected = ranges.some(({ first, last }) => compare(first, asked) <= 0 && compare(asked, last) <= 0)
      if (table.has(asked) !== expected) wrong.push([ranges, asked])
      if (expected) inside++
    }
  }
  t.strictSame(wrong, [])
  t.ok(inside > 1000 && inside < 11_000, 'both answers are common')
})

/** As one large number each, which is slow and plain. */
function compare(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [a, b].map((groups) => groups.reduce((sum, group) => sum * 65536n + BigInt(group), 0n))
  return Number((x ?? 0n) - (y ?? 0n))
}
