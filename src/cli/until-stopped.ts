import { once } from 'node:events'

/**
 * Resolves when the user or the system asks the process to end. The signals are caught from then on and once: a command
 * that does not wait for them ends as any program does, and so does one that gets a second signal.
 */
export async function untilStopped(): Promise<void> {
  const waiting = new AbortController()
  const { signal } = waiting
  await Promise.race([once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })])
  waiting.abort()
}
