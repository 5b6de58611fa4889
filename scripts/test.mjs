// @ts-check
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, watch } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { groupOf, testFiles } from '../test/groups.mjs'
import { runFile } from './run-test-file.mjs'
import { runTests } from './run-tests.mjs'
import { transpileAll } from './transpile.mjs'

/**
 * Runs test files from the sources: `node scripts/test.mjs unit built`, which builds meanwhile, or the files and folders
 * that are named, `test/http test/config/problems.test.ts`; `--watch` runs again what belongs to a file that changes.
 * Coverage, and all that needs other programs, is for `npm run test:all`.
 */

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const watching = process.argv.includes('--watch')
const wanted = process.argv.slice(2).filter((argument) => argument !== '--watch')
const groups = wanted.filter((argument) => !existsSync(argument))
const paths = wanted.filter((argument) => existsSync(argument)).map((path) => path.replace(/^\.\//, ''))
const all = testFiles()
const chosen = all.filter(
  (file) => groups.includes(groupOf(file)[1]) || paths.some((path) => isInside(`test/${file}`, path)),
)

const unknown = groups.filter((group) => !all.some((file) => groupOf(file)[1] === group))
if (unknown.length > 0) {
  console.log(`${unknown.join(', ')}: expected a file or folder of test/, or unit, built or programs`)
  process.exit(1)
}

if (!watching) process.exitCode = (await runAll(chosen)) ? 0 : 1
else await runAgain(chosen)

/** @param {string} file @param {string} path */
function isInside(file, path) {
  return file === path || file.startsWith(`${path.replace(/\/$/, '')}/`)
}

/** @param {readonly string[]} files below test/ @returns {Promise<boolean>} whether all have passed */
async function runAll(files) {
  const start = performance.now()
  await transpileAll()
  const needsBuild = (/** @type {string} */ file) => groups.includes('built') && groupOf(file)[1] === 'built'
  const totals = await runTests(
    { ready: files.filter((file) => !needsBuild(file)), built: files.filter(needsBuild) },
    { build, runFile: (file) => runFile(`test/${file}`), report },
  )
  for (const [reason, count] of totals.skipped) console.log(`Skipped ${count}: ${reason}`)
  if (groups.length > 0) console.log(leftOut())
  const seconds = Math.round((performance.now() - start) / 1000)
  console.log(`${totals.files} files in ${seconds} s\n${totals.passed} passed, ${totals.failed} failed`)
  if (totals.isBroken) console.log(`The build failed, so ${files.length - totals.files} files did not run`)
  return totals.failed === 0 && !totals.isBroken && totals.files > 0
}

/** @param {string} file @param {import('./run-test-file.mjs').FileResult} result */
function report(file, { passed, failed, output }) {
  if (failed > 0) console.log(`\n${withoutPasses(output)}\nFAILED test/${file}\n${snapshotHint(output)}`)
  else if (process.stdout.isTTY || watching) console.log(`ok test/${file} (${passed})`)
}

/** @returns {Promise<boolean>} whether it has succeeded */
async function build() {
  const child = spawn(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  const [code] = await once(child, 'close')
  return code === 0
}

/** @param {string} output */
function withoutPasses(output) {
  return output.replaceAll(/^ *(ok \d+|1\.\.\d+|# Subtest).*\n/gm, '').replaceAll(/\n{2,}/g, '\n')
}

/** @param {string} output */
function snapshotHint(output) {
  if (!output.includes('must match snapshot')) return ''
  return 'If the new text is right, write it into the snapshots with npm run snapshot, and read git diff.\n'
}

function leftOut() {
  const rest = all.map(groupOf).filter(([, group]) => !groups.includes(group))
  const lines = [...new Set(rest.map(([key, , needs]) => `  test/${key}${needs === '' ? '' : ` (${needs})`}`))]
  return lines.length === 0 ? '' : `Left out:\n${lines.join('\n')}\nTo run everything: npm run test:all`
}

/** @param {readonly string[]} files */
async function runAgain(files) {
  if (paths.length > 0) await runAll(files)
  console.log('Waiting for changes in src and test')
  /** @type {Set<string>} */
  const changed = new Set()
  for (const folder of ['src', 'test']) {
    watch(folder, { recursive: true }, (_, name) => {
      if (name?.endsWith('.ts')) changed.add(`${folder}/${name}`)
    })
  }
  for (;;) {
    // Editors write a file more than once.
    await new Promise((resolve) => setTimeout(resolve, 200))
    if (changed.size === 0) continue
    const belongs = new Set([...changed].flatMap(testsOf))
    changed.clear()
    await runAll(paths.length > 0 ? files : [...belongs])
  }
}

/** A test itself, a source's own test, else those of its folder. @param {string} path */
function testsOf(path) {
  const file = path.replace(/^(src|test)\//, '')
  if (path.startsWith('test/')) return all.includes(file) ? [file] : all.filter((test) => isInside(test, dirname(file)))
  const own = file.replace(/\.ts$/, '.test.ts')
  return all.includes(own) ? [own] : all.filter((test) => dirname(test) === dirname(file))
}
