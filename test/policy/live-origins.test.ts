import t from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { type LivePolicy, livePolicy } from '../../src/policy/live-policy.js'
import type { RowSource } from '../../src/policy/row-load.js'
import { ROW_SET_TEXTS } from '../../src/text/rows.js'
import { Random } from '../config/fixtures/random.js'

const EMPTY: CorsConfig = { origins: [], credentials: true }
const A = 'https://a.example'
const B = 'https://b.example'
const C = 'https://c.example'

/** Which of some origins a policy allows, in their short names. */
function allowedBy(policy: LivePolicy, ...origins: readonly string[]): string {
  return origins.map((origin) => (policy.current.allows(origin) ? origin.charAt(8) : '-')).join('')
}

// A busy machine is not a failure.
t.setTimeout(300_000)

t.test('rows come and go, and the config stays', async (t) => {
  const policy = livePolicy({ origins: [A], credentials: true })
  t.equal(policy.origins.size, 0)
  t.equal(policy.origins.add(B), undefined)
  t.equal(policy.origins.add(B), undefined, 'twice is once')
  t.equal(policy.origins.size, 1)
  t.equal(allowedBy(policy, A, B, C), 'ab-')
  t.equal(policy.origins.delete(A), false, 'of the config, not a row')
  t.equal(policy.origins.delete(B), true)
  t.equal(policy.origins.delete(B), false)
  t.equal(allowedBy(policy, A, B, C), 'a--')
})

t.test('does not look up a text that is too long to be an origin', async (t) => {
  const policy = livePolicy(EMPTY)
  policy.origins.add(A)
  policy.origins.add('http://127.0.0.0/8', { patterns: true })
  t.notOk(policy.current.allows(`https://${'a'.repeat(1_000_000)}`))
  t.strictSame([policy.current.allows('http://127.0.0.7'), policy.current.allows('http://126.0.0.7')], [true, false])
})

t.test('the last origin can be removed', async (t) => {
  const policy = livePolicy(EMPTY)
  policy.origins.add(A)
  policy.origins.delete(A)
  t.equal(allowedBy(policy, A), '-')
  t.strictSame(policy.current.config, { ...EMPTY, origins: 'none' })
})

t.test('the config lists both layers, and compiles to the same policy', async (t) => {
  for (const own of [[], [A], [A, B]] as const) {
    for (const rows of [[], [B], [B, C], ['https://*.d.example']]) {
      const policy = livePolicy({ origins: own, credentials: true, maxAge: 7 })
      for (const row of rows) policy.origins.add(row, { patterns: true })
      const { config } = policy.current
      const expected = [...new Set<string>([...own, ...rows])]
      t.strictSame(config, { origins: expected.length === 0 ? 'none' : expected, credentials: true, maxAge: 7 })
      t.ok(Object.isFrozen(config) && Object.isFrozen(config.origins))
      t.equal(policy.current.config, config, 'made once')
      const compiled = compilePolicy(config)
      t.strictSame(compiled.config, config)
      for (const origin of [A, B, C, 'https://x.d.example', 'https://d.example']) {
        t.equal(compiled.allows(origin), policy.current.allows(origin))
        const facts = { method: 'GET', origin }
        t.strictSame(compiled.decide(facts), policy.current.decide(facts))
      }
    }
  }
})

t.test('current is a snapshot that later changes do not affect', async (t) => {
  const policy = livePolicy(EMPTY)
  policy.origins.add(A)
  policy.origins.add('https://*.p.example', { patterns: true })
  const before = policy.current
  t.equal(policy.current, before, 'the same until something changes')
  policy.origins.delete(A)
  policy.origins.delete('https://*.p.example')
  policy.origins.add(B)
  await policy.origins.set([C])
  policy.replace({ origins: ['https://r.example'] })
  t.not(policy.current, before)
  t.strictSame(
    [A, B, C, 'https://x.p.example', 'https://r.example'].map((origin) => before.allows(origin)),
    [true, false, false, true, false],
  )
  t.strictSame(before.config.origins, [A, 'https://*.p.example'])
  t.ok(Object.isFrozen(before))
})

t.test('a bad row is reported, never thrown, and changes nothing', async (t) => {
  const policy = livePolicy(EMPTY)
  policy.origins.add(A)
  const bad: readonly (readonly [unknown, string])[] = [
    ['https://B.example/', 'origin-not-canonical'],
    ['http://b.example', 'insecure-origin'],
    ['https://*.customer.com', 'row-pattern'],
    ['*', 'row-wildcard'],
    [undefined, 'row-type'],
    [{}, 'row-type'],
  ]
  for (const [row, code] of bad) t.equal(policy.origins.add(row as string)?.code, code)
  t.equal(policy.origins.add('https://*.customer.com', undefined)?.code, 'row-pattern')
  for (const row of [undefined, {}, 7]) t.equal(policy.origins.delete(row as string), false)
  t.equal(policy.origins.size, 1)
  t.strictSame(policy.current.config.origins, [A])
})

t.test('set: a bad row neither keeps a good one out nor a removed one in', async (t) => {
  const policy = livePolicy(EMPTY)
  await policy.origins.set([A, B])
  const change = await policy.origins.set([B, 'https://C.example/', C, C, null, '*'])
  t.match(change, { added: 1, removed: 1, refused: 3 })
  t.strictSame(
    change.problems.map(({ code, value }) => [code, value]),
    [
      ['origin-not-canonical', 'https://C.example/'],
      ['row-type', null],
      ['row-wildcard', '*'],
    ],
  )
  t.equal(allowedBy(policy, A, B, C), '-bc')
  t.match(await policy.origins.set(['https://*.p.example'], { patterns: true }), { added: 1, removed: 2, refused: 0 })
  t.ok(policy.current.allows('https://x.p.example'))
})

t.test('set accepts any iterable', async (t) => {
  async function* later() {
    yield A
    yield B
  }
  const sources: readonly RowSource[] = [
    [A, B],
    new Set([A, B]),
    new Map([
      [A, 1],
      [B, 2],
    ]).keys(),
    later(),
    Promise.resolve([A, B]),
    Promise.resolve(later()),
  ]
  for (const source of sources) {
    const policy = livePolicy(EMPTY)
    t.match(await policy.origins.set(source), { added: 2, removed: 0 })
    t.equal(allowedBy(policy, A, B, C), 'ab-')
  }
})

t.test('a failed set changes nothing', async (t) => {
  const failure = new Error('the source')
  const sources: readonly (readonly [unknown, object])[] = [
    [undefined, { name: 'TypeError', message: ROW_SET_TEXTS.notIterable(undefined) }],
    [null, { name: 'TypeError' }],
    [A, { name: 'TypeError' }],
    [{ length: 1, 0: A }, { name: 'TypeError' }],
    [Promise.resolve(7), { name: 'TypeError' }],
    [Promise.reject(failure), failure],
    [
      (function* () {
        yield B
        throw failure
      })(),
      failure,
    ],
    [
      (async function* () {
        yield B
        throw failure
      })(),
      failure,
    ],
  ]
  for (const [source, error] of sources) {
    const policy = livePolicy(EMPTY)
    policy.origins.add(A)
    t.match(await policy.origins.set(source as RowSource).catch((thrown: unknown) => thrown), error)
    t.equal(allowedBy(policy, A, B), 'a-')
    t.match(await policy.origins.set([B]), { added: 1, removed: 1 }, 'and the next one works')
  }
})

t.test('gives up a source that never ends', { timeout: 120_000 }, async (t) => {
  const policy = livePolicy(EMPTY)
  policy.origins.add(A)
  function* endless() {
    for (;;) yield '*'
  }
  await t.rejects(policy.origins.set(endless()), { name: 'RangeError' })
  t.equal(allowedBy(policy, A), 'a')
})

t.test('keeps the first thousand bad rows, and counts all of them', async (t) => {
  const policy = livePolicy(EMPTY)
  const rows = Array.from({ length: 3000 }, (_, i) => `no origin ${i}`)
  const { refused, problems } = await policy.origins.set(rows)
  t.strictSame([refused, problems.length], [3000, 1000])
})

t.test('changes made during a set win over it', async (t) => {
  const policy = livePolicy(EMPTY)
  await policy.origins.set([A, B])
  let answer: (rows: readonly string[]) => void = () => {}
  const running = policy.origins.set(
    new Promise<readonly string[]>((resolve) => {
      answer = resolve
    }),
  )
  policy.origins.delete(A)
  policy.origins.delete(C)
  policy.origins.add('https://d.example')
  answer([A, B, C])
  t.match(await running, { added: 0, removed: 0 }, 'those count for nothing')
  t.equal(allowedBy(policy, A, B, C, 'https://d.example'), '-b-d')
})

t.test('a later set wins over an earlier one that ends after it', async (t) => {
  const policy = livePolicy(EMPTY)
  let answer: (rows: readonly string[]) => void = () => {}
  const earlier = policy.origins.set(
    new Promise<readonly string[]>((resolve) => {
      answer = resolve
    }),
  )
  t.match(await policy.origins.set([B]), { added: 1 })
  answer([A])
  t.match(await earlier, { added: 0, removed: 0 })
  t.equal(allowedBy(policy, A, B), '-b')
})

t.test('an empty set is visible at once', async (t) => {
  const policy = livePolicy(EMPTY)
  policy.origins.add(A)
  const done = policy.origins.set([])
  t.equal(allowedBy(policy, A), '-')
  t.match(await done, { added: 0, removed: 1 })
})

t.test('rows are judged by the rules that hold when they are asked for', async (t) => {
  const INSECURE = 'http://a.example'
  const SUFFIX = 'https://*.github.io'
  const policy = livePolicy({ origins: [] })
  for (const row of [INSECURE, SUFFIX, 'http://10.0.0.0/8', A]) {
    t.equal(policy.origins.add(row, { patterns: true }), undefined)
  }
  const origins = [INSECURE, 'https://evil.github.io', 'http://10.0.0.1', A]
  const allowed = () => origins.map((origin) => policy.current.allows(origin))
  t.strictSame(allowed(), [true, true, true, true])
  const lax = policy.current
  policy.replace(EMPTY)
  t.strictSame(allowed(), [false, false, false, true], 'stricter')
  t.strictSame(policy.current.config.origins, [A])
  t.strictSame(compilePolicy(policy.current.config).config, policy.current.config)
  t.ok(lax.allows(INSECURE), 'a snapshot stays')
  policy.replace({ ...EMPTY, dangerouslyAllowInsecureOrigins: true })
  t.strictSame(allowed(), [true, false, true, true], 'some of it')
  policy.replace({ origins: [] })
  t.strictSame(allowed(), [true, true, true, true], 'as lax as at first')
  t.equal(policy.origins.size, 4)
})

t.test('the config says none while every row is forbidden', async (t) => {
  const policy = livePolicy({ origins: [] })
  policy.origins.add('http://a.example')
  t.strictSame(policy.current.config, { origins: ['http://a.example'] })
  policy.replace(EMPTY)
  t.strictSame(policy.current.config, { ...EMPTY, origins: 'none' })
  t.strictSame(compilePolicy(policy.current.config).config, policy.current.config)
  policy.replace({ origins: [] })
  t.strictSame(policy.current.config, { origins: ['http://a.example'] })
})

t.test('a row is reported as unused while every origin is allowed', async (t) => {
  const policy = livePolicy({ origins: [A] })
  policy.origins.add(B)
  policy.replace({ origins: '*' })
  t.equal(policy.origins.add(C)?.code, 'row-unused')
  t.match(await policy.origins.set([C]), { refused: 1, problems: [{ code: 'row-unused' }] })
  t.strictSame(policy.current.config, { origins: '*' })
  t.ok(policy.current.allows('https://any.example'))
})

t.test('replace keeps the rows, and a bad config changes neither layer', async (t) => {
  const policy = livePolicy(EMPTY)
  policy.origins.add(A)
  policy.replace({ origins: [B] })
  t.equal(allowedBy(policy, A, B), 'ab')
  t.equal(policy.current.decide({ method: 'GET', origin: A }).headers['Access-Control-Allow-Credentials'], undefined)
  t.throws(() => policy.replace({ origins: ['https://c.example/'] }))
  t.equal(allowedBy(policy, A, B, C), 'ab-')
  policy.replace({ origins: 'none' } as unknown as CorsConfig)
  t.equal(allowedBy(policy, A, B), 'a-')
})

t.test('any interleaving of changes: each counts from its call, and the last one wins', async (t) => {
  const random = new Random(11)
  const pool = Array.from({ length: 12 }, (_, i) => `https://${i}.example`)
  for (let round = 0; round < 150; round++) {
    const policy = livePolicy(EMPTY)
    /** What the last change that concerns an origin said, and whether it was one that takes time. */
    const last = new Map<string, { allowed: boolean; sure: boolean }>(
      pool.map((origin) => [origin, { allowed: false, sure: true }]),
    )
    const running: Promise<unknown>[] = []
    for (let i = 0; i < 40; i++) {
      const origin = random.pick(pool)
      switch (random.below(6)) {
        case 0:
        case 1:
          policy.origins.add(origin)
          last.set(origin, { allowed: true, sure: true })
          break
        case 2:
        case 3:
          policy.origins.delete(origin)
          last.set(origin, { allowed: false, sure: true })
          break
        case 4: {
          const rows = pool.filter(() => random.once(2))
          running.push(policy.origins.set(slowly(rows, random)))
          for (const each of pool) last.set(each, { allowed: rows.includes(each), sure: false })
          break
        }
        default:
          await (random.once(2) ? undefined : new Promise((resolve) => setImmediate(resolve)))
      }
      for (const [each, { allowed, sure }] of last) {
        if (sure && policy.current.allows(each) !== allowed) t.fail(`round ${round}, step ${i}: ${each}`)
      }
    }
    await Promise.all(running)
    for (const [each, { allowed }] of last) {
      if (policy.current.allows(each) !== allowed) t.fail(`round ${round}, at the end: ${each}`)
    }
    t.equal(policy.origins.size, [...last.values()].filter(({ allowed }) => allowed).length, `round ${round}`)
  }
})

/** Rows that come in one of several ways, with pauses in between. */
function slowly(rows: readonly string[], random: Random): RowSource {
  if (random.once(4)) return rows
  const turns = rows.map(() => random.below(3))
  return (async function* () {
    for (const [i, row] of rows.entries()) {
      if (turns[i] === 0) await new Promise((resolve) => setImmediate(resolve))
      if (turns[i] === 1) await undefined
      yield row
    }
  })()
}

t.test('set pauses, and applies the changes made during a pause', async (t) => {
  // Each look at the clock ends a slice.
  let now = 0
  t.intercept(performance, 'now', { value: () => (now += 10), configurable: true })
  const policy = livePolicy(EMPTY)
  policy.origins.add('https://old.example')
  const rows = Array.from({ length: 20 }, (_, i) => `https://${i}.example`)
  let visible = false
  const running = policy.origins.set(rows).then((change) => {
    visible = true
    return change
  })
  // More than are caught up with in one go.
  for (let i = 0; i < 2500; i++) policy.origins.add(`https://many-${i}.example`)
  for (let i = 0; !visible; i++) {
    policy.origins.delete(`https://${i % 20}.example`)
    policy.origins.add(`https://new-${i % 5}.example`)
    if (!visible) t.ok(policy.current.allows('https://old.example') || policy.origins.size > 0)
    await new Promise((resolve) => setTimeout(resolve, 2))
    if (i > 2000) throw new Error('never ends')
  }
  t.match(await running, { added: Number, removed: 1 })
  t.notOk(policy.current.allows('https://old.example'))
  t.notOk(policy.current.allows('https://0.example'))
  t.ok(policy.current.allows('https://new-0.example'))
})
