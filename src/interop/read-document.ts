import type { ProblemList } from '../config/problem-list.js'
import { readProperties, readStrings } from '../config/read-values.js'
import { display, escapeControls } from '../text/display.js'
import { isArray } from '../text/value-kinds.js'

/** The options of a document that are there, by name. */
export type Options = ReadonlyMap<string, unknown>

/** The path of a problem with the whole of it. */
export const DOCUMENT = 'document'

/** A document is a value, or the JSON text of one. Text that is none is a problem. */
export function readJson(document: unknown, problems: ProblemList): unknown {
  if (typeof document !== 'string') return document
  try {
    return JSON.parse(document.replace(/^\uFEFF/, ''))
  } catch (error) {
    problems.add('wrong-type', DOCUMENT, document, `is not JSON: ${escapeControls((error as Error).message)}`)
    problems.throwIfAny()
    return undefined
  }
}

/**
 * The properties of a document or of a part of it. Unknown ones are problems: to leave one out could widen the policy.
 *
 * @throws CorsConfigError if it is no object: then there is nothing to go on with
 */
export function readOptions(value: unknown, known: readonly string[], path: string, problems: ProblemList): Options {
  if (!isObject(value)) {
    problems.add('wrong-type', path || DOCUMENT, value, `must be an object, and is ${display(value)}`)
  }
  const properties = isObject(value) ? readProperties(value, path || DOCUMENT, problems) : undefined
  if (properties === undefined) problems.throwIfAny()
  for (const [name, property] of properties as Options) {
    if (known.includes(name)) continue
    const shown = /^[\w-]{1,64}$/.test(name) ? name : display(name)
    const message = `is no option that can be converted; those are ${known.join(', ')}`
    problems.add('unknown-option', path === '' ? shown : `${path}.${shown}`, property, message)
  }
  return properties as Options
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !isArray(value)
}

/** A list of non-empty strings. An absent one is undefined. */
export function readList(
  options: Options,
  name: string,
  problems: ProblemList,
  path = name,
): readonly string[] | undefined {
  const value = options.get(name)
  if (value === undefined) return undefined
  const list: string[] = []
  readStrings(value, path, problems, (entry) => list.push(entry))
  return list
}

export function readBoolean(options: Options, name: string, problems: ProblemList): boolean | undefined {
  const value = options.get(name)
  if (value === undefined || typeof value === 'boolean') return value
  problems.add('wrong-type', name, value, `must be true or false, and is ${display(value)}`)
  return undefined
}

export function readNumber(options: Options, name: string, problems: ProblemList, path = name): number | undefined {
  const value = options.get(name)
  if (value === undefined || (typeof value === 'number' && !Number.isNaN(value))) return value
  problems.add('wrong-type', path, value, `must be a number, and is ${display(value)}`)
  return undefined
}
