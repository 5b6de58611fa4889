import { runInNewContext } from 'node:vm'
import t from 'tap'
import { chooserSource, type PolicyChooser, policyFor } from '../../src/policy/chooser.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { livePolicy } from '../../src/policy/live-policy.js'
import { adapterSource } from '../../src/policy/policy-input.js'
import { CHOOSER_TEXTS } from '../../src/text/chooser.js'

const A = compilePolicy({ origins: ['https://a.example'] })
const CLOSED = { origins: 'none', enforce: true }

t.test('a request gets the policy that the chooser returns', async (t) => {
  const live = livePolicy({ origins: ['https://b.example'] })
  const seen: unknown[] = []
  const source = adapterSource((request: unknown) => {
    seen.push(request)
    return request === 'a' ? A : live
  })
  t.ok(Object.isFrozen(source))
  t.equal(policyFor(source, 'a'), A)
  t.equal(policyFor(source, 'b'), live.current)
  t.strictSame(seen, ['a', 'b'], 'once per request')
  live.origins.add('https://c.example')
  t.ok(policyFor(source, 'b').allows('https://c.example'), 'live')
  t.equal(policyFor(adapterSource(A), 'anything'), A, 'no chooser')
})

t.test('undefined lets no other origin read or write, and nothing is logged', async (t) => {
  const logged: unknown[] = []
  const policy = policyFor(
    chooserSource(() => undefined),
    1,
    (...message) => logged.push(message),
  )
  t.strictSame(policy.config, CLOSED)
  const headers = { origin: 'https://a.example', fetchSite: 'cross-site' }
  t.match(policy.decide({ method: 'POST', ...headers }), { kind: 'forbidden', status: 403, headers: {} })
  t.match(policy.decide({ method: 'GET', ...headers }), { kind: 'actual', headers: {} })
  t.match(policy.decide({ method: 'OPTIONS', requestMethod: 'GET', ...headers }), { kind: 'preflight', status: 403 })
  t.strictSame(logged, [])
})

t.test('whatever else it does, nothing is allowed, and that is logged once a minute', async (t) => {
  const failures: readonly (readonly [() => unknown, RegExp])[] = [
    [
      () => {
        throw new Error('no tenant')
      },
      /^no tenant$/,
    ],
    [() => null, /returned null/],
    [() => 'a policy', /returned "a policy"/],
    [() => ({ origins: '*' }), /returned an object/],
    [() => () => A, /returned a function/],
    [() => new Proxy(A, {}), /returned an object/],
    [async () => A, /returned a promise. It must not be async/],
    // A rejection that nobody handles would end the process.
    [() => Promise.reject(new Error('late')), /returned a promise/],
    [() => runInNewContext("Promise.reject(new Error('late'))"), /returned a promise/],
    [() => runInNewContext('(async () => {})()'), /returned a promise/],
    // As the queries of some database clients are.
    [() => runInNewContext("({ then: (_, reject) => reject(new Error('late')) })"), /returned a promise/],
    [() => runInNewContext("({ then: 'a word' })"), /returned an object/],
    [() => runInNewContext("({ get then() { throw new Error('no promise') } })"), /^no promise$/],
  ]
  for (const [chooser, message] of failures) {
    let now = 1_000_000
    t.intercept(Date, 'now', { value: () => now, configurable: true })
    const logged: [string, Error][] = []
    const source = chooserSource(chooser as PolicyChooser<unknown>)
    const ask = () => policyFor(source, 1, (text, error) => logged.push([text, error as Error]))
    for (let i = 0; i < 3; i++) t.strictSame(ask().config, CLOSED)
    t.equal(logged.length, 1)
    t.equal(logged[0]?.[0], CHOOSER_TEXTS.failed)
    t.match(logged[0]?.[1].message, message)
    now += 60_000
    ask()
    t.equal(logged.length, 2)
  }
})

t.test('without a log of its own, it uses the console', async (t) => {
  const { args } = t.capture(console, 'error')
  policyFor(
    chooserSource(() => JSON.parse('{')),
    1,
  )
  t.equal(args().length, 1)
})

t.test('the policy of a request that the chooser does not know', async (t) => {
  t.strictSame(chooserSource(() => A).current.config, CLOSED)
})
