import { isArray, isRegExp } from './value-kinds.js'

/** What values are called that are not shown. */
export const VALUE_NAMES = {
  symbol: 'a symbol',
  function: 'a function',
  array: 'an array',
  regExp: 'a regular expression',
  object: 'an object',
}

/** Enough of a value to recognise it by; a message is not a dump. */
const MAX_SHOWN_LENGTH = 80

/**
 * Renders any value for a message in one line, quoted, bounded, with control characters escaped. Runs none of the
 * value's own code: no `toString`, no `toJSON`, no getter.
 */
export function display(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return displayText(value)
    case 'bigint':
      return `${shorten(String(value))}n`
    case 'symbol':
      return VALUE_NAMES.symbol
    case 'function':
      return VALUE_NAMES.function
    case 'object':
      return displayObject(value)
    default:
      return String(value)
  }
}

function displayText(value: string): string {
  return escapeControls(JSON.stringify(shorten(value)))
}

/** A text that someone else has written, for use in a message: nothing in it ends a line or turns its writing around. */
export function escapeControls(text: string): string {
  let escaped = ''
  let start = 0
  // By hand, since no regular expression is to run over what a client sends, and a debug log holds that.
  for (let i = 0; i < text.length; i++) {
    if (!isControl(text.charCodeAt(i))) continue
    escaped += text.slice(start, i) + escapeUnit(text[i] as string)
    start = i + 1
  }
  return escaped + text.slice(start)
}

/** Unicode's category Cc, the separators of lines and paragraphs, and what turns the direction of writing around. */
function isControl(unit: number): boolean {
  if (unit < 0x20 || (unit >= 0x7f && unit <= 0x9f)) return true
  return unit >= 0x2028 && (unit <= 0x202e || (unit >= 0x2066 && unit <= 0x2069))
}

function shorten(text: string): string {
  return text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH)}…` : text
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function displayObject(value: object | null): string {
  if (value === null) return 'null'
  if (isArray(value)) return VALUE_NAMES.array
  return isRegExp(value) ? VALUE_NAMES.regExp : VALUE_NAMES.object
}
