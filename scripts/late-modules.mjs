// @ts-check
import { posix, resolve } from 'node:path'

/**
 * What most apps do not need is a file of its own in CommonJS, which is loaded when it is first used: V8 reads every
 * byte of a file before it runs the first. An `import` cannot wait in this way. The code for origin patterns stays where
 * it is: a second file cost configs with patterns more than it saved the others.
 */

/**
 * Each late file, and the modules of src that are only reached through it. What else they import is in it a second time,
 * so that must hold no state. They are first used while a program starts: no request waits for a file.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const LATE_FILES = {
  routes: ['adapters/fastify-router', 'adapters/fastify-table'],
}

const LATE_ENTRY = 'late:'

/** @param {string} name @returns {string} the entry that `lateEntries` makes a module of */
export function lateEntryOf(name) {
  return `${LATE_ENTRY}${name}`
}

/** @type {import('rolldown').Plugin} */
export const lateEntries = {
  name: 'late-entries',
  resolveId: (id) => (id.startsWith(LATE_ENTRY) ? `${resolve('src', id.slice(LATE_ENTRY.length))}.late.js` : null),
  load: (id) => {
    const name = /\/([a-z]+)\.late\.js$/.exec(id)?.[1]
    if (name === undefined) return null
    return (LATE_FILES[name] ?? []).map((module) => `export * from './${module}.ts'`).join('\n')
  },
}

/** By the path of its source. @type {ReadonlyMap<string, string>} */
const lateFileOf = new Map(
  Object.entries(LATE_FILES).flatMap(([name, modules]) =>
    modules.map((module) => /** @type {const} */ ([resolve('src', `${module}.ts`), `#${LATE_ENTRY}${name}`])),
  ),
)

/** Leaves what is in a late file out. @type {import('rolldown').Plugin} */
export const lateImports = {
  name: 'late-imports',
  async resolveId(source, importer, options) {
    if (!source.startsWith('.')) return null
    const resolved = await this.resolve(source, importer, options)
    const id = resolved && lateFileOf.get(resolved.id)
    return id ? { id, external: true } : null
  },
}

/**
 * Loads late files, and `#packages`, when they are first used: to find `#packages` takes as long as to load a plugin.
 *
 * @type {import('rolldown').Plugin}
 */
export const lateRequire = {
  name: 'late-require',
  renderChunk(code, { fileName }) {
    return [...code.matchAll(/^let (\w+) = require\("(#packages|#late:\w+)"\);$/gm)].reduce(
      (text, [line, name = '', id = '']) =>
        text
          .replaceAll(new RegExp(`\\b${name}\\.`, 'g'), `${name}.late.`)
          .replace(
            line,
            `const ${name} = { get late() { return this.loaded ??= require("${pathOf(id, fileName)}"); } };`,
          ),
      code,
    )
  },
}

/** @param {string} id of what is loaded late @param {string} fileName that loads it, in dist */
function pathOf(id, fileName) {
  const [, name] = id.split(`#${LATE_ENTRY}`)
  return name === undefined
    ? id
    : `${posix.relative(posix.dirname(fileName), '.')}/chunks/${name}.cjs`.replace(/^\//, './')
}
