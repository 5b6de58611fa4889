import type { Exchange } from '../exchange.js'
import type { Facts } from '../facts.js'
import type { FindingItem, Place, Severity } from '../finding.js'

/** A finding before its texts. */
export interface Draft {
  readonly item: FindingItem
  /** The exchanges that show it, the most telling first. */
  readonly shown: readonly Exchange[]
  /** The response headers that count. */
  readonly names?: readonly string[]
  /** Where it is not what it always is. */
  readonly severity?: Severity
  /** Where the fix belongs, if the response does not tell. */
  readonly place?: Place
}

/** Draws findings of one kind from what is known. Pure. */
export type Inspect = (facts: Facts) => readonly Draft[]

/** The exchanges that were made. */
export function made(...exchanges: readonly (Exchange | undefined)[]): Exchange[] {
  return exchanges.filter((exchange) => exchange !== undefined)
}
