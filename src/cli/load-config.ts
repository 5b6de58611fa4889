import { extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CorsConfigError } from '../config/problems.js'
import { oneLine, readText } from './files.js'
import type { Io } from './io.js'
import { UsageError } from './usage-error.js'

/** Formats that `convert` reads, and Node does not import. */
const DATA_EXTENSIONS: ReadonlySet<string> = new Set(['.yaml', '.yml', '.xml', '.toml', '.tf'])

/**
 * Loads what a config file holds: the value of a JSON file, or what a module exports as `default` or as `config`.
 *
 * @throws UsageError if there is no such file, or it has no config; CorsConfigError if the module throws that
 */
export async function loadConfig(file: string, io: Io): Promise<unknown> {
  // Says why there is no reading it, before a loader says it in its own words.
  const text = await readText(file, io)
  const extension = extname(file).toLowerCase()
  if (DATA_EXTENSIONS.has(extension)) throw new UsageError({ code: 'config-format', file })
  return extension === '.json' ? parseJson(text, file) : loadModule(file, io)
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new UsageError({ code: 'file-not-json', file, why: oneLine(error) })
  }
}

async function loadModule(file: string, io: Io): Promise<unknown> {
  const exports = await importModule(file, io)
  const value = exports['default'] ?? exports['config']
  if (value === undefined) throw new UsageError({ code: 'config-not-exported', file })
  return value
}

/**
 * The first of the named exports of a module that is there, or the only export.
 *
 * @throws UsageError if there is no such file, or no single export to use; CorsConfigError if the module throws that
 */
export async function loadExports(file: string, names: readonly string[], io: Io): Promise<unknown> {
  await readText(file, io)
  const exports = await importModule(file, io)
  const name = names.find((candidate) => exports[candidate] !== undefined)
  const [only, ...others] = Object.keys(exports)
  if (name !== undefined) return exports[name]
  if (only !== undefined && others.length === 0) return exports[only]
  throw new UsageError({ code: 'document-not-exported', file, names: names.slice(0, 3) })
}

async function importModule(file: string, { cwd }: Io): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(resolve(cwd, file)).href)) as Record<string, unknown>
  } catch (error) {
    // A module that compiles its policy itself: its problems are what the user asks for.
    if (error instanceof CorsConfigError) throw error
    throw new UsageError({ code: 'module-broken', file, why: oneLine(error) })
  }
}
