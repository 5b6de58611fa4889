// @ts-check
import { addedTo } from './frameworks.mjs'
import { FLOOR, OURS, peersOf } from './servers/index.mjs'

/**
 * The figures of results.json as Markdown, for docs/performance.md.
 *
 * @param {any} results as index.mjs writes them
 * @returns {string}
 */
export function reportOf({ machine, start, policy, withoutSockets, overLoopback }) {
  return [
    `Measured with Node ${machine.node.slice(1)} on ${machine.cpus} cores of ${machine.cpu}.`,
    '## Start',
    table(['', ...start.columns.slice(1)], start.rows),
    '## CPU time added to a request',
    'Microseconds, without sockets. "By hand" is the least that hand-written code for one origin can do.',
    ...Object.entries(withoutSockets).flatMap(serverTable),
    '## Over loopback',
    "The same with sockets, where Node's parser and the kernel are part of the noise.",
    ...Object.entries(overLoopback).flatMap(serverTable),
    '## Policies',
    ...policy.flatMap((/** @type {any} */ one) => [`### ${one.title}`, table(one.columns, one.rows)]),
  ].join('\n\n')
}

/** @param {[string, any]} server */
function serverTable([name, byScenario]) {
  const peers = peersOf(name)
  const rows = Object.entries(byScenario).map(([scenario, time]) => {
    const added = addedTo(time)
    return [scenario, added(FLOOR), added(OURS), ...peers.map(added)]
  })
  return [`### ${name}`, table(['', 'by hand', 'cors-policy', ...peers], rows)]
}

/** @param {string[]} columns @param {(string | number)[][]} rows */
function table(columns, rows) {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell)))
  const line = (/** @type {(string | number)[]} */ row) => `| ${row.join(' | ')} |`
  return [line(columns), line(columns.map((_, i) => (i === 0 ? '---' : '--:'))), ...cells.map(line)].join('\n')
}
