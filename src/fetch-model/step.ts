import { type Catalogue, render } from '../text/catalogue.js'
import { FAILED_TEXTS, PASSED_TEXTS } from '../text/model.js'
import type { FailedFact, FailureReason, PassedFact } from './facts.js'

export type { FailureReason } from './facts.js'

/** The steps at which a browser may refuse, in the order in which it takes them. The union is closed. */
export type StepName =
  /** The script's own call, before anything is sent. A failure here is a TypeError of its own. */
  | 'request-url'
  | 'request-method'
  | 'request-headers'
  | 'request-body'
  /** An https page that asks for http, for the first URL and again for each redirect. */
  | 'mixed-content'
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
  | 'http-cache'
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
  | 'integrity'
  | 'handshake'
  | 'event-source'
  | 'filtered-response'

/** What one check says. `subject` is the method, header name, value or URL on which it failed, `''` if there is none. */
export type Check =
  | { readonly ok: true; readonly fact: PassedFact }
  | { readonly ok: false; readonly reason: FailureReason; readonly subject: string; readonly fact: FailedFact }

/** One step that the browser took. */
export type Step = Check & {
  readonly step: StepName
  /** The fact in words. */
  readonly detail: string
  /** Where the standard says so: an address with an anchor. */
  readonly spec: string
}

/** A step that failed. */
export type FailedStep = Extract<Step, { readonly ok: false }>

const FETCH = 'https://fetch.spec.whatwg.org/'

const SPECS: Readonly<Record<StepName, string>> = {
  'request-url': `${FETCH}#dom-request`,
  'request-method': `${FETCH}#methods`,
  'request-headers': `${FETCH}#concept-headers-append`,
  'request-body': `${FETCH}#dom-request`,
  'mixed-content': 'https://w3c.github.io/webappsec-mixed-content/#should-block-fetch',
  'request-mode': `${FETCH}#concept-main-fetch`,
  'preflight-needed': `${FETCH}#concept-main-fetch`,
  'preflight-network': `${FETCH}#cors-preflight-fetch`,
  'preflight-cors-check': `${FETCH}#cors-check`,
  'preflight-status': `${FETCH}#cors-preflight-fetch`,
  'preflight-lists': `${FETCH}#cors-preflight-fetch`,
  'preflight-method': `${FETCH}#cors-preflight-fetch`,
  'preflight-authorization': `${FETCH}#cors-preflight-fetch`,
  'preflight-headers': `${FETCH}#cors-preflight-fetch`,
  'preflight-max-age': `${FETCH}#cors-preflight-fetch`,
  'http-cache': `${FETCH}#concept-http-network-or-cache-fetch`,
  network: `${FETCH}#http-network-fetch`,
  'cors-check': `${FETCH}#cors-check`,
  'resource-policy': `${FETCH}#cross-origin-resource-policy-header`,
  'redirect-mode': `${FETCH}#concept-http-fetch`,
  'redirect-location': `${FETCH}#concept-http-redirect-fetch`,
  'redirect-scheme': `${FETCH}#concept-http-redirect-fetch`,
  'redirect-count': `${FETCH}#concept-http-redirect-fetch`,
  'redirect-credentials': `${FETCH}#concept-http-redirect-fetch`,
  'redirect-body': `${FETCH}#concept-http-redirect-fetch`,
  redirect: `${FETCH}#concept-http-redirect-fetch`,
  integrity: 'https://w3c.github.io/webappsec-subresource-integrity/#integrity-metadata-description',
  handshake: 'https://websockets.spec.whatwg.org/#opening-handshake',
  'event-source': 'https://html.spec.whatwg.org/multipage/server-sent-events.html#sse-processing-model',
  'filtered-response': `${FETCH}#concept-filtered-response`,
}

const PASSED: Catalogue<PassedFact> = PASSED_TEXTS
const FAILED: Catalogue<FailedFact> = FAILED_TEXTS

/** A step with its text and its place in the standard. */
export function stepOf(step: StepName, check: Check): Step {
  const detail = check.ok ? render(PASSED, check.fact) : render(FAILED, check.fact)
  return { step, ...check, detail, spec: SPECS[step] }
}

export function pass(fact: PassedFact): Check {
  return { ok: true, fact }
}

export function fail(fact: FailedFact): Check {
  return { ok: false, reason: fact.code, subject: 'subject' in fact ? fact.subject : '', fact }
}

/** The first step that failed: there the browser stopped. Undefined if none did. */
export function firstFailure(steps: readonly Step[]): FailedStep | undefined {
  return steps.find((step): step is FailedStep => !step.ok)
}
