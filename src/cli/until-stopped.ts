import { once } from 'node:events'

/**
 * Resolves when the user or the system asks the process to end. Only commands that wait catch the signals, and only the
 * first one: a second signal ends the process.
 */
export async function untilStopped(): Promise<void> {
  const waiting = new AbortController()
  const { signal } = waiting
  await Promise.race([once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })])
  waiting.abort()
}
