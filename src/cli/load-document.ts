import type { Io } from './io.js'
import { loadExports } from './load-config.js'
import { UsageError } from './usage-error.js'

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
    const document = await loadExports(file, NAMES, io)
    // Of a CommonJS module that exports nothing.
    return isEmpty(document) ? undefined : document
  } catch (error) {
    if (error instanceof UsageError && isMissing(error)) throw error
    return undefined
  }
}

/** Faults of a file that is not there, or not a file. */
const UNREAD: ReadonlySet<string> = new Set(['file-missing', 'file-is-url', 'file-is-folder', 'file-unreadable'])

function isEmpty(document: unknown): boolean {
  return typeof document === 'object' && document !== null && Object.keys(document).length === 0
}

function isMissing({ fault }: UsageError): boolean {
  return UNREAD.has(fault.code)
}
