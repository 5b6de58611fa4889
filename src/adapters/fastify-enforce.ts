import type { IncomingMessage } from 'node:http'
import type { CompiledPolicy } from '../policy/compiled-policy.js'
import { isCrossOriginWrite } from '../policy/enforce.js'
import type { PolicySource } from '../policy/policy-input.js'
import { factsOf } from './node-request.js'

/**
 * The policy of a scope with `enforce` that refuses a request which the route's own policy accepts. It covers routes
 * without CORS, and routes whose own policy does not mention `enforce`. On the latter the origins of the route's policy
 * may write. If that policy lets everybody read, the origins of the scope may write.
 *
 * @param own the route's policy, undefined if it has none
 * @param scopes the policies of the scopes around it, innermost first, `own` not among them
 * @param choose tells the policy of a scope for this request
 */
export function forbiddenBy(
  request: IncomingMessage,
  own: CompiledPolicy | undefined,
  scopes: readonly PolicySource[],
  choose: (source: PolicySource) => CompiledPolicy,
): CompiledPolicy | undefined {
  if (scopes.length === 0 || (own !== undefined && mentionsEnforce(own))) return undefined
  const scope = firstThat(mentionsEnforce, scopes, choose)
  if (scope?.enforces !== true) return undefined
  const policy = own === undefined || own.isOpen ? scope : own
  return isForeignWrite(request) && !policy.mayWrite(request.headers.origin) ? policy : undefined
}

/** Asks for no more policies than it needs: a function that chooses one is called once per request. */
function firstThat(
  accepts: (policy: CompiledPolicy) => boolean,
  sources: readonly PolicySource[],
  choose: (source: PolicySource) => CompiledPolicy,
): CompiledPolicy | undefined {
  for (const source of sources) {
    const policy = choose(source)
    if (accepts(policy)) return policy
  }
  return undefined
}

/** Whether a browser sends the request for a page of another origin, and it may change something. */
export function isForeignWrite(request: IncomingMessage): boolean {
  const { method, origin, fetchSite, host } = factsOf(request)
  return isCrossOriginWrite(method, origin, fetchSite, host)
}

function mentionsEnforce(policy: CompiledPolicy): boolean {
  return policy.mentionsEnforce
}
