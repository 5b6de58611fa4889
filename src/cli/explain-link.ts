import { shareableUrl } from '../doctor/share-text.js'
import { DEFAULT_URL, type ExplainRequest } from '../explain/explain.js'
import { isForbiddenRequestHeader } from '../fetch-model/forbidden-request-header.js'
import { type HeaderFields, toHeaderList } from '../fetch-model/header-list.js'
import { pageOrigin } from '../fetch-model/page-origin.js'
import { isSafelistedRequestHeader } from '../fetch-model/safelisted-request-header.js'
import { INVALID_VALUE, standInValue } from '../fetch-model/stand-in-value.js'
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

/** Of several lines of one name, the one that decides what becomes of the request. */
function shareableHeaders(fields: HeaderFields): Readonly<Record<string, string>> {
  const kept = new Map<string, string>()
  for (const [name, value] of toHeaderList(fields)) {
    const line = [name, standInValue(name, value)] as const
    if (weightOf(line) >= weightOf([name, kept.get(name) ?? line[1]])) kept.set(...line)
  }
  return Object.fromEntries(kept)
}

/** Browsers drop a forbidden line, send a safelisted one, ask for any other, and fail at one that is invalid. */
function weightOf([name, value]: readonly [name: string, value: string]): number {
  if (value === INVALID_VALUE) return 3
  if (isForbiddenRequestHeader(name, value)) return 0
  return isSafelistedRequestHeader(name, value) ? 1 : 2
}
