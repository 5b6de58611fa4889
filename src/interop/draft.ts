import { isExactOrigin, parseOrigin } from '../config/origin-pattern.js'
import { parseConfig } from '../config/parse-config.js'
import { ProblemList } from '../config/problem-list.js'
import { CorsConfigError, type CorsConfigProblem } from '../config/problems.js'
import type { CorsConfig } from '../config/types.js'
import { type ConversionNote, type ConversionNoteCode, type Imported, SAFELISTED_METHODS } from './note.js'

/** Firefox holds a preflight for a day, and nobody for longer. */
const MAX_MAX_AGE = 86_400

/** An entry of a list, and where in the document it stands. */
export interface Entry {
  readonly text: string
  readonly path: string
}

/** A config in the making: knows for each of its values where in the source document that stands. */
export class Draft {
  readonly #list: CorsConfigProblem[] = []
  readonly #notes: ConversionNote[] = []
  readonly #config: Record<string, unknown> = {}
  readonly #paths = new Map<string, string>()
  readonly problems: ProblemList

  constructor() {
    this.problems = new ProblemList('', this.#list)
  }

  note(code: ConversionNoteCode, path: string, message: string): void {
    this.#notes.push({ code, path, message })
  }

  set(option: keyof CorsConfig, value: unknown, path: string): void {
    // A path even for what is absent: that may be the problem.
    this.#paths.set(option, path)
    if (value !== undefined) this.#config[option] = value
  }

  /** A list option: `*` among the entries stays, and stands for all. */
  setList(option: 'origins' | 'methods' | 'headers' | 'exposeHeaders', entries: readonly Entry[], path: string): void {
    // An empty list says what an absent one does. No origins at all are a problem.
    this.set(option, entries.length === 0 ? undefined : listOf(entries), path)
    for (const [i, entry] of entries.entries()) this.#paths.set(`${option}[${i}]`, entry.path)
  }

  /**
   * Origins of a source that compares them as they stand. What is a pattern to us is a text that nobody sends to it, and
   * to take it for a pattern would widen the policy.
   */
  exactOrigins(entries: readonly Entry[], source: string): readonly Entry[] {
    return entries.filter(({ text, path }) => {
      if (text === '*' || isExactOrigin(text) || parseOrigin(text) === undefined) return true
      const message = `is a pattern here, and ${source} compares it as it stands, so that it matches nothing: list the origins, or write the pattern into the config by hand`
      this.problems.add('origin-syntax', path, text, message)
      return false
    })
  }

  /** Methods, without those that need no entry. @param refuses whether the source refuses those that it does not list */
  setMethods(entries: readonly Entry[], path: string, refuses: boolean): void {
    const listed = entries.map(({ text }) => text)
    const missing = SAFELISTED_METHODS.filter((method) => !listed.includes(method))
    if (refuses && missing.length > 0 && !listed.includes('*')) {
      const message = `does not have ${missing.join(', ')}: the policy allows them all the same, since no CORS header can forbid them`
      this.note('safelisted-method', path, message)
    }
    this.setList(
      'methods',
      entries.filter(({ text }) => !SAFELISTED_METHODS.includes(text)),
      path,
    )
  }

  /** Seconds, cut to what browsers take at most. */
  setMaxAge(seconds: number | undefined, path: string): void {
    if (seconds !== undefined && Number.isInteger(seconds) && seconds > MAX_MAX_AGE) {
      this.note('max-age-capped', path, `no browser remembers a preflight for longer than ${MAX_MAX_AGE} s`)
      this.set('maxAge', MAX_MAX_AGE, path)
    } else {
      this.set('maxAge', seconds, path)
    }
  }

  /** @throws CorsConfigError with every problem, under the paths of the document */
  finish(): Imported {
    const problems = [...this.#list]
    let config: CorsConfig | undefined
    try {
      config = parseConfig(this.#config)
    } catch (error) {
      const found = (error as CorsConfigError).problems.map((problem) => ({ ...problem, path: this.#pathOf(problem) }))
      // What could not be read is missing from the config as well: once is enough.
      problems.push(...found.filter(({ path }) => !problems.some((known) => known.path === path)))
    }
    if (config === undefined || problems.length > 0) throw new CorsConfigError(problems)
    return Object.freeze({ config, notes: freezeNotes(this.#notes) })
  }

  #pathOf({ path }: CorsConfigProblem): string {
    // Whatever there is in the config, has come from somewhere.
    return this.#paths.get(path) as string
  }
}

/** `'*'` where it is all that there is: the shorter way to write it. */
function listOf(entries: readonly Entry[]): string | readonly string[] {
  return entries.every(({ text }) => text === '*') ? '*' : entries.map(({ text }) => text)
}

export function freezeNotes(notes: readonly ConversionNote[]): readonly ConversionNote[] {
  return Object.freeze(notes.map((note) => Object.freeze({ ...note })))
}

/** The entries of a list with their places in it. */
export function entriesOf(list: readonly string[], path: string): Entry[] {
  return list.map((text, i) => ({ text, path: `${path}[${i}]` }))
}

/** Said of a wildcard that is no whole label. */
export const NARROWED =
  'also matches across dots, and with nothing in the place of the wildcard: the pattern stands for one or more characters of one label'

/** Every header, where the source mirrors those that are asked for: without credentials `*` alone leaves one out. */
export function anyHeader(credentials: boolean, path: string): Entry[] {
  return (credentials ? ['*'] : ['*', 'authorization']).map((text) => ({ text, path }))
}
