import { isExactOrigin, type ParsedOrigin, parseOrigin } from '../config/origin-pattern.js'
import { includesWildcard, type NameList } from '../config/parse-fields.js'
import { ProblemList } from '../config/problem-list.js'
import type { CorsConfigProblemCode } from '../config/problems.js'
import type { CorsConfig } from '../config/types.js'
import { type PolicyInput, policySource } from '../policy/policy-input.js'
import { freezeNotes } from './draft.js'
import { type ConversionNote, type ConversionNoteCode, type Exported, SAFELISTED_METHODS } from './note.js'

/** One entry of `origins`. */
export interface OriginEntry {
  readonly text: string
  readonly path: string
  readonly exact: boolean
  readonly parsed: ParsedOrigin
}

const DANGEROUS = ['dangerouslyAllowInsecureOrigins', 'dangerouslyAllowPublicSuffixSubdomains'] as const

/** A policy on its way out: collects what the target cannot say, and what it would say too loosely. */
export class Target {
  readonly config: CorsConfig
  readonly name: string
  readonly credentials: boolean
  readonly anyOrigin: boolean
  /** All but `*`; none if that is among them. */
  readonly origins: readonly OriginEntry[]
  readonly #problems = new ProblemList()
  readonly #notes: ConversionNote[] = []

  /**
   * @param name of the target, as messages have it
   * @throws CorsConfigError if the input is a config with problems
   */
  constructor(input: PolicyInput, name: string) {
    this.config = policySource(input).current.config
    this.name = name
    this.credentials = this.config.credentials === true
    this.anyOrigin = includesWildcard(this.config.origins as NameList)
    this.origins =
      this.anyOrigin || this.config.origins === 'none' ? [] : entriesOf(this.config.origins as readonly string[])
    for (const option of DANGEROUS) {
      if (this.config[option] !== true) continue
      this.note('dangerous-option-dropped', option, `${name} has no such option: what it permits is in the document`)
    }
  }

  note(code: ConversionNoteCode, path: string, message: string): void {
    this.#notes.push({ code, path, message })
  }

  /** What the target would allow beyond the policy, or could not allow at all. */
  refuse(code: CorsConfigProblemCode, path: string, value: unknown, message: string): void {
    this.#problems.add(code, path, value, message)
  }

  refuseOrigin({ path, text }: OriginEntry, message: string): void {
    this.refuse('origin-syntax', path, text, message)
  }

  /** For targets that let every request through: the policy stops some. */
  refuseEnforce(): void {
    if (this.config.enforce !== true) return
    const message = `${this.name} lets requests run that the policy refuses: keep enforce where the app is, and convert the rest without it`
    this.refuse('unknown-option', 'enforce', true, message)
  }

  noteStatus(status: number): void {
    const { preflightStatus } = this.config
    if (preflightStatus === undefined) return
    const message = `${this.name} answers ${status}, whatever is asked for; browsers take any status from 200 to 299`
    this.note('status-fixed', 'preflightStatus', message)
  }

  noteVary(): void {
    const message = `${this.name} does not say Vary: Origin to requests without an Origin: a cache may then hand their answer to a page that needs CORS headers`
    this.note('vary-not-always', 'origins', message)
  }

  /** GET, HEAD and POST, and what else the policy and the target both know. */
  methods(known: readonly string[]): readonly string[] {
    const { methods = [] } = this.config
    const more = known.filter((method) => !SAFELISTED_METHODS.includes(method))
    if (includesWildcard(methods)) {
      this.note('methods-narrowed', 'methods', `'*' becomes ${more.join(', ')}: all that ${this.name} knows`)
      return [...SAFELISTED_METHODS, ...more]
    }
    const listed = (methods as readonly string[]).filter((method) => !SAFELISTED_METHODS.includes(method))
    for (const [i, method] of (methods as readonly string[]).entries()) {
      if (known.includes(method)) continue
      this.note('method-dropped', `methods[${i}]`, `${this.name} does not know ${method}`)
    }
    return [...SAFELISTED_METHODS, ...listed.filter((method) => known.includes(method))]
  }

  /** The request headers of a target whose `*` covers Authorization too. */
  mirroredHeaders(): readonly string[] {
    const { headers = [] } = this.config
    if (!includesWildcard(headers)) return headers as readonly string[]
    if (!this.credentials && !headers.includes('authorization')) {
      const message = `'*' of ${this.name} also allows Authorization: write ['*', 'authorization'] if that is right, or list the headers`
      this.refuse('header-forbidden', 'headers', headers, message)
    }
    return ['*']
  }

  /** The request headers of a target that sends `*` as it stands. */
  literalHeaders(): readonly string[] {
    const { headers = [] } = this.config
    if (includesWildcard(headers) && this.credentials) {
      const message = `${this.name} sends '*' as it stands, and with credentials a browser takes that for a name: list the headers`
      this.refuse('header-syntax', 'headers', headers, message)
    }
    return listOf(headers)
  }

  /** @throws CorsConfigError with everything that was refused */
  finish<Document>(document: Document): Exported<Document> {
    this.#problems.throwIfAny()
    return Object.freeze({ document, notes: freezeNotes(this.#notes) })
  }
}

export function listOf(names: NameList): readonly string[] {
  return names === '*' ? ['*'] : names
}

function entriesOf(origins: readonly string[]): OriginEntry[] {
  return origins.map((text, i) => ({
    text,
    path: `origins[${i}]`,
    exact: isExactOrigin(text),
    parsed: parseOrigin(text) as ParsedOrigin,
  }))
}
