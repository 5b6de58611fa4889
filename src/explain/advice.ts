/** Every kind of advice. The union is closed. */
export type AdviceCode =
  /** Scripts that send JSON need `content-type` among the headers. */
  | 'content-type-not-allowed'
  /** `headers: '*'` does not cover Authorization. */
  | 'authorization-not-covered'
  /** Browsers cap the time for which they remember a preflight. */
  | 'max-age-above-limit'
  /** Without `maxAge` browsers ask again after five seconds. */
  | 'max-age-missing'
  /** With `maxAge: 0` browsers ask before every request. */
  | 'max-age-zero'
  /** A page on a developer's own machine, next to pages of the public web. */
  | 'localhost-in-production'
  /** A page over plain http. */
  | 'insecure-origin'
  /** A pattern for subdomains that anyone can register. */
  | 'public-suffix-pattern'
  /** A pattern for subdomains, whose parent domain is not allowed. */
  | 'apex-not-covered'
  /** An origin that another entry covers. */
  | 'origin-covered'
  /** A method or header name next to `*`. */
  | 'name-covered'
  /** GET, HEAD or POST, which CORS cannot forbid. */
  | 'safelisted-method'
  /** OPTIONS, which preflights do not need. */
  | 'options-method'
  /** A request header that most values of need no entry. */
  | 'safelisted-request-header'
  /** A response header that every script can read. */
  | 'safelisted-response-header'
  /** CORS does not keep requests with cookies from running. */
  | 'credentials-without-enforce'
  /** A `dangerously…` option without which the config compiles as well. */
  | 'dangerous-option-unneeded'

/** Something in a config that is legal, and that its author may not have meant. */
export interface Advice {
  readonly code: AdviceCode
  /** Where: `origins[2]`, `maxAge`. */
  readonly path: string
  /** What stands there; undefined where the option is absent. */
  readonly value: unknown
  /** What follows from it, and what to write instead. */
  readonly message: string
}
