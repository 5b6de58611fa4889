import { isExactOrigin } from '../config/origin-pattern.js'
import type { ParsedConfig } from '../config/parse-config.js'
import type { CorsConfig } from '../config/types.js'
import { type Answer, type Answers, compileAnswers, headersOf, NO_CORS } from './answer.js'
import type { Decision, DecisionReason, RequestFacts } from './decision.js'
import { isCrossOriginWrite } from './enforce.js'
import type { OriginRows } from './origin-rows.js'
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
  /** Whether an answer may depend on Sec-Fetch-Site and Host. */
  readonly enforces: boolean
  readonly #origins: OriginSet
  readonly #answers: Answers
  readonly #anyOrigin: boolean
  readonly #parsed: ParsedConfig
  readonly #rows: OriginRows | undefined
  /** Of a policy with rows, made when it is asked for: there may be a million. */
  #config: CorsConfig | undefined

  /** Unlike `instanceof` this runs none of the value's code, and takes no proxy, which has no private fields. */
  static is(value: unknown): value is CompiledPolicy {
    return typeof value === 'object' && value !== null && #answers in value
  }

  /**
   * @param base a policy of the same config, whose compiled parts this one takes
   * @param rows more origins, which never change
   */
  constructor(parsed: ParsedConfig, base?: CompiledPolicy, rows?: OriginRows) {
    const { config, origins } = parsed
    this.#parsed = parsed
    this.#rows = origins.any ? undefined : rows
    this.#config = this.#rows === undefined ? config : undefined
    this.#origins = base === undefined ? new OriginSet(origins.exact, origins.patterns) : base.#origins
    // Own options alone: what somebody has put on Object.prototype is nobody's decision.
    const own = Object.assign(Object.create(null), config) as CorsConfig
    this.#answers = base === undefined ? compileAnswers(own, origins.any) : base.#answers
    this.#anyOrigin = origins.any
    this.enforces = own.enforce === true
    Object.freeze(this)
  }

  get config(): CorsConfig {
    this.#config ??= withRows(this.#parsed, (this.#rows as OriginRows).texts(this.#parsed.rules))
    return this.#config
  }

  allows(origin: string | undefined): boolean {
    if (this.#anyOrigin) return true
    return (
      typeof origin === 'string' &&
      (this.#origins.has(origin) || this.#rows?.allows(origin, this.#parsed.rules) === true)
    )
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

/** The config that lists rows along with its own origins. To compile that gives the same policy. */
function withRows({ config, origins }: ParsedConfig, rows: readonly string[]): CorsConfig {
  const own = origins.origins === 'none' ? [] : origins.origins
  const all = Object.freeze([...new Set([...own, ...rows])])
  const listed = { ...config, origins: all.length === 0 ? 'none' : all }
  return Object.freeze(listed) as CorsConfig
}
