// @ts-check
import { createServer } from 'node:http'
import { classesOf, fetchSender, scenarios, sender } from './requests.mjs'
import { cpuTime } from './rounds.mjs'
import { fetchServers, nodeServers } from './servers/index.mjs'

const WARM_UP_RUNS = 10_000

/**
 * One contestant in a process of its own, as in production: what V8 has learnt from one must not cost another. Told
 * what to run by its parent, it says how much CPU time that took; what is a server of Node's also listens.
 */
const [framework = '', name = ''] = process.argv.slice(2)
const listener = await nodeServers[framework]?.[name]?.()
const handler = fetchServers[framework]?.[name]?.()

/** @param {string} scenario */
function runOf(scenario) {
  if (listener !== undefined) return sender(listener, scenario)
  if (handler !== undefined) return fetchSender(handler, scenario)
  throw new Error(`there is no ${name} on ${framework}`)
}

// Before V8 has optimised all of it, a contestant is measured by how much of it there is to optimise.
for (const scenario of Object.keys(scenarios)) await cpuTime(runOf(scenario), WARM_UP_RUNS)

if (listener === undefined) process.send?.(0)
else {
  const server = createServer(classesOf(listener), listener).listen(0, '127.0.0.1', () => {
    process.send?.(/** @type {import('node:net').AddressInfo} */ (server.address()).port)
  })
}

process.on('message', async (/** @type {{ scenario: string, runs: number } | 'cpuUsage'} */ task) => {
  process.send?.(task === 'cpuUsage' ? process.cpuUsage() : await cpuTime(runOf(task.scenario), task.runs))
})
