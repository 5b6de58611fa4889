// @ts-check
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, transform } from 'esbuild'
import { TARGET, transpiled } from './transpiled.mjs'

const FOLDERS = ['src', 'test', 'examples', 'scripts']
const SOURCE = /(?<!\.d)\.(ts|mjs)$/

/** @type {Promise<void> | undefined} */
let tap

/**
 * Makes JavaScript of all TypeScript, once for all test files, in the same folders below `.build/run`. Node loads it
 * without hooks: to start their thread takes longer than many tests. It must be called in the folder of package.json.
 */
export async function transpileAll() {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => SOURCE.test(file))
      .map((file) => `${folder}/${file}`),
  )
  for (const folder of FOLDERS) rmSync(`${TARGET}/${folder}`, { recursive: true, force: true })
  tap ??= bundleTap()
  await Promise.all([tap, ...files.map(transpile)])
}

/** @param {string} file */
async function transpile(file) {
  const path = resolve(file)
  const { code } = await transform(readFileSync(file, 'utf8'), {
    loader: 'ts',
    // From the folder of the JavaScript, as a source map names it.
    sourcefile: pathToFileURL(path).href,
    sourcemap: 'inline',
    sourcesContent: false,
    target: 'es2022',
    // Files are found from where the source is.
    define: {
      'import.meta.dirname': JSON.stringify(dirname(path)),
      'import.meta.filename': JSON.stringify(path),
      'import.meta.url': JSON.stringify(pathToFileURL(path).href),
    },
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  })
  // The compiler has it from `paths` of tsconfig.json. In package.json, `imports` names a file of `dist`.
  const packages = pathToFileURL(transpiled('src/platform/packages.ts')).href
  const target = transpiled(file)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, code.replaceAll(' from "#packages"', ` from "${packages}"`))
}

/**
 * tap is some 250 files, which take longer to load than most tests to run. Made one file, it is where Node looks first,
 * and below a folder whose lines tap leaves out of stack traces.
 */
async function bundleTap() {
  const folder = `${TARGET}/node_modules/tap`
  const file = 'node_modules/@tapjs/tap.mjs'
  await build({
    entryPoints: ['node_modules/tap/dist/esm/index.js'],
    outfile: `${folder}/${file}`,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // A part of tap is CommonJS, and asks for Node's modules with `require`.
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
    logLevel: 'error',
  })
  writeFileSync(`${folder}/package.json`, JSON.stringify({ main: file }))
}
