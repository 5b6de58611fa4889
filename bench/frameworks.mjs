// @ts-check
import { measureContestants } from './children.mjs'
import { sendAll } from './loopback.mjs'
import { BARE, FLOOR, fetchServers, nodeServers, OURS, peersOf } from './servers/index.mjs'

/**
 * What each contestant adds to a request, in CPU time over the bare framework: without sockets, and over loopback,
 * where Node's parser and the kernel are part of it.
 *
 * @typedef {import('./children.mjs').Times} Times
 * @typedef {Record<string, Times>} TimesByFramework
 */

const PROCESSES = Number(process.env['PROCESSES'] ?? 5)
const RUNS = 1000
const OVER_LOOPBACK = ['Fastify', 'node:http', 'Express']
const ALL = Object.keys({ ...nodeServers, ...fetchServers })
const FRAMEWORKS = process.env['FRAMEWORKS']?.split(',') ?? ALL
const unknown = FRAMEWORKS.filter((framework) => !ALL.includes(framework))
if (unknown.length > 0) throw new Error(`FRAMEWORKS has ${unknown.join()}. Known: ${ALL.join()}`)

/** @returns {Promise<TimesByFramework>} */
export async function measureWithoutSockets() {
  const measure = measurer((child, scenario) => child.ask({ scenario, runs: RUNS }), {
    processes: PROCESSES,
    rounds: 21,
  })
  return collect(FRAMEWORKS, measure)
}

/** @returns {Promise<TimesByFramework>} */
export async function measureOverLoopback() {
  const measure = measurer(
    async (child, scenario) => {
      const before = await child.ask('cpuUsage')
      await sendAll(child.port, scenario, RUNS)
      const after = await child.ask('cpuUsage')
      return (after.user + after.system - before.user - before.system) / RUNS
    },
    { processes: Math.ceil(PROCESSES / 2), rounds: 15 },
  )
  return collect(
    FRAMEWORKS.filter((framework) => OVER_LOOPBACK.includes(framework)),
    measure,
  )
}

/**
 * @param {(child: import('./children.mjs').Child, scenario: string) => Promise<number>} measure
 * @param {{ processes: number, rounds: number }} effort
 * @returns {(framework: string) => Promise<Times>}
 */
function measurer(measure, effort) {
  return (framework) => {
    const names = Object.keys(nodeServers[framework] ?? fetchServers[framework] ?? {})
    return measureContestants(framework, names, { ...effort, measure })
  }
}

/** @param {readonly string[]} frameworks @param {(framework: string) => Promise<Times>} measure */
async function collect(frameworks, measure) {
  /** @type {TimesByFramework} */
  const times = {}
  for (const framework of frameworks) times[framework] = await measure(framework)
  return times
}

/**
 * @param {string} title
 * @param {TimesByFramework} times
 * @returns {import('./table.mjs').Table}
 */
export function tableOf(title, times) {
  const rows = Object.entries(times).flatMap(([framework, byScenario]) =>
    Object.entries(byScenario).map(([scenario, time]) => {
      const added = addedTo(time)
      const [peer] = peersOf(framework)
      const many = Object.keys(time).find((name) => name.startsWith(`${OURS},`)) ?? OURS
      const name = `${framework}: ${scenario}`
      return [name, time[BARE] ?? 0, added(FLOOR), added(OURS), added(many), added(peer ?? ''), peer ?? '']
    }),
  )
  return { title, columns: ['', 'bare', '+ floor', '+ ours', '+ 10,000 origins', '+ peer', ''], rows }
}

/** What a contestant adds to the bare framework, in microseconds. @param {Record<string, number>} time */
export function addedTo(time) {
  return (/** @type {string} */ name) => (time[name] ?? Number.NaN) - (time[BARE] ?? Number.NaN)
}
