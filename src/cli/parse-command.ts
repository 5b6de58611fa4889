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
  } catch (error) {
    const fault = findFault(command, args, options)
    throw fault === undefined ? error : new UsageError(fault)
  }
}

/** In our words: those of `parseArgs` differ between versions of Node. */
function findFault(command: string, args: readonly string[], options: Options): UsageFault | undefined {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName: option, value, inlineValue } = token
    if (!Object.hasOwn(options, name)) return unknownOption(command, option, options)
    const takesValue = options[name]?.type === 'string'
    if (!takesValue && value !== undefined) return { code: 'option-with-value', option }
    if (takesValue && value === undefined) return { code: 'option-without-value', option }
    if (takesValue && inlineValue === false && value?.startsWith('-')) return { code: 'value-ambiguous', option, value }
  }
  return undefined
}

function unknownOption(command: string, option: string, options: Options): UsageFault {
  const known = Object.keys(options).map((name) => `--${name}`)
  return { code: 'option-unknown', command, option, suggestion: nearestOf(option, known) }
}
