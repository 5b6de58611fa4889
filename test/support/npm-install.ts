import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.js'

const ROOT = join(import.meta.dirname, '../..')
/** About two gigabytes in all. `npm ci` empties the default place; a machine that tests often names another. */
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

/**
 * Installs packages into a folder of their own, which is emptied first: npm would take half an install for a whole one.
 *
 * @param specs like `fastify@5.0.0`
 * @returns what npm says if it fails
 */
export async function npmInstall(folder: string, specs: readonly string[]): Promise<string | undefined> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const npm = await run('npm', ['install', '--prefix', folder, ...NPM_FLAGS, ...specs], { timeout: INSTALL_TIMEOUT })
  if (npm.code === 0) return undefined
  const errors = npm.stderr.match(/(?<=^npm error )\S.+/gm) ?? []
  return `npm install ${specs.join(' ')} ended with ${npm.code}: ${errors.slice(0, MAX_ERRORS).join(', ')}`
}
