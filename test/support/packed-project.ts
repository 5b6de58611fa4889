import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { run } from './child.js'

const ROOT = join(import.meta.dirname, '../..')
const TIMEOUT = 600_000

/**
 * An empty project in which the packed package and others are installed. It is removed when the test is over.
 *
 * @param packages of this project's dependencies, to be had there in the same versions
 * @returns its folder
 */
export async function makePackedProject(t: Test, packages: readonly string[]): Promise<string> {
  const project = mkdtempSync(join(tmpdir(), 'cors-policy-'))
  t.teardown(() => rmSync(project, { recursive: true, force: true }))
  const tarball = await pack(project)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'empty', private: true, type: 'module' }))
  const specs = [tarball, ...packages.map((name) => `${name}@${installedVersion(name)}`)]
  await npm(['install', '--no-audit', '--no-fund', '--prefer-offline', ...specs], project)
  return project
}

/** Packs what has been built. @returns the tarball in that folder */
export async function pack(folder: string): Promise<string> {
  const [{ filename }] = JSON.parse(await npm(['pack', '--json', '--pack-destination', folder], ROOT))
  return join(folder, filename)
}

export function installedVersion(name: string): string {
  return JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version
}

/** Without scripts: `prepack` would build again, and take `dist` away from the tests that run beside this one. */
async function npm(args: readonly string[], cwd: string): Promise<string> {
  const all = [...args, '--ignore-scripts', '--loglevel=error']
  const { code, stdout, stderr } = await run('npm', all, { cwd, timeout: TIMEOUT })
  if (code !== 0) throw new Error(`npm ${args[0]} failed: ${stderr}`)
  return stdout
}
