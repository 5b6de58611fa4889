import { isDeepStrictEqual } from 'node:util'
import type { Expectation } from './known-differences.js'
import type { Observation } from './observation.js'

/** Whether a browser did what was expected. */
export function meets({ predicted, limit }: Expectation, observed: Observation): boolean {
  if (limit === undefined) return isDeepStrictEqual(predicted, observed)
  return isDeepStrictEqual(predicted.wire.slice(0, limit), observed.wire.slice(0, limit))
}

/** Where two observations differ: paths such as `seen.outcome` and `wire.0.origin`, and `wire.length`. */
export function differingPaths(predicted: unknown, observed: unknown, path = ''): string[] {
  if (isDeepStrictEqual(predicted, observed)) return []
  if (Array.isArray(predicted) && Array.isArray(observed) && predicted.length !== observed.length) {
    return [join(path, 'length')]
  }
  if (!isObject(predicted) || !isObject(observed)) return [path]
  const keys = new Set([...Object.keys(predicted), ...Object.keys(observed)])
  return [...keys].flatMap((key) => differingPaths(predicted[key], observed[key], join(path, key)))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
