import { setTimeout as wait } from 'node:timers/promises'
import t, { type Test } from 'tap'
import type { OriginRowProblem } from '../../src/config/origin-row.js'
import { type LivePolicy, livePolicy } from '../../src/policy/live-policy.js'
import { CorsSyncError, type FollowOptions, followOrigins, type OriginSource } from '../../src/sync/index.js'
import { SYNC_LOG } from '../../src/text/sync.js'
import { expectNoCrash } from '../support/crashes.js'
import { FakeSource, gate } from './fake-source.js'
import { until } from './until.js'

const A = 'https://a.example'
const B = 'https://b.example'
const OWN = 'https://own.example'

function makePolicy(): LivePolicy {
  return livePolicy({ origins: [OWN], credentials: true })
}

function allowedBy(policy: LivePolicy, ...origins: readonly string[]): string {
  return origins.map((origin) => (policy.current.allows(origin) ? origin.charAt(8) : '-')).join('')
}

async function follow(t: Test, source: OriginSource, options: FollowOptions = {}) {
  const policy = makePolicy()
  const errors: unknown[] = []
  const problems: OriginRowProblem[] = []
  const following = await followOrigins(policy, source, {
    onError: (error) => errors.push(error),
    onProblem: (problem) => problems.push(problem),
    ...options,
  })
  t.teardown(() => following.close())
  return { policy, following, errors, problems }
}

t.test('starts to listen before it loads all rows', async (t) => {
  const source = new FakeSource()
  source.rows.add(A)
  const before = Date.now()
  const { policy, following } = await follow(t, source)
  t.strictSame(source.asked, ['changes', 'load'])
  t.equal(allowedBy(policy, A, B, OWN), 'a-o')
  const { loadedAt, ...status } = following.status
  t.ok(loadedAt >= before && loadedAt <= Date.now())
  t.strictSame(status, { staleSince: undefined, size: 1, problems: [] })
  t.ok(Object.isFrozen(following.status) && Object.isFrozen(following.status.problems))
})

t.test('an announcement is a hint: the source is asked about what it names, and about nothing else', async (t) => {
  const source = new FakeSource()
  source.rows.add(A)
  const { policy } = await follow(t, source)
  source.rows.add(B)
  source.announce(`  ${B}\n${B}\t`)
  await until(() => policy.current.allows(B), 'added')
  source.rows.delete(A)
  source.announce(A)
  await until(() => !policy.current.allows(A), 'deleted')
  source.announce('https://evil.example *')
  await until(() => source.count('check') === 3, 'asked')
  await wait(20)
  t.equal(allowedBy(policy, A, B, 'https://evil.example'), '-b-')
  t.strictSame(source.asked.slice(2), [`check ${B}`, `check ${A}`, 'check https://evil.example *'])
})

t.test('an answer counts only for the rows that were asked about', async (t) => {
  const source = new FakeSource()
  source.check = async () => [B, 'https://evil.example', null, {}]
  const { policy } = await follow(t, source)
  source.announce(`${A} ${B}`)
  await until(() => policy.current.allows(B), 'added')
  t.equal(allowedBy(policy, A, 'https://evil.example'), '--')
})

t.test('an announcement without names causes a full load', async (t) => {
  const source = new FakeSource()
  const { policy } = await follow(t, source)
  const texts = ['', ' \n', 'x'.repeat(10_000), 'https://a.example '.repeat(1001)]
  for (const [i, text] of texts.entries()) {
    source.rows.add(`https://${i}.example`)
    source.announce(text)
    await until(() => policy.current.allows(`https://${i}.example`), text.slice(0, 20))
  }
  source.announce(7 as unknown as string)
  await until(() => source.count('load') === 1 + texts.length + 1, 'not a text')
  t.equal(source.count('check'), 0)
})

t.test('without check, every announcement causes a full load', async (t) => {
  const { rows, load, changes, ...rest } = new FakeSource()
  t.ok(rest)
  const fake = new FakeSource()
  const { policy } = await follow(t, { load: () => fake.load(), changes: () => fake.changes() })
  fake.rows.add(A)
  fake.announce(A)
  await until(() => policy.current.allows(A), 'loaded')
  t.strictSame([rows.size, load, changes], [0, load, changes])
})

t.test('a source that announces nothing is loaded at intervals', async (t) => {
  const fake = new FakeSource()
  const { policy } = await follow(t, { load: () => fake.load() }, { every: 5 })
  fake.rows.add(A)
  await until(() => policy.current.allows(A), 'loaded')
})

t.test('full loads are coalesced: one runs, one waits', async (t) => {
  const source = new FakeSource()
  const { policy } = await follow(t, source)
  const { promise, open } = gate()
  source.gate = promise
  for (let i = 0; i < 50; i++) source.announce('')
  await until(() => source.count('load') === 2, 'one runs')
  for (let i = 0; i < 50; i++) source.announce('')
  source.rows.add(A)
  await wait(20)
  t.equal(source.count('load'), 2)
  open()
  await until(() => policy.current.allows(A), 'the one that waits sees what has changed since')
  await wait(50)
  t.equal(source.count('load'), 3)
})

t.test('announcements during the first load are not lost', async (t) => {
  const source = new FakeSource()
  const { promise, open } = gate()
  const load = source.load.bind(source)
  let first = true
  source.load = async () => {
    const rows = await load()
    if (first) await promise
    first = false
    return rows
  }
  const started = follow(t, source)
  await until(() => source.count('load') === 1, 'it runs')
  source.rows.add(A)
  source.rows.add(B)
  source.announce(A)
  source.announce('')
  await until(() => source.count('check') === 1, 'asked at once')
  open()
  const { policy } = await started
  await until(() => policy.current.allows(A), 'asked again after the load')
  await until(() => policy.current.allows(B), 'loaded again')
})

t.test('what is revoked while a full load is on its way stays revoked', async (t) => {
  const source = new FakeSource()
  source.rows.add(A)
  source.rows.add(B)
  const { policy } = await follow(t, source)
  const { promise, open } = gate()
  source.gate = promise
  source.announce('')
  await until(() => source.count('load') === 2, 'the load has read the rows')
  source.gate = undefined
  source.rows.delete(A)
  source.announce(A)
  await until(() => !policy.current.allows(A), 'revoked')
  let seen = false
  open()
  for (let i = 0; i < 20; i++) {
    seen ||= policy.current.allows(A)
    await wait(1)
  }
  t.notOk(seen, 'the rows that were read before do not bring it back')
  t.ok(policy.current.allows(B))
})

t.test('a check that overlaps a full load is repeated', async (t) => {
  const source = new FakeSource()
  source.rows.add(A)
  const { policy } = await follow(t, source)
  const { promise, open } = gate()
  source.gate = promise
  source.announce(A)
  await until(() => source.count('check') === 1, 'the check has read the row')
  source.gate = undefined
  source.rows.delete(A)
  source.announce('')
  await until(() => !policy.current.allows(A), 'the load is visible')
  let seen = false
  open()
  for (let i = 0; i < 20; i++) {
    seen ||= policy.current.allows(A)
    await wait(1)
  }
  t.notOk(seen)
  t.equal(source.count('check'), 2)
})

t.test('very many names at once cause a full load', async (t) => {
  const source = new FakeSource()
  const { policy } = await follow(t, source)
  const { promise, open } = gate()
  source.gate = promise
  source.announce(A)
  await until(() => source.count('check') === 1, 'one check')
  for (let i = 0; i < 12; i++) {
    source.announce(Array.from({ length: 1000 }, (_, j) => `h${i}.${j}`).join(' '))
  }
  source.gate = undefined
  await until(() => source.count('load') === 2, 'a load')
  source.rows.add(B)
  source.announce(B)
  open()
  await until(() => policy.current.allows(B), 'and it goes on')
})

t.test('a lost connection always leads to a full load, and until then the rows stay', async (t) => {
  const source = new FakeSource()
  source.rows.add(A)
  const { policy, following, errors } = await follow(t, source)
  const before = Date.now()
  source.failure = new Error('down')
  source.cut()
  await until(() => errors.length === 3, 'it is tried again')
  t.match(errors, [{ message: 'cut' }, { message: 'down' }, { message: 'down' }])
  const { staleSince } = following.status
  t.ok(Number(staleSince) >= before && Number(staleSince) <= Date.now())
  t.equal(allowedBy(policy, A, OWN), 'ao')
  source.rows.delete(A)
  source.failure = undefined
  await until(() => following.status.staleSince === undefined, 'found again')
  t.equal(allowedBy(policy, A, OWN), '-o')
})

t.test('whatever fails, the next session begins with a full load', async (t) => {
  const failing: readonly ((source: FakeSource) => void)[] = [
    (source) => source.cut(),
    (source) => {
      source.failure = new Error('check')
      source.announce(A)
    },
    (source) => {
      source.failure = new Error('load')
      source.announce('')
    },
  ]
  for (const fail of failing) {
    const source = new FakeSource()
    const { policy, errors } = await follow(t, source)
    fail(source)
    await until(() => errors.length > 0, 'it has failed')
    source.failure = undefined
    source.rows.add(B)
    await until(() => policy.current.allows(B), 'loaded')
    t.match(source.asked.slice(-2), ['changes', 'load'])
  }
})

t.test('an iteration that ends is a lost connection', async (t) => {
  const fake = new FakeSource()
  async function* once() {
    yield ''
  }
  const { errors } = await follow(t, { load: () => fake.load(), changes: once })
  await until(() => errors.length > 1, 'told')
  t.match(errors[0], { name: 'CorsSyncError', fault: { code: 'changes-ended' } })
})

t.test('after maxStale no row is allowed, and the config still is', async (t) => {
  const source = new FakeSource()
  source.rows.add(A)
  const { policy, following } = await follow(t, source, { maxStale: 300 })
  source.failure = new Error('down')
  source.cut()
  await until(() => following.status.staleSince !== undefined, 'lost')
  t.equal(allowedBy(policy, A, OWN), 'ao', 'not at once')
  await until(() => !policy.current.allows(A), 'given up')
  t.ok(Date.now() - Number(following.status.staleSince) >= 290)
  t.equal(allowedBy(policy, A, OWN), '-o')
  t.equal(following.status.size, 0)
  source.failure = undefined
  await until(() => policy.current.allows(A), 'found again')
  t.equal(following.status.staleSince, undefined)
})

t.test('a load that is still running at maxStale is repeated', async (t) => {
  const source = new FakeSource()
  source.rows.add(A)
  const { policy, following } = await follow(t, source, { maxStale: 200 })
  const { promise, open } = gate()
  const load = source.load.bind(source)
  source.load = async () => {
    const rows = await load()
    await promise
    return rows
  }
  source.cut()
  await until(() => source.count('load') === 2, 'the rows are on their way')
  await until(() => !policy.current.allows(A), 'given up')
  open()
  await until(() => policy.current.allows(A), 'loaded')
  t.equal(following.status.staleSince, undefined)
})

t.test('a long session resets the count of failures', async (t) => {
  let later = 0
  const now = performance.now.bind(performance)
  t.intercept(performance, 'now', { value: () => now() + later, configurable: true })
  const source = new FakeSource()
  const { following, errors } = await follow(t, source)
  for (let i = 1; i <= 8; i++) {
    source.cut()
    await until(() => errors.length === i && following.status.staleSince === undefined, 'found again')
    later += 20_000
  }
  t.pass('eight times, and never a long pause')
})

t.test('a connection that comes back in time keeps the rows', async (t) => {
  const source = new FakeSource()
  source.rows.add(A)
  const { policy, following } = await follow(t, source, { maxStale: 400 })
  source.cut()
  await until(() => following.status.staleSince !== undefined, 'lost')
  await until(() => following.status.staleSince === undefined, 'found again')
  await wait(500)
  t.ok(policy.current.allows(A))
})

t.test('bad rows are reported once, and do not affect others', async (t) => {
  const source = new FakeSource()
  for (const row of [A, 'https://Typo.example/', 7, null, 'http://plain.example']) source.rows.add(row)
  const { policy, following, problems } = await follow(t, source, { every: 10 })
  await until(() => source.count('load') > 3, 'several loads')
  const codes = ['origin-not-canonical', 'row-type', 'row-type', 'insecure-origin']
  t.strictSame(
    problems.map(({ code }) => code),
    codes,
  )
  t.match(problems[0], { value: 'https://Typo.example/', suggestion: 'https://typo.example' })
  t.strictSame(
    following.status.problems.map(({ code }) => code),
    codes,
  )
  t.equal(allowedBy(policy, A), 'a')
})

t.test('an announced bad row is reported once until it is removed', async (t) => {
  const source = new FakeSource()
  const { following, problems } = await follow(t, source)
  const typo = 'https://Typo.example/'
  source.rows.add(typo)
  for (let i = 1; i <= 2; i++) {
    source.announce(typo)
    await until(() => source.count('check') === i, 'asked')
  }
  await until(() => following.status.problems.length === 1, 'reported')
  source.rows.delete(typo)
  source.announce(typo)
  await until(() => following.status.problems.length === 0, 'gone')
  t.equal(problems.length, 1)
})

t.test('patterns are rows if they are allowed to be', async (t) => {
  const source = new FakeSource()
  source.rows.add('https://*.a.example')
  const { policy } = await follow(t, source, { patterns: true })
  t.ok(policy.current.allows('https://x.a.example'))
  source.rows.add('https://*.b.example')
  source.announce('https://*.b.example')
  await until(() => policy.current.allows('https://x.b.example'), 'added')
})

/** Sources of the user's own that are not right. The rejection is matched against the last column. */
const BROKEN: readonly (readonly [name: string, load: () => unknown, error: object])[] = [
  [
    'throws',
    () => {
      throw new Error('thrown')
    },
    { message: 'thrown' },
  ],
  ['rejects', () => Promise.reject(new Error('rejected')), { message: 'rejected' }],
  ['hangs', () => new Promise(() => {}), { fault: { code: 'timeout', operation: 'load', limit: 200 } }],
  ['returns nothing', () => undefined, { name: 'TypeError' }],
  ['returns a text', () => A, { name: 'TypeError' }],
  ['returns an object', () => ({ rows: [A] }), { name: 'TypeError' }],
  [
    'has no end',
    function* () {
      for (let i = 0; ; i++) yield `https://${i % 1000}.example`
    },
    { fault: { code: 'timeout' } },
  ],
  [
    'has no end, and is asynchronous',
    async function* () {
      for (let i = 0; ; i++) yield `https://${i % 1000}.example`
    },
    { fault: { code: 'timeout' } },
  ],
  [
    'hangs in the middle',
    async function* () {
      yield A
      await new Promise(() => {})
    },
    { fault: { code: 'timeout' } },
  ],
  [
    'throws in the middle',
    function* () {
      yield A
      throw new Error('middle')
    },
    { message: 'middle' },
  ],
  [
    'has a return that throws',
    () => ({
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise(() => {}),
        return: () => Promise.reject(new Error('return')),
      }),
    }),
    { fault: { code: 'timeout' } },
  ],
]

for (const [name, load, error] of BROKEN) {
  t.test(`a source whose load ${name}`, async (t) => {
    const policy = makePolicy()
    const source = { load } as unknown as OriginSource
    const start = followOrigins(policy, source, { timeout: 200 })
    t.match(await start.catch((thrown: unknown) => thrown), error, 'at the start')
    t.equal(policy.origins.size, 0, 'nothing is allowed')
    const fake = new FakeSource()
    fake.rows.add(A)
    const errors: unknown[] = []
    let broken = false
    const later = { load: () => (broken ? (load() as string[]) : fake.load()) }
    const following = await followOrigins(policy, later, { timeout: 200, every: 5, onError: (e) => errors.push(e) })
    broken = true
    await until(() => errors.length > 0, 'reported')
    t.match(errors[0], error, 'later')
    t.equal(allowedBy(policy, A, B), 'a-', 'nothing changes')
    await following.close()
  })
}

t.test('sources with other invalid functions', async (t) => {
  const rows: readonly (readonly [Partial<OriginSource>, object])[] = [
    [{ changes: () => Promise.reject(new Error('refused')) }, { message: 'refused' }],
    [{ changes: () => new Promise(() => {}) }, { fault: { code: 'timeout', operation: 'changes' } }],
  ]
  for (const [functions, error] of rows) {
    const policy = makePolicy()
    const source = { load: () => [A], ...functions }
    t.match(await followOrigins(policy, source, { timeout: 100 }).catch((thrown: unknown) => thrown), error)
    t.equal(allowedBy(policy, A), '-')
  }
  const checks: readonly (readonly [() => unknown, object])[] = [
    [() => undefined, { name: 'TypeError' }],
    [() => new Promise(() => {}), { fault: { code: 'timeout', operation: 'check' } }],
    [() => Promise.reject(new Error('refused')), { message: 'refused' }],
  ]
  for (const [answer, error] of checks) {
    const fake = new FakeSource()
    fake.rows.add(A)
    fake.check = () => answer() as Promise<string[]>
    const { policy, errors } = await follow(t, fake, { timeout: 100 })
    fake.announce(`${A} ${B}`)
    await until(() => errors.length > 0, 'reported')
    t.match(errors[0], error)
    t.equal(allowedBy(policy, A, B), 'a-')
  }
})

t.test('the signal aborts changes that time out', async (t) => {
  let aborted = false
  const source: OriginSource = {
    load: () => [],
    changes: (signal) => {
      signal.addEventListener('abort', () => {
        aborted = true
      })
      return new Promise(() => {})
    },
  }
  await t.rejects(followOrigins(makePolicy(), source, { timeout: 50 }))
  t.ok(aborted)
})

t.test('close ends everything, and no row changes afterwards', async (t) => {
  const source = new FakeSource()
  source.rows.add(A)
  const signals: AbortSignal[] = []
  const changes = source.changes.bind(source)
  source.changes = (...[signal]: readonly AbortSignal[]) => {
    signals.push(signal as AbortSignal)
    return changes()
  }
  const { policy, following, errors } = await follow(t, source, { every: 5 })
  const { promise, open } = gate()
  source.gate = promise
  source.rows.add(B)
  source.announce('')
  source.announce(B)
  await until(() => source.count('load') > 1 && source.count('check') === 1, 'both are on their way')
  await Promise.all([following.close(), following.close()])
  open()
  const asked = source.asked.length
  await wait(50)
  t.equal(source.asked.length, asked)
  t.equal(allowedBy(policy, A, B), 'a-')
  t.strictSame(
    signals.map(({ aborted }) => aborted),
    [true],
  )
  t.strictSame(errors, [])
})

t.test('close while it waits to try again', async (t) => {
  const source = new FakeSource()
  const { following, errors } = await follow(t, source, { maxStale: 50 })
  source.failure = new Error('down')
  source.cut()
  await until(() => errors.length > 0, 'lost')
  await following.close()
  const asked = source.asked.length
  await wait(400)
  t.equal(source.asked.length, asked)
})

t.test('a policy follows one source at a time', async (t) => {
  const policy = makePolicy()
  const source = new FakeSource()
  const following = await followOrigins(policy, source)
  t.match(await followOrigins(policy, source).catch((thrown: unknown) => thrown), {
    fault: { code: 'already-followed' },
  })
  await following.close()
  await (await followOrigins(policy, source)).close()
})

t.test('invalid arguments', async (t) => {
  const good = { load: () => [] }
  const rows: readonly (readonly [policy: unknown, source: unknown, options: unknown, option: string])[] = [
    [{}, good, {}, 'policy'],
    [undefined, good, {}, 'policy'],
    [makePolicy(), undefined, {}, 'source'],
    [makePolicy(), () => [], {}, 'source'],
    [makePolicy(), {}, {}, 'source.load'],
    [makePolicy(), { ...good, check: true }, {}, 'source.check'],
    [makePolicy(), { ...good, changes: 'channel' }, {}, 'source.changes'],
    [makePolicy(), good, null, 'options'],
    [makePolicy(), good, 60_000, 'options'],
    [makePolicy(), good, { interval: 5 }, 'options'],
    ...[0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '60000', 2 ** 31].flatMap((value) =>
      ['every', 'maxStale', 'timeout'].map((name): readonly [unknown, unknown, unknown, string] => [
        makePolicy(),
        good,
        { [name]: value },
        name,
      ]),
    ),
    [makePolicy(), good, { patterns: 1 }, 'patterns'],
    [makePolicy(), good, { onError: true }, 'onError'],
    [makePolicy(), good, { onProblem: 'log' }, 'onProblem'],
  ]
  for (const [policy, source, options, option] of rows) {
    const start = followOrigins(policy as LivePolicy, source as OriginSource, options as FollowOptions)
    const error = await start.then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    t.ok(error instanceof CorsSyncError)
    t.match(error, { name: 'CorsSyncError', code: 'ERR_CORS_SYNC', fault: { code: 'option', option } })
    t.match((error as Error).message, `${option}: expected `)
  }
})

t.test('a callback that throws does not end the session', async (t) => {
  const { args } = t.capture(console, 'error')
  const source = new FakeSource()
  source.rows.add('typo')
  const { policy, following } = await follow(t, source, {
    onProblem: () => {
      throw new Error('of onProblem')
    },
    onError: (() => Promise.reject(new Error('of onError'))) as () => void,
  })
  source.cut()
  await until(() => following.status.staleSince !== undefined, 'lost')
  source.rows.add(A)
  await until(() => policy.current.allows(A), 'found again')
  t.match(args(), [
    [/onProblem threw/, { message: 'of onProblem' }],
    [/onError threw/, { message: 'of onError' }],
  ])
})

t.test('without onError, errors are logged', async (t) => {
  const { args } = t.capture(console, 'error')
  const source = new FakeSource()
  const following = await followOrigins(makePolicy(), source)
  source.cut()
  let logged: unknown[] = []
  await until(() => {
    logged = [...logged, ...args()]
    return logged.length > 0
  }, 'logged')
  await following.close()
  t.match(logged, [[SYNC_LOG.failed, { message: 'cut' }]])
})

expectNoCrash(t)

/** A source whose answers the test holds back. */
function heldSource(rows: Set<string>) {
  const announcements: string[] = []
  let wake = () => {}
  const held: (() => void)[] = []
  const state = { holdsCheck: false, holdsLoad: false, failsLoad: false, checks: 0 }
  const hold = (isHeld: boolean) => (isHeld ? new Promise<void>((resolve) => held.push(resolve)) : undefined)
  const source: OriginSource = {
    async load() {
      const seen = [...rows]
      await hold(state.holdsLoad)
      if (state.failsLoad) throw new Error('lost')
      return seen
    },
    async check(names) {
      const seen = names.filter((name) => rows.has(name))
      state.checks++
      await hold(state.holdsCheck)
      return seen
    },
    async *changes() {
      for (;;) {
        for (let next = announcements.shift(); next !== undefined; next = announcements.shift()) yield next
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
  const announce = (text: string) => {
    announcements.push(text)
    wake()
  }
  return { source, state, held, announce }
}

t.test('a check that was answered before a revocation does not win over the load that follows it', async (t) => {
  const rows = new Set([A, B])
  const { source, state, held, announce } = heldSource(rows)
  const { policy } = await follow(t, source)
  state.holdsCheck = true
  announce(B)
  await until(() => held.length === 1, 'the check has read the row')
  rows.delete(B)
  state.holdsCheck = false
  state.holdsLoad = true
  announce('')
  await until(() => held.length === 2, 'the load has read the rows')
  held[0]?.()
  await wait(5)
  held[1]?.()
  await until(() => !policy.current.allows(B), 'revoked')
  await wait(20)
  t.equal(allowedBy(policy, A, B), 'a-')
})

t.test('nothing that is announced during a load that fails is added', async (t) => {
  const rows = new Set([A])
  const { source, state, held, announce } = heldSource(rows)
  state.holdsLoad = true
  state.failsLoad = true
  const policy = makePolicy()
  const following = followOrigins(policy, source)
  await until(() => held.length === 1, 'the load has read the rows')
  announce(A)
  await wait(5)
  held[0]?.()
  await t.rejects(following)
  t.equal(policy.origins.size, 0)
})

t.test('very many names during a load cause another one', async (t) => {
  const rows = new Set([A])
  const { source, state, held, announce } = heldSource(rows)
  const { policy, following } = await follow(t, source)
  state.holdsLoad = true
  announce('')
  await until(() => held.length === 1, 'the load has read the rows')
  rows.add(B)
  for (let i = 0; i < 11; i++) {
    announce(Array.from({ length: 1000 }, (_, j) => `x${i * 1000 + j}`).join(' '))
    await until(() => state.checks > i, 'asked')
    await wait(1)
  }
  state.holdsLoad = false
  held[0]?.()
  await until(() => policy.current.allows(B), 'another load has read the rows')
  t.equal(following.status.size, 2)
})
