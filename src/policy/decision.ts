/** What a decision is made from: six things that a request says. An absent header is undefined, not `''`. */
export interface RequestFacts {
  /** The method, as it came. */
  readonly method: string
  /** `Origin`. Several field lines joined by `, `, as Node does it, are not an origin. */
  readonly origin?: string | undefined
  /** `Access-Control-Request-Method`. */
  readonly requestMethod?: string | undefined
  /** `Access-Control-Request-Headers`, all field lines joined by commas. */
  readonly requestHeaders?: string | undefined
  /** `Sec-Fetch-Site`. Matters only to a policy with `enforce`. */
  readonly fetchSite?: string | undefined
  /** `Host`, or `:authority` of HTTP/2. Matters only to a policy with `enforce`. */
  readonly host?: string | undefined
}

/** Why a decision is what it is. */
export type DecisionReason =
  /** The request has no Origin header: no browser asks across origins. */
  | 'no-origin'
  /** The policy's origins are `*`. */
  | 'any-origin'
  /** The origin is listed, or a pattern matches it. */
  | 'origin-allowed'
  /** A well-formed origin that nothing in the policy matches. */
  | 'origin-not-allowed'
  /** The origin is `null`: a sandboxed frame, a local file, a redirect across origins. */
  | 'origin-null'
  /** No browser writes an origin like that: empty, doubled, upper case, trailing slash or dot, too long. */
  | 'origin-malformed'

/** What a response has to be, as data. Adapters write it; nothing else decides. */
export interface Decision {
  /**
   * `actual`: the handler runs and its response gets `headers`. `preflight`: answer at once with `status`, `headers`
   * and no body. `forbidden`: the same, because of `enforce`.
   */
  readonly kind: 'actual' | 'preflight' | 'forbidden'
  readonly reason: DecisionReason
  /** The status to answer with; undefined for an actual request, whose handler chooses. */
  readonly status: number | undefined
  /** Field names to merge into the response's Vary. */
  readonly vary: readonly string[]
  /** Every other field to set, by name. A CORS response field that is not here must not be on the response. */
  readonly headers: Readonly<Record<string, string>>
}
