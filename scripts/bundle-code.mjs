// @ts-check
import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { basename } from 'node:path'
import { rolldown } from 'rolldown'
import { entries, isLoadedAtStart, platforms, programs } from './entries.mjs'
import { licences } from './licences.mjs'

/** @typedef {'esm' | 'cjs'} Format */

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const EXTENSIONS = /** @type {const} */ ({ esm: 'js', cjs: 'cjs' })

/**
 * Makes one file of each subpath that a server loads, and chunks of what the tools have in common. All other packages
 * than the dependencies are bundled, with their licences.
 */
export async function bundleCode() {
  for (const format of /** @type {const} */ (['esm', 'cjs'])) {
    const extension = EXTENSIONS[format]
    const all = entries(extension)
    const tools = all.filter((entry) => !isLoadedAtStart(entry))
    for (const entry of [...all.filter(isLoadedAtStart), ...platforms(extension)]) await bundle([entry], format)
    await bundle(format === 'esm' ? [...tools, ...programs()] : tools, format)
  }
}

/** @param {readonly string[]} names @param {Format} format */
async function bundle(names, format) {
  const build = await rolldown({
    input: Object.fromEntries(names.map((name) => [name, `src/${name}.ts`])),
    platform: 'node',
    external: (id) => isBuiltin(id) || id.startsWith('#') || Object.hasOwn(dependencies, packageOf(id)),
    // The one that is meant for editors and type checkers gives `#packages` a file of src.
    tsconfig: false,
    // What is made for bundlers, of packages whose `main` loads files by names that it computes.
    resolve: { mainFields: ['module', 'main'] },
    plugins: format === 'cjs' ? [licences, lateRequire] : [licences],
  })
  const [only, ...more] = names
  const chunks = more.length === 0 ? basename(/** @type {string} */ (only)) : 'chunk'
  const extension = EXTENSIONS[format]
  await build.write({
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
}

/** Of CommonJS, people expect that `require('cors-policy/express')` can be called. @param {readonly string[]} names */
function callable(names) {
  return names.includes('default') ? 'module.exports = Object.assign(exports.default, exports);' : ''
}

/**
 * What an import becomes in CommonJS is loaded with the file. `#packages` is for configs with problems or with
 * patterns, and to find it takes as long as to load a plugin: so it is loaded when it is first used.
 */
const lateRequire = {
  name: 'late-require',
  /** @param {string} code */
  renderChunk(code) {
    const [line, name] = /^let (\w+) = require\("#packages"\);$/m.exec(code) ?? []
    if (line === undefined) return null
    const late = `const ${name} = () => require("#packages");`
    return code.replaceAll(new RegExp(`\\b${name}\\.`, 'g'), `${name}().`).replace(line, late)
  },
}

/** @param {string} specifier */
function packageOf(specifier) {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
