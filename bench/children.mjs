// @ts-check
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { scenarios } from './requests.mjs'
import { median, race } from './rounds.mjs'

/**
 * @typedef {{ port: number, ask: (task: unknown) => Promise<any>, end: () => void }} Child
 * @typedef {Record<string, Record<string, number>>} Times microseconds by scenario and contestant
 */

/**
 * Measures contestants on one framework, each in a process of its own, and all of that several times anew: the same
 * program runs up to a third of a microsecond faster or slower in one process than in the next.
 *
 * @param {string} framework
 * @param {readonly string[]} names of the contestants
 * @param {{ processes: number, rounds: number, measure: (child: Child, scenario: string) => Promise<number> }} options
 * @returns {Promise<Times>} of each the median of the processes' medians
 */
export async function measureContestants(framework, names, { processes, rounds, measure }) {
  /** @type {Times[]} */
  const generations = []
  for (let i = 0; i < processes; i++) {
    const children = await Promise.all(names.map((name) => startContestant(framework, name)))
    /** @type {Times} */
    const times = {}
    for (const scenario of Object.keys(scenarios)) {
      const measures = names.map((name, i) => [name, () => measure(/** @type {Child} */ (children[i]), scenario)])
      times[scenario] = await race(Object.fromEntries(measures), { rounds, warmups: 2 })
    }
    for (const child of children) child.end()
    generations.push(times)
  }
  return mapTimes(generations[0] ?? {}, (scenario, name) =>
    median(generations.map((times) => /** @type {number} */ (times[scenario]?.[name]))),
  )
}

/** @param {Times} times @param {(scenario: string, name: string) => number} map @returns {Times} */
function mapTimes(times, map) {
  return Object.fromEntries(
    Object.entries(times).map(([scenario, byName]) => [
      scenario,
      Object.fromEntries(Object.keys(byName).map((name) => [name, map(scenario, name)])),
    ]),
  )
}

/** @param {string} framework @param {string} name of the contestant @returns {Promise<Child>} */
async function startContestant(framework, name) {
  const child = fork(fileURLToPath(new URL('contestant.mjs', import.meta.url)), [framework, name])
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} on ${framework} ended with ${code}`)
  })
  ended.catch(() => {})
  const [port] = await Promise.race([once(child, 'message'), ended])
  return {
    port,
    ask: async (task) => {
      child.send(/** @type {object} */ (task))
      const [answer] = await Promise.race([once(child, 'message'), ended])
      return answer
    },
    end: () => void child.kill(),
  }
}
