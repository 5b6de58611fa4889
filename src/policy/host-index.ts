import { readAddress } from '../config/address.js'
import { isCanonicalHost, isCanonicalName } from '../config/canonical-host.js'
import type { HostPattern } from '../config/origin-pattern.js'
import { groupBy, mapValues } from './group-by.js'
import { LabelIndex } from './label-index.js'
import { RangeTable } from './range-table.js'

const DOT = 0x2e

/** The host patterns for one scheme and one port. */
export class HostIndex {
  readonly #hosts: ReadonlySet<string>
  readonly #subdomains: ReadonlySet<string>
  /** The most labels that a parent in `#subdomains` has. Longer suffixes of a host are not looked up. */
  readonly #maxDepth: number
  readonly #labels: ReadonlyMap<string, LabelIndex>
  readonly #ipv4: RangeTable
  readonly #ipv6: RangeTable
  readonly #any: boolean

  constructor(patterns: readonly HostPattern[]) {
    const of = <Kind extends HostPattern['kind']>(kind: Kind) =>
      patterns.filter((pattern): pattern is Extract<HostPattern, { kind: Kind }> => pattern.kind === kind)
    const ranges = of('range').map(({ range }) => range)
    const parents = of('subdomains').map(({ parent }) => parent)
    this.#any = of('any').length > 0
    this.#hosts = new Set(of('host').map(({ host }) => host))
    this.#subdomains = new Set(parents)
    this.#maxDepth = parents.reduce((most, parent) => Math.max(most, parent.split('.').length), 0)
    this.#labels = mapValues(
      groupBy(of('label'), ({ parent }) => parent),
      (siblings) => new LabelIndex(siblings),
    )
    this.#ipv4 = new RangeTable(ranges.filter(({ family }) => family === 'ipv4'))
    this.#ipv6 = new RangeTable(ranges.filter(({ family }) => family === 'ipv6'))
  }

  /** @param host one that `splitOrigin` takes */
  matches(host: string): boolean {
    if (this.#any) return isCanonicalHost(host)
    if (this.#hosts.has(host)) return true
    const address = readAddress(host)
    if (address !== undefined) return (host.startsWith('[') ? this.#ipv6 : this.#ipv4).has(address)
    return (this.#matchesSubdomain(host) || this.#matchesLabel(host)) && isCanonicalName(host)
  }

  #matchesSubdomain(host: string): boolean {
    let depth = 0
    for (let i = host.length - 1; i > 0 && depth < this.#maxDepth; i--) {
      if (host.charCodeAt(i) !== DOT) continue
      if (this.#subdomains.has(host.slice(i + 1))) return true
      depth++
    }
    return false
  }

  #matchesLabel(host: string): boolean {
    const labelEnd = host.indexOf('.')
    if (labelEnd < 0) return false
    return this.#labels.get(host.slice(labelEnd + 1))?.matches(host.slice(0, labelEnd)) ?? false
  }
}
