import t from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { CompiledPolicy } from '../../src/policy/compiled-policy.js'
import { livePolicy } from '../../src/policy/live-policy.js'
import { compileProperties, isPolicy, policySource, readPolicyInput } from '../../src/policy/policy-input.js'
import { problemsAddedBy, problemsOf, rowsOf } from '../config/fixtures/problem-rows.js'

const CONFIG: CorsConfig = { origins: ['https://a.com'] }

t.test('a config is compiled', async (t) => {
  const source = policySource(CONFIG)
  t.ok(source.current instanceof CompiledPolicy)
  t.strictSame(source.current.config, CONFIG)
  t.ok(Object.isFrozen(source))
})

t.test('a compiled policy is used unchanged', async (t) => {
  const policy = compilePolicy(CONFIG)
  t.equal(policySource(policy).current, policy)
})

t.test('a live policy stays live', async (t) => {
  const live = livePolicy(CONFIG)
  const source = policySource(live)
  t.equal(source.current, live.current)
  const replaced = live.replace({ origins: ['https://b.com'] })
  t.equal(source.current, replaced)
  t.ok(source.current instanceof CompiledPolicy)
})

t.test('anything else is a config with problems', async (t) => {
  const { proxy: revoked, revoke } = Proxy.revocable({}, {})
  revoke()
  const lookalike = { config: CONFIG, allows: () => true, decide: () => ({}) }
  const rows: readonly (readonly [input: unknown, codes: readonly string[]])[] = [
    [undefined, ['wrong-type']],
    ['https://a.com', ['wrong-type']],
    [[], ['wrong-type']],
    [{}, ['origins-missing']],
    [lookalike, ['unknown-option', 'unknown-option', 'unknown-option', 'origins-missing']],
    // A proxy would fail at the first request: it has none of a policy's private fields.
    [new Proxy(compilePolicy(CONFIG), {}), ['wrong-type']],
    [new Proxy(livePolicy(CONFIG), {}), ['wrong-type']],
    [Object.create(compilePolicy(CONFIG)), ['wrong-type']],
    [revoked, ['wrong-type']],
  ]
  for (const [input, codes] of rows) {
    t.strictSame(
      problemsOf(() => policySource(input as CorsConfig)).map(({ code }) => code),
      codes,
    )
  }
})

t.test('problems of an input are reported under the path of the list, and nothing throws', async (t) => {
  const problems = problemsAddedBy((list) => {
    t.equal(readPolicyInput({ origins: [] }, list.under('policies.a')), undefined)
    t.equal(readPolicyInput(1, list.under('policies.b')), undefined)
    t.strictSame(readPolicyInput(CONFIG, list.under('policies.c'))?.current.config, CONFIG)
  })
  t.strictSame(rowsOf(problems), [
    ['origins-missing', 'policies.a.origins', []],
    ['wrong-type', 'policies.b', 1],
  ])
})

t.test('properties that were read before are compiled', async (t) => {
  const problems = problemsAddedBy((list) => {
    t.strictSame(compileProperties(new Map(Object.entries(CONFIG)), list)?.current.config, CONFIG)
    t.equal(compileProperties(new Map(), list), undefined)
  })
  t.strictSame(rowsOf(problems), [['origins-missing', 'origins', undefined]])
})

t.test('recognises policies, and nothing else', async (t) => {
  for (const policy of [compilePolicy(CONFIG), livePolicy(CONFIG)]) t.equal(isPolicy(policy), true)
  for (const value of [undefined, null, CONFIG, 'policy', () => CONFIG, { current: compilePolicy(CONFIG) }]) {
    t.equal(isPolicy(value), false)
  }
})
