import { Announcements } from '../../src/sync/announcement.js'
import type { OriginSource, Rows } from '../../src/sync/index.js'

/** A source in memory that says what it was asked, and fails when it is told to. */
export class FakeSource implements OriginSource {
  readonly rows = new Set<unknown>()
  /** What was asked, in order: `changes`, `load`, `check a b`. */
  readonly asked: string[] = []
  /** What the next answers wait for. */
  gate: Promise<unknown> | undefined
  /** What the next requests fail with. */
  failure: Error | undefined
  #announcements = new Announcements()

  announce(text: string): void {
    this.#announcements.push(text)
  }

  /** The connection breaks. */
  cut(error = new Error('cut')): void {
    this.#announcements.fail(error)
  }

  count(operation: string): number {
    return this.asked.filter((text) => text.startsWith(operation)).length
  }

  async load(): Promise<Rows> {
    return this.#answer('load', () => [...this.rows])
  }

  async check(origins: readonly string[]): Promise<Rows> {
    return this.#answer(`check ${origins.join(' ')}`, () => origins.filter((origin) => this.rows.has(origin)))
  }

  async changes(): Promise<AsyncIterable<unknown>> {
    this.#announcements = new Announcements()
    const announcements = this.#announcements
    return this.#answer('changes', () => announcements)
  }

  /** As a database does, it reads when it is asked, and answers later. */
  async #answer<T>(text: string, read: () => T): Promise<T> {
    this.asked.push(text)
    if (this.failure !== undefined) throw this.failure
    const answer = read()
    await this.gate
    return answer
  }
}

/** A promise, and what fulfils it. */
export function gate(): { readonly promise: Promise<void>; readonly open: () => void } {
  let open = () => {}
  const promise = new Promise<void>((resolve) => {
    open = resolve
  })
  return { promise, open }
}
