import type { OriginRowProblem } from '../config/origin-row.js'
import type { LiveOrigins } from '../policy/live-origins.js'
import { MAX_NAMES, namesIn } from './announcement.js'
import { limited, orAborted, untilAborted } from './limited.js'
import type { ParsedFollowOptions } from './options.js'
import type { OriginSource } from './source.js'
import { CorsSyncError } from './sync-error.js'

/** More names than this at once cost more than a full load. */
const MAX_PENDING_NAMES = 10 * MAX_NAMES

/** Whom a session works for. */
export interface SessionHost {
  readonly origins: LiveOrigins
  readonly source: OriginSource
  readonly options: ParsedFollowOptions
  /** How often the rows have been given up because the source was lost for too long. */
  readonly expirations: number
  /** Is told the problems of a full load. */
  loaded(problems: readonly OriginRowProblem[]): void
  /** Is told what was found about one row. */
  checked(name: string, problem: OriginRowProblem | undefined): void
}

/**
 * Lasts from the subscription to changes until the first failure. After a failure nobody knows which changes were
 * missed, so the next session begins with a full load.
 */
export class Session {
  readonly #host: SessionHost
  readonly #closing = new AbortController()
  /** Is fulfilled with what ends the session. */
  readonly ended: Promise<unknown>
  readonly #fail: (error: unknown) => void
  readonly #names = new Set<string>()
  /** Asked about while all rows were loaded: to be asked again after. */
  readonly #later = new Set<string>()
  #isChecking = false
  /** Whether a full load is on its way, or has failed. */
  #isReading = false
  #isLoading = false
  #isLoadWanted = false
  #loads = 0
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(host: SessionHost) {
    this.#host = host
    let end: (error: unknown) => void
    this.ended = new Promise((resolve) => {
      end = resolve
    })
    this.#fail = (error) => end(error)
  }

  /** Listens, then loads all rows. @throws what the source throws */
  async open(): Promise<void> {
    const { source, options } = this.#host
    const { signal } = this.#closing
    if (source.changes !== undefined) {
      const announcements = await limited('changes', options.timeout, signal, (aborted) => this.#subscribe(aborted))
      this.#listen(announcements).catch(this.#fail)
    }
    this.#isLoading = true
    await this.#load()
    this.#isLoading = false
    if (this.#isLoadWanted) this.#wantLoad()
    this.#timer = setInterval(() => this.#wantLoad(), options.every)
    unref(this.#timer)
  }

  close(): void {
    const closed = new CorsSyncError({ code: 'closed' })
    clearInterval(this.#timer)
    this.#closing.abort(closed)
    this.#fail(closed)
  }

  /** The signal of the attempt only covers the attempt. The subscription lasts as long as the session. */
  #subscribe(attempt: AbortSignal): AsyncIterable<unknown> | PromiseLike<AsyncIterable<unknown>> {
    attempt.addEventListener('abort', () => this.#closing.abort(attempt.reason), { once: true })
    return (this.#host.source as Required<OriginSource>).changes(this.#closing.signal)
  }

  async #listen(announcements: AsyncIterable<unknown>): Promise<void> {
    for await (const announcement of untilAborted(announcements, this.#closing.signal)) this.#announce(announcement)
    throw new CorsSyncError({ code: 'changes-ended' })
  }

  #announce(announcement: unknown): void {
    const names = this.#host.source.check === undefined ? undefined : namesIn(announcement)
    for (const name of names ?? []) this.#names.add(name)
    if (names === undefined) this.#wantLoad()
    else if (this.#names.size <= MAX_PENDING_NAMES) this.#wantCheck()
    else {
      this.#names.clear()
      this.#wantLoad()
    }
  }

  /** One load runs and at most one waits. Further requests join the one that waits. */
  #wantLoad(): void {
    this.#isLoadWanted = true
    if (this.#isLoading) return
    this.#isLoading = true
    this.#loadWhileWanted().catch(this.#fail)
  }

  async #loadWhileWanted(): Promise<void> {
    while (this.#isLoadWanted) {
      this.#isLoadWanted = false
      const start = performance.now()
      await this.#load()
      // Anybody may announce without end, so loads take at most half of the time.
      if (this.#isLoadWanted) await sleep(performance.now() - start, this.#closing.signal)
    }
    this.#isLoading = false
  }

  async #load(): Promise<void> {
    const { origins, source, options } = this.#host
    const { expirations } = this.#host
    this.#isReading = true
    const { problems } = await limited('load', options.timeout, this.#closing.signal, (signal) => {
      // `set` begins before the source is asked, so that the answer cannot bring back what is revoked meanwhile.
      const rows = Promise.resolve(source.load(signal)).then((loaded) => untilAborted(loaded, signal))
      return origins.set(orAborted(rows, signal), { patterns: options.patterns })
    })
    this.#loads++
    // The rows expired while they were being loaded.
    if (this.#host.expirations !== expirations) return await this.#load()
    this.#isReading = false
    this.#host.loaded(problems)
    for (const name of this.#later) this.#names.add(name)
    this.#later.clear()
    if (this.#names.size > 0) this.#wantCheck()
  }

  #wantCheck(): void {
    if (this.#isChecking) return
    this.#isChecking = true
    this.#checkWhileWanted().catch(this.#fail)
  }

  async #checkWhileWanted(): Promise<void> {
    while (this.#names.size > 0) {
      const names = [...this.#names].slice(0, MAX_NAMES)
      for (const name of names) this.#names.delete(name)
      const loads = this.#loads
      const found = await this.#ask(names)
      for (const name of names) {
        const isFound = found.has(name)
        if (!isFound) this.#drop(name)
        // A load that runs, or has finished since, may be newer. What was revoked must not come back.
        if (this.#isReading) this.#askLater(name)
        else if (loads !== this.#loads) this.#names.add(name)
        else if (isFound) this.#add(name)
      }
    }
    this.#isChecking = false
  }

  /** Anybody may announce without end, so there is a bound. Another load finds the names that are dropped. */
  #askLater(name: string): void {
    this.#later.add(name)
    if (this.#later.size <= MAX_PENDING_NAMES) return
    this.#later.clear()
    this.#isLoadWanted = true
  }

  #ask(names: readonly string[]): Promise<ReadonlySet<unknown>> {
    const { source, options } = this.#host
    return limited('check', options.timeout, this.#closing.signal, async (signal) => {
      const rows = await (source as Required<OriginSource>).check(names, signal)
      const found = new Set<unknown>()
      for await (const row of untilAborted(rows, signal)) found.add(row)
      return found
    })
  }

  #add(name: string): void {
    const { origins, options } = this.#host
    this.#host.checked(name, origins.add(name, { patterns: options.patterns }))
  }

  #drop(name: string): void {
    this.#host.origins.delete(name)
    this.#host.checked(name, undefined)
  }
}

/** A timer that does not keep a process from its end. Only Node has those. */
export function unref(timer: unknown): void {
  ;(timer as { unref?(): void }).unref?.()
}

/** @throws the signal's reason when it is aborted */
export async function sleep(time: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, time)
    unref(timer)
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    signal.addEventListener('abort', stop, { once: true })
  })
}
