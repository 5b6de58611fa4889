import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { runTests } from '../../scripts/run-tests.mjs'

const PASSED = { passed: 2, failed: 0, skips: [], output: '' }

/** Runs files that take a moment, in which the build ends at once, or after them. */
async function run(ready: readonly string[], built: readonly string[], build: () => Promise<boolean>) {
  const ran: string[] = []
  const totals = await runTests(
    { ready, built },
    {
      build,
      runFile: async (file) => {
        await wait(5)
        ran.push(file)
        if (file.startsWith('bad')) return { ...PASSED, failed: 1 }
        return file.startsWith('skips') ? { ...PASSED, skips: ['not installed: x'] } : PASSED
      },
      report: (file, { failed }) => ran.push(`${failed === 0 ? 'ok' : 'FAILED'} ${file}`),
    },
  )
  return { ...totals, skipped: [...totals.skipped], ran: ran.sort() }
}

const soon = async () => true
const late = () => wait(50, true)
const UNITS = ['a', 'b', 'c', 'd', 'e']

t.test('files that need the build run after it', async (t) => {
  for (const build of [soon, late]) {
    const { ran, ...totals } = await run(UNITS, ['x', 'y'], build)
    t.strictSame(totals, { files: 7, passed: 14, failed: 0, skipped: [], isBroken: false })
    t.strictSame(ran, [...UNITS, 'x', 'y'].flatMap((file) => [file, `ok ${file}`]).sort())
  }
})

t.test('if the build fails, the files that need it do not run', async (t) => {
  const builds = [async () => false, () => wait(50, false)]
  for (const build of builds) {
    const { ran, ...totals } = await run(UNITS, ['x', 'y'], build)
    t.strictSame(totals, { files: 5, passed: 10, failed: 0, skipped: [], isBroken: true })
    t.strictSame(ran, UNITS.flatMap((file) => [file, `ok ${file}`]).sort())
  }
  const { files, isBroken } = await run([], ['x'], async () => false)
  t.strictSame({ files, isBroken }, { files: 0, isBroken: true })
})

t.test('a build that cannot be started is an error', async (t) => {
  await t.rejects(
    run(UNITS, ['x'], async () => {
      throw new Error('no such program')
    }),
    { message: 'no such program' },
  )
})

t.test('nothing is built for files that need no build', async (t) => {
  const { files, isBroken } = await run(UNITS, [], async () => t.fail('built'))
  t.strictSame({ files, isBroken }, { files: 5, isBroken: false })
})

t.test('failures and what is skipped are counted', async (t) => {
  const { ran, ...totals } = await run(['bad', 'a', 'skips 1', 'skips 2'], [], soon)
  t.strictSame(totals, { files: 4, passed: 8, failed: 1, skipped: [['not installed: x', 2]], isBroken: false })
  t.ok(ran.includes('FAILED bad'))
})
