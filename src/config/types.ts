/**
 * An origin as a browser serialises it (`https://app.example.com`), or a pattern for several:
 * `https://*.example.com`, `https://pr-*.preview.example.com`, `http://localhost:*`, `http://192.168.0.0/16:*`.
 * The type sees the `://` alone; `compilePolicy` checks the whole grammar.
 */
export type OriginPattern = `${string}://${string}`

/** Methods that need no entry, and those that most APIs list; any other token is fine too. */
export type MethodName = 'DELETE' | 'GET' | 'HEAD' | 'OPTIONS' | 'PATCH' | 'POST' | 'PUT' | (string & {})

/** What both kinds of config share: every option that has nothing to do with credentials. */
export interface CommonCorsConfig {
  /**
   * Methods that scripts may use beyond GET, HEAD and POST, which CORS can never forbid. `'*'` allows every method.
   * Case matters, as it does to a browser: `'PATCH'`, not `'patch'`. Default: none.
   */
  readonly methods?: '*' | readonly MethodName[] | undefined
  /**
   * Request headers that scripts may send beyond the CORS-safelisted ones (Accept, Accept-Language,
   * Content-Language, and Content-Type for form data and plain text). JSON bodies need `'content-type'`.
   * `'*'` allows every header; without credentials it does not cover `authorization`, which is then listed beside it.
   * Default: none.
   */
  readonly headers?: '*' | readonly string[] | undefined
  /** Seconds a browser may remember a preflight's answer: an integer from 0 to 86400. Default: not sent, and browsers take 5. */
  readonly maxAge?: number | undefined
  /** The status of an allowed preflight: an integer from 200 to 299. Default: 204. */
  readonly preflightStatus?: number | undefined
  /**
   * Answers 403 to requests that a browser sent from an origin which the policy does not allow and that are not GET,
   * HEAD or OPTIONS. CORS by itself never stops a request from running. Not an authentication. Default: false.
   */
  readonly enforce?: boolean | undefined
  /**
   * Permits `http:` origins other than loopback and localhost together with credentials: whoever sits between such a
   * page and its user can then read the user's data. Default: false.
   */
  readonly dangerouslyAllowInsecureOrigins?: boolean | undefined
  /**
   * Permits patterns such as `https://*.github.io` together with credentials: anyone can register a subdomain there
   * and read the user's data. Default: false.
   */
  readonly dangerouslyAllowPublicSuffixSubdomains?: boolean | undefined
}

/** A policy for requests without cookies, client certificates and HTTP authentication. */
export interface AnonymousCorsConfig extends CommonCorsConfig {
  /** Who may read responses. `'*'` is everybody. Never empty. */
  readonly origins: '*' | readonly ('*' | OriginPattern)[]
  /** Response headers that scripts may read beyond the safelisted ones. `'*'` is all of them. Default: none. */
  readonly exposeHeaders?: '*' | readonly string[] | undefined
  readonly credentials?: false | undefined
}

/** A policy for requests that carry cookies, client certificates or HTTP authentication. */
export interface CredentialedCorsConfig extends CommonCorsConfig {
  /** Who may read responses. Never empty, and never `'*'`: browsers refuse it, and it would give every site your users' data. */
  readonly origins: readonly OriginPattern[]
  /** Response headers that scripts may read, by name: with credentials a browser reads `*` literally. Default: none. */
  readonly exposeHeaders?: readonly string[] | undefined
  /** Sends `Access-Control-Allow-Credentials: true`. */
  readonly credentials: true
}

/** What a user writes: who may read responses, with which methods and headers, and for how long a preflight holds. */
export type CorsConfig = AnonymousCorsConfig | CredentialedCorsConfig
