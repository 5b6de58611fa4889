import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Io, UsageError } from './io.js'
import { loadExports } from './load-config.js'

/** What people call the options in a module of their own. */
const NAMES = ['default', 'config', 'corsOptions', 'corsConfig', 'cors', 'options', 'corsOrigins', 'headers']

/**
 * The configuration that a module exports: its default export, or one with a usual name, or the only one.
 *
 * @returns undefined if the file is there and cannot be run by itself: its text may still say enough
 * @throws UsageError if there is no such file
 */
export async function loadDocument(file: string, io: Io): Promise<unknown> {
  try {
    return await loadExports(file, NAMES, io)
  } catch (error) {
    if (!(error instanceof UsageError) || !(await isThere(resolve(io.cwd, file)))) throw error
    return undefined
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
