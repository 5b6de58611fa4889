// @ts-check
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * @param {string} framework
 * @param {string} name of the contestant
 * @returns {Promise<{ port: number, ask: (task: unknown) => Promise<any>, end: () => void }>}
 */
export async function startContestant(framework, name) {
  const child = fork(fileURLToPath(new URL('contestant.mjs', import.meta.url)), [framework, name])
  const [port] = await once(child, 'message')
  return {
    port,
    ask: async (task) => {
      child.send(/** @type {object} */ (task))
      const [answer] = await once(child, 'message')
      return answer
    },
    end: () => void child.kill(),
  }
}
