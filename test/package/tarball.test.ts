import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
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
  exports: Record<string, string | Record<'import' | 'require', { types: string; node?: object; default: string }>>
  imports: object
  bin: object
  files: string[]
}
/** The subpaths with code, and the file of each. */
const MODULES = Object.entries(manifest.exports).flatMap(([subpath, target]) =>
  typeof target === 'string' ? [] : [{ name: join(manifest.name, subpath), file: target.import.default }],
)
const TARBALL = `${manifest.name}-${manifest.version}.tgz`
const MINUTES = 60_000
/** Makes Node import what bundlers take, the ES modules. Without it, an import loads CommonJS. */
const AS_A_BUNDLER = ['--conditions=module']
/** Bytes, gzipped: of our own code in a worker's bundle without the public suffix list. */
const MAX_WORKER_SIZE = 12_000

t.setTimeout(15 * MINUTES)

let project: string
/** Every file of the installed package. */
let files: string[]

t.before(async () => {
  project = await makePackedProject(t, ['fastify', 'hono'])
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
  const shared = files.filter((path) => /^dist\/(chunks\/[a-z\d-]+\.c?js|types\/[a-z-]+\.d\.cts)$/.test(path))
  const texts = manifest.files.filter((path) => path !== 'dist').flatMap(filesAt)
  const inNode = entries.filter((path) => path.endsWith('.node.js')).map((path) => path.replace(/js$/, 'cjs'))
  const own = ['dist/playground.html', 'LICENSE', 'README.md', 'package.json']
  const expected = [...entries, ...inNode, ...shared, ...texts, ...own]
  t.strictSame(files, [...new Set(expected)].sort())
})

/** The files of the repository that an entry of `files` stands for. */
function filesAt(path: string): string[] {
  return statSync(join(root, path)).isFile() ? [path] : listFiles(join(root, path)).map((file) => `${path}/${file}`)
}

t.test('links lead to what is packed', async (t) => {
  const texts = files.filter((path) => path.endsWith('.md'))
  t.ok(texts.length > 3)
  for (const path of texts) {
    for (const [, link = ''] of readInstalled(path).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      const target = posix.join(posix.dirname(path), link)
      t.ok(
        files.some((file) => file === target || file.startsWith(`${target}/`)),
        `${path}: ${link}`,
      )
    }
  }
})

t.test('declarations contain only the public names and the types that they use', async (t) => {
  const exported = /^export (?:type )?\{ (.*) \}/gm
  for (const { name, file } of MODULES) {
    const entry = readInstalled(file.replace(/\.js$/, '.d.ts'))
    const names = [...entry.matchAll(exported)].flatMap(([, list = '']) =>
      list.split(', ').map((item) => item.replace(/^type /, '').replace(/^.* as /, '')),
    )
    t.strictSame(names.sort(), exportedNames(join(root, sourceOf(file))), name)
  }
})

/** What a module of src exports, types included. */
function exportedNames(file: string): string[] {
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    skipLibCheck: true,
    types: [],
  })
  const checker = program.getTypeChecker()
  const symbol = checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile) as ts.Symbol
  return checker
    .getExportsOfModule(symbol)
    .map(({ name }) => name)
    .sort()
}

function sourceOf(file: string): string {
  return file.replace('./dist/', 'src/').replace(/\.js$/, '.ts')
}

t.test('bundled packages keep their licences', async (t) => {
  for (const path of files.filter((path) => /^dist\/.*\.c?js$/.test(path))) {
    const code = readInstalled(path)
    for (const [, name = ''] of code.matchAll(/^\/\/ node_modules\/((?:@[^/]+\/)?[^/\n]+)/gm)) {
      t.ok(code.includes(`/*! ${name} `), `${path}: ${name}`)
    }
  }
  const conversions = files
    .filter((path) => /^dist\/.*\.c?js$/.test(path))
    .map(readInstalled)
    .filter((code) => code.includes('/*! yaml '))
  t.equal(conversions.length, 2, 'the parsers of conversions, as ES modules and CommonJS')
  for (const code of conversions)
    t.match(
      code,
      /@eslint-community\/regexpp [\s\S]+MIT License[\s\S]+jsonc-parser [\s\S]+MIT[\s\S]+sax [\s\S]+Blue Oak/,
    )
})

t.test('Node loads packages when a config first needs them', async (t) => {
  const program = `
    const { compilePolicy } = require('${manifest.name}')
    require('${manifest.name}/fastify')
    const loaded = () => ['ipaddr.js', 'tldts'].map((name) => require.resolve(name) in require.cache)
    compilePolicy({ origins: ['https://app.example.com'], methods: ['PUT'], headers: ['x-a'], credentials: true })
    const before = loaded()
    compilePolicy({ origins: ['https://10.0.0.0/8'], credentials: true })
    const withRange = loaded()
    compilePolicy({ origins: ['https://*.example.com'], credentials: true })
    console.log(JSON.stringify([before, withRange, loaded()]))`
  const { stdout, stderr } = await runNode(['--eval', program], { cwd: project })
  t.equal(stdout, '[[false,false],[true,false],[true,true]]\n', stderr)
})

t.test('Node loads the words for problems with the first problem', async (t) => {
  const program = `
    const { compilePolicy } = require('${manifest.name}')
    require('${manifest.name}/fastify')
    const loaded = () => Object.keys(require.cache).some((file) => file.endsWith('words.cjs'))
    compilePolicy({ origins: ['https://app.example.com'] })
    const before = loaded()
    try {
      compilePolicy({ allow_origins: [] })
    } catch ({ problems }) {
      console.log(JSON.stringify([before, loaded(), problems[0].suggestion]))
    }`
  const { stdout, stderr } = await runNode(['--eval', program], { cwd: project })
  t.equal(stdout, '[false,true,"origins"]\n', stderr)
})

/** Apps with one policy and with several, and policies with patterns, risks and rows. */
const LATE_PROGRAM = (load: string, loaded: string) => `
  const { compilePolicy, livePolicy, parseOrigins } = ${load}('${manifest.name}')
  const fastify = (${load}('fastify')).default
  const { default: cors, CorsRouteError } = ${load}('${manifest.name}/fastify')
  const said = []
  const attempt = (run) => { try { return run() } catch ({ problems }) { return problems.map(({ code, message }) => [code, message]) } }
  const policyOf = { origins: ['https://app.example.com'], credentials: true, methods: ['PUT'] }
  const plain = fastify()
  plain.register(cors, policyOf).get('/', async () => 'x')
  plain.options('/', async () => 'x')
  const preflight = { method: 'OPTIONS', headers: { origin: 'https://app.example.com', 'access-control-request-method': 'PUT' } }
  const ask = async (app, url, origin) => {
    const { statusCode, headers } = await app.inject({ ...preflight, url, headers: { ...preflight.headers, origin } })
    return [url, origin, statusCode, headers.vary, headers['access-control-allow-origin'], headers['access-control-allow-methods']]
  }
  const run = async () => {
    said.push(await ask(plain, '/', 'https://app.example.com'), await ask(plain, '/x', 'https://other.example.com'))
    const before = ${loaded}
    const origins = ['https://*.example.com', 'https://pr-*.example.net', 'https://10.0.0.0/8', 'http://localhost:*', 'moz-extension://*', 'app://.']
    const wide = compilePolicy({ origins })
    for (const origin of [...origins, 'https://a.example.com', 'https://pr-1.example.net', 'https://10.1.2.3', 'http://localhost:1', 'moz-extension://x', 'https://example.com', 'null', 'x']) said.push(wide.allows(origin))
    for (const bad of ['https://*.co.uk', 'https://*example.com', 'http://a.example.com', 'https://8.0.0.0/7', 'https://10.0.0.1/8', 'HTTPS://A.COM/', 'example.com'])
      said.push(attempt(() => compilePolicy({ origins: [bad], credentials: true }).config))
    said.push(attempt(() => parseOrigins('https://*.example.com, https://b')))
    const live = livePolicy(policyOf)
    for (const row of ['https://*.example.org', 'https://c.example.com', 'x']) said.push(live.origins.add(row, { patterns: true }))
    said.push(live.current.allows('https://a.example.org'), live.origins.delete('https://*.example.org'), live.current.allows('https://a.example.org'))
    const app = fastify()
    await app.register(cors, policyOf)
    app.options('/own', async () => 'own')
    app.get('/early/:id', async () => 'x')
    app.put('/late', { config: { cors: { origins } } }, async () => 'x')
    app.put('/none', { config: { cors: false } }, async () => 'x')
    await app.register(async (inner) => {
      await inner.register(cors, { origins: 'none' })
      inner.put('/', async () => 'x')
    }, { prefix: '/inner' })
    for (const url of ['/own', '/early/1', '/late', '/none', '/inner', '/inner/', '/inner/x', '/nowhere'])
      for (const origin of ['https://app.example.com', 'https://b.example.com']) said.push(await ask(app, url, origin))
    const doubled = fastify()
    await doubled.register(cors, policyOf)
    for (const version of ['1.0.0', '2.0.0'])
      doubled.get('/', { constraints: { version }, config: { cors: { ...policyOf, maxAge: Number(version[0]) } } }, async () => 'x')
    said.push(await doubled.ready().then(() => 'ready', (error) => [error instanceof CorsRouteError, error.message]))
    console.log(JSON.stringify([before, ${loaded}]))
    console.log(JSON.stringify(said))
  }
  run()`

t.test('CommonJS loads the code for route policies with the first of them, and does the same as ESM', async (t) => {
  const loaded = `Object.keys(require.cache).some((file) => file.endsWith('routes.cjs'))`
  const required = await runNode(['--input-type=commonjs', '--eval', LATE_PROGRAM('require', loaded)], { cwd: project })
  const program = LATE_PROGRAM('await import', 'undefined')
  const imported = await runNode([...AS_A_BUNDLER, '--input-type=module', '--eval', program], { cwd: project })
  const [late = '', said = ''] = required.stdout.split('\n')
  t.equal(late, '[false,true]', required.stderr)
  t.ok(said.length > 1000)
  t.equal(said, imported.stdout.split('\n')[1], imported.stderr)
})

t.test('no state is in two files of one program', async (t) => {
  // A class, a symbol or a variable would be another one in each file. What all copies of the package share is in `shared`.
  const state = /^(?:class|let|var) .*|.*(?:= class\b|\bSymbol\(|\bnew Weak).*/gm
  const statesIn = (path: string): readonly string[] => readInstalled(path).match(state) ?? []
  const mains = files.filter((path) => /^dist\/(adapters\/\w+|index)\.cjs$/.test(path))
  t.ok(mains.length > 0)
  const late = 'dist/chunks/routes.cjs'
  t.ok(statesIn(late).length > 0)
  for (const main of mains) {
    const both = statesIn(late).filter((line) => statesIn(main).includes(line) && !/return new WeakSet/.test(line))
    t.strictSame(both, [], main)
  }
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
    t.strictSame({ stdout, stderr }, { stdout: 'true\npublic-suffix\n', stderr: '' }, format)
  }
})

t.test('a bundle for browsers has no module of Node', async (t) => {
  const ofNode = /\/(express|fastify|node|doctor|test)$/
  const anywhere = MODULES.filter(({ name }) => !ofNode.test(name))
  t.equal(anywhere.length, 6)
  for (const { name } of anywhere) {
    for (const contents of [`import * as all from '${name}'; console.log(all)`, `console.log(require('${name}'))`]) {
      const stdin = { contents, resolveDir: project }
      const result = await build({ stdin, bundle: true, write: false, logLevel: 'silent' }).catch((error) => error)
      t.strictSame([result.errors, result.warnings], [[], []], contents)
    }
  }
})

t.test('what a worker loads', async (t) => {
  const program = `
    import { withCors } from '${manifest.name}/fetch'
    export default { fetch: withCors({ origins: ['https://app.example.com'] }, async () => new Response('x')) }`
  const sizeOf = async (conditions: string[], external: string[]) => {
    const all = ['workerd', 'worker', 'browser', 'module', ...conditions]
    const stdin = { contents: program, resolveDir: project }
    const options = {
      stdin,
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      conditions: all,
      external,
    } as const
    const { outputFiles } = await build(options)
    return gzipSync(outputFiles[0]?.contents ?? '').length
  }
  const whole = await sizeOf([], [])
  const withoutList = await sizeOf(['cors-policy-no-suffixes'], [])
  const own = await sizeOf(['cors-policy-no-suffixes'], ['ipaddr.js'])
  t.comment(`gzipped: ${whole}, without the list ${withoutList}, of which ours ${own}`)
  t.ok(own < MAX_WORKER_SIZE, `${own} bytes of our own`)
  t.ok(withoutList < whole / 2, `${withoutList} of ${whole} bytes`)
})

t.test('import and require of every subpath', async (t) => {
  t.ok(MODULES.length > 0)
  const expected: Record<string, string[]> = {}
  for (const { name, file } of MODULES) {
    expected[name] = Object.keys((await import(pathToFileURL(join(root, sourceOf(file))).href)) as object).sort()
  }
  const names = JSON.stringify(Object.keys(expected))
  const ways = [
    ['import', [], 'module', 'await import(name)'],
    ['import of the ES modules', AS_A_BUNDLER, 'module', 'await import(name)'],
    ['require', [], 'commonjs', 'require(name)'],
  ] as const
  for (const [way, flags, type, load] of ways) {
    const program = `for (const name of ${names}) console.log(JSON.stringify([name, Object.keys(${load})]))`
    const { code, stdout, stderr } = await runNode([...flags, `--input-type=${type}`, '--eval', program], {
      cwd: project,
    })
    t.equal(code, 0, `${way} ${stderr}`)
    const loaded = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as [string, string[]])
    // A function that is exported may have properties of its own, as fastify-plugin gives them.
    const exported = loaded.map(([name, keys]) => [name, keys.filter((key) => expected[name]?.includes(key)).sort()])
    t.strictSame(Object.fromEntries(exported), expected, way)
  }
})

t.test('require() returns a function where there is a default export', async (t) => {
  const program = `
    const express = require('${manifest.name}/express')
    const fastify = require('${manifest.name}/fastify')
    const response = { setHeader() {} }
    express({ origins: '*' })({ method: 'GET', headers: {} }, response, () => console.log('next'))
    console.log(express === express.default, express === express.cors, fastify === fastify.default)
    const app = require('fastify')()
    app.register(fastify, { origins: ['https://app.example.com'] }).ready(() => console.log(app.hasPlugin('cors-policy')))`
  const { stdout, stderr } = await runNode(['--input-type=commonjs', '--eval', program], { cwd: project })
  t.equal(stdout, 'next\ntrue true true\ntrue\n', stderr)
})

t.test('both formats in one process recognise each other’s policies', async (t) => {
  const program = `
    import { createRequire } from 'node:module'
    import * as esm from '${manifest.name}'
    import express from '${manifest.name}/express'
    const require = createRequire(import.meta.url)
    const cjs = require('${manifest.name}')
    console.log(esm.compilePolicy !== cjs.compilePolicy)
    for (const [one, other] of [[esm, cjs], [cjs, esm]]) {
      try {
        one.compilePolicy({})
      } catch (error) {
        console.log(error instanceof other.CorsConfigError)
      }
    }
    const config = { origins: ['https://app.example.com'] }
    const policies = [esm, cjs].flatMap((copy) => [copy.compilePolicy(config), copy.livePolicy(config)])
    for (const middleware of [express, require('${manifest.name}/express')]) {
      console.log(policies.every((policy) => typeof middleware(policy) === 'function'))
    }`
  const { stdout, stderr } = await runNode([...AS_A_BUNDLER, '--input-type=module', '--eval', program], {
    cwd: project,
  })
  t.equal(stdout, 'true\n'.repeat(5), stderr)
})

t.test('in Node, import and require give the same', async (t) => {
  const program = `
    import { createRequire } from 'node:module'
    const require = createRequire(import.meta.url)
    for (const name of ${JSON.stringify(MODULES.map(({ name }) => name))}) {
      const [imported, required] = [await import(name), require(name)]
      console.log(name, Object.keys(imported).every((key) => imported[key] === required[key]))
    }`
  const { stdout, stderr } = await runNode(['--input-type=module', '--eval', program], { cwd: project })
  t.equal(stdout, MODULES.map(({ name }) => `${name} true\n`).join(''), stderr)
})

t.test('a bundle that takes what Node imports needs no file of the package', async (t) => {
  // esbuild leaves the condition `module` out when it is given others. Nitro and other tools that copy what Node will load
  // have `production`, and may have `module` too, which Node does not have.
  const stdin = {
    contents: MODULES.map(
      ({ name }, i) => `import * as all${i} from '${name}'; console.log(Object.keys(all${i}))`,
    ).join('\n'),
    resolveDir: project,
  }
  const ways = [['anything'], ['production', 'module']].flatMap((conditions) =>
    (['esm', 'cjs'] as const).map((format) => ({ conditions, format })),
  )
  for (const { conditions, format } of ways) {
    const bundled = await build({
      stdin,
      bundle: true,
      platform: 'node',
      conditions,
      format,
      write: false,
      metafile: true,
      external: ['fastify'],
    })
    const inputs = Object.keys(bundled.metafile.inputs)
    for (const { file } of MODULES) {
      const path = file.replace('./', `${manifest.name}/`).replace(/js$/, 'cjs')
      t.ok(
        inputs.some((input) => input.endsWith(path)),
        `${conditions} ${format} ${path}`,
      )
    }
  }
})

t.test('a bundle in ES modules runs without require()', async (t) => {
  // What fastify-plugin requires, a bundle of @fastify/cors does not find either.
  const names = MODULES.map(({ name }) => name).filter((name) => !name.endsWith('/fastify'))
  for (const conditions of [[], ['anything'], ['production', 'module']]) {
    const contents = `${names.map((name, i) => `import * as all${i} from '${name}'`).join('\n')}
      console.log([${names.map((_, i) => `all${i}`)}].every((all) => Object.values(all).every((value) => value)))
      all0.compilePolicy({ origins: ['https://*.example.com', 'https://10.0.0.0/8'], credentials: true })`
    const stdin = { contents, resolveDir: project }
    const options = conditions.length > 0 ? { conditions } : {}
    const bundled = await build({ stdin, bundle: true, platform: 'node', format: 'esm', write: false, ...options })
    const file = join(t.testdir(), 'bundle.mjs')
    writeFileSync(file, bundled.outputFiles[0]?.contents ?? '')
    const { stdout, stderr } = await runNode([file])
    t.strictSame({ stdout, stderr }, { stdout: 'true\n', stderr: '' }, String(conditions))
  }
})

t.test('package.json is a subpath', async (t) => {
  const program = `console.log(require('${manifest.name}/package.json').version)`
  t.strictSame((await runNode(['--eval', program], { cwd: project })).stdout, `${manifest.version}\n`)
})

t.test('any other path is private', async (t) => {
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
  const attw = fileURLToPath(new URL('../../node_modules/.bin/attw', import.meta.url))
  // A JSON file has no types.
  const args = [TARBALL, '--profile', 'strict', '--no-color', '--no-emoji', '--exclude-entrypoints', './schema.json']
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
