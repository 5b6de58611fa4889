import { shareableUrl } from '../doctor/share-text.js'
import { DEFAULT_URL, type ExplainRequest } from '../explain/explain.js'
import { type HeaderFields, toHeaderList } from '../fetch-model/header-list.js'
import { pageOrigin } from '../fetch-model/page-origin.js'
import { isSafelistedRequestHeader } from '../fetch-model/safelisted-request-header.js'
import { standInValue } from '../fetch-model/stand-in-value.js'
import { parseUrl } from '../http/parse-url.js'
import type { PlaygroundRequest, StateInput } from '../playground/state.js'
import { isPolicy, type PolicyInput, policySource } from '../policy/policy-input.js'

/**
 * The question as the playground asks it, in the order in which they are tried. What may be secret in the request has
 * something in its place that a browser treats alike. A config holds no secret.
 */
export function explainStates(input: PolicyInput, request: ExplainRequest): StateInput[] {
  const config = isPolicy(input) ? policySource(input).current.config : input
  const shared = shareableRequest(request)
  return [2, undefined].map((indent) => ({
    view: 'ask',
    config: JSON.stringify(config, undefined, indent),
    request: shared,
  }))
}

function shareableRequest({ response: _, ...request }: ExplainRequest): Partial<PlaygroundRequest> {
  const origin = pageOrigin(request.origin)
  const { url = DEFAULT_URL, headers = {} } = request
  const given = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined))
  const absolute = parseUrl(url) ?? parseUrl(url, origin)
  return { ...given, origin, url: shareableUrl(absolute?.href ?? url), headers: shareableHeaders(headers) }
}

/** Of several lines of one name, one that needs a preflight counts. */
function shareableHeaders(fields: HeaderFields): Readonly<Record<string, string>> {
  const shared = new Map<string, string>()
  for (const [name, value] of toHeaderList(fields)) {
    if (!shared.has(name) || !isSafelistedRequestHeader(name, value)) shared.set(name, standInValue(name, value))
  }
  return Object.fromEntries(shared)
}
