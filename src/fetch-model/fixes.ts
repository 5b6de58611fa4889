import {
  ALLOW_CREDENTIALS,
  ALLOW_HEADERS,
  ALLOW_METHODS,
  ALLOW_ORIGIN,
  REQUEST_HEADERS,
  REQUEST_METHOD,
} from '../http/field-names.js'
import type { Trace } from './exchange.js'
import { getHeader } from './header-list.js'
import type { BrowserRequest } from './request.js'
import type { FailedStep } from './step.js'

/** A change to what a server answers. */
export interface ResponseFix {
  readonly kind: 'response'
  /** Which answer: the preflight's, or the request's own. */
  readonly on: 'preflight' | 'actual'
  /** `set`: that is the value, whatever stood there. `add`: one more element of the list. `remove`: no such header. */
  readonly action: 'set' | 'add' | 'remove'
  /** The header, or `status`. */
  readonly field: string
  readonly value: string
  readonly text: string
}

/** A change to what the page asks for. */
export interface RequestFix {
  readonly kind: 'request'
  readonly text: string
}

/** What would get a request past the step at which it failed. */
export type BrowserFix = ResponseFix | RequestFix

const WITHOUT_CREDENTIALS: RequestFix = {
  kind: 'request',
  text: 'send the request without credentials, if it needs none',
}

/**
 * What would get past the failed step, without a thought for the next one. Whether the server ought to is for its
 * owner to say: an origin is named because it asked, not because it may be trusted. `*` and `null` are never proposed.
 */
export function fixesFor(failed: FailedStep, trace: Trace, request: BrowserRequest): readonly BrowserFix[] {
  const on = failed.step.startsWith('preflight-') ? 'preflight' : 'actual'
  const headers = trace.sent.at(-1)?.headers ?? []
  switch (failed.reason) {
    case 'allow-origin-missing':
    case 'allow-origin-multiple':
    case 'allow-origin-mismatch':
      return [originFix(on, getHeader(headers, 'origin'), trace)]
    case 'allow-origin-wildcard':
      return [originFix(on, getHeader(headers, 'origin'), trace), WITHOUT_CREDENTIALS]
    case 'allow-credentials-missing':
    case 'allow-credentials-not-true':
      return [set(on, ALLOW_CREDENTIALS, 'true'), WITHOUT_CREDENTIALS]
    case 'preflight-redirect':
      return [
        set(on, 'status', '204'),
        change('ask for the URL to which the server redirects: a preflight is never redirected'),
      ]
    case 'preflight-not-ok':
      return [set(on, 'status', '204')]
    case 'allow-methods-invalid':
      return [replaceList(on, ALLOW_METHODS, getHeader(headers, REQUEST_METHOD))]
    case 'allow-headers-invalid':
      return [replaceList(on, ALLOW_HEADERS, getHeader(headers, REQUEST_HEADERS))]
    case 'method-not-allowed':
      return [methodFix(failed.subject)]
    case 'authorization-not-allowed':
    case 'header-not-allowed':
      return [add(on, ALLOW_HEADERS, failed.subject)]
    case 'resource-policy':
      return [set(on, 'Cross-Origin-Resource-Policy', 'cross-origin')]
    default:
      return requestFixes(failed, request)
  }
}

function originFix(on: ResponseFix['on'], origin: string | undefined, trace: Trace): BrowserFix {
  if (origin !== 'null') return set(on, ALLOW_ORIGIN, origin as string)
  return trace.steps.some(({ step }) => step === 'redirect')
    ? change('ask for the last URL at once: a redirect from one foreign origin to another makes the Origin null')
    : change('give the page an origin: one in a sandboxed frame or from a file has the origin null, as anybody can')
}

/** Only six methods are upper-cased for the script: https://fetch.spec.whatwg.org/#example-normalization. */
function methodFix(method: string): BrowserFix {
  if (method !== 'PATCH' && method.toUpperCase() === 'PATCH') {
    return change("write the method as 'PATCH': browsers do not upper-case it")
  }
  return add('preflight', ALLOW_METHODS, method)
}

/** What was asked for, in place of what cannot be read. */
function replaceList(on: ResponseFix['on'], field: string, asked: string | undefined): ResponseFix {
  if (asked !== undefined) return set(on, field, asked)
  return { kind: 'response', on, action: 'remove', field, value: '', text: `leave ${field} out of ${whose(on)}` }
}

function requestFixes({ reason, subject }: FailedStep, request: BrowserRequest): readonly BrowserFix[] {
  switch (reason) {
    case 'mode-same-origin':
      return [change("set the request's mode to 'cors'")]
    case 'response-opaque':
      return request.destination === 'image'
        ? [change("give the <img> the attribute crossorigin='anonymous' or 'use-credentials'")]
        : [change("set the request's mode to 'cors'")]
    case 'redirect-error':
    case 'redirect-manual':
    case 'mode-no-cors-redirect':
      return [change("set the request's redirect mode to 'follow'")]
    case 'url-credentials':
      return [change('leave user name and password out of the URL, and send an Authorization header')]
    case 'redirect-credentials':
      return [change('have the server redirect to a URL without user name and password')]
    case 'redirect-stream':
      return [change('ask for the last URL at once: a stream cannot be sent twice')]
    case 'method-not-safelisted':
    case 'stream-mode':
      return [change("set the request's mode to 'cors'")]
    case 'method-forbidden':
      return [change(`use another method: no script can send ${subject}`)]
    default:
      return []
  }
}

function set(on: ResponseFix['on'], field: string, value: string): ResponseFix {
  return { kind: 'response', on, action: 'set', field, value, text: `answer ${whose(on)} with ${render(field, value)}` }
}

function add(on: ResponseFix['on'], field: string, value: string): ResponseFix {
  return { kind: 'response', on, action: 'add', field, value, text: `add ${value} to ${field} of ${whose(on)}` }
}

function render(field: string, value: string): string {
  const text = field === 'status' ? `the status ${value}` : `${field}: ${value}`
  return field === ALLOW_ORIGIN ? `${text} (if you trust it) and Vary: Origin` : text
}

function whose(on: ResponseFix['on']): string {
  return on === 'preflight' ? 'the preflight' : 'the request'
}

function change(text: string): RequestFix {
  return { kind: 'request', text }
}
