import { type Evaluation, evaluate } from '../fetch-model/evaluate.js'
import type { BrowserRequest } from '../fetch-model/request.js'
import { firstFailure } from '../fetch-model/step.js'
import type { CompiledPolicy } from '../policy/compiled-policy.js'
import { type PolicyInput, policySource } from '../policy/policy-input.js'
import { type ExplanationFix, findFixes } from './config-fixes.js'
import { fixesFor } from './fixes.js'
import {
  type ExplainedDecision,
  type HandlerResponse,
  handlerFor,
  policyResponder,
  withHeaders,
} from './policy-responder.js'

/** The URL of a request that names none: a host that no page can have (RFC 2606 section 2). */
export const DEFAULT_URL = 'https://server.invalid/'

/** A request of a page, and the headers that its script reads. */
export interface ExplainRequest extends Omit<BrowserRequest, 'url'> {
  /** Default: a URL of a host that serves no page. */
  readonly url?: string | undefined
  /** The response headers that the script reads. Default: none. */
  readonly reads?: readonly string[] | undefined
  /**
   * The answer of the app's handler, if the request reaches it. Default: 200. A redirect is followed as if its target
   * had this policy too.
   */
  readonly response?: HandlerResponse | undefined
}

/** The result of a request under a policy. */
export interface Explanation extends Evaluation {
  /** What the policy decided on each request that was sent, in order. */
  readonly decisions: readonly ExplainedDecision[]
  /**
   * Changes that make the response and the headers that the script reads readable. Make changes to the config in their
   * order and together; the config compiles after each. Page changes listed before config changes are required with them;
   * those listed after are alternatives.
   */
  readonly fixes: readonly ExplanationFix[]
}

/**
 * Shows how a browser handles a request to a server with this policy: the requests, the responses, the step that fails,
 * and what to change.
 *
 * @throws CorsConfigError if the input is a config with problems
 * @throws TypeError for a value of the wrong type in the request, which it names
 */
export function explain(input: PolicyInput, request: ExplainRequest): Explanation {
  const policy = policySource(input).current
  const { reads = [], response = {}, url = DEFAULT_URL, ...rest } = request
  const run = (asked: BrowserRequest) => (under: CompiledPolicy) => {
    const { respond, decisions } = policyResponder(under, withHeaders(handlerFor(asked, response), reads))
    return { ...evaluate(asked, respond), decisions }
  }
  const browserRequest: BrowserRequest = { ...rest, url }
  const first = run(browserRequest)(policy)
  const withCors = inCorsMode(browserRequest, first)
  if (withCors === undefined) return { ...first, fixes: findFixes(policy, reads, run(browserRequest)) }
  return { ...first, fixes: [...fixesFor(first), ...findFixes(policy, reads, run(withCors))] }
}

/** The request as it has to be before any policy can help it; undefined where its mode is not in the way. */
function inCorsMode(request: BrowserRequest, { steps }: Evaluation): BrowserRequest | undefined {
  switch (firstFailure(steps)?.reason) {
    case 'response-opaque':
    case 'integrity-opaque':
      return (request.destination ?? '') === ''
        ? { ...request, mode: 'cors' }
        : { ...request, mode: 'cors', credentials: 'same-origin' }
    case 'mode-same-origin':
      return { ...request, mode: 'cors' }
    default:
      return undefined
  }
}
