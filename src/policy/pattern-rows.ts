import { isCanonicalHost, isCanonicalName } from '../config/canonical-host.js'
import type { ParsedOrigin } from '../config/origin-pattern.js'
import type { OriginRules } from '../config/origin-rules.js'
import { MAX_HOST_LENGTH, splitOrigin } from '../config/origin-text.js'
import { type Approval, isApproved } from './approval.js'
import { LabelRows } from './label-rows.js'
import { RangeRows } from './range-rows.js'
import { RowTrie } from './row-trie.js'

const DOT = 0x2e
/** Labels have at least one character, and dots between them. */
const MAX_LABELS = (MAX_HOST_LENGTH + 1) / 2

/**
 * The rows that are patterns. An `OriginSet` would have to be compiled again for each change. Here the texts of all
 * patterns that would match an origin are looked up. A host has at most 127 labels, a label 63 characters and an
 * address 128 bits, so their number is bounded.
 */
export class PatternRows {
  #texts = new RowTrie<Approval>()
  /** How many patterns have a parent with that many labels. Parents with other numbers of labels are not looked up. */
  #depths = new Uint32Array(MAX_LABELS + 1)
  readonly #labels: LabelRows
  readonly #ranges: RangeRows
  /** How many are `scheme://*`. */
  #anyHosts = 0

  constructor(labels = new LabelRows(), ranges = new RangeRows()) {
    this.#labels = labels
    this.#ranges = ranges
  }

  get size(): number {
    return this.#texts.size
  }

  get(text: string): Approval | undefined {
    return this.#texts.get(text)
  }

  put(text: string, pattern: ParsedOrigin, approval: Approval): void {
    if (this.get(text) === undefined) this.#count(text, pattern, 1)
    this.#texts.set(text, approval)
  }

  /** @param pattern the parsed text */
  delete(text: string, pattern: ParsedOrigin): void {
    if (this.#texts.delete(text)) this.#count(text, pattern, -1)
  }

  snapshot(): PatternRows {
    const snapshot = new PatternRows(this.#labels.snapshot(), this.#ranges.snapshot())
    snapshot.#texts = this.#texts.snapshot()
    snapshot.#depths = this.#depths.slice()
    snapshot.#anyHosts = this.#anyHosts
    return snapshot
  }

  forEach(use: (approval: Approval, text: string) => void): void {
    this.#texts.forEach(use)
  }

  /** @param origin at most `MAX_ORIGIN_LENGTH` long */
  matches(origin: string, rules: OriginRules): boolean {
    const parts = splitOrigin(origin)
    if (parts === undefined || this.#texts.size === 0) return false
    const { scheme, host } = parts
    const port = withColon(parts.port)
    const has = (text: string) => this.#has(text, rules)
    if (has(`${scheme}://${host}:*`)) return true
    if (this.#anyHosts > 0 && port === '' && has(`${scheme}://*`)) return isCanonicalHost(host)
    if (this.#ranges.some(scheme, host, port, has)) return true
    if (!this.#hasWildcard(scheme, host, port, has) && !this.#hasWildcard(scheme, host, ':*', has)) return false
    return isCanonicalName(host)
  }

  #has(text: string, rules: OriginRules): boolean {
    const approval = this.#texts.get(text)
    return approval !== undefined && isApproved(approval, text, rules)
  }

  /** @param port with its colon, or `''` */
  #hasWildcard(scheme: string, host: string, port: string, has: (text: string) => boolean): boolean {
    let depth = 1
    for (let i = host.length - 1; i > 0; i--) {
      if (host.charCodeAt(i) !== DOT) continue
      if (this.#depths[depth++] !== 0 && has(`${scheme}://*${host.slice(i)}${port}`)) return true
    }
    return this.#labels.some(scheme, host, port, has)
  }

  /** @param by 1 for a pattern that is added, -1 for one that is removed */
  #count(text: string, { scheme, host, port: digits }: ParsedOrigin, by: 1 | -1): void {
    const port = withColon(digits)
    if (host.kind === 'label') {
      this.#labels.count({ ...host, scheme, port }, by)
    } else if (host.kind === 'subdomains') {
      const labels = host.parent.split('.').length
      this.#depths[labels] = (this.#depths[labels] as number) + by
    } else if (host.kind === 'range') {
      this.#ranges.count(text, { ...host.range, scheme, port }, by)
    } else if (host.kind === 'any') {
      this.#anyHosts += by
    }
  }
}

function withColon(port: string): string {
  return port === '' ? '' : `:${port}`
}
