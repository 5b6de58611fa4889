import assert from 'node:assert/strict'
import fc from 'fast-check'
import { compilePolicy, livePolicy, parseConfig } from '../../src/index.js'
import { property } from './check.js'
import { config, draft, factsOf } from './configs.js'

property(
  'to compile the config of a policy gives the same config, and the same decisions',
  fc.tuple(config, fc.array(draft, { maxLength: 6 })),
  ([config, drafts]) => {
    const policy = compilePolicy(config)
    const again = [
      compilePolicy(policy.config),
      compilePolicy(parseConfig(JSON.parse(JSON.stringify(policy.config)))),
      livePolicy(policy.config).current,
    ]
    for (const other of again) {
      assert.deepEqual(other.config, policy.config)
      for (const draft of drafts) {
        const facts = factsOf(config, draft)
        assert.deepEqual(other.decide(facts), policy.decide(facts))
        assert.equal(other.allows(facts.origin), policy.allows(facts.origin))
      }
    }
    assertFrozen(policy.config)
  },
)

function assertFrozen(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  assert.ok(Object.isFrozen(value))
  for (const part of Object.values(value)) assertFrozen(part)
}
