// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'
import { entries } from './entries.mjs'

/**
 * Rolls the compiler's declarations up: what no subpath exports or needs is not published.
 *
 * All of them are in `dist/types`, as those of CommonJS modules, which ES modules can import too; the other way round
 * needs TypeScript 5.3. The declarations of a subpath name what it exports there, once for each format: to declare a
 * class or an augmentation twice would make two types of it, which a program that uses both formats could not mix.
 *
 * @param {string} folder where the compiler has put them
 */
export async function bundleTypes(folder) {
  const names = entries('d.ts')
  const build = await rollup({
    input: Object.fromEntries(names.map((name) => [flat(name), join(folder, `${name}.d.ts`)])),
    external: /^[^./]/,
    plugins: [dts()],
  })
  await build.write({
    dir: 'dist/types',
    format: 'es',
    entryFileNames: '[name].d.cts',
    chunkFileNames: ({ name }) => `shared-${name.replace(/\.d$/, '')}.d.cts`,
  })
  for (const name of names) await writeEntry(name)
}

/** @param {string} name */
function flat(name) {
  return name.replaceAll('/', '-')
}

/** As Rollup writes it. */
const EXPORTS = /^export (type )?\{ (.*) \}( from '.*')?;\n/gm

/** @param {string} name */
async function writeEntry(name) {
  const file = join('dist/types', `${flat(name)}.d.cts`)
  const text = readFileSync(file, 'utf8')
  // Across chunks, Rollup forgets which classes are exported as types only.
  const values = Object.keys(await import(pathToFileURL(resolve('dist', `${name}.js`)).href))
  const names = [...text.matchAll(EXPORTS)].flatMap(([, , list = '']) => namesIn(list))
  const isType = (/** @type {string} */ exported) => !values.includes(exported)
  const main = names.find(({ exported }) => exported === 'default')?.local
  const callable =
    main !== undefined &&
    [`declare function ${main}(`, `declare function ${main}<`].some((start) => text.includes(start))
  writeFileSync(file, callable ? withNamespace(text, main, names, isType) : text.replaceAll(' as default', ' as main'))

  const path = posix.relative(dirname(name), `types/${flat(name)}.cjs`)
  const specifier = path.startsWith('.') ? path : `./${path}`
  const list = names.map(({ exported }) =>
    exported === 'default' ? 'main as default' : `${isType(exported) ? 'type ' : ''}${exported}`,
  )
  const all = `export { ${list.join(', ')} } from '${specifier}'\n`
  mkdirSync(dirname(join('dist', name)), { recursive: true })
  writeFileSync(join('dist', `${name}.d.ts`), all)
  writeFileSync(join('dist', `${name}.d.cts`), callable ? `import { main } from '${specifier}'\nexport = main\n` : all)
}

/**
 * What `require()` returns is the default export, if that is a function, with all other exports on it. TypeScript calls
 * that a namespace.
 *
 * @param {string} text
 * @param {string} main the default export
 * @param {ReturnType<typeof namesIn>} names
 * @param {(exported: string) => boolean} isType
 */
function withNamespace(text, main, names, isType) {
  const declarations = text
    .replace(new RegExp(`declare function ${main}(?=[<(])`, 'g'), 'declare function main')
    .replaceAll(EXPORTS, '')
  const members = names.map(({ local, exported }) => {
    const from = local === main ? 'main' : local
    return `${isType(exported) ? 'type ' : ''}${from === exported ? from : `${from} as ${exported}`}`
  })
  const exported = members.filter((member) => member !== 'main as default')
  return `${declarations.trimEnd()}

declare namespace main {
    export { ${members.join(', ')} };
}
export { main, ${exported.join(', ')} };
`
}

/** @param {string} list */
function namesIn(list) {
  return list.split(', ').map((text) => {
    const [local = '', exported = local] = text.replace(/^type /, '').split(' as ')
    return { local, exported }
  })
}
