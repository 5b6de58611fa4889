/**
 * Policies of all copies of this package in the process: an app and a library that it uses may each have installed
 * one. A copy takes another's policy as its own, and calls no more of it than `config`, `enforces`, `allows`, `decide`,
 * `answerFor` and, of a live one, `current`: change one of these, or what an `Answer` holds, and the number in the
 * name has to change too.
 *
 * A policy is known by identity. So no code of a value runs when it is looked at, no proxy passes for what it wraps,
 * and nothing that was read from a file can pose as a policy, which was checked when it was made.
 */
const COMPILED = Symbol.for('cors-policy.compiled-policies/v1')
const LIVE = Symbol.for('cors-policy.live-policies/v1')

export const compiledPolicies = sharedSet(COMPILED, globalThis)
export const livePolicies = sharedSet(LIVE, globalThis)

/** The set under that name, which the first copy makes. Where the global object takes none, each copy has its own. */
export function sharedSet(name: symbol, global: object): WeakSet<object> {
  const shared: unknown = Reflect.get(global, name)
  if (shared instanceof WeakSet) return shared
  const set = new WeakSet<object>()
  Reflect.defineProperty(global, name, { value: set })
  return set
}
