/** Text of one meaning, with or without the colours of a terminal. */
export interface Style {
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
}

const PLAIN: Style = { good: same, bad: same, strong: same, faint: same }
/** ECMA-48 section 8.3.117, select graphic rendition. */
const COLORED: Style = { good: sgr(32), bad: sgr(31), strong: sgr(1), faint: sgr(2) }

export function styleFor(color: boolean): Style {
  return color ? COLORED : PLAIN
}

function same(text: string): string {
  return text
}

function sgr(code: number): (text: string) => string {
  return (text) => `\u001b[${code}m${text}\u001b[0m`
}

/** The text in one line, with whatever would move a terminal's cursor, or turn its writing around, escaped. */
export function printable(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
