/** The steps at which a browser may refuse, in the order in which it takes them. The union is closed. */
export type StepName =
  /** The script's own call, before anything is sent. A failure here is a TypeError of its own. */
  | 'request-url'
  | 'request-method'
  | 'request-headers'
  | 'request-body'
  /** What the mode allows, for the first URL and again for each redirect. */
  | 'request-mode'
  | 'preflight-needed'
  | 'preflight-network'
  | 'preflight-cors-check'
  | 'preflight-status'
  | 'preflight-lists'
  | 'preflight-method'
  | 'preflight-authorization'
  | 'preflight-headers'
  | 'preflight-max-age'
  | 'network'
  | 'cors-check'
  | 'resource-policy'
  | 'redirect-mode'
  | 'redirect-location'
  | 'redirect-scheme'
  | 'redirect-count'
  | 'redirect-credentials'
  | 'redirect-body'
  | 'redirect'
  | 'filtered-response'

/** Why a step failed. The union is closed. */
export type FailureReason =
  | 'url-invalid'
  | 'url-credentials'
  | 'method-invalid'
  | 'method-forbidden'
  | 'method-not-safelisted'
  | 'header-invalid'
  | 'body-with-get'
  | 'stream-mode'
  | 'mode-same-origin'
  | 'mode-no-cors-redirect'
  | 'scheme-not-http'
  | 'network-error'
  | 'allow-origin-missing'
  | 'allow-origin-wildcard'
  | 'allow-origin-multiple'
  | 'allow-origin-mismatch'
  | 'allow-credentials-missing'
  | 'allow-credentials-not-true'
  | 'preflight-redirect'
  | 'preflight-not-ok'
  | 'allow-methods-invalid'
  | 'allow-headers-invalid'
  | 'method-not-allowed'
  | 'authorization-not-allowed'
  | 'header-not-allowed'
  | 'resource-policy'
  | 'redirect-error'
  | 'redirect-manual'
  | 'location-invalid'
  | 'redirect-scheme'
  | 'redirect-count'
  | 'redirect-credentials'
  | 'redirect-stream'
  | 'response-opaque'

/** What one check says. `subject` is the method, header name, value or URL on which it failed, `''` if there is none. */
export type Check =
  | { readonly ok: true; readonly detail: string }
  | { readonly ok: false; readonly reason: FailureReason; readonly subject: string; readonly detail: string }

/** One step that the browser took. */
export type Step = Check & {
  readonly step: StepName
  /** Where the standard says so: an address with an anchor. */
  readonly spec: string
}

/** A step that failed. */
export type FailedStep = Extract<Step, { readonly ok: false }>

const FETCH = 'https://fetch.spec.whatwg.org/'

const ANCHORS: Readonly<Record<StepName, string>> = {
  'request-url': '#dom-request',
  'request-method': '#methods',
  'request-headers': '#concept-headers-append',
  'request-body': '#dom-request',
  'request-mode': '#concept-main-fetch',
  'preflight-needed': '#concept-main-fetch',
  'preflight-network': '#cors-preflight-fetch',
  'preflight-cors-check': '#cors-check',
  'preflight-status': '#cors-preflight-fetch',
  'preflight-lists': '#cors-preflight-fetch',
  'preflight-method': '#cors-preflight-fetch',
  'preflight-authorization': '#cors-preflight-fetch',
  'preflight-headers': '#cors-preflight-fetch',
  'preflight-max-age': '#cors-preflight-fetch',
  network: '#http-network-fetch',
  'cors-check': '#cors-check',
  'resource-policy': '#cross-origin-resource-policy-header',
  'redirect-mode': '#concept-http-fetch',
  'redirect-location': '#concept-http-redirect-fetch',
  'redirect-scheme': '#concept-http-redirect-fetch',
  'redirect-count': '#concept-http-redirect-fetch',
  'redirect-credentials': '#concept-http-redirect-fetch',
  'redirect-body': '#concept-http-redirect-fetch',
  redirect: '#concept-http-redirect-fetch',
  'filtered-response': '#concept-filtered-response',
}

/** A step with its place in the standard. */
export function stepOf(step: StepName, check: Check): Step {
  return { step, ...check, spec: FETCH + ANCHORS[step] }
}

export function pass(detail: string): Check {
  return { ok: true, detail }
}

export function fail(reason: FailureReason, detail: string, subject = ''): Check {
  return { ok: false, reason, subject, detail }
}

/** The first step that failed: there the browser stopped. Undefined if none did. */
export function firstFailure(steps: readonly Step[]): FailedStep | undefined {
  return steps.find((step): step is FailedStep => !step.ok)
}
