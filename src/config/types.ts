/**
 * An origin as a browser serialises it (`https://app.example.com`), or a pattern for several:
 * `https://*.example.com`, `https://pr-*.preview.example.com`, `http://localhost:*`, `http://192.168.0.0/16:*`,
 * `moz-extension://*`. The type sees the `://` only; `compilePolicy` checks the whole grammar.
 */
export type OriginPattern = `${string}://${string}`

/**
 * What a `dangerously…` option permits: `true` for every origin of the same config, or a list of entries of `origins`
 * for those entries only.
 */
export type Exempted = boolean | readonly OriginPattern[]

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
   * `'*'` allows every header; without credentials it does not cover `authorization`, which has to be listed too.
   * Default: none.
   */
  readonly headers?: '*' | readonly string[] | undefined
  /** Seconds a browser may remember a preflight's answer: an integer from 0 to 86400. Default: not sent; browsers then use 5. */
  readonly maxAge?: number | undefined
  /** The status of an allowed preflight: an integer from 200 to 299. Default: 204. */
  readonly preflightStatus?: number | undefined
  /**
   * Answers 403 to requests other than GET, HEAD and OPTIONS that a browser sends from an origin that `origins` does
   * not match. CORS by itself never stops a request from running. This is not authentication. Only in the
   * outermost config. Default: false.
   */
  readonly enforce?: boolean | undefined
  /**
   * A config for origins that `origins` does not match: for example the app with cookies, and all others without. With
   * `enforce`, those may read but not write. Default: those origins get no CORS headers.
   */
  readonly otherwise?: CorsConfig | undefined
  /**
   * Permits `http:` origins other than loopback and localhost together with credentials or `enforce`: anyone on the
   * network path can then act as such a page. `true`, or a list of entries of `origins`. Default: false.
   */
  readonly dangerouslyAllowInsecureOrigins?: Exempted | undefined
  /**
   * Permits patterns such as `https://*.github.io` and `moz-extension://*` together with credentials or `enforce`:
   * anyone can register a name there. `true`, or a list of entries of `origins`. Default: false.
   */
  readonly dangerouslyAllowPublicSuffixSubdomains?: Exempted | undefined
  /**
   * Permits address ranges with public addresses, such as `https://203.0.113.0/24`, together with credentials or
   * `enforce`: anyone may get such an address. `true`, or a list of entries of `origins`. Default: false.
   */
  readonly dangerouslyAllowPublicAddresses?: Exempted | undefined
}

/** A policy for requests without cookies, client certificates and HTTP authentication. */
export interface AnonymousCorsConfig extends CommonCorsConfig {
  /**
   * The origins that may read responses: `'*'` lets every origin read, `'none'` no other. Never an empty list. From the
   * environment: `parseOrigins(process.env.CORS_ORIGINS)`. For a config in a variable, use `defineConfig`.
   */
  readonly origins: '*' | 'none' | readonly ('*' | OriginPattern)[]
  /** Response headers that scripts may read beyond the safelisted ones. `'*'` is all of them. Default: none. */
  readonly exposeHeaders?: '*' | readonly string[] | undefined
  readonly credentials?: false | undefined
}

/** A policy for requests that carry cookies, client certificates or HTTP authentication. */
export interface CredentialedCorsConfig extends CommonCorsConfig {
  /**
   * The origins that may read responses; `'none'` lets no other origin read. Never an empty list, and never `'*'`: browsers
   * reject it, and reflecting every origin instead would let any site read your users' data. From the environment:
   * `parseOrigins(process.env.CORS_ORIGINS)`. For a config in a variable, use `defineConfig`.
   */
  readonly origins: 'none' | readonly OriginPattern[]
  /** Response headers that scripts may read, by name: with credentials a browser reads `*` literally. Default: none. */
  readonly exposeHeaders?: readonly string[] | undefined
  /** Sends `Access-Control-Allow-Credentials: true`. */
  readonly credentials: true
}

/** Who may read responses, with which methods and headers, and for how long browsers remember a preflight. */
export type CorsConfig = AnonymousCorsConfig | CredentialedCorsConfig
