// @ts-check
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

/**
 * Makes one file of each entry of package.json, and of what they share: to load sixty small modules takes a program's
 * start several times as long as the few that they are put together in.
 */

const { bin, exports, imports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** @param {unknown} target a path, or paths by condition @returns {string[]} */
function pathsIn(target) {
  return typeof target === 'string' ? [target] : Object.values(target ?? {}).flatMap(pathsIn)
}

const entries = pathsIn({ bin, exports, imports })
  .filter((path) => path.endsWith('.js'))
  .map((path) => path.replace(/^\.\/dist\/(.*)\.js$/, '$1'))

const bundle = await rolldown({
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  input: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
  platform: 'node',
  // Packages, and what package.json's `imports` choose where the library runs.
  external: /^[^./]/,
})
await bundle.write({
  dir: 'dist',
  sourcemap: true,
  // They are in the maps, and not beside them: a path would lead nowhere, or in this repository to what tests cover.
  sourcemapPathTransform: (path) => path.replace(/^.*?\/src\//, 'cors-policy:///src/'),
  chunkFileNames: 'chunks/[name].js',
  codeSplitting: {
    groups: [
      { name: 'core', test: /\/src\/(http|config|policy)\// },
      { name: 'node-adapters', test: /\/src\/adapters\/(node-|header-merge)/ },
    ],
  },
})
