// @ts-check
import { createTapTestRunnerFactory } from '@stryker-mutator/tap-runner'

/**
 * Stryker's tap runner, which starts a process for each test file: most mutants of `src/a/b.ts` die in
 * `test/a/b.test.ts`, so that one goes first.
 */

const createTapRunner = createTapTestRunnerFactory()

const TIMEOUT = /** @type {import('@stryker-mutator/api/test-runner').TimeoutMutantRunResult} */ ({ status: 'timeout' })

/** @param {Parameters<typeof createTapRunner>[0]} injector */
function createRunner(injector) {
  const runner = createTapRunner(injector)
  const dryRun = runner.dryRun.bind(runner)
  const mutantRun = runner.mutantRun.bind(runner)
  runner.dryRun = async (options) => {
    const result = await dryRun(options)
    if (result.status !== 'complete') return result
    return { ...result, tests: result.tests.map((test) => ({ ...test, fileName: sourceOf(test.id) })) }
  }
  runner.mutantRun = async (options) => {
    const ownTest = options.activeMutant.fileName.replace(/^.*\bsrc\/(.*)\.ts$/, 'test/$1.test.ts')
    const isOwn = (/** @type {string} */ test) => Number(sourceOf(test) === ownTest)
    const testFilter = options.testFilter?.toSorted((a, b) => isOwn(b) - isOwn(a))
    const result = await mutantRun(testFilter === undefined ? options : { ...options, testFilter })
    return result.status === 'error' && isKilled(result.errorMessage) ? TIMEOUT : result
  }
  return runner
}
createRunner.inject = createTapRunner.inject

/**
 * Whether the process of a test was ended from outside, as `watchdog.cjs` does it: it has no exit code, or has not
 * written what Stryker wants to know of it.
 * @param {string} message
 */
function isKilled(message) {
  return message.includes('exited with code null') || /ENOENT.*stryker-output-/.test(message)
}

/**
 * The test file from which `build-tests.mjs` has made another.
 * @param {string} built
 */
function sourceOf(built) {
  return built.replace(/^\.mutation\/tests\/(.*)\.js$/, 'test/$1.ts')
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'own-test-first', factory: createRunner }]
// Its options are the tap runner's.
export { strykerValidationSchema } from '@stryker-mutator/tap-runner'
