// @ts-check
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { build } from 'esbuild'

/**
 * Runs in Stryker's sandbox: makes plain JavaScript of the tests and of the mutated sources, tap included. Each mutant
 * starts a process for each test file, and tap's own loader would take seconds every time.
 */

const entryPoints = ['http', 'config', 'policy'].flatMap((part) =>
  readdirSync(`test/${part}`)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/${part}/${file}`),
)

for (const entry of entryPoints) {
  const snapshot = `tap-snapshots/${entry}.test.cjs`
  if (!existsSync(snapshot)) continue
  // tap looks for a snapshot, and for its entries, by the path of the test that runs.
  const test = entry.replace('test/', '.mutation/tests/').replace('.test.ts', '.test.js')
  const copy = `tap-snapshots/${test}.test.cjs`
  mkdirSync(dirname(copy), { recursive: true })
  writeFileSync(copy, readFileSync(snapshot, 'utf8').replaceAll(entry, test))
}

await build({
  entryPoints,
  outbase: 'test',
  outdir: '.mutation/tests',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Tests compare the names of classes.
  keepNames: true,
  alias: { '#packages': './src/platform/packages.ts' },
  // What tap is made of is CommonJS in part, and asks for Node's modules with `require`.
  banner: {
    js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
  },
  logLevel: 'warning',
})
