import type { AddressRange } from '../config/address-range.js'

/** Address ranges of one family, merged and sorted: a lookup is a binary search. */
export class RangeTable {
  readonly #width: number
  /** Firsts and lasts, `width` 16-bit groups each. Sorted, and no range overlaps another. */
  readonly #firsts: Uint16Array
  readonly #lasts: Uint16Array
  readonly #count: number

  /**
   * @param ranges of one family
   * @param width groups of an address: 2 for IPv4, 8 for IPv6
   */
  constructor(ranges: readonly AddressRange[], width: number) {
    const merged = merge(ranges)
    this.#width = width
    this.#firsts = Uint16Array.from(merged.flatMap(({ first }) => first))
    this.#lasts = Uint16Array.from(merged.flatMap(({ last }) => last))
    this.#count = merged.length
  }

  /** @param groups at least `width` groups */
  has(groups: Uint16Array): boolean {
    let low = 0
    let high = this.#count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#compare(this.#lasts, middle, groups) < 0) low = middle + 1
      else high = middle
    }
    return low < this.#count && this.#compare(this.#firsts, low, groups) <= 0
  }

  #compare(addresses: Uint16Array, index: number, groups: Uint16Array): number {
    const start = index * this.#width
    for (let i = 0; i < this.#width; i++) {
      const difference = (addresses[start + i] as number) - (groups[i] as number)
      if (difference !== 0) return difference
    }
    return 0
  }
}

function merge(ranges: readonly AddressRange[]): { first: readonly number[]; last: readonly number[] }[] {
  const merged: { first: readonly number[]; last: readonly number[] }[] = []
  for (const { first, last } of [...ranges].sort((a, b) => compare(a.first, b.first))) {
    const previous = merged.at(-1)
    if (previous === undefined || compare(previous.last, first) < 0) merged.push({ first, last })
    else if (compare(previous.last, last) < 0) previous.last = last
  }
  return merged
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((group, j) => group !== b[j])
  return i < 0 ? 0 : (a[i] as number) - (b[i] as number)
}
