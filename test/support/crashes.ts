import { setTimeout as wait } from 'node:timers/promises'
import type { Test } from 'tap'

/** Whatever would have ended the process, or will in the next version of Node. */
const seen: unknown[] = []

process.on('uncaughtExceptionMonitor', (error) => seen.push(error))
process.on('unhandledRejection', (reason) => seen.push(reason))

/** Adds a last test: that nothing of the kind has happened in this file. */
export function expectNoCrash(t: Test): void {
  t.test('no unhandled rejection, no uncaught exception', async (t) => {
    await wait(50)
    t.strictSame(seen, [])
  })
}
