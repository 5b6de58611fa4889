import { IPV6_GROUPS, readIpv4, readIpv6 } from '../config/address.js'
import { hasPunycode, isCanonicalHost, isCanonicalPunycode } from '../config/canonical-host.js'
import type { HostPattern } from '../config/origin-pattern.js'
import { isDigit } from '../config/origin-text.js'
import { groupBy, mapValues } from './group-by.js'
import { LabelIndex } from './label-index.js'
import { RangeTable } from './range-table.js'

const DOT = 0x2e
const OPEN_BRACKET = 0x5b

/** Matching never yields, so one buffer serves every request. */
const scratch = new Uint16Array(IPV6_GROUPS)

/** The host patterns for one scheme and one port. Looks at the host in place, inside the origin. */
export class HostIndex {
  readonly #hosts: ReadonlySet<string>
  readonly #subdomains: ReadonlySet<string>
  /** 1 at each number of labels that a parent in `#subdomains` has. Other suffixes of a host are not looked up. */
  readonly #depths: Uint8Array
  readonly #labels: ReadonlyMap<string, LabelIndex>
  readonly #ipv4: RangeTable
  readonly #ipv6: RangeTable
  readonly #any: boolean

  constructor(patterns: readonly HostPattern[]) {
    const of = <Kind extends HostPattern['kind']>(kind: Kind) =>
      patterns.filter((pattern): pattern is Extract<HostPattern, { kind: Kind }> => pattern.kind === kind)
    const ranges = of('range').map(({ range }) => range)
    this.#any = of('any').length > 0
    this.#hosts = new Set(of('host').map(({ host }) => host))
    this.#subdomains = new Set(of('subdomains').map(({ parent }) => parent))
    this.#depths = depthsOf(this.#subdomains)
    this.#labels = mapValues(
      groupBy(of('label'), ({ parent }) => parent),
      (siblings) => new LabelIndex(siblings),
    )
    this.#ipv4 = new RangeTable(ranges.filter(({ family }) => family === 'ipv4'))
    this.#ipv6 = new RangeTable(ranges.filter(({ family }) => family === 'ipv6'))
  }

  /** @param origin a text that `splitOrigin` takes, with the host from `start` to `end` */
  matches(origin: string, start: number, end: number): boolean {
    if (this.#any) return isCanonicalHost(origin, start, end)
    if (this.#hosts.size > 0 && this.#hosts.has(origin.slice(start, end))) return true
    if (origin.charCodeAt(start) === OPEN_BRACKET) return this.#matchesIpv6(origin, start, end)
    if (isDigit(origin.charCodeAt(end - 1)) && this.#matchesIpv4(origin, start, end)) return true
    if (!this.#matchesSubdomain(origin, start, end) && !this.#matchesLabel(origin, start, end)) return false
    return !hasPunycode(origin, start, end) || isCanonicalPunycode(origin.slice(start, end))
  }

  #matchesIpv6(origin: string, start: number, end: number): boolean {
    return readIpv6(origin, start + 1, end - 1, scratch) && this.#ipv6.has(scratch)
  }

  #matchesIpv4(origin: string, start: number, end: number): boolean {
    const address = readIpv4(origin, start, end)
    if (address < 0) return false
    scratch[0] = address >>> 16
    scratch[1] = address & 0xffff
    return this.#ipv4.has(scratch)
  }

  #matchesSubdomain(origin: string, start: number, end: number): boolean {
    let depth = 1
    for (let i = end - 1; i > start && depth < this.#depths.length; i--) {
      if (origin.charCodeAt(i) !== DOT) continue
      if (this.#depths[depth++] === 1 && this.#subdomains.has(origin.slice(i + 1, end))) return true
    }
    return false
  }

  #matchesLabel(origin: string, start: number, end: number): boolean {
    if (this.#labels.size === 0) return false
    const labelEnd = origin.indexOf('.', start)
    if (labelEnd < 0) return false
    return this.#labels.get(origin.slice(labelEnd + 1, end))?.matches(origin, start, labelEnd) ?? false
  }
}

function depthsOf(domains: Iterable<string>): Uint8Array {
  const depths = Array.from(domains, (domain) => domain.split('.').length)
  const flags = new Uint8Array(depths.reduce((most, depth) => Math.max(most, depth), 0) + 1)
  for (const depth of depths) flags[depth] = 1
  return flags
}
