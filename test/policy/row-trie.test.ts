import { isDeepStrictEqual } from 'node:util'
import t from 'tap'
import { RowTrie } from '../../src/policy/row-trie.js'
import { Random } from '../config/fixtures/random.js'

function listOf<V>(trie: RowTrie<V>): [string, V][] {
  const list: [string, V][] = []
  trie.forEach((value, key) => {
    list.push([key, value])
  })
  return list.sort(([a], [b]) => (a < b ? -1 : 1))
}

function listOfMap<V>(map: ReadonlyMap<string, V>): [string, V][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}

t.test('behaves like a map', async (t) => {
  const random = new Random(1)
  for (const [keys, changes] of [
    [10, 2000],
    [200, 5000],
    [20_000, 50_000],
  ] as const) {
    const trie = new RowTrie<number>()
    const map = new Map<string, number>()
    for (let i = 0; i < changes; i++) {
      const key = `https://tenant-${random.below(keys)}.example.com`
      if (random.once(3)) {
        if (trie.delete(key) !== map.delete(key)) t.fail(`delete ${key}`)
      } else {
        trie.set(key, i)
        map.set(key, i)
      }
      if (trie.get(key) !== map.get(key) || trie.size !== map.size) t.fail(`${key} after ${i} changes`)
    }
    // tap would render both first.
    t.ok(isDeepStrictEqual(listOf(trie), listOfMap(map)), `${keys} keys`)
  }
})

t.test('a snapshot never changes, whatever happens to the map and to other snapshots', async (t) => {
  const random = new Random(2)
  const trie = new RowTrie<number>()
  const map = new Map<string, number>()
  const taken: [RowTrie<number>, [string, number][]][] = []
  for (let i = 0; i < 6000; i++) {
    const key = `https://tenant-${random.below(1000)}.example.com`
    if (random.once(3)) {
      trie.delete(key)
      map.delete(key)
    } else {
      trie.set(key, i)
      map.set(key, i)
    }
    if (random.once(100)) taken.push([trie.snapshot(), listOfMap(map)])
  }
  t.ok(taken.length > 20)
  for (const [snapshot, expected] of taken) {
    t.equal(snapshot.size, expected.length)
    t.ok(isDeepStrictEqual(listOf(snapshot), expected))
  }
})

t.test('any number of keys with the same hash share a leaf', async (t) => {
  // FNV-1a of 32 bits is easily made to collide, and rows come from strangers.
  const pairs: (readonly [string, string])[] = []
  let state = 0x811c9dc5
  for (let i = 0; i < 8; i++) {
    const pair = collidingPair(state)
    pairs.push(pair)
    state = fnv(state, pair[0])
  }
  const keys = Array.from({ length: 256 }, (_, i) => pairs.map((pair, bit) => pair[(i >> bit) & 1]).join(''))
  const trie = new RowTrie<number>()
  for (const [i, key] of keys.entries()) trie.set(key, i)
  t.equal(new Set(keys).size, 256)
  t.equal(trie.size, 256)
  for (const [i, key] of keys.entries()) t.equal(trie.get(key), i)
  for (const key of keys) t.ok(trie.delete(key))
  t.equal(trie.size, 0)
})

/** Two texts that lead FNV-1a from one state to the same other one. */
function collidingPair(state: number): readonly [string, string] {
  const seen = new Map<number, string>()
  const random = new Random(3)
  for (;;) {
    const text = random.text('abcdefghijklmnopqrstuvwxyz0123456789', 8, 8)
    const hash = fnv(state, text)
    const other = seen.get(hash)
    if (other !== undefined && other !== text) return [other, text]
    seen.set(hash, text)
  }
}

function fnv(state: number, text: string): number {
  let hash = state
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
