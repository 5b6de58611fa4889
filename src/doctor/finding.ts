import type { Probe } from './session.js'

/** Every kind of finding. The union is closed. */
export type FindingCode =
  // The preflight's status
  | 'preflight-redirect'
  | 'preflight-redirect-https'
  | 'preflight-unauthorized'
  | 'preflight-forbidden'
  | 'preflight-not-found'
  | 'preflight-method-not-allowed'
  | 'preflight-client-error'
  | 'preflight-server-error'
  | 'preflight-timeout'
  | 'preflight-no-response'
  | 'preflight-body'
  // The CORS check
  | 'allow-origin-missing'
  | 'allow-origin-doubled'
  | 'allow-origin-list'
  | 'allow-origin-scheme'
  | 'allow-origin-port'
  | 'allow-origin-trailing-slash'
  | 'allow-origin-null'
  | 'allow-origin-other'
  | 'allow-origin-wildcard-credentials'
  | 'allow-credentials-missing'
  | 'allow-credentials-not-true'
  // What the preflight's answer covers
  | 'authorization-not-covered'
  | 'header-not-covered'
  | 'method-not-covered'
  | 'allow-headers-invalid'
  | 'allow-methods-invalid'
  | 'max-age-above-cap'
  // What scripts may read
  | 'expose-headers-missing'
  | 'expose-wildcard-credentials'
  // Caches
  | 'vary-missing'
  | 'vary-missing-without-origin'
  | 'vary-missing-error'
  | 'vary-missing-preflight'
  | 'cached-without-cors'
  | 'cached-for-another-origin'
  // Other answers
  | 'error-without-cors'
  | 'no-response'
  | 'redirect-cross-origin'
  | 'redirect-refused'
  | 'two-layers'
  // Who else gets in
  | 'origin-reflected'
  | 'near-miss-accepted'
  | 'scheme-not-checked'
  | 'port-not-checked'
  | 'null-accepted'
  // Schemes and cookies
  | 'mixed-content'
  | 'cookie-over-http'
  | 'cookie-not-cross-site'
  | 'same-origin'

/**
 * `critical`: other people's pages read the users' data. `error`: the page does not get its response. `warning`: it
 * works, until something else happens. `note`: good to know, and no reason to call a server ill.
 */
export type Severity = 'critical' | 'error' | 'warning' | 'note'

/** Where a fault can sit, and be mended. */
export type Place = 'app' | 'nginx' | 'cdn' | 'load-balancer' | 'api-gateway'

/** A request and its response, cut down to the lines that show the fault: the very lines, in their order. */
export interface Evidence {
  /** What the request was sent for. */
  readonly probe: Probe
  readonly url: string
  readonly request: readonly string[]
  /** One line in angle brackets where something is missing, the response itself for instance. */
  readonly response: readonly string[]
}

/** Something that is wrong with a server. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** What is wrong, in one sentence. */
  readonly title: string
  /** What a user, or a developer in the browser's console, sees of it. */
  readonly sees: string
  /** Where it seems to come from, by what the response says of its way. */
  readonly place: Place
  /** What to change there. */
  readonly fix: string
  /** What to change at each of the places that can mend it. */
  readonly fixes: Readonly<Partial<Record<Place, string>>>
  readonly evidence: readonly Evidence[]
}
