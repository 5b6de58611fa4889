/** What the command line tool needs of the world around it: a test passes its own. */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  /** Standard input; undefined if there is none. */
  readonly stdin?: Input | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  /** Resolves when the user stops a command that does not end by itself. Absent: it ends at once. */
  readonly untilStopped?: (() => Promise<unknown>) | undefined
  /** The folder that relative paths start from. */
  readonly cwd: string
}

/** The part of a readable stream that is used. */
export interface Input extends AsyncIterable<string | Uint8Array> {
  readonly isTTY?: boolean | undefined
}

/** The part of a writable stream that is used. */
export interface Output {
  readonly isTTY?: boolean | undefined
  write(text: string): unknown
}

/** Whether to colour what goes there: on a terminal, unless NO_COLOR (https://no-color.org) is set. */
export function wantsColor(output: Output, env: Io['env']): boolean {
  return output.isTTY === true && (env['NO_COLOR'] ?? '') === ''
}

/** JSON for machines: one document, with a line break at its end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
