// @ts-check
import { startContestant } from './children.mjs'
import { scenarios } from './requests.mjs'
import { printAdded, race } from './rounds.mjs'
import { servers } from './servers.mjs'

/** What each contestant adds to a request, in CPU time over the bare framework. No sockets. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 101)
const RUNS = 400

for (const [framework, contestants] of Object.entries(servers)) {
  const names = Object.keys(contestants)
  const children = await Promise.all(names.map((name) => startContestant(framework, name)))
  /** @type {Record<string, Record<string, number>>} */
  const times = {}
  for (const scenario of Object.keys(scenarios)) {
    const measures = names.map((name, i) => [name, () => children[i]?.ask({ scenario, runs: RUNS })])
    times[scenario] = await race(Object.fromEntries(measures), { rounds: ROUNDS })
  }
  for (const child of children) child.end()
  printAdded(`${framework}, without sockets`, names, times)
}
