import { readFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { printable } from '../explain/text-style.js'
import { type Io, UsageError } from './io.js'

/**
 * Loads what a config file holds: the value of a JSON file, or what a module exports as `default` or as `config`.
 *
 * @throws UsageError if there is no such file, or it has no config
 */
export async function loadConfig(file: string, io: Io): Promise<unknown> {
  const path = resolve(io.cwd, file)
  return extname(file).toLowerCase() === '.json' ? loadJson(path, file) : loadModule(path, file)
}

async function loadJson(path: string, file: string): Promise<unknown> {
  const text = await read(path, file)
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${oneLine(error)}`)
  }
}

async function loadModule(path: string, file: string): Promise<unknown> {
  await read(path, file)
  const exports = await importModule(path, file)
  const value = exports['default'] ?? exports['config']
  if (value === undefined) throw new UsageError(`${file} exports neither a default nor a config`)
  return value
}

/**
 * The first of the named exports of a module that is there, or the only export.
 *
 * @throws UsageError if there is no such file, or no single export to use
 */
export async function loadExports(file: string, names: readonly string[], io: Io): Promise<unknown> {
  const path = resolve(io.cwd, file)
  await read(path, file)
  const exports = await importModule(path, file)
  const name = names.find((candidate) => exports[candidate] !== undefined)
  const [only, ...others] = Object.keys(exports)
  if (name !== undefined) return exports[name]
  if (only !== undefined && others.length === 0) return exports[only]
  throw new UsageError(`${file} has no export named ${names.slice(0, 3).join(', ')}`)
}

async function importModule(path: string, file: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(path).href)) as Record<string, unknown>
  } catch (error) {
    throw new UsageError(`${file} cannot be loaded: ${oneLine(error)}`)
  }
}

/** Reports an unreadable file before the loader does so in its own words. */
async function read(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(code === 'ENOENT' ? `${file} does not exist` : `${file} cannot be read: ${oneLine(error)}`)
  }
}

/** The first line of what was thrown, whatever it was. */
function oneLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return printable(text.split('\n', 1)[0] as string)
}
