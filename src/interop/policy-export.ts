import { isExactOrigin, type ParsedOrigin, parseOrigin } from '../config/origin-pattern.js'
import { includesWildcard, type NameList } from '../config/parse-fields.js'
import type { CorsConfig } from '../config/types.js'
import { SAFELISTED_METHODS } from '../http/methods.js'
import { type PolicyInput, policySource } from '../policy/policy-input.js'
import {
  type ConversionProblem,
  type ConversionProblemItem,
  CorsConversionError,
  describeProblem,
  type TargetOriginFault,
} from './conversion-error.js'
import { type Exported, type NoteItem, NoteList } from './note.js'

/** One entry of `origins`. */
export interface PolicyOrigin {
  readonly text: string
  readonly path: string
  readonly exact: boolean
  readonly parsed: ParsedOrigin
}

const DANGEROUS = [
  'dangerouslyAllowInsecureOrigins',
  'dangerouslyAllowPublicSuffixSubdomains',
  'dangerouslyAllowPublicAddresses',
] as const

/** Without Access-Control-Max-Age a browser remembers a preflight for as long: https://fetch.spec.whatwg.org/#cors-preflight-fetch. */
const NO_MAX_AGE = 5

/** A policy on its way out: collects what the target cannot say, and what it would say too loosely. */
export class PolicyExport {
  readonly config: CorsConfig
  readonly name: string
  readonly credentials: boolean
  readonly anyOrigin: boolean
  /** All but `*`; none if that is among them. */
  readonly origins: readonly PolicyOrigin[]
  readonly #problems: ConversionProblem[]
  readonly #notes: NoteList
  /** Where the config is in the policy: `otherwise.`, say. */
  readonly #prefix: string

  /**
   * @param input a policy, or the export of the config that holds this one as its `otherwise`
   * @param name of the target, as messages have it
   * @throws CorsConfigError if the input is a config with problems
   */
  constructor(input: PolicyInput | PolicyExport, name: string) {
    const outer = input instanceof PolicyExport ? input : undefined
    const config = input instanceof PolicyExport ? input.config.otherwise : policySource(input).current.config
    // Without a prototype: a property of Object.prototype is not an option.
    this.config = Object.assign(Object.create(null) as CorsConfig, config)
    this.name = name
    this.#problems = outer === undefined ? [] : outer.#problems
    this.#notes = outer === undefined ? new NoteList() : outer.#notes
    this.#prefix = outer === undefined ? '' : `${outer.#prefix}otherwise.`
    this.credentials = this.config.credentials === true
    this.anyOrigin = includesWildcard(this.config.origins as NameList)
    this.origins = Array.isArray(this.config.origins) && !this.anyOrigin ? entriesOf(this.config.origins) : []
    for (const option of DANGEROUS) {
      if (!this.config[option]) continue
      this.note(option, { code: 'dangerous-option-dropped', target: name })
    }
  }

  /** This config, its `otherwise`, and so on: each answers the origins that those before it do not match. */
  layers(): readonly [PolicyExport, ...PolicyExport[]] {
    if (this.config.otherwise === undefined) return [this]
    return [this, ...new PolicyExport(this, this.name).layers()]
  }

  note(path: string, item: NoteItem): void {
    this.#notes.add(`${this.#prefix}${path}`, item)
  }

  /** What the target would allow beyond the policy, or could not allow at all. */
  refuse(path: string, value: unknown, item: ConversionProblemItem): void {
    this.#problems.push({ ...item, path: `${this.#prefix}${path}`, value, message: describeProblem(item) })
  }

  refuseOrigin({ path, text }: PolicyOrigin, fault: TargetOriginFault): void {
    this.refuse(path, text, { code: 'target-origin', fault, target: this.name })
  }

  /** For targets that let every request through: the policy stops some. */
  refuseEnforce(): void {
    if (this.config.enforce !== true) return
    this.refuse('enforce', true, { code: 'target-enforce', target: this.name })
  }

  noteStatus(status: number): void {
    const { preflightStatus } = this.config
    if (preflightStatus === undefined || preflightStatus === status) return
    this.note('preflightStatus', { code: 'status-fixed', target: this.name, status })
  }

  noteVary(): void {
    this.note('origins', { code: 'vary-not-always', target: this.name })
  }

  /** Browsers use 5 seconds without a number, and the target always sends one. */
  explicitMaxAge(): number {
    const { maxAge } = this.config
    if (maxAge !== undefined) return maxAge
    this.note('maxAge', { code: 'max-age-explicit', fault: 'default', name: this.name, seconds: NO_MAX_AGE })
    return NO_MAX_AGE
  }

  /** A target that cannot send 0: browsers use 5 seconds. */
  noteMaxAgeOmitted(): void {
    this.note('maxAge', { code: 'max-age-explicit', fault: 'omitted', name: this.name, seconds: NO_MAX_AGE })
  }

  /** The texts of all origins. */
  originTexts(): readonly string[] {
    return this.anyOrigin ? ['*'] : this.origins.map(({ text }) => text)
  }

  exactTexts(): readonly string[] {
    return this.origins.filter(({ exact }) => exact).map(({ text }) => text)
  }

  /** The patterns as regular expressions, without anchors. */
  regexes(toRegex: (text: string) => string | undefined): readonly string[] {
    return this.origins.flatMap((origin) => {
      if (origin.exact) return []
      const regex = toRegex(origin.text)
      if (regex === undefined) this.refuseOrigin(origin, 'address-range')
      else if (origin.parsed.host.kind === 'range')
        this.note(origin.path, { code: 'pattern-one-way', target: this.name })
      return regex ?? []
    })
  }

  /** Response headers of a target that has no `*` for them. */
  exposedWithoutWildcard(exposeHeaders: NameList): readonly string[] {
    const names = namesList(exposeHeaders)
    if (!names.includes('*')) return names
    this.note('exposeHeaders', { code: 'expose-wildcard-dropped', target: this.name })
    return names.filter((name) => name !== '*')
  }

  /** For targets of which a configuration names an origin. */
  refuseNone(): void {
    if (this.config.origins === 'none') this.refuse('origins', 'none', { code: 'target-none', target: this.name })
  }

  /** For targets that give every origin the same answer. */
  refuseOtherwise(): void {
    const { otherwise } = this.config
    if (otherwise !== undefined) this.refuse('otherwise', otherwise, { code: 'target-otherwise', target: this.name })
  }

  /** GET, HEAD and POST, and what else the policy and the target both know. */
  methods(known: readonly string[]): readonly string[] {
    const { methods = [] } = this.config
    const more = known.filter((method) => !SAFELISTED_METHODS.includes(method))
    if (includesWildcard(methods)) {
      this.note('methods', { code: 'methods-narrowed', target: this.name, methods: more })
      return [...SAFELISTED_METHODS, ...more]
    }
    const listed = (methods as readonly string[]).filter((method) => !SAFELISTED_METHODS.includes(method))
    for (const [i, method] of (methods as readonly string[]).entries()) {
      if (known.includes(method)) continue
      this.note(`methods[${i}]`, { code: 'method-dropped', target: this.name, method })
    }
    return [...SAFELISTED_METHODS, ...listed.filter((method) => known.includes(method))]
  }

  /** The request headers of a target whose `*` covers Authorization too. */
  mirroredHeaders(): readonly string[] {
    const { headers = [] } = this.config
    if (!includesWildcard(headers)) return headers as readonly string[]
    if (!this.credentials && !headers.includes('authorization')) {
      this.refuse('headers', headers, { code: 'target-headers', fault: 'authorization', target: this.name })
    }
    return ['*']
  }

  /** The request headers of a target that sends `*` literally. */
  literalHeaders(): readonly string[] {
    const { headers = [] } = this.config
    if (includesWildcard(headers) && this.credentials) {
      this.refuse('headers', headers, { code: 'target-headers', fault: 'literal-wildcard', target: this.name })
    }
    return namesList(headers)
  }

  /** @throws CorsConversionError with everything that was refused */
  finish<Document>(document: Document): Exported<Document> {
    if (this.#problems.length > 0) throw new CorsConversionError(this.#problems)
    return Object.freeze({ document, notes: this.#notes.finish() })
  }
}

export function namesList(names: NameList): readonly string[] {
  return names === '*' ? ['*'] : names
}

function entriesOf(origins: readonly string[]): PolicyOrigin[] {
  return origins.map((text, i) => ({
    text,
    path: `origins[${i}]`,
    exact: isExactOrigin(text),
    parsed: parseOrigin(text) as ParsedOrigin,
  }))
}
