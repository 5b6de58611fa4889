import { shared } from './shared.js'

/**
 * Policies of all copies of this package in the process: an app and one of its libraries may each have installed one.
 * A copy takes another's policy as its own, and calls no more of it than `config`, `enforces`, `mentionsEnforce`, `isOpen`,
 * `allows`, `mayWrite`, `depthOf`, `decide`, `answerFor` and, of a live one, `current`: change one of these, or what an
 * `Answer` holds, and the number in the name has to change too.
 *
 * A policy is known by identity. So the check runs no code of the value, a proxy of a policy is not a policy, and
 * nothing that was read from a file can pose as one.
 */
export const compiledPolicies = shared('cors-policy.compiled-policies/v1', isWeakSet, makeWeakSet)
export const livePolicies = shared('cors-policy.live-policies/v1', isWeakSet, makeWeakSet)

function isWeakSet(value: unknown): value is WeakSet<object> {
  return value instanceof WeakSet
}

function makeWeakSet(): WeakSet<object> {
  return new WeakSet()
}
