import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import { livePolicy } from '../../src/policy/live-policy.js'
import { followOrigins } from '../../src/sync/index.js'
import { cleanEnv } from '../support/child.js'
import type { Bed } from './beds.js'
import { A, failures, followed, type Seen } from './failures.js'
import { FAILURES } from './tables.js'
import { until } from './until.js'

/** What every database has to do. */
export async function runBed(t: Test, bed: Bed, more: Readonly<Record<string, (t: Test) => Promise<Seen>>> = {}) {
  const all = { ...failures, ...more }
  for (const [name, fail] of Object.entries(all)) {
    await t.test(name, { timeout: 60_000 }, async (t) => {
      const seen = await fail(t, bed)
      t.strictSame(seen, FAILURES.get(name), 'the table of docs/data-origins.md')
    })
  }

  await t.test('a change is visible in four processes', { timeout: 120_000 }, async (t) => {
    const children = await Promise.all(Array.from({ length: 4 }, () => startChild(t, bed)))
    for (let i = 0; i < 5; i++) {
      for (const allowed of [true, false]) {
        const times = children.map((child) => child.see(A, allowed))
        const start = Date.now()
        await (allowed ? bed.insert(A) : bed.remove(A))
        const latest = Math.max(...(await Promise.all(times)))
        t.ok(latest - start < 1000, `after ${latest - start} ms`)
      }
    }
  })

  await t.test('200,000 rows', { timeout: 120_000 }, async (t) => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `https://tenant-${i}.example`)
    for (let i = 0; i < rows.length; i += 20_000) await bed.insert(...rows.slice(i, i + 20_000))
    const { policy, following, errors, end } = await followed(t, bed)
    t.equal(following.status.size, 200_001)
    const { loadedAt } = following.status
    await bed.remove('https://tenant-7.example')
    await until(() => !policy.current.allows('https://tenant-7.example'), 'gone')
    t.equal(following.status.size, 200_000)
    t.equal(following.status.loadedAt, loadedAt, 'without a full load')
    await bed.announce('')
    await until(() => following.status.loadedAt !== loadedAt, 'loaded again')
    t.equal(following.status.size, 200_000)
    t.strictSame(errors, [])
    await end()
    for (let i = 0; i < rows.length; i += 20_000) await bed.remove(...rows.slice(i, i + 20_000))
  })

  await t.test('close ends the connection that listens', { timeout: 60_000 }, async (t) => {
    const { following } = await followed(t, bed)
    await following.close()
    await until(async () => (await bed.cut()) === 0, 'nobody listens')
    await bed.remove(A)
  })

  await t.test('a heartbeat does not disturb other followers', { timeout: 60_000 }, async (t) => {
    const policy = livePolicy({ origins: [], credentials: true })
    const errors: unknown[] = []
    const source = bed.source({ heartbeat: 50 })
    const following = await followOrigins(policy, source, { onError: (error) => errors.push(error) })
    await new Promise((resolve) => setTimeout(resolve, 300))
    t.strictSame(errors, [], 'one that lives')
    await following.close()
  })
}

interface Follower {
  /** Waits until an origin is allowed, or is not. @returns when that was */
  see(origin: string, allowed: boolean): Promise<number>
}

export async function startChild(t: Test, { kind, database }: Bed): Promise<Follower> {
  const file = fileURLToPath(new URL('follower-child.ts', import.meta.url))
  const child = fork(file, [kind, String(database.port)], { env: cleanEnv(), execArgv: ['--import', 'tsx'] })
  t.teardown(() => {
    child.kill('SIGKILL')
  })
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`ended with ${code}`)))
  ended.catch(() => {})
  const next = async () => {
    const [message] = (await Promise.race([once(child, 'message'), ended])) as unknown[]
    return message
  }
  await next()
  return {
    see: async (origin, allowed) => {
      child.send({ origin, allowed })
      return Number(await next())
    },
  }
}
