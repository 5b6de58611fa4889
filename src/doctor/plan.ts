import { type Evaluation, evaluateIn } from '../fetch-model/evaluate.js'
import { freshBrowser, type OutgoingRequest, type ServerResponse } from '../fetch-model/exchange.js'
import { getHeader, withoutHeaders } from '../fetch-model/header-list.js'
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
import { isSafeMethod } from '../http/methods.js'
import { DoctorError } from './doctor-error.js'
import type { Settings } from './options.js'

/** What a browser sends for the page, if nothing stops it. */
export interface Plan {
  /** Also where the browser would not ask; absent where the URL is of the page's own origin. */
  readonly preflight?: OutgoingRequest
  readonly actual: OutgoingRequest
  readonly needsPreflight: boolean
}

const BODY_FIELDS: ReadonlySet<string> = new Set(['content-type'])

/** What is asked, and for which page. */
type PageRequest = Pick<Settings, 'url' | 'origin' | 'method' | 'headers' | 'credentials'>

/** What the page asks its browser to do. */
export function browserRequest({ url, origin, method, headers, credentials }: PageRequest): BrowserRequest {
  return { url: url.href, origin, method, headers, credentials: credentials ? 'include' : 'same-origin' }
}

/**
 * @param origin whose page asks; default: the page's
 * @throws DoctorError if no script can send the request
 */
export function planRequests(settings: PageRequest, origin = settings.origin): Plan {
  const request = { ...browserRequest(settings), origin }
  const { sent, steps } = evaluateAllowed(request)
  const actual = sent.at(-1)
  if (actual === undefined) {
    throw new DoctorError('request-invalid', { given: (firstFailure(steps) as FailedStep).detail })
  }
  // A listener for upload events makes any request ask first: https://xhr.spec.whatwg.org/#the-send()-method
  const [first] = evaluateAllowed({ ...request, uploadListeners: true }).sent
  const needsPreflight = sent.length > 1
  return { ...(first?.kind === 'preflight' && { preflight: first }), actual, needsPreflight }
}

/** Mixed content is looked at like anything else. */
function evaluateAllowed(request: BrowserRequest): Evaluation {
  return evaluateIn({ ...freshBrowser(), ignoresMixedContent: true }, request, allowAll)
}

/** What lets every request through. */
export function allowAll({ headers }: OutgoingRequest): ServerResponse {
  return {
    status: 200,
    headers: {
      [ALLOW_ORIGIN]: getHeader(headers, 'origin'),
      [ALLOW_CREDENTIALS]: 'true',
      [ALLOW_METHODS]: getHeader(headers, REQUEST_METHOD),
      [ALLOW_HEADERS]: getHeader(headers, REQUEST_HEADERS),
    },
  }
}

/** The GET that is sent instead of a request that might change something: the same headers, except those of a body. */
export function asSafeRequest(request: OutgoingRequest): OutgoingRequest {
  if (isSafeMethod(request.method)) return request
  return { ...request, method: 'GET', headers: withoutHeaders(request.headers, BODY_FIELDS) }
}
