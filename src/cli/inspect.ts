import { exitCodeOf } from '../doctor/diagnosis.js'
import { inspectWithTranscript } from '../doctor/inspect/inspect.js'
import { asUsage, report } from './doctor.js'
import { readInput, readText } from './files.js'
import type { Io } from './io.js'
import { parseCommand } from './parse-command.js'
import { UsageError } from './usage-error.js'

const OPTIONS = {
  origin: { type: 'string' },
  url: { type: 'string' },
  credentials: { type: 'boolean' },
  json: { type: 'boolean' },
  html: { type: 'string' },
  link: { type: 'boolean' },
} as const

/**
 * `cors-policy inspect [file | -]`: the cause, from a HAR file, what `curl` prints, copied headers or a console message.
 *
 * @returns 0 if nothing is wrong, 1 if something is
 */
export async function inspect(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommand('inspect', args, OPTIONS)
  const [file = '-', ...more] = positionals
  if (more.length > 0) throw new UsageError({ code: 'inspect-files' })
  const text = file === '-' ? await readInput(io) : await readText(file, io)
  if (text.trim() === '') throw new UsageError({ code: 'inspect-empty' })
  const { origin, url, credentials } = values
  const examined = await asUsage(() => inspectWithTranscript(text, { origin, url, credentials }))
  await report([examined], values, io)
  return exitCodeOf(examined.diagnosis)
}
