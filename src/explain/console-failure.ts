import type { Evaluation } from '../fetch-model/evaluate.js'
import type { OutgoingRequest, ReceivedResponse } from '../fetch-model/exchange.js'
import { extractTokens, getHeader, type HeaderList, hasHeader, toHeaderList } from '../fetch-model/header-list.js'
import { methodCheck } from '../fetch-model/preflight-check.js'
import { isRedirectStatus } from '../fetch-model/redirect.js'
import type { BrowserRequest } from '../fetch-model/request.js'
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
  readonly image: boolean
  /** Whether Access-Control-Allow-Headers has a `*` that counts. */
  readonly anyHeader: boolean
  /** Whether Access-Control-Allow-Methods has the method that a preflight asked for, or it need not. */
  readonly methodAllowed: boolean
  readonly response: ReceivedResponse
}

const NO_RESPONSE: ReceivedResponse = { status: 0, headers: [] }

/** @returns undefined where nothing failed, or the script's own call did and nothing was sent */
export function consoleFailure({
  request,
  steps,
  sent,
  received,
}: Omit<Evaluation, 'fixes'>): ConsoleFailure | undefined {
  const failed = firstFailure(steps)
  const last = sent.at(-1)
  if (failed === undefined || last === undefined) return undefined
  const response = received.at(-1) ?? NO_RESPONSE
  return {
    reason: failed.reason,
    subject: failed.subject,
    written: writtenName(request, failed.subject),
    during: failed.step.startsWith('preflight-') ? 'preflight' : 'actual',
    redirected: isRedirectStatus(response.status) && hasHeader(response.headers, 'location'),
    method: last.method,
    url: last.url,
    firstUrl: (sent[0] as OutgoingRequest).url,
    pageOrigin: request.origin,
    origin: getHeader(last.headers, 'origin') ?? request.origin,
    image: request.destination === 'image',
    methodAllowed: allowsMethod(request, last, response.headers),
    anyHeader: request.credentials !== 'include' && allowsAnyHeader(response.headers),
    response,
  }
}

function writtenName({ headers = {} }: BrowserRequest, lowerCase: string): string {
  const line = toHeaderList(headers).find(([name]) => name.toLowerCase() === lowerCase)
  return line === undefined ? lowerCase : line[0]
}

function allowsMethod(
  { credentials = 'same-origin' }: BrowserRequest,
  preflight: OutgoingRequest,
  headers: HeaderList,
) {
  const methods = extractTokens(headers, ALLOW_METHODS)
  const asked = getHeader(preflight.headers, REQUEST_METHOD)
  return asked === undefined || (methods.ok && methodCheck(asked, methods.tokens ?? [], credentials).ok)
}

function allowsAnyHeader(headers: HeaderList): boolean {
  const names = extractTokens(headers, ALLOW_HEADERS)
  return names.ok && names.tokens?.includes('*') === true
}
