import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { START_TIMEOUT, within } from './session.js'
import type { Program } from './workspace.js'

const BETWEEN_LOOKS = 50

/** Looks until there is something to see. @throws when the program ends first, or takes too long */
export function waitFor<T>(what: string, program: Program, look: () => Promise<T | undefined> | T | undefined) {
  let over = false
  const seen = async (): Promise<T> => {
    while (!over) {
      const found = await look()
      if (found !== undefined) return found
      await wait(BETWEEN_LOOKS)
    }
    throw new Error(`nobody waits for ${what} any more`)
  }
  return within(START_TIMEOUT, what, Promise.race([seen(), program.ended])).finally(() => {
    over = true
  })
}

/** A port that nobody listens at, for programs that cannot choose one themselves. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
