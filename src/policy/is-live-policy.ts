import { livePolicies } from './known-policies.js'
import type { LivePolicy } from './live-policy.js'

/**
 * Whether it is a live policy, of this copy of the package or of another. Apart from the class, which an adapter does
 * not need: it takes policies that somebody else has made.
 */
export function isLivePolicy(value: unknown): value is LivePolicy {
  return livePolicies.has(value as object)
}
