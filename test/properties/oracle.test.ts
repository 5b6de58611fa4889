import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { compilePolicy, type Decision } from '../../src/index.js'
import { CASES, property } from './check.js'
import { config, draft, factsOf } from './configs.js'
import { oracleAllows, oracleDecide } from './oracle.js'

/** How often each kind of decision was seen: a property that is never put to the test would pass as well. */
const seen = new Map<string, number>()

function count({ kind, reason }: Decision): void {
  const what = `${kind}, ${reason}`
  seen.set(what, (seen.get(what) ?? 0) + 1)
}

property(
  'a policy decides as the design says',
  fc.tuple(config, fc.array(draft, { minLength: 1, maxLength: 12 })),
  ([config, drafts]) => {
    const policy = compilePolicy(config)
    for (const draft of drafts) {
      const facts = factsOf(config, draft)
      const decision = policy.decide(facts)
      count(decision)
      assert.deepEqual({ config, facts, decision }, { config, facts, decision: oracleDecide(config, facts) })
      const allows = policy.allows(facts.origin)
      assert.deepEqual({ config, facts, allows }, { config, facts, allows: oracleAllows(config, facts.origin) })
      const withCookies = policy.allows(facts.origin, { credentials: true })
      assert.deepEqual([config, facts, withCookies], [config, facts, oracleAllows(config, facts.origin, true)])
    }
  },
)

t.test('the inputs led to decisions of every kind', async (t) => {
  const kinds = [
    'actual, any-origin',
    'actual, no-origin',
    'actual, origin-allowed',
    'actual, origin-malformed',
    'actual, origin-not-allowed',
    'actual, origin-null',
    'forbidden, no-origin',
    'forbidden, origin-malformed',
    'forbidden, origin-not-allowed',
    'preflight, any-origin',
    'preflight, origin-allowed',
    'preflight, origin-malformed',
    'preflight, origin-not-allowed',
  ]
  for (const kind of kinds) t.ok((seen.get(kind) ?? 0) >= CASES / 200, `${kind}: ${seen.get(kind) ?? 0}`)
})
