import type { Evaluation } from '../fetch-model/evaluate.js'
import { extractTokens, getHeader, type HeaderList, hasHeader, toHeaderList } from '../fetch-model/header-list.js'
import type { ReceivedResponse } from '../fetch-model/messages.js'
import { pageOrigin } from '../fetch-model/page-origin.js'
import { methodCheck } from '../fetch-model/preflight-check.js'
import { isRedirectStatus } from '../fetch-model/redirect.js'
import type { BrowserRequest, Destination, Initiator } from '../fetch-model/request.js'
import { type FailureReason, firstFailure } from '../fetch-model/step.js'
import { ALLOW_HEADERS, ALLOW_METHODS, REQUEST_METHOD } from '../http/field-names.js'

/** What an engine's message is made from. */
export interface ConsoleFailure {
  readonly reason: FailureReason
  readonly subject: string
  /** The subject as the script wrote it, where it is the name of a header. */
  readonly written: string
  readonly during: 'preflight' | 'actual'
  /** Whether the response that was looked at leads anywhere else. */
  readonly redirected: boolean
  readonly method: string
  readonly url: string
  /** Where the request went first, if it was redirected since. */
  readonly firstUrl: string
  /** The page's. */
  readonly pageOrigin: string
  /** As the request that failed had it. */
  readonly origin: string
  /** What asked, or what the response is for. */
  readonly kind: RequestKind
  /** The page's address, as far as it is known. */
  readonly page: string
  /** Whether Access-Control-Allow-Headers has a `*` that counts. */
  readonly anyHeader: boolean
  /** Whether Access-Control-Allow-Methods has the method that a preflight asked for, or it need not. */
  readonly methodAllowed: boolean
  readonly response: ReceivedResponse
  /** Whether the request that failed was one of CORS. */
  readonly cors: boolean
}

/** What engines distinguish in their messages. */
export type RequestKind = Exclude<Initiator, 'element'> | Exclude<Destination, ''>

const NO_RESPONSE: ReceivedResponse = { status: 0, headers: [] }
const NO_REQUEST = { method: '', url: '', headers: [] }

/** @returns undefined where nothing failed, or the script's own call did and nothing was sent */
export function consoleFailure({ request, steps, sent, last }: Evaluation): ConsoleFailure | undefined {
  const failed = firstFailure(steps)
  // What is blocked as mixed content has not been sent.
  if (failed === undefined || (last === undefined && failed.reason !== 'mixed-content')) return undefined
  const { method, url, headers } = last?.request ?? NO_REQUEST
  const response = last?.response ?? NO_RESPONSE
  const pageAt = pageOrigin(request.origin)
  return {
    reason: failed.reason,
    subject: failed.subject,
    written: writtenName(request, failed.subject),
    during: failed.step.startsWith('preflight-') ? 'preflight' : 'actual',
    redirected: isRedirectStatus(response.status) && hasHeader(response.headers, 'location'),
    method,
    url,
    firstUrl: sent[0]?.url ?? url,
    pageOrigin: pageAt,
    page: `${pageAt}/`,
    origin: getHeader(headers, 'origin') ?? pageAt,
    kind: kindOf(request),
    methodAllowed: allowsMethod(request, headers, response.headers),
    anyHeader: request.credentials !== 'include' && allowsAnyHeader(response.headers),
    response,
    cors: last?.request.responseTainting === 'cors',
  }
}

function kindOf({ destination = '', initiator = 'fetch', uploadListeners }: BrowserRequest): RequestKind {
  if (destination !== '') return destination
  if (initiator === 'fetch' && uploadListeners === true) return 'xhr'
  return initiator === 'element' ? 'fetch' : initiator
}

function writtenName({ headers = {} }: BrowserRequest, lowerCase: string): string {
  const line = toHeaderList(headers).find(([name]) => name.toLowerCase() === lowerCase)
  return line === undefined ? lowerCase : line[0]
}

function allowsMethod(
  { credentials = 'same-origin' }: BrowserRequest,
  preflight: HeaderList,
  headers: HeaderList,
): boolean {
  const methods = extractTokens(headers, ALLOW_METHODS)
  const requested = getHeader(preflight, REQUEST_METHOD)
  return requested === undefined || (methods.ok && methodCheck(requested, methods.tokens ?? [], credentials).ok)
}

function allowsAnyHeader(headers: HeaderList): boolean {
  const names = extractTokens(headers, ALLOW_HEADERS)
  return names.ok && names.tokens?.includes('*') === true
}
