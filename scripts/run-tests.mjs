// @ts-check
import { availableParallelism } from 'node:os'

/** @typedef {import('./run-test-file.mjs').FileResult} FileResult */

/**
 * Runs test files side by side, and builds meanwhile if some of them need it. If the build fails, those do not run, and
 * the others do.
 *
 * @param {{ readonly ready: readonly string[], readonly built: readonly string[] }} files
 * @param {object} tools
 * @param {() => Promise<boolean>} tools.build whether it has succeeded
 * @param {(file: string) => Promise<FileResult>} tools.runFile
 * @param {(file: string, result: FileResult) => void} tools.report called after each file
 * @returns {Promise<{ files: number, passed: number, failed: number, skipped: Map<string, number>, isBroken: boolean }>}
 * how many files have run and what they have counted, and whether the build has failed
 */
export async function runTests({ ready, built }, { build, runFile, report }) {
  const queue = [...ready]
  const totals = { files: 0, passed: 0, failed: 0, skipped: new Map(), isBroken: false }
  const prepare = async () => {
    if (built.length === 0) return
    if (await build()) queue.unshift(...built)
    else totals.isBroken = true
  }
  const prepared = prepare()
  const worker = async () => {
    for (;;) {
      if (queue.length === 0) await prepared
      const file = queue.shift()
      if (file === undefined) return
      const result = await runFile(file)
      totals.files++
      totals.passed += result.passed
      totals.failed += result.failed
      for (const reason of result.skips) totals.skipped.set(reason, (totals.skipped.get(reason) ?? 0) + 1)
      report(file, result)
    }
  }
  // One more than there are cores, since some tests wait.
  const workers = Array.from({ length: availableParallelism() + 1 }, worker)
  await Promise.all([prepared, ...workers])
  return totals
}
