import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../support/child.js'
import type { Runtime } from './runtimes.js'

/** A runtime to run, or why there is none. */
export type Installed = { readonly binary: string } | { readonly reason: string }

const ROOT = join(import.meta.dirname, '../..')
/** About a gigabyte in all. `npm ci` empties the default place; a machine that tests often names another. */
export const CACHE = process.env['CORS_POLICY_RUNTIMES'] ?? join(ROOT, 'node_modules/.cache/cors-policy-runtimes')

/** The packages have binaries of some 100 MB, and networks may be slow. */
export const INSTALL_TIMEOUT = 600_000
/** The lines that say why. After them come stack traces. */
const MAX_ERRORS = 4
/** Only what is asked for, and no minutes of retries where there is no network. */
const NPM_FLAGS = [
  ...['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'],
  ...['--fetch-retries=1', '--fetch-retry-mintimeout=1000'],
]

/** Installs the runtime into the cache, unless it is there in that version. */
export async function install(runtime: Runtime): Promise<Installed> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { reason: `${runtime.package} is for Linux on x64, not for ${process.platform} on ${process.arch}` }
  }
  // A folder for each: npm would take one runtime out of a shared folder when it puts another in.
  const folder = join(CACHE, runtime.name.toLowerCase().replace(' ', '-'))
  const binary = join(folder, 'node_modules', runtime.package, runtime.binary)
  const before = await complaint(binary, runtime)
  if (before === undefined) return { binary }
  // npm would take half an install for a whole one.
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const spec = `${runtime.package}@${runtime.version}`
  const npm = await run('npm', ['install', '--prefix', folder, ...NPM_FLAGS, spec], { timeout: INSTALL_TIMEOUT })
  if (npm.code !== 0) {
    const errors = npm.stderr.match(/(?<=^npm error )\S.+/gm) ?? []
    return { reason: `npm install ${spec} ended with ${npm.code}: ${errors.slice(0, MAX_ERRORS).join(', ')}` }
  }
  const after = await complaint(binary, runtime)
  return after === undefined ? { binary } : { reason: after }
}

/** What is wrong with the binary, by its own words: a package.json is there after half an install, too. */
async function complaint(binary: string, { reports }: Runtime): Promise<string | undefined> {
  try {
    const { code, stdout, stderr } = await run(binary, ['--version'])
    return code === 0 && stdout.startsWith(reports) ? undefined : `${binary} --version: ${code} ${stdout}${stderr}`
  } catch (error) {
    return String(error)
  }
}
