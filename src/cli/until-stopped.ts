import { once } from 'node:events'

/**
 * Resolves when the user or the system asks the process to end. The signals are caught only from then on: a command
 * that does not wait for them ends as any program does.
 */
export function untilStopped(): Promise<unknown> {
  return Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)))
}
