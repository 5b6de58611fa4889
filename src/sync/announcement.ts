/** Names that are asked about in one query. */
export const MAX_NAMES = 1000
/** PostgreSQL's NOTIFY carries at most 8,000 bytes. Redis has no limit. */
const MAX_LENGTH = 8192

/**
 * The origins that an announcement names. It is a hint by somebody who may not even have the right to read the rows:
 * it says what to ask the source about, and nothing else.
 *
 * @returns undefined if anything may have changed
 */
export function namesIn(announcement: unknown): readonly string[] | undefined {
  if (typeof announcement !== 'string' || announcement.length > MAX_LENGTH) return undefined
  const names = announcement.split(/\s+/).filter((name) => name !== '')
  return names.length === 0 || names.length > MAX_NAMES ? undefined : names
}

/** Announcements from a callback, as an iteration. */
export class Announcements implements AsyncIterable<string> {
  readonly #waiting: string[] = []
  #failure: Error | undefined
  #wake: (() => void) | undefined

  push(announcement: string): void {
    this.#waiting.push(announcement)
    this.#wake?.()
  }

  /** The first failure ends the iteration. */
  fail(error: Error): void {
    this.#failure ??= error
    this.#wake?.()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for (;;) {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) yield next
      if (this.#failure !== undefined) throw this.#failure
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}
