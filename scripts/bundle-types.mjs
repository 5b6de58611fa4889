// @ts-check
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'
import { entries } from './entries.mjs'

/**
 * Rolls the compiler's declarations up: what no subpath exports or needs is not published.
 *
 * @param {string} folder where the compiler has put them
 */
export async function bundleTypes(folder) {
  const names = entries('d.ts')
  const build = await rollup({
    input: Object.fromEntries(names.map((name) => [name, join(folder, `${name}.d.ts`)])),
    external: /^[^./]/,
    plugins: [dts()],
  })
  await build.write({
    dir: 'dist',
    format: 'es',
    entryFileNames: '[name].d.ts',
    chunkFileNames: ({ name }) => `chunks/${name.replace(/\.d$/, '')}.d.ts`,
  })
  for (const name of names) await markTypes(name)
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.d.ts'))
  for (const file of files) {
    const text = readFileSync(join('dist', file), 'utf8').replaceAll(/(from '\.[^']*)\.js'/g, "$1.cjs'")
    writeFileSync(join('dist', file.replace(/\.d\.ts$/, '.d.cts')), withCallable(text))
  }
}

/** Across chunks, Rollup forgets which classes are exported as types only. @param {string} name of the entry */
async function markTypes(name) {
  const values = Object.keys(await import(pathToFileURL(resolve('dist', `${name}.js`)).href))
  const file = join('dist', `${name}.d.ts`)
  const text = readFileSync(file, 'utf8').replaceAll(EXPORTS, (_, type, list, from = '') => {
    const marked = namesIn(list).map(({ text, exported }) =>
      type !== undefined || values.includes(exported) ? text : `type ${text}`,
    )
    return `export ${type ?? ''}{ ${marked.join(', ')} }${from};`
  })
  writeFileSync(file, text)
}

/**
 * What `require()` returns is the default export where that is a function, with all other exports on it: `export =`.
 *
 * @param {string} text the declarations of an entry
 */
function withCallable(text) {
  const lists = [...text.matchAll(EXPORTS)].flatMap(([, type = '', list = '']) =>
    namesIn(list).map((name) => ({ ...name, type: name.text.startsWith('type ') ? 'type ' : type })),
  )
  const { local } = lists.find(({ exported }) => exported === 'default') ?? {}
  const declared = `declare function ${local}(`
  if (local === undefined || !text.includes(declared)) return text
  const exported = lists.map(({ type, text, local: name, exported }) =>
    name === local ? `main as ${exported}` : `${type}${text.replace(/^type /, '')}`,
  )
  const members = `declare namespace main {\n    export { ${exported.join(', ')} };\n}\nexport = main;\n`
  return `${text.replaceAll(declared, 'declare function main(').replaceAll(EXPORTS, '').trimEnd()}\n\n${members}`
}

/** As Rollup writes it. */
const EXPORTS = /^export (type )?\{ (.*) \}( from '.*')?;$/gm

/** @param {string} list */
function namesIn(list) {
  return list.split(', ').map((text) => {
    const [local = '', exported = local] = text.replace(/^type /, '').split(' as ')
    return { text, local, exported }
  })
}
