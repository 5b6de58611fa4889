import type { Facts } from '../examine.js'
import type { FindingCode, Severity } from '../finding.js'
import type { Exchange } from '../session.js'

/** A finding before its texts. */
export interface Draft {
  readonly code: FindingCode
  /** The exchanges that show it, the most telling first. */
  readonly shown: readonly Exchange[]
  /** The response headers that count. */
  readonly names?: readonly string[]
  /** What the texts say in place of `{name}`. */
  readonly values?: Readonly<Record<string, string>>
  /** Where it is not what it always is. */
  readonly severity?: Severity
}

/** Draws findings of one kind from what is known. Pure. */
export type Inspect = (facts: Facts) => readonly Draft[]
