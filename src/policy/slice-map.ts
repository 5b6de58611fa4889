/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/. */
const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/**
 * An immutable map that is asked about a slice of a longer string without making that slice: the parts of an Origin
 * header are looked up where they stand, and nothing is allocated on the request path.
 */
export class SliceMap<V> {
  readonly #keys: readonly string[]
  readonly #values: readonly V[]
  /** Per bucket, the index of its first key plus one. */
  readonly #heads: Int32Array
  /** Per key, the index of the next one in its bucket plus one. */
  readonly #next: Int32Array

  constructor(entries: ReadonlyMap<string, V>) {
    this.#keys = [...entries.keys()]
    this.#values = [...entries.values()]
    this.#heads = new Int32Array(bucketCount(entries.size))
    this.#next = new Int32Array(entries.size)
    for (const [i, key] of this.#keys.entries()) {
      const bucket = hash(key, 0, key.length) & (this.#heads.length - 1)
      this.#next[i] = this.#heads[bucket] as number
      this.#heads[bucket] = i + 1
    }
  }

  get size(): number {
    return this.#keys.length
  }

  /** The value of the key that equals `text.slice(start, end)`. */
  get(text: string, start: number, end: number): V | undefined {
    if (this.#keys.length === 0) return undefined
    const length = end - start
    let i = this.#heads[hash(text, start, end) & (this.#heads.length - 1)] as number
    while (i !== 0) {
      const key = this.#keys[i - 1] as string
      if (key.length === length && text.startsWith(key, start)) return this.#values[i - 1]
      i = this.#next[i - 1] as number
    }
    return undefined
  }
}

/** The power of two that keeps chains at one or two keys. */
function bucketCount(size: number): number {
  return 2 ** Math.ceil(Math.log2(size + 1))
}

function hash(text: string, start: number, end: number): number {
  let value = FNV_OFFSET
  for (let i = start; i < end; i++) value = Math.imul(value ^ text.charCodeAt(i), FNV_PRIME)
  // The low bits alone choose the bucket.
  return value ^ (value >>> 15)
}
