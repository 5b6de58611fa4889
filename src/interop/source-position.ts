/** Where in the text the value of a path begins. */
export type PositionMap = Map<string, number>

export interface Position {
  readonly line: number
  readonly column: number
}

/** A text that does not follow its format. */
export class SyntaxFault extends Error {
  readonly format: string
  readonly offset: number

  constructor(format: string, reason: string, offset: number) {
    super(reason)
    this.format = format
    this.offset = offset
  }
}

/** Both from 1. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
