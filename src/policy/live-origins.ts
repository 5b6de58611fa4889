import { isRowProblem, type OriginRowProblem, parseOriginRow, unusedRow } from '../config/origin-row.js'
import type { ParsedConfig } from '../config/parse-config.js'
import { OriginRows } from './origin-rows.js'
import { type JudgedRow, RowLoad, type RowSource, type RowsChange } from './row-load.js'

/** How rows are read. */
export interface RowOptions {
  /** Whether a row may be a pattern. Default: false, since a tenant's `https://*.customer.com` may let in others. */
  readonly patterns?: boolean | undefined
}

/**
 * Origins that are data, such as those of tenants in a database. A live policy has them in addition to the origins of
 * its config. Rows are checked by the rules of the policy. A bad row is reported, and never thrown.
 */
export interface LiveOrigins {
  /** How many rows there are. */
  readonly size: number
  /** Adds a row. Takes microseconds, even with a million rows. @returns undefined, or the problem of the row */
  add(origin: string, options?: RowOptions): OriginRowProblem | undefined
  /** Deletes a row. @returns whether it was there */
  delete(origin: string): boolean
  /**
   * Replaces all rows. Works in slices of a few milliseconds; the new rows become visible all at once. Rows that are
   * added or deleted meanwhile win over it, and a later `set` over an earlier one. A bad row is left out.
   *
   * @throws TypeError if the rows are not iterable, RangeError if there are more than ten million, and what the
   * iterable throws; then nothing has changed
   */
  set(rows: RowSource, options?: RowOptions): Promise<RowsChange>
}

/** What the rows belong to. */
interface Host {
  /** The config of the policy at the moment. */
  parsed(): ParsedConfig
  /** Is told that the rows have changed. */
  changed(): void
}

export class PolicyRows implements LiveOrigins {
  readonly #host: Host
  #rows = new OriginRows()
  readonly #loads = new Set<RowLoad>()
  #started = 0
  /** The number of the last load that became visible. */
  #visible = 0

  constructor(host: Host) {
    this.#host = host
    Object.freeze(this)
  }

  get size(): number {
    return this.#rows.size
  }

  /** The rows as they are now, for good. */
  snapshot(): OriginRows {
    return this.#rows.snapshot()
  }

  add(origin: string, options?: RowOptions): OriginRowProblem | undefined {
    const judged = this.#judge(origin, options)
    if (!('row' in judged)) return judged
    this.#rows.put(judged.row, judged.rules)
    this.#note(origin, judged)
    return undefined
  }

  delete(origin: string): boolean {
    // A row is a text; anything else would be a key of its own.
    if (typeof origin !== 'string') return false
    const wasThere = this.#rows.delete(origin)
    // A load that runs may be about to bring it back.
    this.#note(origin, undefined)
    return wasThere
  }

  async set(rows: RowSource, options?: RowOptions): Promise<RowsChange> {
    const number = ++this.#started
    const load = new RowLoad(this.#rows.snapshot())
    this.#loads.add(load)
    try {
      let change: RowsChange | undefined
      await load.run(
        rows,
        (value) => this.#judge(value, options),
        () => {
          change = this.#publish(load, number)
        },
      )
      return change as RowsChange
    } finally {
      this.#loads.delete(load)
    }
  }

  #publish({ rows, result }: RowLoad, number: number): RowsChange {
    if (number < this.#visible) return { ...result, added: 0, removed: 0 }
    this.#visible = number
    this.#rows = rows
    this.#host.changed()
    return result
  }

  #judge(value: unknown, options: RowOptions | undefined): JudgedRow | OriginRowProblem {
    const { origins, rules } = this.#host.parsed()
    if (origins.any) return unusedRow(value)
    const row = parseOriginRow(value, rules, options?.patterns === true)
    return isRowProblem(row) ? row : { row, rules }
  }

  #note(text: string, change: JudgedRow | undefined): void {
    for (const load of this.#loads) load.change(text, change)
    this.#host.changed()
  }
}
