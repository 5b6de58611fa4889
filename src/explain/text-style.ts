import { escapeControls } from '../text/display.js'

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

/** The text in one line: nothing in it moves a terminal's cursor, or turns its writing around. */
export function printable(text: string): string {
  return escapeControls(text)
}
