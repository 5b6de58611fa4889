/** Rows, or a promise of them. Invalid origins are reported, and the others are used. */
export type Rows = Iterable<unknown> | AsyncIterable<unknown>

/**
 * Where the rows of a policy come from. Every function gets a signal that is aborted when its result is no longer
 * needed; a later result is ignored.
 */
export interface OriginSource {
  /** All rows. */
  load(signal: AbortSignal): Rows | PromiseLike<Rows>
  /**
   * Returns those of the given texts that are rows now. Without it, every announcement causes a full load.
   *
   * @param origins at most 1,000
   */
  check?(origins: readonly string[], signal: AbortSignal): Rows | PromiseLike<Rows>
  /**
   * Announcements of changes: texts that name the changed origins, separated by white space. Any other text, such as an
   * empty one, means that anything may have changed. Once the promise is fulfilled, every later change has to be
   * announced; when the connection is lost, the iteration has to end or throw. On abort, it closes its connections.
   */
  changes?(signal: AbortSignal): AsyncIterable<unknown> | PromiseLike<AsyncIterable<unknown>>
}
