import t from 'tap'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { compiledPolicies, livePolicies, sharedSet } from '../../src/policy/known-policies.js'
import { livePolicy } from '../../src/policy/live-policy.js'

t.test('policies are known, each as what it is', async (t) => {
  const compiled = compilePolicy({ origins: '*' })
  const live = livePolicy({ origins: '*' })
  t.strictSame([compiledPolicies.has(compiled), livePolicies.has(compiled)], [true, false])
  t.strictSame([compiledPolicies.has(live), livePolicies.has(live)], [false, true])
  t.ok(compiledPolicies.has(live.current))
  t.ok(compiledPolicies.has(live.replace({ origins: ['https://a.com'] })))
})

t.test('one set for all copies', async (t) => {
  const name = Symbol('test')
  const global = {}
  const set = sharedSet(name, global)
  t.equal(sharedSet(name, global), set)
  t.strictSame(Object.getOwnPropertyDescriptor(global, name), {
    value: set,
    writable: false,
    enumerable: false,
    configurable: false,
  })
  t.equal(sharedSet(Symbol.for('cors-policy.compiled-policies/v1'), globalThis), compiledPolicies)
  t.equal(sharedSet(Symbol.for('cors-policy.live-policies/v1'), globalThis), livePolicies)
})

t.test('a set for each copy, where the global object takes none or holds something else', async (t) => {
  const name = Symbol('test')
  for (const global of [Object.freeze({}), Object.freeze({ [name]: { has: () => true } })]) {
    const set = sharedSet(name, global)
    t.ok(set instanceof WeakSet)
    t.not(sharedSet(name, global), set)
  }
})
