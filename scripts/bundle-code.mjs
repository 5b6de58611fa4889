// @ts-check
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { rolldown } from 'rolldown'
import { entries, isLoadedAtStart, nodeEntries, platforms, programs } from './entries.mjs'
import { LATE_FILES, lateEntries, lateEntryOf, lateImports, lateRequire } from './late-modules.mjs'
import { licences } from './licences.mjs'

/** @typedef {'esm' | 'cjs'} Format */

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const inNode = nodeEntries()
const EXTENSIONS = /** @type {const} */ ({ esm: 'js', cjs: 'cjs' })

/**
 * Makes ES modules that share chunks, for bundlers, and CommonJS, where a subpath that a server loads is one file: Node
 * loads one faster than several. All other packages than the dependencies are bundled, with their licences.
 */
export async function bundleCode() {
  await bundle(sourcesOf([...entries('js'), ...programs()]), 'esm')
  for (const entry of platforms('js')) await bundle(sourcesOf([entry]), 'esm')
  const inCommonJs = entries('cjs')
  const tools = inCommonJs.filter((entry) => !isLoadedAtStart(entry))
  for (const entry of inCommonJs.filter(isLoadedAtStart)) await bundle(sourcesOf([entry]), 'cjs', [lateImports])
  for (const entry of platforms('cjs')) await bundle(sourcesOf([entry]), 'cjs')
  await bundle(sourcesOf(tools), 'cjs')
  for (const name of Object.keys(LATE_FILES))
    await bundle({ [`chunks/${name}`]: lateEntryOf(name) }, 'cjs', [lateEntries])
}

/** @param {readonly string[]} names */
function sourcesOf(names) {
  return Object.fromEntries(names.map((name) => [name, `src/${name}.ts`]))
}

/**
 * @param {Record<string, string>} input modules by the name of their file
 * @param {Format} format
 * @param {import('rolldown').Plugin[]} plugins
 */
async function bundle(input, format, plugins = []) {
  const build = await rolldown({
    input,
    // For Node, bundled packages would load modules of Node that they can do without, and bundles for browsers could not.
    platform: 'neutral',
    external: (id) => id.startsWith('node:') || id.startsWith('#') || Object.hasOwn(dependencies, packageOf(id)),
    // The one that is meant for editors and type checkers gives `#packages` a file of src.
    tsconfig: false,
    // What is made for bundlers, of packages whose `main` loads files by names that it computes.
    resolve: { mainFields: ['module', 'main'] },
    plugins: [...plugins, withoutStreams, licences, ...(format === 'cjs' ? [lateRequire, ofNode] : [])],
  })
  const [only, ...more] = Object.keys(input)
  const chunks = more.length === 0 ? basename(/** @type {string} */ (only)) : 'chunk'
  const extension = EXTENSIONS[format]
  const { output } = await build.write({
    dir: 'dist',
    format,
    exports: 'named',
    entryFileNames: `[name].${extension}`,
    chunkFileNames: `chunks/${chunks}-[name].${extension}`,
    // Licences come from `licences`, and other comments are in the declarations.
    comments: false,
    // V8 reads and compiles a text of ASCII faster, since each character is one byte.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: false, asciiOnly: true } },
    outro: (chunk) => (format === 'cjs' && chunk.isEntry ? callable(chunk.exports) : ''),
  })
  if (format === 'cjs') {
    for (const chunk of output) {
      if (chunk.type === 'chunk' && inNode.includes(chunk.name)) writeNodeEntry(chunk.name, chunk.exports)
    }
  }
}

/** sax reads strings here, and loads Node's streams if it finds them. @type {import('rolldown').Plugin} */
const withoutStreams = {
  name: 'without-streams',
  resolveId: (id) => (id === 'stream' ? 'no-stream' : null),
  load: (id) => (id === 'no-stream' ? 'export const Stream = undefined' : null),
}

/**
 * Asks Node for its modules without `require`, of which a bundle in ES modules has none.
 *
 * @type {import('rolldown').Plugin}
 */
const ofNode = {
  name: 'of-node',
  renderChunk: (code) => code.replaceAll('require("node:', 'process.getBuiltinModule("node:'),
}

/**
 * What an `import` in Node loads: the CommonJS, which starts in half the time. It waits with what a config does not need
 * yet, and takes from `node:http` what it uses: to `import` that module is to load all of it, with `fetch` and
 * `WebSocket` (20 ms in Node 22 to 26). There are two files since Node searches all of a CommonJS file that an ES module
 * imports for exports; the second has nothing to search. Every path is a literal, so that bundlers and tools that trace
 * files find them.
 *
 * @param {string} entry a path below `dist`, without extension
 * @param {readonly string[]} names that it exports
 */
function writeNodeEntry(entry, names) {
  const file = basename(entry)
  const exported = names.map((name) => `export ${name === 'default' ? 'default' : `const ${name} =`} all.${name}\n`)
  writeFileSync(`dist/${entry}.node.js`, `import all from './${file}.node.cjs'\n${exported.join('')}`)
  writeFileSync(`dist/${entry}.node.cjs`, `'use strict'\nconst all = require('./${file}.cjs')\nmodule.exports = all\n`)
}

/** Of CommonJS, people expect that `require('cors-policy/express')` can be called. @param {readonly string[]} names */
function callable(names) {
  return names.includes('default') ? 'module.exports = Object.assign(exports.default, exports);' : ''
}

/** @param {string} specifier */
function packageOf(specifier) {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
