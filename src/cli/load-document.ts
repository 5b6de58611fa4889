import type { Io } from './io.js'
import { loadExports } from './load-config.js'

/** What people call the options in a module of their own. */
const NAMES = ['default', 'config', 'corsOptions', 'corsConfig', 'cors', 'options', 'corsOrigins', 'headers']

/**
 * The configuration that a module exports: its default export, or one with a usual name, or the only one.
 *
 * @throws UsageError if there is no such file, or no one export to take
 */
export async function loadDocument(file: string, io: Io): Promise<unknown> {
  return loadExports(file, NAMES, io)
}
