import type { Evaluation } from '../browser/evaluate.js'
import type { OutgoingRequest, ReceivedResponse } from '../browser/exchange.js'
import { extractTokens, getHeader, type HeaderList } from '../browser/header-list.js'
import { isRedirectStatus } from '../browser/redirect.js'
import { type FailureReason, firstFailure } from '../browser/step.js'
import { ALLOW_HEADERS } from '../http/field-names.js'

/** What an engine's message is made from. */
export interface ConsoleFailure {
  readonly reason: FailureReason
  readonly subject: string
  readonly during: 'preflight' | 'actual'
  /** Whether the response that was looked at is a redirect. */
  readonly redirected: boolean
  readonly url: string
  /** Where the request went first, if it was redirected since. */
  readonly firstUrl: string
  /** As the request that failed had it. */
  readonly origin: string
  readonly image: boolean
  /** Whether Access-Control-Allow-Headers has a `*` that counts. */
  readonly anyHeader: boolean
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
    during: failed.step.startsWith('preflight-') ? 'preflight' : 'actual',
    redirected: isRedirectStatus(response.status),
    url: last.url,
    firstUrl: (sent[0] as OutgoingRequest).url,
    origin: getHeader(last.headers, 'origin') ?? request.origin,
    image: request.destination === 'image',
    anyHeader: request.credentials !== 'include' && allowsAnyHeader(response.headers),
    response,
  }
}

function allowsAnyHeader(headers: HeaderList): boolean {
  const names = extractTokens(headers, ALLOW_HEADERS)
  return names.ok && names.tokens?.includes('*') === true
}
