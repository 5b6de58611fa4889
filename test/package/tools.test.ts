import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { run, runNode } from '../support/child.js'
import { pack } from '../support/packed-project.js'
import { FOLDER, installTools, makeProject, runTool, TYPESCRIPTS } from './tools.js'

/** The packed package in the hands of the tools that people have: test runners, compilers, bundlers, package managers. */

const MINUTES = 60_000
const { exports } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  exports: Record<string, string | object>
}
const SUBPATHS = Object.entries(exports).flatMap(([subpath, target]) =>
  typeof target === 'string' ? [] : [join('cors-policy', subpath)],
)

t.setTimeout(40 * MINUTES)
const missing = await installTools()
if (missing !== undefined && process.env['CI'] === 'true') t.fail(missing)
const options = { timeout: 20 * MINUTES, skip: missing ?? false }

/** What a test of the user's says, in any runner with `test` and `expect` of Jest. */
const TEST = `
import { compilePolicy, CorsConfigError } from 'cors-policy'
import { cors } from 'cors-policy/express'
import plugin from 'cors-policy/fastify'
import { withCors } from 'cors-policy/fetch'
import * as interop from 'cors-policy/interop'
import { explain } from 'cors-policy/explain'
import { diagnose } from 'cors-policy/doctor'

test('every adapter', async () => {
  const config = { origins: ['https://*.example.com'] as const, credentials: true as const }
  expect(compilePolicy(config).allows('https://a.example.com')).toBe(true)
  expect(() => compilePolicy({ origins: ['https://*.co.uk'], credentials: true })).toThrow(CorsConfigError)
  expect(() => compilePolicy({ origins: ['https://10.0.0.0/8'] })).not.toThrow()
  expect(typeof cors(config)).toBe('function')
  expect(typeof plugin).toBe('function')
  const handler = withCors(config, async () => new Response('x'))
  const response = await handler(new Request('https://api.example.com/', { headers: { origin: 'https://a.example.com' } }))
  expect(response.headers.get('access-control-allow-origin')).toBe('https://a.example.com')
  for (const value of [interop.fromStarlette, explain, diagnose]) expect(typeof value).toBe('function')
})
`
const AS_JAVASCRIPT = TEST.replaceAll(/ as (const|true)/g, '')

t.test('Jest with ts-jest', options, async (t) => {
  const compilerOptions = {
    module: 'commonjs',
    moduleResolution: 'node10',
    target: 'es2022',
    strict: true,
    esModuleInterop: true,
  }
  const transform = { '\\.ts$': ['ts-jest', { tsconfig: { ...compilerOptions, types: ['node'] } }] }
  const folder = makeProject('ts-jest', {
    'package.json': JSON.stringify({ jest: { transform, testEnvironment: 'node' } }),
    'app.test.ts': `declare const test: any, expect: any\n${TEST}`,
  })
  const { code, stdout, stderr } = await runTool('jest/bin/jest.js', ['--ci'], folder)
  t.equal(code, 0, stdout + stderr)
})

t.test('Jest with Babel', options, async (t) => {
  const folder = makeProject('babel-jest', {
    'package.json': JSON.stringify({ jest: { testEnvironment: 'node' } }),
    'babel.config.json': JSON.stringify({ presets: [['@babel/preset-env', { targets: { node: 'current' } }]] }),
    'app.test.js': AS_JAVASCRIPT,
  })
  const { code, stdout, stderr } = await runTool('jest/bin/jest.js', ['--ci'], folder)
  t.equal(code, 0, stdout + stderr)
})

t.test('Vitest', options, async (t) => {
  const folder = makeProject('vitest', { 'app.test.ts': `import { test, expect } from 'vitest'\n${TEST}` })
  const { code, stdout, stderr } = await runTool('vitest/vitest.mjs', ['run', '--root', folder], folder, { CI: 'true' })
  t.equal(code, 0, stdout + stderr)
})

/** What a program imports, and that it can call what require() returns. */
const IMPORTED = SUBPATHS.map((name, i) => `import * as module${i} from '${name}'`).join('\n')
const USED = `export const used = [${SUBPATHS.map((_, i) => `module${i}`).join(', ')}]`
const REQUIRED = `
import express = require('cors-policy/express')
import { cors, type CorsMiddleware } from 'cors-policy/express'
import { compilePolicy, type CorsConfig, type LivePolicy } from 'cors-policy'
import fastifyPlugin from 'cors-policy/fastify'
import Fastify from 'fastify'
const middleware: CorsMiddleware = express({ origins: '*' })
const typed: express.CorsMiddleware = express.cors({ origins: '*' })
const config: CorsConfig = { origins: ['https://app.example.com'] }
const app = Fastify()
app.register(fastifyPlugin, config)
app.get('/', { config: { cors: false } }, async () => cors({ origins: 'none' as never }))
export const all = [middleware, typed, compilePolicy(config)]
export function replace(live: LivePolicy): void {
  live.replace(config)
}
`
const NODE10 = { module: 'commonjs', moduleResolution: 'node10', esModuleInterop: true }
const RESOLUTIONS: Readonly<Record<string, { compilerOptions: object; files: string[] }>> = {
  node10: { compilerOptions: NODE10, files: ['imported.ts', 'required.ts'] },
  node16: { compilerOptions: { module: 'node16' }, files: ['imported.mts', 'imported.cts', 'required.cts'] },
  bundler: { compilerOptions: { module: 'esnext', moduleResolution: 'bundler' }, files: ['imported.ts'] },
}

for (const [name, version] of Object.entries(TYPESCRIPTS)) {
  t.test(`TypeScript ${version}`, options, async (t) => {
    for (const [resolution, { compilerOptions, files }] of Object.entries(RESOLUTIONS)) {
      const deprecated = version.startsWith('6') && resolution === 'node10' ? { ignoreDeprecations: '6.0' } : {}
      const all = { target: 'es2022', strict: true, noEmit: true, types: ['node'], ...compilerOptions, ...deprecated }
      const texts = files.map((file) => [file, file.startsWith('required') ? REQUIRED : `${IMPORTED}\n${USED}`])
      const folder = makeProject(`${name}-${resolution}`, {
        ...Object.fromEntries(texts),
        'tsconfig.json': JSON.stringify({ compilerOptions: all, files }),
      })
      const { stdout, stderr } = await runTool(`${name}/bin/tsc`, ['--pretty', 'false'], folder)
      // Declarations of others may need a newer compiler.
      const ours = stdout.split('\n').filter((line) => /cors-policy|^(imported|required)/.test(line))
      t.strictSame([ours, stderr], [[], ''], resolution)
    }
  })
}

/** A program that says what its bundle can do. */
const PROGRAM = `
console.log(compilePolicy({ origins: ['https://*.example.com', 'https://10.0.0.0/8'] }).allows('https://10.1.2.3'))
try {
  compilePolicy({ origins: ['https://*.co.uk'], credentials: true })
} catch (error) {
  console.log(error.message.replaceAll('\\n', ' '))
}
console.log(typeof withCors, typeof cors)
`
const NAMES: Readonly<Record<string, string>> = { compilePolicy: '', cors: '/express', withCors: '/fetch' }
const PROGRAMS = {
  'program.mjs': `${lines((name, path) => `import { ${name} } from 'cors-policy${path}'`)}\n${PROGRAM}`,
  'program.cjs': `${lines((name, path) => `const { ${name} } = require('cors-policy${path}')`)}\n${PROGRAM}`,
}
const NO_SUFFIXES = 'cors-policy-no-suffixes'

function lines(line: (name: string, path: string) => string): string {
  return Object.entries(NAMES)
    .map(([name, path]) => line(name, path))
    .join('\n')
}

/** A program of Node that bundles `entry` to `out`, with the conditions that are added. */
const BUNDLERS: Readonly<Record<string, (entry: string, out: string, conditions: string[]) => string>> = {
  esbuild: (entry, out, conditions) => `
    import { build } from 'esbuild'
    await build(${JSON.stringify({ entryPoints: [entry], outfile: out, bundle: true, platform: 'node', format: 'cjs', ...(conditions.length > 0 && { conditions }) })})`,
  webpack: (entry, out, conditions) => `
    import webpack from 'webpack'
    ${likeWebpack('webpack', entry, out, conditions)}`,
  rspack: (entry, out, conditions) => `
    import { rspack } from '@rspack/core'
    ${likeWebpack('rspack', entry, out, conditions)}`,
  rollup: (entry, out, conditions) => `
    import { rollup } from 'rollup'
    import commonjs from '@rollup/plugin-commonjs'
    import { nodeResolve } from '@rollup/plugin-node-resolve'
    const exportConditions = ${JSON.stringify(['node', ...conditions])}
    const plugins = [nodeResolve({ exportConditions }), commonjs()]
    await (await rollup({ input: '${entry}', plugins, external: /^node:/ })).write({ file: '${out}', format: 'cjs' })`,
  vite: (entry, out, conditions) => `
    import { build } from 'vite'
    await build({
      logLevel: 'error',
      ssr: { noExternal: true, resolve: { conditions: ${JSON.stringify(['module', 'node', ...conditions])} } },
      build: { ssr: '${entry}', outDir: '.', emptyOutDir: false, rollupOptions: { output: { format: 'cjs', entryFileNames: '${out}' } } },
    })`,
}

function likeWebpack(name: string, entry: string, out: string, conditions: string[]): string {
  const config = {
    entry: `./${entry}`,
    mode: 'production',
    target: 'node',
    output: { path: join(FOLDER, 'out'), filename: out },
    resolve: { conditionNames: [...conditions, '...'] },
  }
  return `${name}(${JSON.stringify(config)}, (error, stats) => {
      if (error || stats.hasErrors()) throw error ?? new Error(stats.toString())
    })`
}

for (const [name, bundle] of Object.entries(BUNDLERS)) {
  t.test(`a bundle by ${name} needs no package`, options, async (t) => {
    // Vite and Rollup take no CommonJS program as it stands.
    const files = name === 'rollup' || name === 'vite' ? ['program.mjs'] : ['program.mjs', 'program.cjs']
    for (const file of files) {
      for (const conditions of [[], [NO_SUFFIXES]]) {
        const folder = makeProject(name, { ...PROGRAMS, 'build.mjs': bundle(file, 'out.cjs', conditions) })
        const built = await runNode(['build.mjs'], { cwd: folder, timeout: 5 * MINUTES })
        t.equal(built.code, 0, built.stdout + built.stderr)
        const out = join(/pack$/.test(name) ? join(FOLDER, 'out') : folder, 'out.cjs')
        const alone = t.testdir({ 'out.cjs': readFileSync(out) })
        const { stdout, stderr } = await runNode([join(alone, 'out.cjs')])
        const [allows, refused = '', types] = stdout.trimEnd().split('\n')
        t.strictSame([allows, types, stderr], ['true', 'function function', ''], `${file} ${conditions}`)
        t.match(refused, conditions.length > 0 ? NO_SUFFIXES : /\[public-suffix\]/, `${file} ${conditions}`)
      }
    }
  })
}

/** A Fastify route with a policy of its own, which is the last that is loaded late. */
const ROUTE = `
const app = Fastify()
app.register(plugin, { origins: ['https://app.example.com'] })
app.get('/', { config: { cors: { origins: ['https://own.example.com'] } } }, async () => 'own')
app.ready().then(() => console.log('ready'))
`
const SERVERS = {
  'program.mjs': `import Fastify from 'fastify'\nimport plugin from 'cors-policy/fastify'\n${PROGRAMS['program.mjs']}${ROUTE}`,
  'program.cjs': `const Fastify = require('fastify')\nconst plugin = require('cors-policy/fastify')\n${PROGRAMS['program.cjs']}${ROUTE}`,
}
/** Each writes a server to a folder `out`: what Vercel, Next.js and Nitro do, and what actions of GitHub are made with. */
const PACKERS: Readonly<Record<string, (entry: string) => string>> = {
  '@vercel/nft': (entry) => `
    import { cpSync } from 'node:fs'
    import { join } from 'node:path'
    import { nodeFileTrace } from '@vercel/nft'
    const { fileList } = await nodeFileTrace(['${entry}'], { base: '${FOLDER}' })
    for (const file of fileList) cpSync(join('${FOLDER}', file), join('out', file))`,
  '@vercel/ncc': (entry) => `
    import { mkdirSync, writeFileSync } from 'node:fs'
    import { dirname, join } from 'node:path'
    import ncc from '@vercel/ncc'
    const { code, assets } = await ncc(join(process.cwd(), '${entry}'), { cache: false, quiet: true })
    const files = { ...assets, 'projects/packed/${entry}': { source: code } }
    for (const [file, { source }] of Object.entries(files)) {
      mkdirSync(dirname(join('out', file)), { recursive: true })
      writeFileSync(join('out', file), source)
    }`,
}

for (const [name, packer] of Object.entries(PACKERS)) {
  t.test(`what ${name} packs is a server that starts elsewhere`, options, async (t) => {
    for (const file of Object.keys(SERVERS)) {
      const folder = makeProject('packed', { ...SERVERS, 'pack.mjs': packer(file) })
      const packed = await runNode(['pack.mjs'], { cwd: folder, timeout: 5 * MINUTES })
      t.equal(packed.code, 0, packed.stdout + packed.stderr)
      const elsewhere = t.testdir()
      cpSync(join(folder, 'out'), elsewhere, { recursive: true })
      const { stdout, stderr } = await runNode([join(elsewhere, 'projects/packed', file)])
      const [allows, refused = '', types, ready] = stdout.trimEnd().split('\n')
      t.strictSame([allows, types, ready, stderr], ['true', 'function function', 'ready', ''], file)
      t.match(refused, /\[public-suffix\]/, file)
    }
  })
}

/** Loads every subpath, both ways. */
const LOAD = `
const names = ${JSON.stringify(SUBPATHS.filter((name) => !name.endsWith('/fastify')))}
Promise.all(names.map((name) => import(name))).then((loaded) => {
  console.log(loaded.length === names.length, typeof require('cors-policy/express'))
  require('cors-policy').compilePolicy({ origins: ['https://*.example.com', 'https://10.0.0.0/8'], credentials: true })
})
`

t.test('pnpm', options, async (t) => {
  const folder = t.testdir({ 'package.json': '{ "private": true }', 'load.cjs': LOAD })
  const store = ['--store-dir', join(FOLDER, 'pnpm-store')]
  const added = await runTool('pnpm/bin/pnpm.cjs', ['add', ...store, await pack(folder)], folder)
  t.equal(added.code, 0, added.stdout + added.stderr)
  const { stdout, stderr } = await runNode(['load.cjs'], { cwd: folder })
  t.equal(stdout, 'true function\n', stderr)
})

t.test('Yarn, Plug and Play', options, async (t) => {
  const folder = t.testdir({ 'load.cjs': LOAD, 'yarn.lock': '' })
  const dependencies = { 'cors-policy': `file:${await pack(folder)}` }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }))
  const registry = (await run('npm', ['config', 'get', 'registry'])).stdout.trim()
  const env = {
    YARN_NPM_REGISTRY_SERVER: registry,
    YARN_UNSAFE_HTTP_WHITELIST: new URL(registry).hostname,
    YARN_ENABLE_TELEMETRY: '0',
    YARN_GLOBAL_FOLDER: join(FOLDER, 'yarn'),
    YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
  }
  const yarn = '@yarnpkg/cli-dist/bin/yarn.js'
  const installed = await runTool(yarn, ['install'], folder, env)
  t.equal(installed.code, 0, installed.stdout + installed.stderr)
  const { stdout, stderr } = await runTool(yarn, ['node', 'load.cjs'], folder, env)
  t.equal(stdout, 'true function\n', stderr)
})
