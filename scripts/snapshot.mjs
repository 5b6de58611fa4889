// @ts-check
import { fileURLToPath } from 'node:url'
import { testFiles } from '../test/groups.mjs'
import { runFile } from './run-test-file.mjs'
import { transpileAll } from './transpile.mjs'

/**
 * Writes again everything that repeats a sentence of `src/text`: the snapshots, and the outputs in README and docs.
 * Look at `git diff` afterwards. Without nginx, Varnish and the other programs, the outputs of the field guide that need
 * them stay as they are.
 */

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const REWRITES = { TAP_SNAPSHOT: '1', UPDATE_DOCS: '1' }
const FILES = [
  ...testFiles().filter((file) => /^(text\/|config\/messages)/.test(file)),
  // One after the other: both write docs/field-guide.md.
  'doctor/stories.test.ts',
  'docs.test.ts',
]

await transpileAll()
for (const file of FILES) {
  const { failed, skips, output } = await runFile(`test/${file}`, REWRITES)
  console.log(
    `${failed === 0 ? 'written' : 'FAILED '} test/${file}${skips.length > 0 ? ` (${skips.length} skipped)` : ''}`,
  )
  if (failed === 0) continue
  console.log(output)
  process.exitCode = 1
}
