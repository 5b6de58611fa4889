import { CorsSyncError } from './sync-error.js'

/** What is used of a client of `pg`. */
export interface PostgresClient {
  query(query: {
    text: string
    values?: unknown[]
    rowMode: 'array'
  }): PromiseLike<{ readonly rows: readonly unknown[] }>
  on(event: 'notification', listener: (message: { channel: string; payload?: string | undefined }) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'end', listener: () => void): unknown
  removeListener(event: 'end' | 'error', listener: (error: Error) => void): unknown
  /** @param destroy whether the connection is of no more use */
  release(destroy?: boolean): void
}

/** What is used of a pool of `pg`. */
export interface PostgresPool {
  connect(): Promise<PostgresClient>
  on(event: 'error', listener: (error: Error) => void): unknown
  readonly options?: { readonly max?: number | undefined } | undefined
}

/** A client of a pool, for as long as a signal is not aborted. */
export class PostgresLease {
  readonly #client: PostgresClient
  readonly #onLost: (error?: Error) => void
  readonly #onEnd: (() => void)[] = []
  #isOver = false

  /** @param onLost is told when the connection breaks */
  static async of(
    pool: PostgresPool,
    signal: AbortSignal,
    onLost: (error: Error) => void = () => {},
  ): Promise<PostgresLease> {
    const client = await pool.connect()
    // A slow pool may deliver a client after the caller has given up.
    if (signal.aborted) client.release()
    signal.throwIfAborted()
    return new PostgresLease(client, signal, onLost)
  }

  private constructor(client: PostgresClient, signal: AbortSignal, onLost: (error: Error) => void) {
    this.#client = client
    const stop = () => this.end(true)
    signal.addEventListener('abort', stop)
    this.#onLost = (error = new CorsSyncError({ code: 'connection-lost' })) => onLost(error)
    // Without a listener, a broken connection would end the process. The pending query is rejected in any case.
    client.on('error', this.#onLost)
    client.on('end', this.#onLost)
    this.#onEnd.push(() => signal.removeEventListener('abort', stop))
  }

  /** Each row as an array of its columns. */
  async query(text: string, values: unknown[] = []): Promise<readonly unknown[]> {
    const { rows } = await this.#client.query({ text, values, rowMode: 'array' })
    return rows
  }

  onNotification(use: (channel: string, payload: string) => void): void {
    this.#client.on('notification', ({ channel, payload = '' }) => use(channel, payload))
  }

  /** Calls back when the lease is over, once. */
  onEnd(use: () => void): void {
    this.#onEnd.push(use)
  }

  /**
   * Gives the client back, the first time that it is called.
   *
   * @param destroy whether the connection is of no more use
   */
  end(destroy: boolean): void {
    if (this.#isOver) return
    this.#isOver = true
    for (const use of this.#onEnd) use()
    // One that is destroyed may still say that it broke.
    if (!destroy) for (const event of ['end', 'error'] as const) this.#client.removeListener(event, this.#onLost)
    this.#client.release(destroy)
  }
}
