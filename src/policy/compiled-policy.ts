import { isExactOrigin } from '../config/origin-pattern.js'
import { ownOptions } from '../config/own-options.js'
import type { ParsedConfig } from '../config/parse-config.js'
import type { CorsConfig } from '../config/types.js'
import { type Answer, type Answers, compileAnswers, headersOfAnswer, NO_CORS, preflightVary } from './answer.js'
import type { AnyPolicy, POLICY } from './any-policy.js'
import type { Decision, DecisionReason, RequestFacts } from './decision.js'
import { isCrossOriginWrite } from './enforce.js'
import { compiledPolicies } from './known-policies.js'
import type { OriginRows } from './origin-rows.js'
import { OriginSet } from './origin-set.js'

/** What `allows` asks about an origin, other than whether it may read. */
export interface AllowsOptions {
  /** `true`: whether it may read with the user's cookies. */
  readonly credentials?: boolean | undefined
}

/** A compiled policy: frozen, and safe to share between servers. Made by `compilePolicy`. */
export interface CorsPolicy extends AnyPolicy {
  /** The config it was made from, normalised and deep-frozen. Compiling it gives the same policy. */
  readonly config: CorsConfig
  /**
   * Whether scripts of that origin may read responses: by `origins`, or by those of an `otherwise`. Use it for anything
   * other than HTTP requests. A WebSocket carries cookies, so ask with `{ credentials: true }` there: that is true only
   * if the origin may read with them. Takes any text, never throws, and looks an origin up in constant time. Pass
   * undefined when there is no Origin header; the answer is then true only if the origins are `'*'`.
   */
  allows(origin: string | undefined, options?: AllowsOptions): boolean
  /** Decides on a request. Takes any text, never throws, and looks an origin up in constant time. */
  decide(facts: RequestFacts): Decision
}

/** One config of those that a policy has: the outermost, its `otherwise`, and so on. */
interface Layer {
  /** Undefined for every origin. */
  readonly origins: OriginSet | undefined
  readonly credentials: boolean
  readonly answers: Answers
}

/** A policy as adapters see it: they apply an `Answer`, and no `Decision` is built for each request. */
export class CompiledPolicy implements CorsPolicy {
  declare readonly [POLICY]: true
  /** Whether an answer may depend on Sec-Fetch-Site and Host. */
  readonly enforces: boolean
  /** Whether the config says anything about `enforce`. */
  readonly mentionsEnforce: boolean
  /** The outermost config. */
  readonly #first: Layer
  /** Those that it holds as `otherwise`, from the outside in. */
  readonly #others: readonly Layer[]
  readonly #parsed: ParsedConfig
  /** More origins that the outermost config lets in. */
  readonly #rows: OriginRows | undefined
  /** Of a policy with rows, made when it is asked for: there may be a million. */
  #config: CorsConfig | undefined

  /** Whether it is a compiled policy, of this copy of the package or of another. */
  static is(value: unknown): value is CompiledPolicy {
    return compiledPolicies.has(value as object)
  }

  /**
   * @param base a policy of the same config, whose compiled parts this one takes
   * @param rows more origins, which never change
   */
  constructor(parsed: ParsedConfig, base?: CompiledPolicy, rows?: OriginRows) {
    const [first, ...others] = base === undefined ? compileLayers(parsed) : base.#layers()
    this.#first = first
    this.#others = others
    this.#parsed = parsed
    this.#rows = parsed.origins.any ? undefined : rows
    this.#config = this.#rows === undefined ? parsed.config : undefined
    this.enforces = ownOptions(parsed.config).enforce === true
    this.mentionsEnforce = Object.hasOwn(parsed.config, 'enforce')
    compiledPolicies.add(this)
    Object.freeze(this)
  }

  get config(): CorsConfig {
    this.#config ??= withRows(this.#parsed, (this.#rows as OriginRows).texts(this.#parsed.rules))
    return this.#config
  }

  allows(origin: string | undefined, options?: AllowsOptions): boolean {
    const layer = this.#layerFor(origin)
    return layer !== undefined && (layer.credentials || options?.credentials !== true)
  }

  /** Whether the outermost config lets everybody read. */
  get isOpen(): boolean {
    return this.#first.origins === undefined
  }

  /** Whether the outermost config lets the origin in: where something enforces it, only such a page may write. */
  mayWrite(origin: string | undefined): boolean {
    return letsIn(this.#first, origin) || this.#hasRow(origin)
  }

  /** How often `otherwise` leads on to the config that lets the origin in; undefined if none does. */
  depthOf(origin: string | undefined): number | undefined {
    const layer = this.#layerFor(origin)
    return layer && this.#layers().indexOf(layer)
  }

  decide(facts: RequestFacts): Decision {
    const { method, origin, requestMethod, requestHeaders } = facts
    const answer = this.answerFor(method, origin, requestMethod, facts.fetchSite, facts.host)
    return {
      kind: answer.kind,
      reason: this.#reasonFor(answer, origin),
      status: answer.status,
      vary: answer.vary,
      headers: headersOfAnswer(answer, origin, requestMethod, requestHeaders),
    }
  }

  /** The same as `decide`, before any of it is filled in. Allocates nothing. */
  answerFor(
    method: string,
    origin: string | undefined,
    requestMethod: string | undefined,
    fetchSite: string | undefined,
    host: string | undefined,
  ): Answer {
    const layer = this.#layerFor(origin)
    const { answers } = layer ?? this.#first
    if (method === 'OPTIONS' && origin !== undefined && requestMethod !== undefined) {
      return layer === undefined ? answers.preflightRefused : answers.preflightAllowed
    }
    // To read is all that `otherwise` permits.
    if (this.enforces && layer !== this.#first && isCrossOriginWrite(method, origin, fetchSite, host)) {
      return answers.forbidden
    }
    if (layer !== undefined) return answers.actualAllowed
    return origin === undefined ? NO_CORS : answers.actualRefused
  }

  /** The config that lets the origin in; a request without one is let in by `'*'` only. */
  #layerFor(origin: string | undefined): Layer | undefined {
    if (this.mayWrite(origin)) return this.#first
    for (let i = 0; i < this.#others.length; i++) {
      const layer = this.#others[i] as Layer
      if (letsIn(layer, origin)) return layer
    }
    return undefined
  }

  #hasRow(origin: string | undefined): boolean {
    return this.#rows !== undefined && typeof origin === 'string' && this.#rows.allows(origin, this.#parsed.rules)
  }

  #layers(): readonly [Layer, ...Layer[]] {
    return [this.#first, ...this.#others]
  }

  #reasonFor(answer: Answer, origin: string | undefined): DecisionReason {
    if (answer.allowOrigin === '*') return 'any-origin'
    if (origin === undefined) return 'no-origin'
    if (answer.allowOrigin !== undefined) return 'origin-allowed'
    if (origin === 'null') return 'origin-null'
    return isExactOrigin(origin) ? 'origin-not-allowed' : 'origin-malformed'
  }
}

function letsIn({ origins }: Layer, origin: string | undefined): boolean {
  return origins === undefined || (typeof origin === 'string' && origins.has(origin))
}

function compileLayers(parsed: ParsedConfig): readonly [Layer, ...Layer[]] {
  const [first, ...others] = withOtherwise(parsed)
  const vary = preflightVary([first, ...others].map(({ config }) => ownOptions(config)))
  return [compileLayer(first, vary), ...others.map((each) => compileLayer(each, vary))]
}

function withOtherwise(parsed: ParsedConfig): readonly [ParsedConfig, ...ParsedConfig[]] {
  return [parsed, ...(parsed.otherwise === undefined ? [] : withOtherwise(parsed.otherwise))]
}

function compileLayer({ config, origins }: ParsedConfig, vary: readonly string[]): Layer {
  const own = ownOptions(config)
  return Object.freeze({
    origins: origins.any ? undefined : new OriginSet(origins.exact, origins.patterns),
    credentials: own.credentials === true,
    answers: compileAnswers(own, origins.any, vary),
  })
}

/** The config that lists rows along with its own origins. Compiling it gives the same policy. */
function withRows({ config, origins }: ParsedConfig, rows: readonly string[]): CorsConfig {
  const own = origins.origins === 'none' ? [] : origins.origins
  const all = Object.freeze([...new Set([...own, ...rows])])
  const listed = { ...config, origins: all.length === 0 ? 'none' : all }
  return Object.freeze(listed) as CorsConfig
}
