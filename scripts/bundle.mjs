// @ts-check
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * Makes one file of each entry of package.json, and of what they share: to load sixty small modules takes a program's
 * start several times as long as the few that they are put together in.
 */

const { bin, exports, imports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** @param {unknown} target a path, or paths by condition @returns {string[]} */
function pathsIn(target) {
  return typeof target === 'string' ? [target] : Object.values(target ?? {}).flatMap(pathsIn)
}

const built = new Set(pathsIn({ bin, exports, imports }).filter((path) => path.endsWith('.js')))

await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: [...built].map((path) => path.replace('./dist/', 'src/').replace(/\.js$/, '.ts')),
  outbase: 'src',
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  packages: 'external',
  // Which file that is, package.json says where the library runs.
  external: Object.keys(imports),
  sourcemap: true,
  logLevel: 'warning',
})
