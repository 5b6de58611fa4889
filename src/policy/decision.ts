/** The six facts about a request that a decision depends on. An absent header is undefined, not `''`. */
export interface RequestFacts {
  /** The method, unchanged. */
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

/** The reason for a decision. */
export type DecisionReason =
  /** The request has no Origin header, so it is not a browser's request to another origin. */
  | 'no-origin'
  /** The policy's origins are `*`. */
  | 'any-origin'
  /** The origin is listed, or a pattern matches it. */
  | 'origin-allowed'
  /** A well-formed origin that nothing in the policy matches. */
  | 'origin-not-allowed'
  /** The origin is `null`: a sandboxed frame, a local file, a redirect across origins. */
  | 'origin-null'
  /** Not an origin as browsers write it: empty, doubled, upper case, trailing slash or dot, too long. */
  | 'origin-malformed'

/** The headers and the status of a response, as data. Adapters only write it. */
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
