// @ts-check
import { scenarios, sender } from './requests.mjs'
import { printTable, race } from './rounds.mjs'
import { fastifyServers, nodeServers } from './servers.mjs'

/** What each contestant adds to a request, in microseconds of CPU time over the bare framework. No sockets. */
const frameworks = {
  Fastify: await fastifyServers(),
  'node:http': nodeServers(),
}

for (const [framework, servers] of Object.entries(frameworks)) {
  const names = Object.keys(servers)
  const rows = []
  for (const scenario of Object.keys(scenarios)) {
    const contestants = Object.fromEntries(
      Object.entries(servers).map(([name, listener]) => [name, sender(listener, scenario)]),
    )
    const times = await race(contestants, { rounds: 101, runs: 400 })
    const bare = times['bare'] ?? 0
    rows.push([scenario, ...names.map((name) => (name === 'bare' ? bare : (times[name] ?? 0) - bare))])
  }
  printTable(
    `${framework}: µs of CPU time per request; beside bare, what is added to it`,
    ['', ...names.map((name) => (name === 'bare' ? name : `+ ${name}`))],
    rows,
  )
}
