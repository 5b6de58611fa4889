import { display } from '../text/display.js'
import { isArray } from '../text/value-kinds.js'
import type { ProblemList } from './problem-list.js'

/**
 * Reads a value that may be anything at all. Each property is read once, so a getter cannot answer differently later,
 * and a getter or proxy that throws is a problem like any other.
 */

/** More entries than a `Set` of V8 holds well; a list this long is a mistake or an attack. */
const MAX_ENTRIES = 10_000_000

/** The own properties of a plain object, `undefined` ones left out. Undefined if the value is something else. */
export function readProperties(value: unknown, path: string, problems: ProblemList): Map<string, unknown> | undefined {
  try {
    if (!isPlainObject(value)) {
      problems.add(
        'wrong-type',
        path,
        value,
        `must be a plain object with the options of CorsConfig, and is ${display(value)}`,
      )
      return undefined
    }
    const properties = new Map<string, unknown>()
    for (const key of Reflect.ownKeys(value)) {
      if (typeof key !== 'string') continue
      const property = Reflect.get(value, key)
      if (property !== undefined) properties.set(key, property)
    }
    return properties
  } catch (error) {
    addUnreadable(path, value, error, problems)
    return undefined
  }
}

/** Options that a prototype carries would be silently lost: what has one, has to be spread into a plain object. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || isArray(value)) return false
  const prototype: unknown = Reflect.getPrototypeOf(value)
  return prototype === null || Reflect.getPrototypeOf(prototype as object) === null
}

/**
 * Calls `use` with each entry of a list that is a non-empty string, in order. Everything else in it is a problem.
 * @returns how many entries the list has, undefined if it is no list or cannot be read
 */
export function readStrings(
  value: unknown,
  path: string,
  problems: ProblemList,
  use: (entry: string, path: string) => void,
): number | undefined {
  if (!isArray(value)) {
    problems.add('wrong-type', path, value, `must be a list of strings, and is ${display(value)}${listHint(value)}`)
    return undefined
  }
  try {
    return useStrings(value, path, problems, use)
  } catch (error) {
    addUnreadable(path, value, error, problems)
    return undefined
  }
}

function useStrings(
  list: readonly unknown[],
  path: string,
  problems: ProblemList,
  use: (entry: string, path: string) => void,
): number | undefined {
  const length = readLength(list, path, problems)
  if (length === undefined) return undefined
  let hasHole = false
  for (let i = 0; i < length; i++) {
    const entry = list[i]
    if (typeof entry === 'string' && entry !== '') {
      use(entry, `${path}[${i}]`)
    } else if (i in list) {
      const hint = entry === '' ? 'is an empty string' : `must be a string, and is ${display(entry)}`
      problems.add('wrong-type', `${path}[${i}]`, entry, `${hint}${entryHint(entry)}`)
    } else if (!hasHole) {
      hasHole = true
      problems.add('wrong-type', `${path}[${i}]`, entry, 'is a hole in the list: remove it')
    }
  }
  return length
}

function readLength(list: readonly unknown[], path: string, problems: ProblemList): number | undefined {
  const { length } = list
  // A proxy may call anything its length.
  if (Number.isInteger(length) && length >= 0 && length <= MAX_ENTRIES) return length
  problems.add('wrong-type', path, list, `has ${display(length)} entries, and a list can have ${MAX_ENTRIES}`)
  return undefined
}

/** The entries of a list, whatever they are. None, and a problem, if it cannot be read. */
export function readEntries(list: readonly unknown[], path: string, problems: ProblemList): readonly unknown[] {
  try {
    const length = readLength(list, path, problems) ?? 0
    return Array.from({ length }, (_, i) => list[i])
  } catch (error) {
    addUnreadable(path, list, error, problems)
    return []
  }
}

function listHint(value: unknown): string {
  return typeof value === 'string' && value !== '' && value.length <= 64 ? `: write [${display(value)}]` : ''
}

function entryHint(entry: unknown): string {
  return display(entry) === 'a regular expression' ? ': write a pattern such as https://*.example.com' : ''
}

function addUnreadable(path: string, value: unknown, error: unknown, problems: ProblemList): void {
  problems.add('wrong-type', path, value, `cannot be read: it threw ${display(messageOf(error))}`)
}

function messageOf(error: unknown): unknown {
  try {
    return error instanceof Error ? error.message : error
  } catch {
    return 'something unreadable'
  }
}
