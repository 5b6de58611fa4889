// @ts-check
import { Agent, request } from 'node:http'
import { startContestant } from './children.mjs'
import { scenarios } from './requests.mjs'
import { printAdded, race } from './rounds.mjs'
import { servers } from './servers.mjs'

/** The same over loopback: the CPU time of the server's process per request, parser and sockets included. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 15)
const RUNS = 500
const CONNECTIONS = 20

for (const [framework, contestants] of Object.entries(servers)) {
  const names = Object.keys(contestants)
  const children = await Promise.all(names.map((name) => startContestant(framework, name)))
  /** @type {Record<string, Record<string, number>>} */
  const times = {}
  for (const scenario of Object.keys(scenarios)) {
    const measures = names.map((name, i) => [name, () => measure(children[i], scenario)])
    times[scenario] = await race(Object.fromEntries(measures), { rounds: ROUNDS, warmups: 1 })
  }
  for (const child of children) child.end()
  printAdded(`${framework}, over loopback`, names, times)
}

/**
 * @param {Awaited<ReturnType<typeof startContestant>> | undefined} child
 * @param {string} scenario
 * @returns {Promise<number>} microseconds of the server's CPU time per request
 */
async function measure(child, scenario) {
  if (child === undefined) throw new Error('a contestant has not started')
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const before = await child.ask('cpuUsage')
  await Promise.all(Array.from({ length: RUNS }, () => send(child.port, agent, scenario)))
  const after = await child.ask('cpuUsage')
  agent.destroy()
  return (after.user + after.system - before.user - before.system) / RUNS
}

/** @param {number} port @param {Agent} agent @param {string} scenario @returns {Promise<void>} */
function send(port, agent, scenario) {
  const { method, fields } = /** @type {{ method: string, fields: string[] }} */ (scenarios[scenario])
  const headers = ['Host', `127.0.0.1:${port}`, ...fields]
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, method, headers, agent }, (response) => response.resume().on('end', resolve))
      .on('error', reject)
      .end()
  })
}
