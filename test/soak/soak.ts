import { setTimeout as wait } from 'node:timers/promises'
import type { Test } from 'tap'
import { Random } from '../config/fixtures/random.js'
import { Child } from './child.js'
import { ask, type Counts, drop, dropHttp2, type Traffic, writeRaw } from './clients.js'

/** Clients that behave. */
const ASKING = 6
/** Rounds of traffic with silence in between, in which the heap is measured; the first one warms up. */
const ROUNDS = 4
/** Enough to see what is wrong. */
const MAX_WRONG = 20

export interface Soaked {
  readonly counts: Counts
  readonly replaced: number
  /** What was wrong, the first of it. */
  readonly wrong: readonly string[]
  /** Bytes of the heap in use after each round, without garbage. */
  readonly heap: readonly number[]
  readonly stderr: string
  /** The exit code of the server. */
  readonly code: unknown
}

/** Lets all kinds of clients at a server whose policy is replaced all the time. @param name of a server of the contract tests */
export async function soak(t: Test, name: string, seconds: number, seed: number): Promise<Soaked> {
  const child = new Child(t, name)
  const address = await child.listening()
  const counts: Counts = { checked: 0, malformed: 0, dropped: 0 }
  const wrong: string[] = []
  const heap: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const end = Date.now() + (seconds * 1000) / ROUNDS
    const traffic: Traffic = {
      address,
      counts,
      versions: () => [child.confirmed, child.requested],
      goesOn: () => Date.now() < end && wrong.length < MAX_WRONG,
      wrong: (what) => wrong.push(what),
    }
    await Promise.all(clientsOf(traffic, child, seed * 1000 + round * 100))
    // Connections that were dropped are noticed a little later.
    await wait(100)
    heap.push(await child.heap())
  }
  const code = await child.close()
  return { counts, replaced: child.confirmed, wrong, heap, stderr: child.stderr, code }
}

function clientsOf(traffic: Traffic, child: Child, seed: number): Promise<void>[] {
  const isHttp2 = traffic.address.protocol === 'h2c'
  const asking = Array.from({ length: ASKING }, (_, i) => ask(traffic, seed + i))
  const dropping = isHttp2 ? [dropHttp2(traffic, seed + 10)] : [drop(traffic, seed + 10), writeRaw(traffic, seed + 11)]
  const clients = [...asking, ...dropping, replace(traffic, child, seed + 12)]
  // One that fails is wrong too, and does not keep the others from their end.
  return clients.map((client) => client.catch((error: Error) => traffic.wrong(String(error.stack))))
}

async function replace(traffic: Traffic, child: Child, seed: number): Promise<void> {
  const random = new Random(seed)
  while (traffic.goesOn()) {
    await child.replace()
    await wait(random.below(20))
  }
}
