import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { platforms } from '../scripts/entries.mjs'
import { isOfCore } from './support/core.js'
import { COMPUTED, type Import, importsOf, importsOfFile, listFiles } from './support/imports.js'

/** What each part of src may import: other parts, packages, and `node:*` for everything that Node has built in. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  http: [],
  sites: ['http', '#packages'],
  config: ['text', 'http', 'sites', '#packages'],
  // What is another file where the library runs in Node: package.json's `imports`.
  platform: ['text', 'config', 'sites', 'ipaddr.js', 'tldts', 'node:*', '#words'],
  policy: ['text', 'config', 'http'],
  adapters: ['text', 'policy', 'config', 'http', 'node:*', 'fastify', 'fastify-plugin', 'hono'],
  'fetch-model': ['text', 'http', 'sites'],
  explain: ['text', 'fetch-model', 'policy', 'config', 'http'],
  // Parsers are bundled: a server installs none of them.
  interop: ['text', 'config', 'policy', 'http', 'sites', '@eslint-community/regexpp', 'jsonc-parser', 'sax', 'yaml'],
  sync: ['text', 'policy', 'config'],
  // What a response really looked like, field line by field line, node:http says and fetch does not.
  doctor: ['text', 'fetch-model', 'explain', 'sites', 'http', 'node:*'],
  testing: ['text', 'fetch-model', 'explain', 'sites', 'http', 'node:*'],
  playground: [
    'text',
    'doctor',
    'interop',
    'explain',
    'fetch-model',
    'policy',
    'config',
    'sites',
    'http',
    'jsonc-parser',
    '#packages',
  ],
  // What is computed is the user's own config file.
  cli: [
    'text',
    'playground',
    'doctor',
    'interop',
    'explain',
    'fetch-model',
    'adapters',
    'policy',
    'config',
    'http',
    'node:*',
    // Where the sentences about a config are.
    '#packages',
    COMPUTED,
  ],
  'index.ts': ['policy', 'config'],
}
/** Peers that a user may do without: of these, types alone. */
const OPTIONAL_PEERS = ['fastify', 'hono']
const RUNTIME_DEPENDENCIES = ['fastify-plugin', 'ipaddr.js', 'tldts']
/** Packages that the build puts into the files that need them, with their licences. */
const BUNDLED = ['@eslint-community/regexpp', 'jsonc-parser', 'sax', 'yaml']

const root = fileURLToPath(new URL('..', import.meta.url))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | Record<'import' | 'require', { types: string; default: string }>>
  typesVersions: Record<string, Record<string, string[]>>
  dependencies: Record<string, string>
}
const sources = listFiles(join(root, 'src'))
const imports = new Map(sources.map((file) => [file, importsOfFile(join(root, 'src', file))]))
/** The files of src that each file of src imports. */
const graph = new Map(
  [...imports].map(([file, list]) => [file, list.flatMap(({ specifier }) => inside(file, specifier))]),
)

/** The top-level folder of a file of src, or the file itself. */
function partOf(file: string): string {
  return file.split('/')[0] as string
}

/** The file of src that a relative specifier names. */
function inside(importer: string, specifier: string): string[] {
  return specifier.startsWith('.') ? [join(dirname(importer), specifier).replace(/\.js$/, '.ts')] : []
}

/** What a specifier is in the terms of the table. */
function target(importer: string, specifier: string): string {
  const [file] = inside(importer, specifier)
  if (file !== undefined) return partOf(file)
  return isBuiltin(specifier) ? 'node:*' : specifier
}

function forbiddenImports(file: string, list: readonly Import[], table = MAY_IMPORT): string[] {
  const part = partOf(file)
  return list
    .filter(({ specifier, typeOnly }) => {
      const to = target(file, specifier)
      if (OPTIONAL_PEERS.includes(to) && !typeOnly) return true
      return to !== part && !table[part]?.includes(to)
    })
    .map(({ specifier }) => `${file} imports ${specifier}`)
}

// All files are parsed and imported, which takes long on a busy machine.
t.setTimeout(300_000)

t.test('the check sees all kinds of imports', async (t) => {
  const text = `
    import a from 'a'
    import 'b'
    import type { C } from 'c'
    import { type D } from 'd'
    export { e } from 'e'
    export * from 'f'
    export type { G } from 'g'
    const h = await import('h')
    type I = import('i').I
    const j = require('j')
    const k = import(name)
    export const l = 1
  `
  t.strictSame(
    importsOf(text).map(({ specifier, typeOnly }) => (typeOnly ? `type ${specifier}` : specifier)),
    // Under verbatimModuleSyntax, `import { type D }` still imports the module.
    ['a', 'b', 'type c', 'd', 'e', 'f', 'type g', 'h', 'type i', 'j', COMPUTED],
  )
})

t.test('each part imports what the table allows', async (t) => {
  t.ok(sources.length > 0)
  for (const [file, list] of imports) t.strictSame(forbiddenImports(file, list), [], file)
})

t.test('the table forbids other imports', async (t) => {
  const rows: [file: string, specifier: string, typeOnly: boolean, forbidden: boolean][] = [
    ['http/vary.ts', './token.js', false, false],
    ['http/vary.ts', '../config/types.js', true, true],
    ['config/a/b.ts', '../../http/token.js', false, false],
    ['config/types.ts', '../policy/answer.js', false, true],
    ['policy/answer.ts', 'node:util', false, true],
    ['policy/answer.ts', 'util', false, true],
    ['policy/answer.ts', 'tldts', false, true],
    ['config/public-suffix.ts', 'tldts', false, true],
    ['adapters/fastify.ts', 'node:util', false, false],
    ['adapters/fastify.ts', 'fastify', true, false],
    ['adapters/fastify.ts', 'fastify', false, true],
    ['adapters/fastify.ts', '../index.js', false, true],
    ['cli/main.ts', '../index.js', false, true],
    ['index.ts', './http/vary.js', false, true],
    ['unknown/x.ts', './y.js', false, false],
    ['unknown/x.ts', '../http/vary.js', false, true],
    ['http/vary.ts', COMPUTED, false, true],
    ['cli/main.ts', COMPUTED, false, false],
  ]
  for (const [file, specifier, typeOnly, forbidden] of rows) {
    t.equal(forbiddenImports(file, [{ specifier, typeOnly }]).length, forbidden ? 1 : 0, `${file} ${specifier}`)
  }
})

t.test('every file belongs to a part', async (t) => {
  t.strictSame(
    sources.filter((file) => !(partOf(file) in MAY_IMPORT)),
    [],
  )
})

t.test('CONTRIBUTING.md says what each folder may import', async (t) => {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
  for (const [part, allowed] of Object.entries(MAY_IMPORT)) {
    if (part.endsWith('.ts')) continue
    const cell = text.split(`\n| \`${part}\` | `)[1]?.split('\n')[0]?.split(' | ')[1] ?? ''
    const names = [...cell.matchAll(/`(.*?)`/g)].map(([, name]) => name)
    t.strictSame(
      names,
      allowed.filter((name) => name !== COMPUTED),
      part,
    )
  }
})

t.test('URLs are parsed once', async (t) => {
  // Node's optimised form answers false for what `new URL()` takes: see src/http/parse-url.ts.
  const asks = (text: string) => /\bcanParse\b(?!`)/.test(text)
  t.ok(asks('if (!URL.canParse(text)) return'))
  t.strictSame(
    sources.filter((file) => asks(readFileSync(join(root, 'src', file), 'utf8'))),
    [],
    'parseUrl in place of URL.canParse',
  )
})

t.test('nothing imports index.ts', async (t) => {
  t.ok(sources.includes('index.ts'))
  t.strictSame(
    [...graph].filter(([, files]) => files.includes('index.ts')).map(([file]) => file),
    [],
  )
})

t.test('imports name files that exist', async (t) => {
  for (const [file, targets] of graph) {
    t.strictSame(
      targets.filter((target) => !graph.has(target)),
      [],
      file,
    )
  }
})

/** A way from a file back to itself. */
function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const next of edges.get(file) ?? []) {
      const cycle = visit(next, [...path, file])
      if (cycle !== undefined) return cycle
    }
    done.add(file)
    return undefined
  }
  for (const file of edges.keys()) {
    const cycle = visit(file, [])
    if (cycle !== undefined) return cycle
  }
  return undefined
}

t.test('no imports in a circle, types included', async (t) => {
  t.equal(findCycle(graph), undefined)
  t.strictSame(
    findCycle(
      new Map([
        ['a', ['b', 'c']],
        ['b', []],
        ['c', ['d']],
        ['d', ['b', 'c']],
      ]),
    ),
    ['c', 'd', 'c'],
  )
})

t.test('the core imports nothing that only Node has', async (t) => {
  const core = sources.filter(isOfCore)
  t.ok(core.length > 0)
  for (const file of core) {
    const builtins = (imports.get(file) ?? []).filter(({ specifier }) => isBuiltin(specifier))
    t.strictSame(builtins, [], file)
  }
})

t.test('run-time dependencies', async (t) => {
  t.strictSame(Object.keys(manifest.dependencies).sort(), RUNTIME_DEPENDENCIES)
  const used = [...imports].flatMap(([file, list]) =>
    list.filter(({ typeOnly }) => !typeOnly).map(({ specifier }) => target(file, specifier)),
  )
  t.strictSame(
    [...RUNTIME_DEPENDENCIES, ...BUNDLED].filter((name) => !used.includes(name)),
    [],
    'none is for nothing',
  )
})

t.test('every platform has its source', async (t) => {
  const built = new Set([...platforms('js'), ...platforms('cjs')].map((name) => `${name}.ts`))
  t.strictSame([...built].sort(), sources.filter((file) => partOf(file) === 'platform').sort())
})

t.test('every subpath has its source, and both formats with their declarations', async (t) => {
  for (const [subpath, target] of Object.entries(manifest.exports)) {
    if (typeof target === 'string') {
      t.ok(existsSync(join(root, target)), subpath)
      continue
    }
    const name = target.import.default.replace(/^\.\/dist\/(.*)\.js$/, '$1')
    t.ok(sources.includes(`${name}.ts`), `${subpath} is src/${name}.ts`)
    const path = `./dist/${name}`
    const expected = {
      import: {
        types: `${path}.d.ts`,
        node: { production: `${path}.node.js`, module: `${path}.js`, default: `${path}.node.js` },
        default: `${path}.js`,
      },
      require: { types: `${path}.d.cts`, default: `${path}.cjs` },
    }
    t.strictSame(target, expected, subpath)
    // What a TypeScript without `exports` reads: moduleResolution node10.
    if (subpath !== '.') t.strictSame(manifest.typesVersions['*']?.[subpath.slice(2)], [`${path}.d.cts`], subpath)
  }
})

/** The files of src that the given ones import, through imports within one part and of its texts. */
function behind(files: readonly string[]): Set<string> {
  const reached = new Set<string>()
  const visit = (file: string) => {
    if (reached.has(file)) return
    reached.add(file)
    for (const next of graph.get(file) ?? []) if ([partOf(file), 'text'].includes(partOf(next))) visit(next)
  }
  for (const file of files) visit(file)
  return reached
}

t.test('every file has a test', async (t) => {
  // Helpers count too: a table that runs on several adapters imports those there.
  const tests = listFiles(join(root, 'test')).filter((file) => file.endsWith('.ts'))
  const imported = tests.flatMap((file) =>
    importsOfFile(join(root, 'test', file)).flatMap(({ specifier }) =>
      inside(join('test', file), specifier).flatMap((path) => (path.startsWith('src/') ? [path.slice(4)] : [])),
    ),
  )
  t.ok(imported.length > 0)
  const tested = behind(imported)
  t.strictSame(
    sources.filter((file) => !tests.includes(file.replace(/\.ts$/, '.test.ts')) && !tested.has(file)),
    [],
    'a test of its own, or one that imports it or a neighbour that does',
  )
})

t.test('every file can be imported by itself', async (t) => {
  // Coverage is of what tests load: what none does would not count. A program does its work when it is imported, so
  // tests run it instead.
  const modules = sources.filter((file) => !readFileSync(join(root, 'src', file), 'utf8').startsWith('#!'))
  for (const file of modules) t.ok(await import(`../src/${file.replace(/\.ts$/, '.js')}`), file)
})
