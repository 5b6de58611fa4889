import t from 'tap'
import { CorsConfigError } from '../../src/config/problems.js'
import type { CorsConfig } from '../../src/config/types.js'
import { LivePolicy, livePolicy } from '../../src/policy/live-policy.js'
import { problemsOf } from '../config/fixtures/problem-rows.js'

const A: CorsConfig = { origins: ['https://a.com'] }
const B: CorsConfig = { origins: ['https://b.com'] }

t.test('holds the policy of its config', async (t) => {
  const live = livePolicy(A)
  t.ok(live instanceof LivePolicy)
  t.strictSame(live.current.config, A)
  t.equal(live.current, live.current)
})

t.test('a bad config throws instead of making a live policy', async (t) => {
  t.throws(() => livePolicy({ origins: ['https://a.com/'] }), CorsConfigError)
})

t.test('replaces its policy as a whole, and the one before stays what it was', async (t) => {
  const live = livePolicy(A)
  const before = live.current
  const after = live.replace(B)
  t.equal(live.current, after)
  t.not(after, before)
  t.strictSame([before.allows('https://a.com'), before.allows('https://b.com')], [true, false])
  t.strictSame([after.allows('https://a.com'), after.allows('https://b.com')], [false, true])
})

t.test('a bad config changes nothing', async (t) => {
  const live = livePolicy(A)
  const before = live.current
  const bad: readonly unknown[] = [
    undefined,
    {},
    { origins: '' },
    { origins: ['https://b.com', 'null'] },
    { ...B, maxAge: -1 },
    { ...B, cookies: true },
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('a trap')
        },
      },
    ),
  ]
  for (const config of bad) {
    t.not(problemsOf(() => live.replace(config as CorsConfig)).length, 0)
    t.equal(live.current, before)
  }
})

t.test('current is read-only', async (t) => {
  const live = livePolicy(A)
  t.throws(() => Object.assign(live, { current: livePolicy(B).current }), TypeError)
  t.strictSame(live.current.config, A)
})
