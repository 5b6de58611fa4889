import type { AddressInfo, Server } from 'node:net'
import type { Test } from 'tap'

/**
 * Starts a server on a free port of 127.0.0.1, and stops it when the test is over, whatever connections are left.
 *
 * @returns its port
 */
export async function serve(t: Test, server: Server): Promise<number> {
  const sessions = new Set<{ destroy(): void }>()
  server.on('session', (session) => sessions.add(session))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const session of sessions) session.destroy()
    if ('closeAllConnections' in server) (server as { closeAllConnections(): void }).closeAllConnections()
    await closed
  })
  return (server.address() as AddressInfo).port
}
