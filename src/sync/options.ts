import type { OriginRowProblem } from '../config/origin-row.js'
import { SYNC_LOG } from '../text/sync.js'
import type { OriginSource } from './source.js'
import { CorsSyncError } from './sync-error.js'

/** Times are milliseconds. */
export interface FollowOptions {
  /** Between two full loads. Default: 60,000. */
  readonly every?: number | undefined
  /** How long rows stay in force while the source is lost; after that none is allowed. Default: no limit. */
  readonly maxStale?: number | undefined
  /** How long the source may take to answer before it counts as lost. Default: 30,000. */
  readonly timeout?: number | undefined
  /** Whether rows may be patterns. Default: false. */
  readonly patterns?: boolean | undefined
  /** Called each time that the source fails. Default: `console.error`. */
  readonly onError?: ((error: unknown) => void) | undefined
  /** Called once for each bad row. Default: none; `status.problems` lists them. */
  readonly onProblem?: ((problem: OriginRowProblem) => void) | undefined
}

export interface ParsedFollowOptions {
  readonly every: number
  readonly maxStale: number | undefined
  readonly timeout: number
  readonly patterns: boolean
  readonly onError: (error: unknown) => void
  readonly onProblem: (problem: OriginRowProblem) => void
}

const NAMES = ['every', 'maxStale', 'timeout', 'patterns', 'onError', 'onProblem']
/** The longest that a timer can wait: https://html.spec.whatwg.org/#timers, 31 bits. */
const MAX_TIME = 2 ** 31 - 1

/** @throws CorsSyncError with the first invalid option */
export function parseFollowOptions(options: FollowOptions): ParsedFollowOptions {
  if (typeof options !== 'object' || options === null) refuse('options', 'an object', options)
  const unknown = Object.keys(options).find((name) => !NAMES.includes(name))
  if (unknown !== undefined) refuse('options', `only ${NAMES.join(', ')}`, unknown)
  const { every, maxStale, timeout, patterns, onError, onProblem } = options
  return {
    every: readTime('every', every) ?? 60_000,
    maxStale: readTime('maxStale', maxStale),
    timeout: readTime('timeout', timeout) ?? 30_000,
    patterns: read('patterns', patterns, 'boolean', 'true or false') ?? false,
    onError: guarded('onError', read('onError', onError, 'function', 'a function') ?? logError),
    onProblem: guarded('onProblem', read('onProblem', onProblem, 'function', 'a function') ?? (() => {})),
  }
}

/** @throws CorsSyncError if it is not a source */
export function checkSource(source: OriginSource): void {
  if (typeof source !== 'object' || source === null) refuse('source', 'an object with load()', source)
  if (typeof source.load !== 'function') refuse('source.load', 'a function', source.load)
  for (const name of ['check', 'changes'] as const) read(`source.${name}`, source[name], 'function', 'a function')
}

/** @throws CorsSyncError if it is not a whole number of milliseconds */
export function readTime(option: string, value: number | undefined): number | undefined {
  if (value === undefined || (Number.isInteger(value) && value > 0 && value <= MAX_TIME)) return value
  return refuse(option, `a whole number of milliseconds from 1 to ${MAX_TIME}`, value)
}

/** @throws CorsSyncError if it is not a string or is empty */
export function readText(option: string, value: string): string {
  return typeof value === 'string' && value !== '' ? value : refuse(option, 'a non-empty string', value)
}

export function refuse(option: string, expected: string, value: unknown): never {
  throw new CorsSyncError({ code: 'option', option, expected, value })
}

function read<T>(option: string, value: T | undefined, type: string, expected: string): T | undefined {
  return value === undefined || typeof value === type ? value : refuse(option, expected, value)
}

/** An exception of a callback must not end its caller. */
function guarded<T>(name: string, callback: (value: T) => unknown): (value: T) => void {
  const report = (error: unknown) => console.error(SYNC_LOG.threw(name), error)
  return (value) => {
    try {
      // One that is asynchronous may reject later.
      Promise.resolve(callback(value)).catch(report)
    } catch (error) {
      report(error)
    }
  }
}

function logError(error: unknown): void {
  console.error(SYNC_LOG.failed, error)
}
