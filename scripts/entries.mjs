// @ts-check
import { readFileSync } from 'node:fs'

/**
 * What package.json names is what is built: `./dist/a/b.js` (ESM), `.cjs` (CommonJS) and their declarations (`.d.ts`,
 * `.d.cts`) are made of `src/a/b.ts`. `./dist/a/b.node.js` loads `b.cjs`.
 */

const { bin, exports, imports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** @typedef {'js' | 'cjs' | 'node.js' | 'd.ts' | 'd.cts'} Extension */

/** @param {unknown} target a path, or paths by condition @returns {string[]} */
function pathsIn(target) {
  return typeof target === 'string' ? [target] : Object.values(target ?? {}).flatMap(pathsIn)
}

/**
 * @param {unknown} targets
 * @param {Extension} extension
 * @returns {string[]} paths below `src` and `dist`, without extension
 */
function named(targets, extension) {
  const suffix = `.${extension}`
  const inDist = pathsIn(targets).filter((path) => path.startsWith('./dist/') && path.endsWith(suffix))
  const names = inDist.map((path) => path.slice('./dist/'.length, -suffix.length))
  return [...new Set(names.filter((name) => !name.endsWith('.node')))]
}

/** @param {Extension} extension @returns {string[]} the subpaths' files */
export function entries(extension) {
  return named(exports, extension)
}

/** @param {'js' | 'cjs'} extension @returns {string[]} what `#packages` is, by condition */
export function platforms(extension) {
  return named(imports, extension)
}

/** @returns {string[]} what an `import` in Node loads as CommonJS */
export function nodeEntries() {
  return [...named(exports, 'node.js'), ...named(imports, 'node.js')]
}

/** @returns {string[]} the programs */
export function programs() {
  return named(bin, 'js')
}

/** Whether a server loads it when it starts. @param {string} entry */
export function isLoadedAtStart(entry) {
  return entry === 'index' || entry.startsWith('adapters/')
}
