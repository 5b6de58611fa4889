import { isExactOrigin } from '../config/origin-pattern.js'
import { ownOptions } from '../config/own-options.js'
import type { ParsedConfig } from '../config/parse-config.js'
import type { CorsConfig } from '../config/types.js'
import { type Answer, type Answers, compileAnswers, headersOfAnswer, NO_CORS, preflightVary } from './answer.js'
import type { AnyPolicy, POLICY } from './any-policy.js'
import type { Decision, DecisionReason, RequestFacts } from './decision.js'
import { isCrossOriginWrite } from './enforce.js'
import { compiledPolicies } from './known-policies.js'
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
export interface Layer {
  /** Undefined for every origin. */
  readonly origins: Pick<OriginSet, 'has'> | undefined
  readonly credentials: boolean
  readonly answers: Answers
}

/** From the outside in. */
export type Layers = readonly [Layer, ...Layer[]]

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
  /** Of a policy with rows it is made when it is asked for: there may be a million. */
  readonly #configOf: () => CorsConfig

  /** Whether it is a compiled policy, of this copy of the package or of another. */
  static is(value: unknown): value is CompiledPolicy {
    return compiledPolicies.has(value as object)
  }

  /**
   * @param layers the compiled parts of that config, or the same with more origins
   * @param configOf what `config` is then
   */
  constructor(parsed: ParsedConfig, layers = compileLayers(parsed), configOf = () => parsed.config) {
    const { config } = parsed
    const [first, ...others] = layers
    this.#first = first
    this.#others = others
    this.#configOf = configOf
    this.enforces = ownOptions(config).enforce === true
    this.mentionsEnforce = Object.hasOwn(config, 'enforce')
    compiledPolicies.add(this)
    Object.freeze(this)
  }

  get config(): CorsConfig {
    return this.#configOf()
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
    return letsIn(this.#first, origin)
  }

  /** How often `otherwise` leads on to the config that lets the origin in; undefined if none does. */
  depthOf(origin: string | undefined): number | undefined {
    const layer = this.#layerFor(origin)
    // The first is none of the others, which `indexOf` calls -1.
    return layer && this.#others.indexOf(layer) + 1
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

/** The compiled parts of a config: its own, and those of its `otherwise`. */
export function compileLayers(parsed: ParsedConfig): Layers {
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
