import { isArray, isRegExp } from './value-kinds.js'

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
      return 'a symbol'
    case 'function':
      return 'a function'
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
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, escapeUnit)
}

function shorten(text: string): string {
  return text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH)}…` : text
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function displayObject(value: object | null): string {
  if (value === null) return 'null'
  if (isArray(value)) return 'an array'
  return isRegExp(value) ? 'a regular expression' : 'an object'
}
