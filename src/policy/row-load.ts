import type { OriginRow, OriginRowProblem } from '../config/origin-row.js'
import type { OriginRules } from '../config/origin-rules.js'
import { ROW_SET_TEXTS } from '../text/rows.js'
import { OriginRows } from './origin-rows.js'

/** What `set` takes. Changes that are made while a promise is pending win over its rows. */
export type RowSource =
  | Iterable<unknown>
  | AsyncIterable<unknown>
  | PromiseLike<Iterable<unknown> | AsyncIterable<unknown>>

/** What `set` has changed. Rows that were added or deleted meanwhile are not counted. */
export interface RowsChange {
  readonly added: number
  readonly removed: number
  /** How many rows were refused. */
  readonly refused: number
  /** What is wrong with them: the first 1,000. */
  readonly problems: readonly OriginRowProblem[]
}

export type JudgedRow = { readonly row: OriginRow; readonly rules: OriginRules }

/** Milliseconds of work between two breaths of the event loop. */
const SLICE = 5
/** More is a mistake, or a source without end. */
const MAX_ROWS = 10_000_000
/** So many changes take a millisecond or two. */
const MAX_LAST_CHANGES = 1000
/** More problems do not help, and a table full of garbage must not fill the memory. */
const MAX_PROBLEMS = 1000

/** One run of `set`: new rows, read in slices, and the changes that come meanwhile. */
export class RowLoad {
  readonly rows = new OriginRows()
  readonly #before: OriginRows
  /** What was added or deleted since the start, by text. The last change of a text is at the end. */
  readonly #changes = new Map<string, JudgedRow | undefined>()
  readonly #problems: OriginRowProblem[] = []
  #added = 0
  #kept = 0
  #refused = 0
  #sliceEnd = performance.now() + SLICE

  /** @param before the rows at the start, a snapshot */
  constructor(before: OriginRows) {
    this.#before = before
  }

  /** Notes what happens to a row while the load runs. */
  change(text: string, row: JudgedRow | undefined): void {
    this.#changes.delete(text)
    this.#changes.set(text, row)
  }

  /**
   * Reads all rows, then catches up with the changes.
   *
   * @param done is called at the very moment when nothing is left to be done
   * @throws TypeError if the source is not iterable
   * @throws RangeError if it has more than ten million rows
   * @throws whatever the source throws
   */
  async run(
    source: RowSource,
    judge: (value: unknown) => JudgedRow | OriginRowProblem,
    done: () => void,
  ): Promise<void> {
    const rows: unknown = isThenable(source) ? await source : source
    let count = 0
    const take = (value: unknown): void => {
      if (++count > MAX_ROWS) throw new RangeError(ROW_SET_TEXTS.tooMany(MAX_ROWS))
      this.#take(judge(value))
    }
    if (isAsyncIterable(rows)) {
      for await (const value of rows) {
        take(value)
        if (this.#isSliceOver()) await this.#pause()
      }
    } else if (isIterable(rows)) {
      for (const value of rows) {
        take(value)
        if (this.#isSliceOver()) await this.#pause()
      }
    } else {
      throw new TypeError(ROW_SET_TEXTS.notIterable(rows))
    }
    await this.#catchUp(done)
  }

  get result(): RowsChange {
    const removed = this.#before.size - this.#kept
    return Object.freeze({
      added: this.#added,
      removed,
      refused: this.#refused,
      problems: Object.freeze(this.#problems),
    })
  }

  #take(judged: JudgedRow | OriginRowProblem): void {
    if (isProblem(judged)) {
      this.#refused++
      if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(judged)
      return
    }
    const { row, rules } = judged
    const { size } = this.rows
    this.rows.put(row, rules)
    if (this.rows.size > size) this.#tally(row.text, 1)
  }

  /** Counts a row that is among the new ones, or, with -1, takes that back. */
  #tally(text: string, by: 1 | -1): void {
    if (this.#before.includes(text)) this.#kept += by
    else this.#added += by
  }

  async #catchUp(done: () => void): Promise<void> {
    const settled = new Set<string>()
    // Changes during this loop are appended, and visited too.
    for (const [text, change] of this.#changes) {
      this.#changes.delete(text)
      if (!settled.has(text)) {
        settled.add(text)
        this.#leaveOut(text)
      }
      if (change === undefined) this.rows.delete(text)
      else this.rows.put(change.row, change.rules)
      // No pause for a few changes, so that endless changes cannot delay the load.
      if (this.#changes.size > MAX_LAST_CHANGES && this.#isSliceOver()) await this.#pause()
    }
    // Not after the next `await`, before which something may change again.
    done()
  }

  /** A row that changed meanwhile is neither added nor removed by the load. */
  #leaveOut(text: string): void {
    const isNew = this.rows.includes(text)
    const wasThere = this.#before.includes(text)
    if (isNew && !wasThere) this.#added--
    if (!isNew && wasThere) this.#kept++
  }

  #isSliceOver(): boolean {
    return performance.now() >= this.#sliceEnd
  }

  async #pause(): Promise<void> {
    await new Promise<void>((resolve) => setTimeout(resolve, 0))
    this.#sliceEnd = performance.now() + SLICE
  }
}

function isProblem(judged: JudgedRow | OriginRowProblem): judged is OriginRowProblem {
  return !('row' in judged)
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value
}

/** A text is iterable, but its characters are not rows. */
function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
