// @ts-check
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { transform } from 'esbuild'
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
  await Promise.all(files.map(transpile))
}

/** @param {string} file */
async function transpile(file) {
  const { code } = await transform(readFileSync(file, 'utf8'), {
    loader: 'ts',
    // From the file's own folder, as a source map names it.
    sourcefile: basename(file),
    sourcemap: 'inline',
    sourcesContent: false,
    target: 'es2022',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  })
  const target = `${TRANSPILED}/${file.slice(0, -'ts'.length)}js`
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, code)
}
