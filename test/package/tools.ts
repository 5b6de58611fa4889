import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Ended, run } from '../support/child.js'
import { CACHE, INSTALL_TIMEOUT } from '../support/npm-install.js'
import { installedVersion, pack } from '../support/packed-project.js'

/** TypeScript from the first version that reads `.d.cts` everywhere to the newest. */
export const TYPESCRIPTS: Readonly<Record<string, string>> = {
  ts50: '5.0',
  ts52: '5.2',
  ts54: '5.4',
  ts56: '5.6',
  ts58: '5.8',
  ts59: '5.9',
  ts60: '6.0',
}

/** Of versions that run on Node 20. */
const TOOLS: Readonly<Record<string, string>> = {
  jest: '30.5.2',
  'ts-jest': '29.4.15',
  'babel-jest': '30.5.2',
  '@babel/core': '^7.28.0',
  '@babel/preset-env': '^7.28.0',
  vitest: '3.2.7',
  vite: '7.3.8',
  webpack: '^5.100.0',
  rollup: '^4.50.0',
  '@rollup/plugin-node-resolve': '^16.0.0',
  '@rollup/plugin-commonjs': '^28.0.0',
  esbuild: '^0.28.0',
  '@rspack/core': '1.7.12',
  '@vercel/ncc': '0.45.0',
  '@vercel/nft': '1.11.5',
  pnpm: '10.34.9',
  '@yarnpkg/cli-dist': '^4.9.0',
  // ts-jest takes the one of this name.
  typescript: '~5.9.0',
  ...Object.fromEntries(Object.entries(TYPESCRIPTS).map(([name, version]) => [name, `npm:typescript@~${version}.0`])),
  '@types/node': '^20.0.0',
  ...Object.fromEntries(
    ['fastify', 'fastify-plugin', 'express', 'hono', 'ipaddr.js', 'tldts'].map((name) => [
      name,
      installedVersion(name),
    ]),
  ),
}

/** Where the tools are, and the packed package among them as if npm had installed it. */
export const FOLDER = join(CACHE, 'tools')

/** @returns why there are no tools; undefined if there are */
export async function installTools(): Promise<string | undefined> {
  const manifest = JSON.stringify({ private: true, dependencies: TOOLS })
  const file = join(FOLDER, 'package.json')
  const lock = join(FOLDER, 'node_modules/.package-lock.json')
  if (!existsSync(lock) || readFileSync(file, 'utf8') !== manifest) {
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(file, manifest)
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1']
    const { code, stderr } = await run('npm', ['install', ...flags], { cwd: FOLDER, timeout: INSTALL_TIMEOUT })
    if (code !== 0) return `npm install of the tools ended with ${code}: ${stderr.split('\n').slice(0, 3).join(', ')}`
  }
  rmSync(join(FOLDER, 'node_modules/cors-policy'), { recursive: true, force: true })
  mkdirSync(join(FOLDER, 'node_modules/cors-policy'))
  const tarball = await pack(FOLDER)
  const target = ['--strip-components=1', '-C', join(FOLDER, 'node_modules/cors-policy')]
  const { code, stderr } = await run('tar', ['-xzf', tarball, ...target])
  return code === 0 ? undefined : stderr
}

/**
 * A project beside the tools, anew.
 *
 * @param files their texts, by path
 * @returns its folder
 */
export function makeProject(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(FOLDER, 'projects', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
  return folder
}

/** Runs a program of one of the tools, by its path below node_modules. */
export function runTool(path: string, args: readonly string[], cwd: string, env = {}): Promise<Ended> {
  return run(process.execPath, [join(FOLDER, 'node_modules', path), ...args], { cwd, env, timeout: INSTALL_TIMEOUT })
}
