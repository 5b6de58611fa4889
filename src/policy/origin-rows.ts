import { type ParsedOrigin, parseOrigin } from '../config/origin-pattern.js'
import type { OriginRow } from '../config/origin-row.js'
import type { OriginRules } from '../config/origin-rules.js'
import { MAX_ORIGIN_LENGTH } from '../config/origin-text.js'
import { type Approval, approvalOf, isApproved } from './approval.js'
import { PatternRows } from './pattern-rows.js'
import { RowTrie } from './row-trie.js'

/** Origins that are data: exact ones, and patterns. */
export class OriginRows {
  #exact = new RowTrie<Approval>()
  /** Most policies have none. */
  #patterns: PatternRows | undefined

  get size(): number {
    return this.#exact.size + (this.#patterns?.size ?? 0)
  }

  /** Whether the text itself is a row. */
  includes(text: string): boolean {
    return this.#exact.get(text) !== undefined || this.#patterns?.get(text) !== undefined
  }

  /** Whether a row that the rules permit is, or matches, the origin. Any text will do. */
  allows(origin: string, rules: OriginRules): boolean {
    // Before anything is hashed: the wire controls the length.
    if (origin.length > MAX_ORIGIN_LENGTH) return false
    const approval = this.#exact.get(origin)
    if (approval !== undefined && isApproved(approval, origin, rules)) return true
    return this.#patterns?.matches(origin, rules) ?? false
  }

  put(row: OriginRow, rules: OriginRules): void {
    const approval = approvalOf(row, rules)
    if (row.pattern === undefined) {
      this.#exact.set(row.text, approval)
    } else {
      this.#patterns ??= new PatternRows()
      this.#patterns.put(row.text, row.pattern, approval)
    }
  }

  /** @returns whether it was there */
  delete(text: string): boolean {
    if (this.#exact.delete(text)) return true
    if (this.#patterns?.get(text) === undefined) return false
    // What is a row, has been parsed before.
    this.#patterns.delete(text, parseOrigin(text) as ParsedOrigin)
    return true
  }

  /** What the rows are now, for good. */
  snapshot(): OriginRows {
    const snapshot = new OriginRows()
    snapshot.#exact = this.#exact.snapshot()
    snapshot.#patterns = this.#patterns?.snapshot()
    return snapshot
  }

  /** The rows that the rules permit. */
  texts(rules: OriginRules): string[] {
    const texts: string[] = []
    const use = (approval: Approval, text: string) => {
      if (isApproved(approval, text, rules)) texts.push(text)
    }
    this.#exact.forEach(use)
    this.#patterns?.forEach(use)
    return texts
  }
}
