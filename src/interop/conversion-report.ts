import type { CorsConfigProblem } from '../config/problems.js'
import type { CorsConfig } from '../config/types.js'
import { escapeControls } from '../text/display.js'
import { CONVERSION_WORDS } from '../text/interop.js'
import {
  type ConversionProblem,
  type ConversionProblemItem,
  CorsConversionError,
  describeProblem,
} from './conversion-error.js'
import { type Imported, type NoteItem, NoteList } from './note.js'
import type { OpenedSource } from './open-source.js'

/** What a conversion has to say: what it refuses, and what its reader should know. */
export class ConversionReport {
  readonly #source: OpenedSource
  readonly #problems: ConversionProblem[] = []
  readonly #notes = new NoteList()

  constructor(source: OpenedSource) {
    this.#source = source
  }

  note(path: string, item: NoteItem): void {
    this.#notes.add(path, item)
  }

  refuse(item: ConversionProblemItem, path: string, value: unknown, suggestion?: string): void {
    const message = describeProblem(item)
    const at = { path: path || 'document', value, ...this.#source.positionOf(path) }
    if (suggestion === undefined) this.#problems.push({ ...item, ...at, message })
    else
      this.#problems.push({
        ...item,
        ...at,
        message: CONVERSION_WORDS.suggestion(message, escapeControls(suggestion)),
        suggestion,
      })
  }

  /** @param path of the value in the document */
  addConfigProblem(problem: CorsConfigProblem, path: string): void {
    // What could not be read is missing from the config as well: once is enough.
    if (problem.code === 'origins-missing' && this.failed) return
    const known = this.#problems.some((one) => one.path === path || one.path.startsWith(`${path}[`))
    if (!known) this.#problems.push({ ...problem, path, ...this.#source.positionOf(path) })
  }

  get failed(): boolean {
    return this.#problems.length > 0
  }

  /**
   * @param config undefined if there is none
   * @throws CorsConversionError with every problem, under the paths of the document
   */
  finish(config: CorsConfig | undefined): Imported {
    if (config === undefined || this.failed) throw new CorsConversionError(this.#problems)
    return Object.freeze({ config, notes: this.#notes.finish() })
  }
}
