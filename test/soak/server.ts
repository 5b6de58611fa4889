import { livePolicy } from '../../src/index.js'
import { type Running, servers } from '../contract/servers.js'
import type { Address } from '../support/client.js'
import { BAD, versionOf } from './policies.js'

/** A server of the contract tests in a process of its own, which its parent tells what to do: see `child.ts`. */

export type Command =
  /** Put a version of the policy in force. */
  | { readonly kind: 'replace'; readonly index: number }
  /** Say how much of the heap is in use when all garbage is gone. */
  | { readonly kind: 'heap' }
  | { readonly kind: 'close' }

export type Reply =
  | { readonly kind: 'listening'; readonly address: Address }
  | { readonly kind: 'replaced'; readonly index: number }
  | { readonly kind: 'heap'; readonly used: number }
  | { readonly kind: 'closed' }

const live = livePolicy(versionOf(0))
const start = servers[String(process.argv[2])]
if (start === undefined) throw new Error(`no server ${process.argv[2]}`)
const server: Running = await start(live)

function reply(message: Reply): void {
  process.send?.(message)
}

function replace(index: number): void {
  live.replace(versionOf(index))
  const { current } = live
  try {
    live.replace(BAD[index % BAD.length] as (typeof BAD)[number])
  } catch {
    // Refused, as it should be: the version stays in force.
  }
  if (live.current !== current) throw new Error('a bad config was taken')
  reply({ kind: 'replaced', index })
}

/** Some objects go in the second round: those whose finalisers ran after the first. */
async function heap(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  reply({ kind: 'heap', used: process.memoryUsage().heapUsed })
}

/**
 * Of HTTP/2 sessions whose client has gone away, Node 20 keeps some for ever, with and without a policy in front, and
 * then its server never closes: there nobody waits. All others have to close, and to leave nothing behind.
 */
async function close(): Promise<void> {
  const isHttp2 = server.address.protocol === 'h2c'
  if (!isHttp2) await server.close()
  reply({ kind: 'closed' })
  process.disconnect()
  if (isHttp2) process.exit()
}

process.on('message', async (command: Command) => {
  if (command.kind === 'replace') replace(command.index)
  else if (command.kind === 'heap') await heap()
  else await close()
})
reply({ kind: 'listening', address: server.address })
