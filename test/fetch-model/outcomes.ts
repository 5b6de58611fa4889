import { type Evaluation, evaluate, type Responses } from '../../src/fetch-model/evaluate.js'

import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { firstFailure } from '../../src/fetch-model/step.js'

export const PAGE = 'https://app.test'
export const OTHER = 'https://api.test/'

/** A page's request to another origin. */
export function crossOrigin(request: Partial<BrowserRequest> = {}): BrowserRequest {
  return { origin: PAGE, url: OTHER, ...request }
}

/** The reason for which a request failed; its outcome where it did not. */
export function reasonOf(evaluation: Evaluation): string {
  return firstFailure(evaluation.steps)?.reason ?? evaluation.outcome
}

/** The same, in one go. */
export function outcomeOf(request: BrowserRequest, responses: Responses): string {
  return reasonOf(evaluate(request, responses))
}

/** What left the browser: methods and URLs. */
export function sentBy(evaluation: Evaluation): readonly string[] {
  return evaluation.sent.map(({ method, url }) => `${method} ${url}`)
}
