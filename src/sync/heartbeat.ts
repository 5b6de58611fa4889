import { CorsSyncError } from './sync-error.js'

/** How long an answer may take, in milliseconds. */
const MAX_WAIT = 10_000

/**
 * Tests a connection that only listens. If the other end dies silently, such a connection looks for hours as if nothing
 * had changed.
 */
export class Heartbeat {
  readonly #interval: number
  readonly #ask: () => PromiseLike<unknown>
  #timer: ReturnType<typeof setInterval> | undefined
  #isStopped = false

  /** @param ask is fulfilled when the other end has answered */
  constructor(interval: number, ask: () => PromiseLike<unknown>) {
    this.#interval = interval
    this.#ask = ask
  }

  /**
   * Tests the connection now, and from then on in intervals.
   *
   * @param fail is told when a later test fails
   * @throws CorsSyncError if there is no answer, and what asking throws
   */
  async start(fail: (error: Error) => void): Promise<void> {
    await this.#test()
    if (this.#isStopped) return
    this.#timer = setInterval(() => void this.#test().catch(fail), this.#interval)
  }

  stop(): void {
    this.#isStopped = true
    clearInterval(this.#timer)
  }

  async #test(): Promise<void> {
    const limit = Math.min(this.#interval, MAX_WAIT)
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new CorsSyncError({ code: 'no-heartbeat', limit })), limit)
    })
    try {
      await Promise.race([late, this.#ask()])
    } finally {
      clearTimeout(timer)
    }
  }
}
