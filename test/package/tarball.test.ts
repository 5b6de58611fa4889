import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { publint } from 'publint'
import t from 'tap'
import ts from 'typescript'
import { runNode } from '../support/child.js'
import { EXAMPLES } from '../support/examples.js'
import { importsOfFile, listFiles } from '../support/imports.js'
import { makePackedProject } from '../support/packed-project.js'
import { typeErrors } from '../support/type-check.js'

/** What a stranger gets: the package is packed, installed in an empty project far from this one, and used there. */

const root = fileURLToPath(new URL('../..', import.meta.url))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string
  version: string
  exports: Record<string, string | { types: string; default: string }>
  imports: object
  bin: object
}
/** The subpaths with code, and the file of each. */
const MODULES = Object.entries(manifest.exports).flatMap(([subpath, target]) =>
  typeof target === 'string' ? [] : [{ name: join(manifest.name, subpath), file: target.default }],
)
const TARBALL = `${manifest.name}-${manifest.version}.tgz`
const MINUTES = 60_000

t.setTimeout(15 * MINUTES)

let project: string
/** Every file of the installed package. */
let files: string[]

t.before(async () => {
  project = await makePackedProject(t, ['fastify'])
  files = listFiles(join(project, 'node_modules', manifest.name))
})

/** What package.json names. */
function entriesOf(target: unknown): string[] {
  return typeof target === 'string' ? [target] : Object.values(target ?? {}).flatMap(entriesOf)
}

function readInstalled(path: string): string {
  return readFileSync(join(project, 'node_modules', manifest.name, path), 'utf8')
}

t.test('what is packed', async (t) => {
  const { bin, exports, imports } = manifest
  const entries = entriesOf({ bin, exports, imports }).map((path) => posix.normalize(path))
  const types = listFiles(join(root, 'src')).map((file) => `dist/${file.replace(/\.ts$/, '.d.ts')}`)
  const chunks = files.filter((path) => /^dist\/chunks\/[a-z-]+\.js$/.test(path))
  // What only hands on what is elsewhere has none.
  const mapped = (path: string) => path.endsWith('.js') && readInstalled(path).includes('//# sourceMappingURL=')
  const maps = [...entries, ...chunks].filter(mapped).map((path) => `${path}.map`)
  const texts = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md']
  const expected = [...entries, ...types, ...chunks, ...maps, ...texts, 'package.json']
  t.strictSame(files, [...new Set(expected)].sort())
})

t.test('what runs at the start is compiled with its file', async (t) => {
  const chunks = files.filter((path) => /^dist\/chunks\/.*\.js$/.test(path)).map(readInstalled)
  for (const name of ['compilePolicy', 'readConfig', 'parseOriginsOption', 'splitOrigin', 'compileAnswers']) {
    const declaration = `const ${name} = (function ${name}(`
    t.equal(chunks.filter((text) => text.includes(declaration)).length, 1, name)
  }
})

t.test('Node loads packages when a config first needs them', async (t) => {
  const program = `
    const { compilePolicy } = require('${manifest.name}')
    require('${manifest.name}/fastify')
    const loaded = () => ['ipaddr.js', 'tldts'].map((name) => require.resolve(name) in require.cache)
    compilePolicy({ origins: ['https://app.example.com'], methods: ['PUT'], headers: ['x-a'], credentials: true })
    const before = loaded()
    compilePolicy({ origins: ['https://10.0.0.0/8'] })
    const withRange = loaded()
    compilePolicy({ origins: ['https://*.example.com'], credentials: true })
    console.log(JSON.stringify([before, withRange, loaded()]))`
  const { stdout, stderr } = await runNode(['--eval', program], { cwd: project })
  t.equal(stdout, '[[false,false],[true,false],[true,true]]\n', stderr)
})

t.test('a bundle needs no package', async (t) => {
  const program = `
    import { compilePolicy } from '${manifest.name}'
    console.log(compilePolicy({ origins: ['https://*.example.com', 'https://10.0.0.0/8'] }).allows('https://10.1.2.3'))
    try {
      compilePolicy({ origins: ['https://*.co.uk'], credentials: true })
    } catch ({ problems }) {
      console.log(problems[0].code)
    }`
  for (const format of ['esm', 'cjs'] as const) {
    const stdin = { contents: program, resolveDir: project }
    const bundled = await build({ stdin, bundle: true, platform: 'node', format, write: false })
    const file = join(t.testdir(), format === 'esm' ? 'bundle.mjs' : 'bundle.cjs')
    writeFileSync(file, bundled.outputFiles[0]?.contents ?? '')
    const { stdout, stderr } = await runNode([file])
    t.strictSame({ stdout, stderr }, { stdout: 'true\npublic-suffix-with-credentials\n', stderr: '' }, format)
  }
})

t.test('source maps hold their sources, which are not packed', async (t) => {
  const maps = files.filter((path) => path.endsWith('.js.map'))
  t.ok(maps.length > 0)
  for (const path of maps) {
    const { sources, sourcesContent = [] } = JSON.parse(readInstalled(path)) as {
      sources: string[]
      sourcesContent?: string[]
    }
    t.equal(sources.length, sourcesContent.length, path)
    for (const source of sources) t.match(source, /\.ts$/, path)
  }
})

t.test('import and require of every subpath', async (t) => {
  t.ok(MODULES.length > 0)
  const expected: Record<string, string[]> = {}
  for (const { name, file } of MODULES) {
    const source = join(root, file.replace('./dist/', 'src/').replace(/\.js$/, '.ts'))
    expected[name] = Object.keys((await import(pathToFileURL(source).href)) as object).sort()
  }
  const names = JSON.stringify(Object.keys(expected))
  const ways = [
    ['import', 'module', 'await import(name)'],
    // Of an ES module, which Node >= 20.19 can do.
    ['require', 'commonjs', 'require(name)'],
  ] as const
  for (const [way, type, load] of ways) {
    const program = `for (const name of ${names}) console.log(JSON.stringify([name, Object.keys(${load})]))`
    const { code, stdout, stderr } = await runNode([`--input-type=${type}`, '--eval', program], { cwd: project })
    t.equal(code, 0, `${way} ${stderr}`)
    const loaded = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as [string, string[]])
    // Node marks a module with a default export for what transpilers make of require().
    const exported = loaded.map(([name, keys]) => [name, keys.filter((key) => key !== '__esModule').sort()])
    t.strictSame(Object.fromEntries(exported), expected, way)
  }
})

t.test('package.json is a subpath', async (t) => {
  const program = `console.log(require('${manifest.name}/package.json').version)`
  t.strictSame((await runNode(['--eval', program], { cwd: project })).stdout, `${manifest.version}\n`)
})

t.test('what is no subpath is private', async (t) => {
  const { code, stderr } = await runNode(['--eval', `require('${manifest.name}/dist/index.js')`], { cwd: project })
  t.equal(code, 1)
  t.match(stderr, 'ERR_PACKAGE_PATH_NOT_EXPORTED')
})

t.test('a TypeScript project', async (t) => {
  const consumer = join(project, 'consumer.mts')
  copyFileSync(fileURLToPath(new URL('../support/fixtures/consumer.ts', import.meta.url)), consumer)
  const imported = join(project, 'imported.mts')
  writeFileSync(imported, MODULES.map(({ name }, i) => `export * as module${i} from '${name}'`).join('\n'))
  const required = join(project, 'required.cts')
  writeFileSync(required, MODULES.map(({ name }, i) => `import module${i} = require('${name}')`).join('\n'))
  const strict = { skipLibCheck: false, verbatimModuleSyntax: true }
  t.strictSame(typeErrors([consumer, imported, required], strict), [], 'nodenext')
  const bundler = { ...strict, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }
  t.strictSame(typeErrors([consumer, imported], bundler), [], 'bundler')
})

t.test('publint', async (t) => {
  const { buffer } = new Uint8Array(readFileSync(join(project, TARBALL)))
  const { messages } = await publint({ pack: { tarball: buffer }, strict: true })
  t.strictSame(messages, [])
})

t.test('are the types wrong?', async (t) => {
  // The package is ESM alone, and Node >= 20.19, the oldest that it takes, can require() that: to be told so is no
  // finding. Everything else about require() in TypeScript is checked, which the profile esm-only would leave out.
  // The profile node16 does without the resolution of TypeScript's old `node10`, which knows no `exports`.
  const attw = fileURLToPath(new URL('../../node_modules/.bin/attw', import.meta.url))
  const args = [TARBALL, '--profile', 'node16', '--ignore-rules', 'cjs-resolves-to-esm', '--no-color', '--no-emoji']
  const { code, stdout, stderr } = await runNode([attw, ...args], { cwd: project, timeout: 5 * MINUTES })
  t.equal(code, 0, stdout + stderr)
})

t.test('the examples', async (t) => {
  const folder = join(project, 'examples')
  mkdirSync(folder)
  const installed = (specifier: string) => /^(node:|cors-policy(\/|$)|fastify$)/.test(specifier)
  const examples = Object.entries(EXAMPLES).filter(([file]) =>
    importsOfFile(join(root, 'examples', file)).every(({ specifier }) => installed(specifier)),
  )
  t.ok(examples.length > 0)
  for (const [file, check] of examples) {
    copyFileSync(join(root, 'examples', file), join(folder, file))
    await t.test(file, (t) => check(t, folder))
  }
})
