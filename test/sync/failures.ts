import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Test } from 'tap'
import { withCors } from '../../src/adapters/node.js'
import type { OriginRowProblem } from '../../src/config/origin-row.js'
import { livePolicy } from '../../src/policy/live-policy.js'
import { type FollowOptions, followOrigins } from '../../src/sync/index.js'
import { exchange } from '../support/exchange.js'
import { serve } from '../support/serve.js'
import type { Bed } from './beds.js'
import { until } from './until.js'

/** What is seen when something fails: the columns of the table in docs/data-origins.md, but for the first. */
export type Seen = readonly [rows: string, onError: string, staleSince: string, after: string]

export const OWN = 'https://app.example.com'
export const A = 'https://a.example'
export const B = 'https://b.example'
const TYPO = 'https://Typo.example/'

/** What anybody who can connect may announce. */
const HOSTILE = [
  'https://evil.example',
  `${A} https://evil.example`,
  '*',
  'null',
  "'; drop table tenant_origins; --",
  '{"origin":"https://evil.example"}',
  '\u0000https://evil.example'.slice(1),
  'x'.repeat(7000),
  Array.from({ length: 900 }, (_, i) => `h${i}`).join(' '),
  '',
  ' ',
]

/** A policy that follows the database, on a server. Rows: A. */
export async function followed(t: Test, bed: Bed, options: FollowOptions = {}, source = bed.source()) {
  await bed.insert(A)
  const policy = livePolicy({ origins: [OWN], credentials: true })
  const errors: unknown[] = []
  const problems: OriginRowProblem[] = []
  const following = await followOrigins(policy, source, {
    onError: (error) => errors.push(error),
    onProblem: (problem) => problems.push(problem),
    ...options,
  })
  const port = await serve(t, createServer(withCors(policy, (_, response) => response.end('ran'))))
  /** What a page of that origin gets while the database is as it is. */
  const ask = async (origin: string) => {
    const { headers } = await exchange(`http://127.0.0.1:${port}/`, { headers: { origin } })
    return headers['access-control-allow-origin'] === origin
  }
  const state = async () => ({
    own: await ask(OWN),
    rows: (await ask(A)) ? 'stay' : 'none is allowed',
    onError: errors.length > 0 ? 'called' : 'not called',
    stale: following.status.staleSince === undefined ? 'undefined' : 'set',
  })
  const end = async () => {
    await following.close()
    await bed.remove(A, B, TYPO)
  }
  return { policy, following, errors, problems, ask, state, end }
}

type Failure = (t: Test, bed: Bed) => Promise<Seen>

/** Whatever fails, by the name that it has in the table. */
export const failures: Readonly<Record<string, Failure>> = {
  'The database is down at the start': async (t, bed) => {
    await bed.database.kill()
    const policy = livePolicy({ origins: [OWN], credentials: true })
    const start = followOrigins(policy, bed.source(), { timeout: 1000 })
    const rejects = await start.then(
      () => false,
      () => true,
    )
    await bed.database.start()
    t.ok(policy.current.allows(OWN))
    t.equal(policy.origins.size, 0)
    return ['none is allowed', '–', '–', rejects ? '`followOrigins` has rejected' : '']
  },

  'The database stops': async (t, bed) => {
    const { state, ask, following, end } = await followed(t, bed)
    const { loadedAt } = following.status
    await bed.database.kill()
    await until(() => following.status.staleSince !== undefined, 'lost')
    const { own, rows, onError, stale } = await state()
    t.ok(own)
    await bed.database.start()
    await until(() => following.status.staleSince === undefined, 'found again')
    t.not(following.status.loadedAt, loadedAt, 'a full load')
    await bed.insert(B)
    await until(() => ask(B), 'and it goes on')
    await end()
    return [rows, onError, stale, 'all rows are loaded']
  },

  'The database stops for longer than `maxStale`': async (t, bed) => {
    const { state, ask, following, end } = await followed(t, bed, { maxStale: 300 })
    await bed.database.kill()
    await until(async () => !(await ask(A)), 'given up')
    const { own, rows, onError, stale } = await state()
    t.ok(own, "the config's own origin")
    await bed.database.start()
    await until(() => ask(A), 'found again')
    t.equal(following.status.staleSince, undefined)
    await end()
    return [rows, onError, stale, 'all rows are loaded']
  },

  'The connection that listens is cut, and a row is deleted meanwhile': async (t, bed) => {
    const seen: Promise<{ rows: string; stale: string }>[] = []
    const { policy, state, ask, following, errors, end } = await followed(t, bed)
    await bed.insert(B)
    await until(() => ask(B), 'B')
    t.equal(await bed.cut(), 1)
    await until(() => {
      if (errors.length > 0) seen.push(state())
      return errors.length > 0
    }, 'noticed')
    await bed.remove(B)
    await until(async () => !(await ask(B)), 'gone')
    for (let i = 0; i < 50; i++) {
      if (policy.current.allows(B)) t.fail('back again')
      await wait(2)
    }
    await until(() => following.status.staleSince === undefined, 'all is well')
    const { rows, stale } = (await seen[0]) ?? { rows: '', stale: '' }
    await end()
    return [rows, 'called', stale, 'all rows are loaded, and the deleted one is gone']
  },

  'The database does not answer any more': async (t, bed) => {
    const { state, ask, following, end } = await followed(t, bed, { timeout: 300, every: 100 })
    bed.hang()
    await until(() => following.status.staleSince !== undefined, 'given up')
    const { rows, onError, stale } = await state()
    bed.resume()
    await until(() => following.status.staleSince === undefined, 'found again')
    await bed.insert(B)
    await until(() => ask(B), 'announced')
    await end()
    return [rows, onError, stale, 'all rows are loaded']
  },

  'A row is not a valid origin': async (t, bed) => {
    const { ask, problems, following, state, end } = await followed(t, bed)
    await bed.insert(TYPO, B)
    await until(() => problems.length > 0, 'reported')
    await until(() => ask(B), 'the other one')
    t.strictSame([problems.length, following.status.problems.map(({ value }) => value)], [1, [TYPO]])
    const { rows, onError, stale } = await state()
    t.equal(rows, 'stay')
    await end()
    return ['all others are allowed', onError, stale, '`onProblem` is called, `status.problems` lists it']
  },

  'Somebody announces what is not true': async (t, bed) => {
    const { ask, state, end } = await followed(t, bed)
    for (const text of HOSTILE) await bed.announce(text)
    await bed.insert(B)
    await until(() => ask(B), 'what comes later')
    t.notOk(await ask('https://evil.example'))
    const { rows, onError, stale } = await state()
    await end()
    return [rows, onError, stale, 'the database was asked, and nothing has changed']
  },

  'A change is not announced': async (t, bed) => {
    const { ask, state, end } = await followed(t, bed, { every: 300 })
    await bed.insertSilently(B)
    const { rows, onError, stale } = await state()
    await until(() => ask(B), 'found')
    await end()
    return [rows, onError, stale, 'the next full load finds it']
  },
}
