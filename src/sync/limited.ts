import type { SyncFault } from '../text/sync.js'
import type { Rows } from './source.js'
import { CorsSyncError } from './sync-error.js'

type Operation = Extract<SyncFault, { code: 'timeout' }>['operation']

/**
 * Waits for something that may never come.
 *
 * @param parent ends the wait too
 * @param limit milliseconds
 */
export async function limited<T>(
  operation: Operation,
  limit: number,
  parent: AbortSignal,
  use: (signal: AbortSignal) => T | PromiseLike<T>,
): Promise<T> {
  const controller = new AbortController()
  const stop = () => controller.abort(parent.reason)
  const timer = setTimeout(() => controller.abort(new CorsSyncError({ code: 'timeout', operation, limit })), limit)
  parent.addEventListener('abort', stop)
  if (parent.aborted) stop()
  try {
    return await orAborted(attempt(use, controller.signal), controller.signal)
  } finally {
    clearTimeout(timer)
    parent.removeEventListener('abort', stop)
  }
}

/** What throws at once is rejected like what throws later. */
async function attempt<T>(use: (signal: AbortSignal) => T | PromiseLike<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  return await use(signal)
}

/** A promise that is not waited for any more once the signal is aborted. @throws the signal's reason */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([whenAborted(signal), promise])
}

function whenAborted(signal: AbortSignal): Promise<never> {
  const promise = new Promise<never>((_, reject) => {
    const fail = () => reject(signal.reason)
    if (signal.aborted) fail()
    else signal.addEventListener('abort', fail, { once: true })
  })
  // It may be that nobody waits for it any more.
  promise.catch(() => {})
  return promise
}

/** Rows that end with an error when the signal is aborted, even if they are endless. A value that is not iterable is returned. */
export function untilAborted(rows: Rows, signal: AbortSignal): Rows {
  if (isObject(rows) && Symbol.asyncIterator in rows) return asyncUntilAborted(rows, signal)
  return isObject(rows) && Symbol.iterator in rows ? syncUntilAborted(rows, signal) : rows
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function* syncUntilAborted(rows: Iterable<unknown>, signal: AbortSignal): Iterable<unknown> {
  for (const row of rows) {
    signal.throwIfAborted()
    yield row
  }
}

async function* asyncUntilAborted(rows: AsyncIterable<unknown>, signal: AbortSignal): AsyncIterable<unknown> {
  const iterator = rows[Symbol.asyncIterator]()
  // `Promise.race` with one promise for all rows would keep each row's promise until that one settles.
  let stop: (reason: unknown) => void
  const onAbort = () => stop(signal.reason)
  signal.addEventListener('abort', onAbort)
  let isDone = false
  try {
    for (;;) {
      signal.throwIfAborted()
      const { done, value } = await new Promise<IteratorResult<unknown>>((resolve, reject) => {
        stop = reject
        iterator.next().then(resolve, reject)
      })
      isDone = done === true
      if (isDone) return
      yield value
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    // One that hangs would never come back, so nobody waits for it.
    if (!isDone) Promise.resolve(iterator.return?.()).catch(() => {})
  }
}
