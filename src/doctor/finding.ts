import type { Probe } from './probe.js'

type None = Readonly<Record<never, never>>
interface Reach {
  readonly host: string
  /** `host:port` as in the URL. */
  readonly where: string
  readonly fault: string
}
interface Status {
  readonly status: number
}
interface Allowed {
  /** What the server sends. */
  readonly value: string
  readonly origin: string
}
interface Names {
  readonly names: readonly string[]
}
interface Stranger {
  readonly origin: string
  readonly credentials: boolean
}

/** The data of a finding, by its code. The union of codes is closed. */
export interface FindingFacts {
  // Is anybody there?
  'dns-failed': Reach
  'connection-refused': Reach
  'connection-failed': Reach
  timeout: Reach
  'tls-untrusted': Reach
  'tls-name-mismatch': Reach
  'tls-expired': Reach
  'tls-failed': Reach
  'client-certificate-required': Reach
  // Is it CORS at all?
  /** `recorded`: nobody asked without Origin. */
  'server-failing': Status & {
    readonly readable: boolean
    readonly standIn: boolean
    readonly server: string
    readonly recorded?: true
  }
  'challenge-page': { readonly by: 'cloudflare' | 'aws-waf' | 'ngrok' | 'other' }
  'login-redirect': Status & { readonly location: string }
  'redirect-loop': { readonly url: string }
  'mixed-content': { readonly origin: string }
  'local-network-access': { readonly host: string; readonly secure: boolean }
  'resource-policy': { readonly policy: string; readonly origin: string }
  // Does the server refuse this origin?
  'origin-rejected': Status & { readonly origin: string; readonly preflight: boolean; readonly says: string }
  // The preflight's status
  'preflight-redirect': Status & { readonly location: string }
  'preflight-redirect-https': Status
  'preflight-unauthorized': Status
  'preflight-forbidden': None
  'preflight-not-found': None
  'preflight-method-not-allowed': Status
  'preflight-client-error': Status
  'preflight-server-error': Status
  'preflight-timeout': None
  'preflight-no-response': None
  'preflight-body': Status & { readonly what: string }
  'preflight-avoidable': Names
  // The CORS check
  'allow-origin-missing': { readonly origin: string; readonly everywhere: boolean }
  'allow-origin-doubled': Names & { readonly value: string }
  'allow-origin-list': Allowed
  'allow-origin-scheme': Allowed
  'allow-origin-port': Allowed
  'allow-origin-trailing-slash': Allowed
  'allow-origin-null': Allowed
  'allow-origin-empty': Allowed
  'allow-origin-pattern': Allowed
  'allow-origin-no-scheme': Allowed
  'allow-origin-quoted': Allowed
  'allow-origin-other': Allowed
  'allow-origin-wildcard-credentials': Allowed
  'allow-credentials-missing': None
  'allow-credentials-not-true': { readonly value: string }
  // What the preflight's answer covers
  'authorization-not-covered': { readonly wildcard: boolean }
  'header-not-covered': Names & { readonly wildcard: boolean; readonly ofResponses: boolean }
  'method-not-covered': { readonly method: string; readonly wildcard: boolean; readonly isPatch: boolean }
  'allow-headers-invalid': { readonly part: string }
  'allow-methods-invalid': { readonly part: string }
  'max-age-above-cap': { readonly seconds: number; readonly chromium: number; readonly webkit: number }
  // What scripts may read
  /** `absent`: those that the response does not have. */
  'expose-headers-missing': Names & { readonly absent: readonly string[] }
  'expose-wildcard-credentials': Names
  // Caches, and servers that do not agree
  'vary-missing': None
  'vary-missing-without-origin': None
  'vary-missing-error': None
  'vary-missing-preflight': None
  'cached-without-cors': { readonly proof: string }
  'cached-for-another-origin': { readonly value: string; readonly proof: string }
  'cacheable-without-cors': None
  'instances-differ': { readonly good: number; readonly bad: number; readonly preflight: boolean }
  // Other answers
  'error-without-cors': Status
  'status-not-ok': Status
  'method-not-sent': Status & { readonly method: string }
  'no-response': { readonly detail: string }
  'redirect-cross-origin': { readonly from: string; readonly to: string }
  'redirect-without-cors': Status & { readonly location: string }
  'redirect-refused': { readonly detail: string }
  // Who else gets in
  'origin-reflected': Stranger
  'near-miss-accepted': Stranger
  'scheme-not-checked': Stranger
  'port-not-checked': Stranger
  'null-accepted': Stranger
  // Cookies, and what CORS has no part in
  'cookie-over-http': None
  'cookie-not-cross-site': Names & { readonly origin: string }
  'cookie-ignored': Names
  'same-origin': { readonly origin: string }
  // What a console says
  /** What only looks like CORS. */
  'not-cors': {
    readonly what: 'csp' | 'worker' | 'frame' | 'canvas' | 'opaque' | 'extension' | 'element' | 'websocket'
  }
  /** `scheme`: the URL lacks one. */
  'not-http': { readonly kind: 'file' | 'scheme' }
  'cause-hidden': { readonly by: 'safari' | 'own-origin' | 'other' }
  incomplete: { readonly probes: readonly Probe[]; readonly why: 'time' | 'private' }
}

/** Every kind of finding. The union is closed. */
export type FindingCode = keyof FindingFacts

/** A finding as data: its code, and the data of its sentences. */
export type FindingItem = { [Code in FindingCode]: { readonly code: Code } & FindingFacts[Code] }[FindingCode]

/**
 * `critical`: other people's pages read the users' data. `error`: the page does not get its response. `warning`: it
 * works until something else happens. `note`: good to know; a server with notes only is healthy.
 */
export type Severity = 'critical' | 'error' | 'warning' | 'note'

/** Where a fault can be fixed. */
export type Place =
  | 'page'
  | 'app'
  | 'nginx'
  | 'apache'
  | 'caddy'
  | 'iis'
  | 'cdn'
  | 'bucket'
  | 'load-balancer'
  | 'api-gateway'

/** A request and its response, reduced to the lines that show the fault, unchanged and in their order. */
export interface Evidence {
  /** The purpose of the request. */
  readonly probe: Probe
  readonly url: string
  readonly request: readonly string[]
  /** One line in angle brackets where something is missing, the response itself for instance. */
  readonly response: readonly string[]
}

/** The sentences about a finding. */
export interface FindingReport {
  readonly severity: Severity
  /** What is wrong, in one sentence. */
  readonly title: string
  /** How a user, or a developer in the browser's console, notices it. */
  readonly impact: string
  /** Where the fault probably is, judging by the responses. */
  readonly place: Place
  /** What to change there. */
  readonly fix: string
  /** What to change at each of the places where it can be fixed. */
  readonly fixes: Readonly<Partial<Record<Place, string>>>
  /** The codes of the consequences that it explains; see `Diagnosis.consequences`. */
  readonly causes: readonly FindingCode[]
  readonly evidence: readonly Evidence[]
}

/** Something that is wrong with a server. */
export type Finding = FindingItem & FindingReport
