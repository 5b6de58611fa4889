import { accessSync, constants, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import t, { type Test } from 'tap'

/** Where a program may be, beyond the PATH: servers lie where only root's PATH looks. */
const SERVER_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/lib/postgresql/15/bin']
/** WebKitGTK's browser is not a command of its own: it lies below the library. */
const WEBKIT_FOLDERS = ['/usr/libexec', '/usr/lib']

/**
 * Finds a program that is not ours to install through npm.
 *
 * @returns its path, undefined where there is none
 */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...SERVER_FOLDERS]
  const inPath = folders.filter((folder) => folder !== '').map((folder) => join(folder, name))
  return [...inPath, ...(name === 'MiniBrowser' ? miniBrowsers() : [])].find(isExecutable)
}

function miniBrowsers(): string[] {
  return WEBKIT_FOLDERS.flatMap((folder) =>
    [folder, ...foldersIn(folder).filter((name) => name.includes('linux'))]
      .flatMap((inner) => foldersIn(inner).filter((name) => /\/webkit2?gtk-[\d.]+$/.test(name)))
      .map((inner) => join(inner, 'MiniBrowser')),
  )
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name))
  } catch {
    return []
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path of a program that has been found before. @throws if it is not there */
export function programPath(name: string): string {
  const path = findProgram(name)
  if (path === undefined) throw new Error(`${name} is not installed`)
  return path
}

/** Milliseconds for all tests of this file. */
let total = 30_000

/**
 * A test that needs programs which npm cannot install. On a machine without them it is skipped, and says so; in CI,
 * where `.ci/install-programs` has installed them, it fails: a suite that nobody runs must not look green.
 */
export function testWithPrograms(
  name: string,
  programs: readonly string[],
  timeout: number,
  body: (t: Test) => Promise<unknown>,
): void {
  const missing = programs.filter((program) => findProgram(program) === undefined)
  if (missing.length === 0) {
    // Of the file as a whole, which ends after 30 seconds otherwise.
    total += timeout
    t.setTimeout(total)
    t.test(name, { timeout }, body)
    return
  }
  const why = `not installed: ${missing.join(', ')} (.ci/install-programs does so on Debian)`
  if (process.env['CI'] === undefined || process.env['CI'] === 'false') t.test(name, { skip: why }, () => {})
  else t.fail(`${name}: ${why}`)
}
