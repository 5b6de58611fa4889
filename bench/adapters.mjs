// @ts-check
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { scenarios } from './requests.mjs'
import { printTable, race } from './rounds.mjs'
import { servers } from './servers.mjs'

/** What each contestant adds to a request, in microseconds of CPU time over the bare framework. No sockets. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 101)
const RUNS = 400

for (const [framework, contestants] of Object.entries(servers)) {
  const names = Object.keys(contestants)
  const children = await Promise.all(names.map((name) => start(framework, name)))
  const rows = []
  for (const scenario of Object.keys(scenarios)) {
    const times = await race(
      Object.fromEntries(names.map((name, i) => [name, () => ask(children[i], { scenario, runs: RUNS })])),
      { rounds: ROUNDS },
    )
    const bare = times['bare'] ?? 0
    rows.push([scenario, ...names.map((name) => (name === 'bare' ? bare : (times[name] ?? 0) - bare))])
  }
  for (const child of children) child.kill()
  printTable(
    `${framework}: µs of CPU time per request; beside bare, what is added to it`,
    ['', ...names.map((name) => (name === 'bare' ? name : `+ ${name}`))],
    rows,
  )
}

/** @param {string} framework @param {string} name */
async function start(framework, name) {
  const child = fork(fileURLToPath(new URL('contestant.mjs', import.meta.url)), [framework, name])
  await once(child, 'message')
  return child
}

/**
 * @param {import('node:child_process').ChildProcess | undefined} child
 * @param {{ scenario: string, runs: number }} task
 * @returns {Promise<number>} microseconds of CPU time per request
 */
async function ask(child, task) {
  if (child === undefined) throw new Error('a contestant has not started')
  child.send(task)
  const [time] = await once(child, 'message')
  return time
}
