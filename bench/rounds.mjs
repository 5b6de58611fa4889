// @ts-check

import { setImmediate } from 'node:timers/promises'

/** Requests that a busy server handles in one turn of its event loop. */
const RUNS_PER_TURN = 20

/**
 * CPU time per run of each contestant, side by side: every round runs them all, one after the other, so that a noisy
 * machine is as noisy to one as to the other. The median of the rounds is what counts.
 *
 * @param {Record<string, () => void>} contestants each does its work once
 * @param {{ rounds?: number, runs?: number, warmups?: number }} [options] `runs` of each contestant in each round
 * @returns {Promise<Record<string, number>>} microseconds of CPU time per run
 */
export async function race(contestants, { rounds = 60, runs = 1000, warmups = 5 } = {}) {
  /** @type {Record<string, number[]>} */
  const samples = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
  for (let round = -warmups; round < rounds; round++) {
    for (const [name, run] of Object.entries(contestants)) {
      const start = process.cpuUsage()
      for (let i = 0; i < runs; i++) {
        run()
        // What a run leaves for the next tick belongs to it, and must not pile up.
        if (i % RUNS_PER_TURN === 0) await setImmediate()
      }
      const { user, system } = process.cpuUsage(start)
      if (round >= 0) samples[name]?.push((user + system) / runs)
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([name, values]) => [name, median(values)]))
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return /** @type {number} */ (sorted[Math.floor(sorted.length / 2)])
}

/**
 * @param {string} title
 * @param {string[]} columns
 * @param {(string | number)[][]} rows numbers get two decimals
 */
export function printTable(title, columns, rows) {
  const cells = [columns, ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell)))]
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => String(row[i]).length)))
  console.log(`\n${title}\n`)
  for (const row of cells) {
    const [name, ...values] = row.map((cell, i) =>
      (i === 0 ? String(cell).padEnd : String(cell).padStart).call(String(cell), widths[i] ?? 0),
    )
    console.log([name, ...values].join('  ').trimEnd())
  }
}
