import { extname } from 'node:path'
import { CorsConfigError } from '../config/problems.js'
import { CorsConversionError } from '../interop/conversion-error.js'
import { READERS, WRITERS } from '../interop/dialects.js'
import { fromHeaders } from '../interop/from-headers.js'
import { COMMAND_WORDS } from '../text/command.js'
import { allowHints, readAllowed, readRule } from './convert-options.js'
import { chooseDialect } from './dialect.js'
import { readInput, readText } from './files.js'
import type { Io } from './io.js'
import { loadDocument } from './load-document.js'
import { parseCommand } from './parse-command.js'
import { UsageError } from './usage-error.js'

/** Modules hold what no JSON can: a regular expression, a compiled policy. */
const MODULES: ReadonlySet<string> = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'])

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  name: { type: 'string' },
  allow: { type: 'string', multiple: true },
  rule: { type: 'string' },
  pick: { type: 'string' },
} as const

/**
 * `cors-policy convert --from <format> --to <format> [file]`: a document in one format in, one in another out.
 *
 * @returns 0, or 1 if what is there cannot be converted
 */
export async function convert(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommand('convert', args, OPTIONS)
  const from = chooseDialect('--from', values.from, READERS)
  const to = chooseDialect('--to', values.to, WRITERS)
  const options = { ...readAllowed(values.allow), rule: readRule(values.rule), pick: values.pick }
  const [file, ...more] = positionals
  if (more.length > 0) throw new UsageError({ code: 'convert-files' })
  // Headers are read from the text of a program, and nothing of it runs.
  const source =
    file === undefined || file === '-' ? await readStdin(io) : await readSource(file, from === fromHeaders, io)
  try {
    const { config, notes } = from(source, options)
    const { document, notes: more } = to(config, { name: values.name })
    for (const note of [...notes, ...more]) io.stderr.write(`${COMMAND_WORDS.note(note)}\n`)
    io.stdout.write(document)
    return 0
  } catch (error) {
    if (!(error instanceof CorsConfigError || error instanceof CorsConversionError)) throw error
    io.stderr.write(`${COMMAND_WORDS.error(error.message)}\n`)
    for (const hint of allowHints(error.problems)) io.stderr.write(hint)
    return 1
  }
}

/** @throws UsageError if it cannot be read */
async function readSource(file: string, asText: boolean, io: Io): Promise<unknown> {
  if (!asText && MODULES.has(extname(file).toLowerCase())) {
    const loaded = await loadDocument(file, io)
    if (loaded !== undefined) return loaded
  }
  return await readText(file, io)
}

async function readStdin(io: Io): Promise<string> {
  if (io.stdin === undefined) throw new UsageError({ code: 'stdin-missing' })
  return await readInput(io)
}
