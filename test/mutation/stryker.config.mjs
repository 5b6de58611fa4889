// @ts-check

/** Mutation testing of the core, https://stryker-mutator.io. Run by `run.mjs`. @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/{http,config,policy}/**/*.ts'],
  // What the sandbox needs: all else would be copied for nothing.
  ignorePatterns: [
    '**',
    '!src/**',
    '!test/{http,config,policy,mutation}/**',
    '!test/interop/round-trips.ts',
    '!test/support/cases.ts',
    '!tap-snapshots/test/config/**',
    '!package.json',
  ],
  buildCommand: 'node test/mutation/build-tests.mjs',
  plugins: [import.meta.resolve('./own-test-first.mjs')],
  testRunner: 'own-test-first',
  tap: { testFiles: ['.mutation/tests/**/*.test.js'], nodeArgs: ['-r', './test/mutation/watchdog.cjs'] },
  coverageAnalysis: 'perTest',
  ignoreStatic: false,
  concurrency: 2,
  // A test that hangs is noticed by the hits that it counts; the time is for machines that are busy.
  timeoutMS: 10_000,
  timeoutFactor: 2,
  thresholds: { high: 100, low: 95, break: 95 },
  tempDirName: '.mutation/sandboxes',
  allowConsoleColors: false,
  reporters: ['clear-text', 'html', 'json', ...(process.stdout.isTTY ? ['progress'] : [])],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  htmlReporter: { fileName: '.mutation/report.html' },
  jsonReporter: { fileName: '.mutation/report.json' },
}
