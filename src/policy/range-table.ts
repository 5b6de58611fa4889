import type { AddressRange } from '../config/address-range.js'

type Span = Pick<AddressRange, 'first' | 'last'>

/** Address ranges of one family, merged and sorted: a lookup is a binary search. */
export class RangeTable {
  /** No range overlaps another. */
  readonly #spans: readonly Span[]

  /** @param ranges of one family */
  constructor(ranges: readonly AddressRange[]) {
    this.#spans = merge(ranges)
  }

  /** @param groups an address of the family */
  has(groups: readonly number[]): boolean {
    let low = 0
    let high = this.#spans.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compare((this.#spans[middle] as Span).last, groups) < 0) low = middle + 1
      else high = middle
    }
    const span = this.#spans[low]
    return span !== undefined && compare(span.first, groups) <= 0
  }
}

function merge(ranges: readonly AddressRange[]): Span[] {
  const merged: { first: readonly number[]; last: readonly number[] }[] = []
  for (const { first, last } of [...ranges].sort((a, b) => compare(a.first, b.first))) {
    const previous = merged.at(-1)
    if (previous === undefined || compare(previous.last, first) < 0) merged.push({ first, last })
    else if (compare(previous.last, last) < 0) previous.last = last
  }
  return merged
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] as number) - (b[i] as number)
    if (difference !== 0) return difference
  }
  return 0
}
