// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

/**
 * Fails unless the tests of `npm run test:all` have covered all of src, and names the files that they have not.
 * `npx tap report text` shows the lines.
 */

const MEASURES = ['lines', 'functions', 'branches']

const root = fileURLToPath(new URL('..', import.meta.url))

/** @type {Record<string, Record<string, { total: number, covered: number, pct: number }>>} */
const summary = JSON.parse(readFileSync(`${root}.tap/report/coverage-summary.json`, 'utf8'))
const covered = new Map(
  Object.entries(summary).map(([file, counts]) => [file.replace(root, '').replaceAll('\\', '/'), counts]),
)

for (const name of MEASURES) console.log(`${name}: ${covered.get('total')?.[name]?.pct ?? 0} % covered`)

for (const file of sourceFiles()) {
  const gap = gapOf(file)
  if (gap === undefined) continue
  console.log(`${file}: ${gap}`)
  process.exitCode = 1
}

/** @returns {string[]} */
function sourceFiles() {
  return readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .sort()
}

/** @param {string} file @returns {string | undefined} */
function gapOf(file) {
  const counts = covered.get(file)
  // The report leaves out what was never loaded, and types never are.
  if (counts === undefined) return hasCode(file) ? 'no test loads it' : undefined
  const gaps = MEASURES.map((name) => ({ name, total: 0, covered: 0, ...counts[name] }))
    .filter(({ total, covered }) => covered < total)
    .map(({ name, total, covered }) => `${covered} of ${total} ${name}`)
  return gaps.length === 0 ? undefined : `only ${gaps.join(', ')} covered`
}

/** Whether anything of a file runs. @param {string} file */
function hasCode(file) {
  const { code } = transformSync(readFileSync(root + file, 'utf8'), {
    loader: 'ts',
    minifyWhitespace: true,
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  })
  return code.trim() !== ''
}
