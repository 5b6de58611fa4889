// @ts-check
import { readdirSync, rmSync } from 'node:fs'
import { build } from 'esbuild'
import { TRANSPILED } from './loader-hooks.mjs'

const FOLDERS = ['src', 'test', 'examples']

/**
 * Makes JavaScript of all TypeScript, once for all test files, which `loader.mjs` then loads in its place. Each test
 * file is a process of its own: what tsx costs in each, about half a second, is more than most tests take.
 */
export async function transpileAll() {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .map((file) => `${folder}/${file}`),
  )
  rmSync(TRANSPILED, { recursive: true, force: true })
  await build({
    entryPoints: files,
    outdir: TRANSPILED,
    outbase: '.',
    format: 'esm',
    sourcemap: 'inline',
    sourcesContent: false,
    // About `require` in an ES module: it is one of the files that become CommonJS.
    logLevel: 'error',
  })
}
