import type { Evaluation } from '../fetch-model/evaluate.js'
import { getHeader } from '../fetch-model/header-list.js'
import type { BrowserRequest } from '../fetch-model/request.js'
import { type FailedStep, firstFailure } from '../fetch-model/step.js'
import {
  ALLOW_CREDENTIALS,
  ALLOW_HEADERS,
  ALLOW_METHODS,
  ALLOW_ORIGIN,
  REQUEST_HEADERS,
  REQUEST_METHOD,
} from '../http/field-names.js'
import { type BrowserFix, fix, type ResponseFix } from './fix.js'

type On = ResponseFix['on']

const PATCH = 'PATCH'

/**
 * What would get past the failed step, without a thought for the next one; nothing where no step failed. Whether the
 * server ought to is for its owner to say: an origin is named because it asked, not because it may be trusted. `*` and
 * `null` are never proposed.
 */
export function fixesFor(evaluation: Evaluation): readonly BrowserFix[] {
  const failed = firstFailure(evaluation.steps)
  if (failed === undefined) return []
  const on: On = failed.step.startsWith('preflight-') ? 'preflight' : 'actual'
  const headers = evaluation.last?.request.headers ?? []
  switch (failed.reason) {
    case 'allow-origin-missing':
    case 'allow-origin-multiple':
    case 'allow-origin-mismatch':
      return [originFix(on, getHeader(headers, 'origin'), evaluation)]
    case 'allow-origin-wildcard':
      return [originFix(on, getHeader(headers, 'origin'), evaluation), omitCredentials()]
    case 'allow-credentials-missing':
    case 'allow-credentials-not-true':
      return [setHeader(on, ALLOW_CREDENTIALS, 'true'), omitCredentials()]
    case 'preflight-redirect':
      return [setStatus(on, '204'), fix({ kind: 'request', code: 'final-url', because: 'preflight' })]
    case 'preflight-not-ok':
      return [setStatus(on, '204')]
    case 'allow-methods-invalid':
      return [replaceList(on, ALLOW_METHODS, getHeader(headers, REQUEST_METHOD))]
    case 'allow-headers-invalid':
      return [replaceList(on, ALLOW_HEADERS, getHeader(headers, REQUEST_HEADERS))]
    case 'method-not-allowed':
      return [methodFix(failed.subject)]
    case 'authorization-not-allowed':
    case 'header-not-allowed':
      return [addToList(ALLOW_HEADERS, failed.subject)]
    case 'resource-policy':
      return [setHeader(on, 'Cross-Origin-Resource-Policy', 'cross-origin')]
    case 'event-source-rejected':
      return evaluation.last?.response?.status === 200
        ? [setHeader(on, 'Content-Type', 'text/event-stream')]
        : [setStatus(on, '200')]
    default:
      return requestFixes(failed, evaluation.request)
  }
}

function requestFixes({ reason, subject }: FailedStep, request: BrowserRequest): readonly BrowserFix[] {
  switch (reason) {
    case 'response-opaque':
    case 'integrity-opaque':
      return [corsFix(request)]
    case 'mode-same-origin':
    case 'method-not-safelisted':
    case 'stream-mode':
      return [fix({ kind: 'request', code: 'cors-mode' })]
    case 'redirect-error':
    case 'redirect-manual':
    case 'mode-no-cors-redirect':
      return [fix({ kind: 'request', code: 'follow-redirects' })]
    case 'url-credentials':
      return [fix({ kind: 'request', code: 'credentials-in-header' })]
    case 'redirect-credentials':
      return [fix({ kind: 'request', code: 'redirect-without-credentials' })]
    case 'redirect-stream':
      return [fix({ kind: 'request', code: 'final-url', because: 'stream' })]
    case 'method-forbidden':
      return [fix({ kind: 'request', code: 'other-method', method: subject })]
    case 'mixed-content':
      return [fix({ kind: 'request', code: 'https-url', url: subject })]
    case 'response-navigated':
    case 'response-discarded':
      return [fix({ kind: 'request', code: 'use-fetch' })]
    default:
      return []
  }
}

/** Elements get a response that the page may read if they have a `crossorigin` attribute. */
const ELEMENTS: Readonly<Record<string, string>> = {
  image: '<img>',
  script: '<script>',
  style: '<link>',
  audio: '<audio>',
  video: '<video>',
}

function corsFix({ destination = '' }: BrowserRequest): BrowserFix {
  const element = ELEMENTS[destination]
  return element === undefined
    ? fix({ kind: 'request', code: 'cors-mode' })
    : fix({ kind: 'request', code: 'crossorigin-attribute', element })
}

function originFix(on: On, origin: string | undefined, { steps }: Evaluation): BrowserFix {
  if (origin !== undefined && origin !== 'null') {
    return fix({ kind: 'response', code: 'set-allow-origin', on, action: 'set', field: ALLOW_ORIGIN, value: origin })
  }
  return steps.some(({ step }) => step === 'redirect')
    ? fix({ kind: 'request', code: 'final-url', because: 'origin' })
    : fix({ kind: 'request', code: 'real-origin' })
}

/** Only six methods are upper-cased for the script: https://fetch.spec.whatwg.org/#example-normalization. */
function methodFix(method: string): BrowserFix {
  if (method !== PATCH && method.toUpperCase() === PATCH) {
    return fix({ kind: 'request', code: 'upper-case-method', method: PATCH })
  }
  return addToList(ALLOW_METHODS, method)
}

/** What was requested, in place of what cannot be read. */
function replaceList(on: On, field: string, requested: string | undefined): ResponseFix {
  if (requested !== undefined) return setHeader(on, field, requested)
  return fix({ kind: 'response', code: 'remove-header', on, action: 'remove', field, value: '' })
}

function omitCredentials(): BrowserFix {
  return fix({ kind: 'request', code: 'omit-credentials' })
}

function setHeader(on: On, field: string, value: string): ResponseFix {
  return fix({ kind: 'response', code: 'set-header', on, action: 'set', field, value })
}

function setStatus(on: On, value: string): ResponseFix {
  return fix({ kind: 'response', code: 'set-status', on, action: 'set', field: 'status', value })
}

function addToList(field: string, value: string): ResponseFix {
  return fix({ kind: 'response', code: 'add-to-list', on: 'preflight', action: 'add', field, value })
}
