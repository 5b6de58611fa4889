import { type ParseArgsConfig, parseArgs } from 'node:util'
import { nearestOf } from '../text/nearest.js'
import { UsageError, type UsageFault } from './usage-error.js'

type Options = NonNullable<ParseArgsConfig['options']>

type Parsed<Known extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Known; allowPositionals: true }>
>

/**
 * The options and the other arguments of a command.
 *
 * @throws UsageError for an option that there is not, and for one with or without a value
 */
export function parseCommand<const Known extends Options>(
  command: string,
  args: readonly string[],
  options: Known,
): Parsed<Known> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    throw new UsageError(findFault(command, args, options))
  }
}

/** In our words: those of `parseArgs` differ between versions of Node. Since it threw, there is one. */
function findFault(command: string, args: readonly string[], options: Options): UsageFault {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true })
  const faults = tokens.flatMap((token): readonly UsageFault[] => {
    if (token.kind !== 'option') return []
    const { name, rawName: option, value, inlineValue } = token
    if (!Object.hasOwn(options, name)) return [unknownOption(command, option, options)]
    if (options[name]?.type === 'boolean') return value === undefined ? [] : [{ code: 'option-with-value', option }]
    if (value === undefined) return [{ code: 'option-without-value', option }]
    return !inlineValue && value.startsWith('-') ? [{ code: 'value-ambiguous', option, value }] : []
  })
  return faults[0] as UsageFault
}

function unknownOption(command: string, option: string, options: Options): UsageFault {
  const known = Object.keys(options).map((name) => `--${name}`)
  return { code: 'option-unknown', command, option, suggestion: nearestOf(option, known) }
}
