import { GROUP_BITS, IPV6_GROUPS, MAX_GROUP, readAddress } from '../config/address.js'
import type { AddressRange } from '../config/address-range.js'
import { RowTrie } from './row-trie.js'

const IPV4_BITS = 32
const IPV6_BITS = IPV6_GROUPS * GROUP_BITS
const ANY_PORT = ':*'

/** An address range, with the port after its colon, or `''`. */
export interface RangeRow extends AddressRange {
  readonly scheme: string
  readonly port: string
}

/**
 * The rows that are address ranges. An address is in at most one range of each prefix length, so it is looked up once
 * for each length that some range has: 33 times at the most for IPv4, 129 for IPv6.
 */
export class RangeRows {
  /** The text of the row, by its scheme, port, prefix length and first address. */
  #texts = new RowTrie<string>()
  /** How many ranges have a prefix of so many bits. */
  #ipv4 = new Uint32Array(IPV4_BITS + 1)
  #ipv6 = new Uint32Array(IPV6_BITS + 1)

  /** @param by 1 for a range that is added, -1 for one that is removed */
  count(text: string, { scheme, first, last, port }: RangeRow, by: 1 | -1): void {
    const bits = prefixLength(first, last)
    const key = keyOf(scheme, port, bits, networkOf(first, bits))
    if (by > 0) this.#texts.set(key, text)
    else this.#texts.delete(key)
    const counts = this.#counts(first)
    counts[bits] = (counts[bits] as number) + by
  }

  snapshot(): RangeRows {
    const snapshot = new RangeRows()
    snapshot.#texts = this.#texts.snapshot()
    snapshot.#ipv4 = this.#ipv4.slice()
    snapshot.#ipv6 = this.#ipv6.slice()
    return snapshot
  }

  /** Whether `has` is true of one of the ranges that the host is in. */
  some(scheme: string, host: string, port: string, has: (text: string) => boolean): boolean {
    if (this.#texts.size === 0) return false
    const groups = readAddress(host)
    if (groups === undefined) return false
    return this.#counts(groups).some((count, bits) => {
      if (count === 0) return false
      const network = networkOf(groups, bits)
      return [port, ANY_PORT].some((port) => {
        const text = this.#texts.get(keyOf(scheme, port, bits, network))
        return text !== undefined && has(text)
      })
    })
  }

  #counts(groups: readonly number[]): Uint32Array {
    return groups.length === IPV6_GROUPS ? this.#ipv6 : this.#ipv4
  }
}

/** How many bits all addresses from the first to the last begin with. */
function prefixLength(first: readonly number[], last: readonly number[]): number {
  const i = first.findIndex((group, i) => group !== last[i])
  if (i < 0) return first.length * GROUP_BITS
  return i * GROUP_BITS + Math.clz32((first[i] as number) ^ (last[i] as number)) - GROUP_BITS
}

/** The first address of the range with such a prefix: a character for each group. */
function networkOf(groups: readonly number[], bits: number): string {
  let network = ''
  for (const [i, group] of groups.entries()) {
    const kept = Math.min(Math.max(bits - i * GROUP_BITS, 0), GROUP_BITS)
    network += String.fromCharCode(group & (MAX_GROUP << (GROUP_BITS - kept)))
  }
  return network
}

function keyOf(scheme: string, port: string, bits: number, network: string): string {
  return `${scheme}${port}/${bits}/${network}`
}
