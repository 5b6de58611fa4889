import { isExactOrigin } from '../config/origin-pattern.js'
import type { ParsedConfig } from '../config/parse-config.js'
import type { CorsConfig } from '../config/types.js'
import { type Answer, type Answers, compileAnswers, headersOf, NO_CORS } from './answer.js'
import type { Decision, DecisionReason, RequestFacts } from './decision.js'
import { isCrossOriginWrite } from './enforce.js'
import { compiledPolicies } from './known-policies.js'
import { OriginSet } from './origin-set.js'

/** A compiled policy: frozen, and safe to share between servers. Made by `compilePolicy`. */
export interface CorsPolicy {
  /** The config it was made from, normalised and deep-frozen. To compile that gives the same policy again. */
  readonly config: CorsConfig
  /**
   * Whether scripts of that origin may read responses: for whatever is no HTTP request, such as a WebSocket upgrade.
   * Takes any text, never throws, and looks an origin up in constant time. No Origin header, undefined, is no origin.
   */
  allows(origin: string | undefined): boolean
  /** Decides on a request. Takes any text, never throws, and looks an origin up in constant time. */
  decide(facts: RequestFacts): Decision
}

/** A policy as adapters see it: they apply an `Answer`, and no `Decision` is built for each request. */
export class CompiledPolicy implements CorsPolicy {
  readonly config: CorsConfig
  /** Whether an answer may depend on Sec-Fetch-Site and Host. */
  readonly enforces: boolean
  readonly #origins: OriginSet
  readonly #answers: Answers
  readonly #anyOrigin: boolean

  /** Whether it is a compiled policy, of this copy of the package or of another. */
  static is(value: unknown): value is CompiledPolicy {
    return compiledPolicies.has(value as object)
  }

  constructor({ config, origins }: ParsedConfig) {
    this.config = config
    this.#origins = new OriginSet(origins.exact, origins.patterns)
    // Own options alone: what somebody has put on Object.prototype is nobody's decision.
    const own = Object.assign(Object.create(null), config) as CorsConfig
    this.#answers = compileAnswers(own, origins.any)
    this.#anyOrigin = origins.any
    this.enforces = own.enforce === true
    compiledPolicies.add(this)
    Object.freeze(this)
  }

  allows(origin: string | undefined): boolean {
    return this.#anyOrigin || (typeof origin === 'string' && this.#origins.has(origin))
  }

  decide(facts: RequestFacts): Decision {
    const { method, origin, requestMethod, requestHeaders } = facts
    const answer = this.answerFor(method, origin, requestMethod, facts.fetchSite, facts.host)
    return {
      kind: answer.kind,
      reason: this.#reasonFor(answer, origin),
      status: answer.status,
      vary: answer.vary,
      headers: headersOf(answer, origin, requestMethod, requestHeaders),
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
    const answers = this.#answers
    const allowed = this.allows(origin)
    if (method === 'OPTIONS' && origin !== undefined && requestMethod !== undefined) {
      return allowed ? answers.preflightAllowed : answers.preflightRefused
    }
    if (allowed) return answers.actualAllowed
    if (this.enforces && isCrossOriginWrite(method, origin, fetchSite, host)) return answers.forbidden
    return origin === undefined ? NO_CORS : answers.actualRefused
  }

  #reasonFor(answer: Answer, origin: string | undefined): DecisionReason {
    if (this.#anyOrigin) return 'any-origin'
    if (origin === undefined) return 'no-origin'
    if (answer.allowOrigin !== undefined) return 'origin-allowed'
    if (origin === 'null') return 'origin-null'
    return isExactOrigin(origin) ? 'origin-not-allowed' : 'origin-malformed'
  }
}
