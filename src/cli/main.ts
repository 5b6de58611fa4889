import { readFile } from 'node:fs/promises'
import { CorsConfigError } from '../config/problems.js'
import { COMMAND_WORDS } from '../text/command.js'
import { HELP } from '../text/command-help.js'
import { nearestOf } from '../text/nearest.js'
import { check } from './check.js'
import { convert } from './convert.js'
import { doctor } from './doctor.js'
import { explain } from './explain.js'
import { inspect } from './inspect.js'
import type { Io } from './io.js'
import { UsageError } from './usage-error.js'

type Command = (args: readonly string[], io: Io) => Promise<number>

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['check', check],
  ['explain', explain],
  ['convert', convert],
  ['doctor', doctor],
  ['inspect', inspect],
])

/**
 * The command line tool.
 *
 * @param argv what follows the program's name
 * @returns the exit code: 0, 1, or 2 if it could not run, with one line on `io.stderr`
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...args] = argv
  if (name === undefined) {
    io.stderr.write(HELP)
    return 2
  }
  if (asksFor(argv, 'help', 'h')) {
    io.stdout.write(HELP)
    return 0
  }
  if (asksFor([name], 'version', 'v')) {
    io.stdout.write(`${await readVersion()}\n`)
    return 0
  }
  const command = COMMANDS.get(name)
  try {
    if (command === undefined) {
      throw new UsageError({ code: 'command-unknown', name, suggestion: nearestOf(name, [...COMMANDS.keys()]) })
    }
    return await command(args, io)
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof CorsConfigError)) throw error
    io.stderr.write(`${COMMAND_WORDS.error(error.message)}\n`)
    return 2
  }
}

/** As a command, or as an option. */
function asksFor(argv: readonly string[], name: string, letter: string): boolean {
  return argv[0] === name || argv.includes(`--${name}`) || argv.includes(`-${letter}`)
}

async function readVersion(): Promise<string> {
  const manifest = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}
