import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { exitCodeOf } from '../doctor/diagnosis.js'
import { inspect as inspectText } from '../doctor/inspect/inspect.js'
import { DOCTOR_COMMAND_TEXTS } from '../text/doctor-command.js'
import { asUsage, report } from './doctor.js'
import { type Io, UsageError } from './io.js'

const OPTIONS = {
  origin: { type: 'string' },
  url: { type: 'string' },
  credentials: { type: 'boolean' },
  json: { type: 'boolean' },
  html: { type: 'string' },
} as const

/**
 * `cors-policy inspect [file | -]`: the cause, from a HAR file, what `curl` prints, copied headers or a console message.
 *
 * @returns 0 if nothing is wrong, 1 if something is
 */
export async function inspect(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const [file = '-', ...more] = positionals
  if (more.length > 0) throw new UsageError(DOCTOR_COMMAND_TEXTS.oneFile())
  const text = file === '-' ? await readInput(io) : await read(file, io)
  if (text.trim() === '') throw new UsageError(DOCTOR_COMMAND_TEXTS.empty())
  const { origin, url, credentials, json, html } = values
  const diagnosis = await asUsage(() => inspectText(text, { origin, url, credentials }))
  await report([diagnosis], { json: json === true, html }, io)
  return exitCodeOf(diagnosis)
}

async function readInput({ stdin }: Io): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin ?? []) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks).toString('utf8')
}

async function read(file: string, io: Io): Promise<string> {
  try {
    return await readFile(resolve(io.cwd, file), 'utf8')
  } catch (error) {
    throw new UsageError(DOCTOR_COMMAND_TEXTS.unreadable(file, (error as Error).message))
  }
}
