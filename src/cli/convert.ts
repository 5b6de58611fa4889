import { extname } from 'node:path'
import { CorsConfigError } from '../config/problems.js'
import { type ConversionProblem, CorsConversionError } from '../interop/conversion-error.js'
import { READERS, WRITERS } from '../interop/dialects.js'
import { fromHeaders } from '../interop/from-headers.js'
import type { Imported } from '../interop/note.js'
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

/** A class, or a function of what it configures. */
const REGISTERS =
  /^(?:class\b|(?:async\s*)?(?:function\b\s*[\w$]*\s*)?\(?\s*(?:app|fastify|server|instance|scope|api|\w*resource)\b)/i

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
  const sources =
    file === undefined || file === '-' ? [await readStdin(io)] : await readSources(file, from === fromHeaders, io)
  try {
    const { config, notes } = firstOf(sources, (source) => from(source, options))
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

/** What to convert, the best first. @throws UsageError if it cannot be read */
async function readSources(file: string, asText: boolean, io: Io): Promise<[unknown, ...unknown[]]> {
  const isModule = !asText && MODULES.has(extname(file).toLowerCase())
  const loaded = isModule ? await loadDocument(file, io) : undefined
  // A plugin, a class of the CDK: what it does is in its text.
  if (typeof loaded === 'function' && REGISTERS.test(String(loaded))) return [await readText(file, io), loaded]
  return [loaded ?? (await readText(file, io))]
}

/** Converts the first source in which there is a configuration. */
function firstOf([source, ...others]: readonly unknown[], from: (source: unknown) => Imported): Imported {
  try {
    return from(source)
  } catch (error) {
    const isFound = !(error instanceof CorsConversionError && error.problems.every(isAbsence))
    if (others.length === 0 || isFound) throw error
    return firstOf(others, from)
  }
}

function isAbsence({ code }: ConversionProblem): boolean {
  return code === 'nothing-found' || code === 'document-syntax'
}

async function readStdin(io: Io): Promise<string> {
  if (io.stdin === undefined) throw new UsageError({ code: 'stdin-missing' })
  return await readInput(io)
}
