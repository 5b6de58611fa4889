import { isExactOrigin, parseOrigin } from '../config/origin-pattern.js'
import { parseConfig } from '../config/parse-config.js'
import type { CorsConfigError } from '../config/problems.js'
import type { CorsConfig } from '../config/types.js'
import { isForbiddenRequestHeader, isForbiddenResponseHeader } from '../http/field-names.js'
import { LONGEST_MAX_AGE } from '../http/max-age.js'
import { isForbiddenMethod, SAFELISTED_METHODS } from '../http/methods.js'
import type { ConversionProblemItem } from './conversion-error.js'
import type { ConversionReport } from './conversion-report.js'
import { isProtocolField, isResponseField } from './field-direction.js'
import type { Imported, NoteItem } from './note.js'

/** Some formats use these names for every method; a browser reads them as a method's name. */
const ANY_METHOD: ReadonlySet<string> = new Set(['ANY', 'ALL'])

/** Where the path of a problem of an inner config begins. */
const OTHERWISE = 'otherwise.'

/** An entry of a list, and where in the document it is. */
export interface SourceEntry {
  readonly text: string
  readonly path: string
}

/** Options of a conversion. */
export interface ImportOptions
  extends Partial<
    Pick<
      CorsConfig,
      'dangerouslyAllowInsecureOrigins' | 'dangerouslyAllowPublicSuffixSubdomains' | 'dangerouslyAllowPublicAddresses'
    >
  > {
  /** Which of several rules, from 1. */
  readonly rule?: number | undefined
  /** Which of several configurations in the document: its path. */
  readonly pick?: string | undefined
}

/** Builds a config, and knows the place of each value in the source document. */
export class ConfigBuilder {
  readonly #report: ConversionReport
  readonly #config: Record<string, unknown> = {}
  readonly #paths = new Map<string, string>()
  readonly options: ImportOptions
  #otherwise: ConfigBuilder | undefined

  constructor(report: ConversionReport, options: ImportOptions) {
    this.#report = report
    // Own properties, and no others: to start from a copy is to leave out what a prototype has.
    const { rule, pick, ...dangerous }: ImportOptions = Object.assign(Object.create(null), options)
    this.options = { rule, pick }
    for (const [option, value] of Object.entries(dangerous)) this.#put(option, value, `options.${option}`)
  }

  /** The config for origins that those of this one do not match. */
  otherwise(): ConfigBuilder {
    this.#otherwise = new ConfigBuilder(this.#report, {})
    return this.#otherwise
  }

  note(path: string, item: NoteItem): void {
    this.#report.note(path, item)
  }

  refuse(item: ConversionProblemItem, path: string, value: unknown, suggestion?: string): void {
    this.#report.refuse(item, path, value, suggestion)
  }

  set(option: keyof CorsConfig, value: unknown, path: string): void {
    this.#put(option, value, path)
  }

  #put(option: string, value: unknown, path: string): void {
    // A path even for what is absent: that may be the problem.
    this.#paths.set(option, path)
    if (value !== undefined) this.#config[option] = value
  }

  /** A list option: `*` among the entries stays, and means all. */
  #setList(
    option: 'origins' | 'methods' | 'headers' | 'exposeHeaders',
    list: readonly SourceEntry[],
    path: string,
  ): void {
    const texts = list.map(({ text }) => text)
    const value = texts.every((text) => text === '*') ? '*' : texts
    // An empty list says what an absent one does. No origins at all are a problem.
    this.#put(option, list.length === 0 ? undefined : value, path)
    for (const [i, entry] of list.entries()) this.#paths.set(`${option}[${i}]`, entry.path)
  }

  setOrigins(list: readonly SourceEntry[], path: string): void {
    this.#setList('origins', unique(list), path)
  }

  /**
   * Origins of a source that compares them literally. A text that we would read as a pattern never matches there, so
   * reading it as one would widen the policy.
   */
  exactOrigins(list: readonly SourceEntry[], source: string): readonly SourceEntry[] {
    return list.filter(({ text, path }) => {
      if (text === '*' || isExactOrigin(text) || parseOrigin(text) === undefined) return true
      this.refuse({ code: 'literal-pattern', source }, path, text, `'${text}'`)
      return false
    })
  }

  /** Methods, without those that need no entry. @param refuses whether the source refuses those that it does not list */
  setMethods(list: readonly SourceEntry[], path: string, refuses: boolean): void {
    const listed = list.map(({ text }) => text)
    const missing = SAFELISTED_METHODS.filter((method) => !listed.includes(method))
    if (refuses && missing.length > 0 && !listed.includes('*')) {
      this.note(path, { code: 'safelisted-method', methods: missing })
    }
    const forbidden = listed.filter(isForbiddenMethod)
    if (forbidden.length > 0) this.note(path, { code: 'names-dropped', fault: 'method', names: forbidden })
    for (const entry of list) {
      if (ANY_METHOD.has(entry.text)) this.refuse({ code: 'method-any' }, entry.path, entry.text, "'*'")
    }
    const kept = list.filter(
      ({ text }) => !SAFELISTED_METHODS.includes(text) && !forbidden.includes(text) && !ANY_METHOD.has(text),
    )
    this.#setList('methods', kept, path)
  }

  /** Request headers, without those that no script can send. */
  setHeaders(list: readonly SourceEntry[], path: string): void {
    const rest = this.#drop(list, path, 'request', isForbiddenRequestHeader)
    this.#setList('headers', this.#drop(rest, path, 'direction', isResponseField), path)
  }

  /** Response headers, without those that no script can read. */
  setExposed(list: readonly SourceEntry[], path: string): void {
    const rest = this.#drop(list, path, 'response', isForbiddenResponseHeader)
    this.#setList('exposeHeaders', this.#drop(rest, path, 'direction', isProtocolField), path)
  }

  #drop(
    list: readonly SourceEntry[],
    path: string,
    fault: 'request' | 'response' | 'direction',
    test: (name: string) => boolean,
  ): readonly SourceEntry[] {
    const dropped = list.filter(({ text }) => test(text.toLowerCase())).map(({ text }) => text)
    if (dropped.length > 0) this.note(path, { code: 'names-dropped', fault, names: dropped })
    return list.filter(({ text }) => !dropped.includes(text))
  }

  /** Seconds, cut to what browsers use at most. */
  setMaxAge(seconds: number | undefined, path: string): void {
    if (seconds !== undefined && Number.isInteger(seconds) && seconds > LONGEST_MAX_AGE) {
      this.note(path, { code: 'max-age-capped', maximum: LONGEST_MAX_AGE })
      this.set('maxAge', LONGEST_MAX_AGE, path)
    } else if (seconds !== undefined && seconds < 0) {
      // A negative number has no freshness left: https://fetch.spec.whatwg.org/#cors-preflight-cache.
      this.note(path, { code: 'max-age-explicit', fault: 'negative', name: '', seconds: 0 })
      this.set('maxAge', 0, path)
    } else {
      this.set('maxAge', seconds, path)
    }
  }

  /** @throws CorsConversionError with every problem, under the paths of the document */
  finish(): Imported {
    return this.#report.finish(this.#parse())
  }

  #draft(): Record<string, unknown> {
    return this.#otherwise === undefined ? this.#config : { ...this.#config, otherwise: this.#otherwise.#draft() }
  }

  #pathOf(path: string): string {
    const inner = path.startsWith(OTHERWISE) ? this.#otherwise : undefined
    if (inner !== undefined) return inner.#pathOf(path.slice(OTHERWISE.length))
    return this.#paths.get(path) ?? path
  }

  #parse(): CorsConfig | undefined {
    try {
      return parseConfig(this.#draft())
    } catch (error) {
      for (const problem of (error as CorsConfigError).problems) {
        // Whatever is in the config has come from somewhere.
        this.#report.addConfigProblem(problem, this.#pathOf(problem.path))
      }
      return undefined
    }
  }
}

function unique(list: readonly SourceEntry[]): readonly SourceEntry[] {
  return list.filter(({ text }, i) => list.findIndex((other) => other.text === text) === i)
}

/** Every header, where the source mirrors those that are asked for: without credentials `*` leaves one out. */
export function anyHeader(credentials: boolean, path: string): SourceEntry[] {
  return (credentials ? ['*'] : ['*', 'authorization']).map((text) => ({ text, path }))
}
