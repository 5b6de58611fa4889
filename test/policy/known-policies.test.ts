import t from 'tap'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { compiledPolicies, livePolicies } from '../../src/policy/known-policies.js'
import { livePolicy } from '../../src/policy/live-policy.js'

t.test('knows compiled and live policies', async (t) => {
  const compiled = compilePolicy({ origins: '*' })
  const live = livePolicy({ origins: '*' })
  t.strictSame([compiledPolicies.has(compiled), livePolicies.has(compiled)], [true, false])
  t.strictSame([compiledPolicies.has(live), livePolicies.has(live)], [false, true])
  t.ok(compiledPolicies.has(live.current))
  t.ok(compiledPolicies.has(live.replace({ origins: ['https://a.com'] })))
})

t.test('all copies of the package share them', async (t) => {
  t.equal(Reflect.get(globalThis, Symbol.for('cors-policy.compiled-policies/v1')), compiledPolicies)
  t.equal(Reflect.get(globalThis, Symbol.for('cors-policy.live-policies/v1')), livePolicies)
})
