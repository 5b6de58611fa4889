import { isArray, isRegExp } from '../text/value-kinds.js'
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
      problems.report({ code: 'wrong-type', fault: 'config', path, value })
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
    reportUnreadable(path, value, error, problems)
    return undefined
  }
}

/** Options that a prototype carries would be silently lost: they have to be spread into a plain object. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || isArray(value)) return false
  const prototype: unknown = Reflect.getPrototypeOf(value)
  return prototype === null || isObjectPrototype(prototype as object)
}

/** `Object.prototype` of this realm or another one, and not an object without a prototype that holds options. */
function isObjectPrototype(prototype: object): boolean {
  return Reflect.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf')
}

/** Takes an entry of a list, and its place. */
type UseEntry = (entry: string, path: string) => void

/**
 * Calls `use` with each entry of a list that is a non-empty string, in order. Everything else in it is a problem.
 *
 * @param accepts whether a text would be accepted as an entry, so that a text for a list can be turned into one
 * @returns how many entries the list has, undefined if it is not a list or cannot be read
 */
export function readStrings(
  value: unknown,
  path: string,
  problems: ProblemList,
  use: UseEntry,
  accepts: (entry: string) => boolean = () => false,
): number | undefined {
  if (!isArray(value)) {
    const wrong = { code: 'wrong-type', path, value } as const
    if (isRegExp(value)) problems.report({ ...wrong, fault: 'regular-expression' })
    else problems.report({ ...wrong, fault: 'list', entries: entriesOf(value, accepts) })
    return undefined
  }
  try {
    return useStrings(value, path, problems, use)
  } catch (error) {
    reportUnreadable(path, value, error, problems)
    return undefined
  }
}

/** A longer text is not a slip. */
const MAX_SPLIT_LENGTH = 1024

function entriesOf(value: unknown, accepts: (entry: string) => boolean): readonly string[] | undefined {
  if (typeof value !== 'string' || value.length > MAX_SPLIT_LENGTH) return undefined
  const entries = splitList(value)
  return entries.length > 0 && entries.every(accepts) ? Object.freeze(entries) : undefined
}

/** The entries of a text for a list, as an environment variable has it: separated by commas and white space. */
export function splitList(text: string): string[] {
  return text.split(/[\s,]+/).filter((entry) => entry !== '')
}

function useStrings(list: readonly unknown[], path: string, problems: ProblemList, use: UseEntry): number | undefined {
  const length = readLength(list, path, problems)
  if (length === undefined) return undefined
  let hasHole = false
  for (let i = 0; i < length; i++) {
    const entry = list[i]
    const entryPath = `${path}[${i}]`
    if (typeof entry === 'string' && entry !== '') use(entry, entryPath)
    else if (i in list) problems.report({ code: 'wrong-type', fault: entryFault(entry), path: entryPath, value: entry })
    else if (!hasHole) {
      hasHole = true
      problems.report({ code: 'wrong-type', fault: 'hole', path: entryPath, value: entry })
    }
  }
  return length
}

function entryFault(entry: unknown): 'empty-string' | 'regular-expression' | 'string' {
  if (entry === '') return 'empty-string'
  return isRegExp(entry) ? 'regular-expression' : 'string'
}

function readLength(list: readonly unknown[], path: string, problems: ProblemList): number | undefined {
  const { length } = list
  // A proxy may call anything its length.
  if (Number.isInteger(length) && length >= 0 && length <= MAX_ENTRIES) return length
  problems.report({ code: 'wrong-type', fault: 'too-many-entries', length, maximum: MAX_ENTRIES, path, value: list })
  return undefined
}

function reportUnreadable(path: string, value: unknown, error: unknown, problems: ProblemList): void {
  problems.report({ code: 'wrong-type', fault: 'unreadable', thrown: messageOf(error), path, value })
}

function messageOf(error: unknown): unknown {
  try {
    return error instanceof Error ? error.message : error
  } catch {
    return 'something unreadable'
  }
}
