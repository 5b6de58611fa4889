// @ts-check
import { scenarios, sender } from './requests.mjs'
import { cpuTime } from './rounds.mjs'
import { servers } from './servers.mjs'

/**
 * One contestant in a process of its own, as in production: what V8 has learnt from one must not cost another. Told
 * what to run by its parent, it says how much CPU time that took.
 */
const WARM_UP_RUNS = 10_000

const [framework = '', name = ''] = process.argv.slice(2)
const listener = await servers[framework]?.[name]?.()
if (listener === undefined) throw new Error(`there is no ${name} on ${framework}`)

// Before V8 has optimised all of it, a contestant is measured by how much of it there is to optimise.
for (const scenario of Object.keys(scenarios)) await cpuTime(sender(listener, scenario), WARM_UP_RUNS)

process.on('message', async (/** @type {{ scenario: string, runs: number }} */ { scenario, runs }) => {
  process.send?.(await cpuTime(sender(listener, scenario), runs))
})
process.send?.('ready')
