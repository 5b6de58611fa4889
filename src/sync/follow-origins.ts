import type { OriginRowProblem } from '../config/origin-row.js'
import { isLivePolicy } from '../policy/is-live-policy.js'
import type { LivePolicy } from '../policy/live-policy.js'
import { checkSource, type FollowOptions, type ParsedFollowOptions, parseFollowOptions, refuse } from './options.js'
import { Session, type SessionHost, sleep, unref } from './session.js'
import type { OriginSource } from './source.js'
import { CorsSyncError } from './sync-error.js'

/** The state of the rows. Times are those of `Date.now()`. */
export interface FollowStatus {
  /** When all rows were last loaded. */
  readonly loadedAt: number
  /** Since when changes may be missed; undefined if none are. */
  readonly staleSince: number | undefined
  /** How many rows the policy has. */
  readonly size: number
  /** The bad rows: the first 1,000 of the last full load, and those announced since. */
  readonly problems: readonly OriginRowProblem[]
}

/** A policy that follows a source. */
export interface Following {
  readonly status: FollowStatus
  /** Ends connections and timers. The rows stay as they are. */
  close(): Promise<void>
}

/** Milliseconds before another attempt: at first, and at most. */
const FIRST_PAUSE = 100
const LONGEST_PAUSE = 10_000

const followed = new WeakSet<LivePolicy>()

/**
 * Keeps the rows of a live policy in step with a source: a database, or any object with the functions of `OriginSource`.
 * Loads all rows, applies changes as they are announced, and loads all again from time to time and whenever a change
 * may have been missed. No request waits for any of it.
 *
 * @returns once all rows have been loaded
 * @throws CorsSyncError if an argument is invalid, the policy follows a source already, or the source does not answer
 * @throws what the source throws; then it does not follow, and nothing has changed
 */
export async function followOrigins(
  policy: LivePolicy,
  source: OriginSource,
  options: FollowOptions = {},
): Promise<Following> {
  if (!isLivePolicy(policy)) refuse('policy', 'what livePolicy() returned', policy)
  checkSource(source)
  const parsed = parseFollowOptions(options)
  if (followed.has(policy)) throw new CorsSyncError({ code: 'already-followed' })
  followed.add(policy)
  const follower = new Follower(policy, source, parsed)
  try {
    await follower.start()
  } catch (error) {
    followed.delete(policy)
    throw error
  }
  return follower
}

class Follower implements Following, SessionHost {
  readonly #policy: LivePolicy
  readonly source: OriginSource
  readonly options: ParsedFollowOptions
  readonly #closing = new AbortController()
  readonly #problems = new Map<unknown, OriginRowProblem>()
  #session: Session
  #loadedAt = 0
  #staleSince: number | undefined
  #expiry: ReturnType<typeof setTimeout> | undefined
  #expirations = 0
  #running: Promise<void> | undefined

  constructor(policy: LivePolicy, source: OriginSource, options: ParsedFollowOptions) {
    this.#policy = policy
    this.source = source
    this.options = options
    this.#session = new Session(this)
  }

  get origins() {
    return this.#policy.origins
  }

  get expirations(): number {
    return this.#expirations
  }

  get status(): FollowStatus {
    return Object.freeze({
      loadedAt: this.#loadedAt,
      staleSince: this.#staleSince,
      size: this.origins.size,
      problems: Object.freeze([...this.#problems.values()]),
    })
  }

  async start(): Promise<void> {
    try {
      await this.#session.open()
    } catch (error) {
      this.#session.close()
      throw error
    }
    this.#running = this.#run()
  }

  async close(): Promise<void> {
    this.#closing.abort(new CorsSyncError({ code: 'closed' }))
    this.#session.close()
    clearTimeout(this.#expiry)
    await this.#running
    followed.delete(this.#policy)
  }

  loaded(problems: readonly OriginRowProblem[]): void {
    this.#loadedAt = Date.now()
    this.#staleSince = undefined
    clearTimeout(this.#expiry)
    const known = new Set(this.#problems.keys())
    this.#problems.clear()
    for (const problem of problems) {
      this.#problems.set(problem.value, problem)
      if (!known.has(problem.value)) this.options.onProblem(problem)
    }
  }

  checked(name: string, problem: OriginRowProblem | undefined): void {
    if (problem === undefined) this.#problems.delete(name)
    else if (!this.#problems.has(name)) {
      this.#problems.set(name, problem)
      this.options.onProblem(problem)
    }
  }

  /** Follows, from session to session. Ends when it is closed, and never throws. */
  async #run(): Promise<void> {
    const { signal } = this.#closing
    let failures = 0
    while (!signal.aborted) {
      try {
        if (failures > 0) await this.#session.open()
        const start = performance.now()
        const failure = await this.#session.ended
        // Of those that end at once, each waits longer than the last.
        if (performance.now() - start > LONGEST_PAUSE) failures = 0
        throw failure
      } catch (error) {
        this.#session.close()
        if (signal.aborted) return
        this.#lost()
        this.options.onError(error)
        await pause(failures++, signal)
        this.#session = new Session(this)
      }
    }
  }

  #lost(): void {
    if (this.#staleSince !== undefined) return
    this.#staleSince = Date.now()
    if (this.options.maxStale === undefined) return
    this.#expiry = setTimeout(() => this.#expire(), this.options.maxStale)
    unref(this.#expiry)
  }

  #expire(): void {
    this.#expirations++
    // Without rows there is nothing to wait for, and nothing to fail.
    void this.origins.set([])
  }
}

/** Longer each time, and not the same in all processes of a fleet. */
async function pause(failures: number, signal: AbortSignal): Promise<void> {
  const longest = Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE)
  await sleep(longest * (0.5 + Math.random() / 2), signal).catch(() => {})
}
