/** Rows, or a promise of them. What is not a valid origin is reported, and the rest is used. */
export type Rows = Iterable<unknown> | AsyncIterable<unknown>

/**
 * Where the rows of a policy come from. Every function gets a signal that is aborted when nobody waits for the answer
 * any more; what it returns later is ignored.
 */
export interface OriginSource {
  /** All rows. */
  load(signal: AbortSignal): Rows | PromiseLike<Rows>
  /**
   * Those of the given texts that are rows at the moment. Without it every announcement means a full load.
   *
   * @param origins at most 1,000
   */
  check?(origins: readonly string[], signal: AbortSignal): Rows | PromiseLike<Rows>
  /**
   * Announcements of changes: texts that name the origins concerned, separated by white space. Everything else, such
   * as an empty text, means that anything may have changed. When the promise is fulfilled, no later change may go
   * unannounced; when the connection is lost, the iteration has to end or throw. On abort, connections are closed.
   */
  changes?(signal: AbortSignal): AsyncIterable<unknown> | PromiseLike<AsyncIterable<unknown>>
}
