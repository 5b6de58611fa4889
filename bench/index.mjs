// @ts-check
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { measureOverLoopback, measureWithoutSockets, tableOf } from './frameworks.mjs'
import { measureNotifications } from './notifications.mjs'
import { measureCompiling, measureDecisions, measureGrowth } from './policy.mjs'
import { redraw } from './redraw.mjs'
import { measureChosenPolicies, measureRowChanges, measureRowLoads, measureRowLookups } from './rows.mjs'
import { measureStart } from './startup.mjs'
import { printTable } from './table.mjs'

/**
 * Measures everything side by side, prints it, and writes results.json, results.svg and docs/performance.md. PROCESSES (5)
 * says how often each contestant is started anew, FRAMEWORKS which ones are measured.
 */

/** @template {import('./table.mjs').Table} T @param {T} table */
function show(table) {
  printTable(table)
  return table
}

const start = show(measureStart())
const policy = [show(await measureDecisions()), show(await measureGrowth()), show(measureCompiling())]
const rows = [
  show(measureChosenPolicies()),
  show(await measureRowLoads()),
  show(await measureRowChanges()),
  show(await measureRowLookups()),
]
const notifications = await measureNotifications()
if (notifications !== undefined) rows.push(show(notifications))
const withoutSockets = await measureWithoutSockets()
show(
  tableOf(
    'µs of CPU time per request, without sockets: of the bare framework, and what is added to it',
    withoutSockets,
  ),
)
const overLoopback = await measureOverLoopback()
show(tableOf('µs of CPU time per request, over loopback: of the bare framework, and what is added to it', overLoopback))

const machine = { node: process.version, cpu: cpus()[0]?.model, cpus: cpus().length }
const results = { machine, start, policy, rows, withoutSockets, overLoopback }
writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
redraw()
