import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { printable } from '../explain/text-style.js'
import { COMMAND_WORDS } from '../text/command.js'
import type { Io } from './io.js'
import { UsageError, type UsageFault } from './usage-error.js'

/** @throws UsageError if the file cannot be read */
export async function readText(file: string, { cwd }: Io): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8')
  } catch (error) {
    throw new UsageError(unreadable(file, error))
  }
}

function unreadable(file: string, error: unknown): UsageFault {
  if (/^https?:\/\//i.test(file)) return { code: 'file-is-url' }
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return { code: 'file-missing', file }
  return code === 'EISDIR' ? { code: 'file-is-folder', file } : { code: 'file-unreadable', file, why: oneLine(error) }
}

/** @throws UsageError if the file cannot be written */
export async function writeText(file: string, text: string, { cwd }: Io): Promise<void> {
  try {
    await writeFile(resolve(cwd, file), text)
  } catch (error) {
    throw new UsageError({ code: 'file-unwritable', file, why: oneLine(error) })
  }
}

/** All of standard input; nothing if there is none. On a terminal, it says what it waits for. */
export async function readInput({ stdin, stderr }: Io): Promise<string> {
  if (stdin?.isTTY === true) stderr.write(`${COMMAND_WORDS.paste}\n`)
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin ?? []) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** The first line of what was thrown, whatever it was. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return printable(text.split('\n', 1)[0] as string)
}
