import { readFile } from 'node:fs/promises'
import { CorsConfigError } from '../config/problems.js'
import { COMMAND_WORDS } from '../text/command.js'
import { HELP } from '../text/command-help.js'
import { nearestOf } from '../text/nearest.js'
import type { Io } from './io.js'
import { readLanguage, speaking } from './language.js'
import { UsageError } from './usage-error.js'

type Command = (args: readonly string[], io: Io) => Promise<number>

/** Each is loaded when it runs: the parsers of convert take longer to load than a check needs. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['check', async () => (await import('./check.js')).check],
  ['explain', async () => (await import('./explain.js')).explain],
  ['convert', async () => (await import('./convert.js')).convert],
  ['doctor', async () => (await import('./doctor.js')).doctor],
  ['inspect', async () => (await import('./inspect.js')).inspect],
  ['playground', async () => (await import('./playground.js')).playground],
])

/**
 * The command line tool.
 *
 * @param argv what follows the program's name
 * @returns the exit code: 0, 1, or 2 if it could not run, with one line on `io.stderr`
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const { args, language, fault } = readLanguage(argv, io.env)
  return await speaking(language, async () =>
    fault === undefined ? await run(args, io) : fail(new UsageError(fault), io),
  )
}

async function run(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...args] = argv
  if (name === undefined) {
    io.stderr.write(HELP.text)
    return 2
  }
  if (asksFor(argv, 'help', 'h')) {
    io.stdout.write(helpFor(argv.find((word) => COMMANDS.has(word))))
    return 0
  }
  if (asksFor([name], 'version', 'v')) {
    io.stdout.write(`${await readVersion()}\n`)
    return 0
  }
  const load = COMMANDS.get(name)
  try {
    if (load === undefined) {
      throw new UsageError({ code: 'command-unknown', name, suggestion: nearestOf(name, [...COMMANDS.keys()]) })
    }
    const command = await load()
    return await command(args, io)
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof CorsConfigError)) throw error
    return fail(error, io)
  }
}

function fail({ message }: Error, io: Io): number {
  io.stderr.write(`${COMMAND_WORDS.error(message)}\n`)
  return 2
}

/** Of the parts for commands, which are indented, only that for the one that is named. */
function helpFor(name: string | undefined): string {
  if (name === undefined) return HELP.text
  // Options are indented further, and belong to their command.
  const parts = HELP.text.split(/\n\n(?! {6})/)
  return parts.filter((part) => !part.startsWith('  ') || part.startsWith(`  ${name} `)).join('\n\n')
}

/** As a command, or as an option. */
function asksFor(argv: readonly string[], name: string, letter: string): boolean {
  return argv[0] === name || argv.includes(`--${name}`) || argv.includes(`-${letter}`)
}

async function readVersion(): Promise<string> {
  const manifest = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}
