// @ts-check
import { setImmediate } from 'node:timers/promises'

/** Requests that a busy server handles in one turn of its event loop. */
const RUNS_PER_TURN = 20

/**
 * @param {() => void} run
 * @param {number} runs
 * @returns {Promise<number>} microseconds of CPU time per run
 */
export async function cpuTime(run, runs) {
  const start = process.cpuUsage()
  for (let i = 0; i < runs; i++) {
    run()
    // What a run leaves for the next tick belongs to it, and must not pile up.
    if (i % RUNS_PER_TURN === 0) await setImmediate()
  }
  const { user, system } = process.cpuUsage(start)
  return (user + system) / runs
}

/**
 * Runs the contestants side by side: every round measures them all, one after the other, so that a noisy machine is as
 * noisy to one as to the other. The median of the rounds is what counts.
 *
 * Each round has another order. A round leaves the same amount of garbage each time, so in a fixed order one contestant
 * would pay for the garbage of all in every round, and look more than twice as slow as it is.
 *
 * @param {Record<string, () => Promise<number>>} contestants each measures itself
 * @param {{ rounds: number, warmups?: number }} options
 * @returns {Promise<Record<string, number>>}
 */
export async function race(contestants, { rounds, warmups = 5 }) {
  /** @type {Record<string, number[]>} */
  const samples = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
  for (let round = -warmups; round < rounds; round++) {
    for (const [name, measure] of shuffled(Object.entries(contestants))) {
      const sample = await measure()
      if (round >= 0) samples[name]?.push(sample)
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([name, values]) => [name, median(values)]))
}

/** @param {readonly number[]} values @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return /** @type {number} */ (sorted[Math.floor(sorted.length / 2)])
}

/** @template T @param {readonly T[]} items @returns {T[]} */
function shuffled(items) {
  return items
    .map((item) => /** @type {const} */ ([Math.random(), item]))
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
}
