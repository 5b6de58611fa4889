// @ts-check
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'

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

/** What compiles a config that has no problems: most of what each program runs once, at its start. */
const runAtStart = new Set([
  ...['http/field-names', 'http/token'],
  ...['config/parse-config', 'config/parse-fields', 'config/parse-origins', 'config/read-values'],
  ...['config/origin-pattern', 'config/origin-text', 'config/canonical-host'],
  ...['policy/compile-policy', 'policy/origin-set', 'policy/answer'],
])

/**
 * V8 compiles a function that stands in parentheses with its file, and every other one by itself when it is first
 * called, which takes it several times as long.
 *
 * @type {import('rolldown').Plugin}
 */
const compileWithFile = {
  name: 'compile-with-file',
  transform: {
    filter: { id: /\/src\/.*\.ts$/ },
    handler(code, path) {
      if (!runAtStart.delete(path.replace(/^.*\/src\/(.*)\.ts$/, '$1'))) return
      let text = code
      for (const statement of parseAst(code, { lang: 'ts' }).body.toReversed()) {
        const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
        if (declared?.type !== 'FunctionDeclaration') continue
        const { id, start, end } = declared
        text = `${text.slice(0, start)}const ${id?.name} = (${text.slice(start, end)})${text.slice(end)}`
      }
      // No line has moved, and that is what a stack trace shows.
      return { code: text, map: null }
    },
  },
}

const bundle = await rolldown({
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  input: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
  platform: 'node',
  plugins: [compileWithFile],
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
if (runAtStart.size > 0) throw new Error(`There is no ${[...runAtStart].join(', ')}`)
