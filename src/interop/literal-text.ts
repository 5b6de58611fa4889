import { changedNames } from './changed-names.js'
import { LiteralReader } from './literal-reader.js'
import { Computed, ELSEWHERE, isFunction, isMap, type SourceValue } from './source-value.js'

/**
 * Reads what source code says in literals: keyword arguments of Python, blocks of HCL, objects of JavaScript. Everything
 * between is skipped, and a value that is not a literal is `Computed`. No code runs.
 */
export function readLiterals(text: string): ReadonlyMap<string, SourceValue> {
  const reader = new LiteralReader(text)
  const named = reader.block(undefined, 0)
  // With nothing else in the text, a function is what configures.
  const isAll = [...named.values()].every(isFunction)
  const bodies = reader.bodies()
  const inner = [...bodies].flatMap(([name, body]): [string, SourceValue][] => (isAll ? [...body] : [[name, body]]))
  const values = new Map<string, SourceValue>(isAll && inner.length > 0 ? inner : [...named, ...inner])
  const changed = changedNames(text)
  const known = new Map([...values].filter(([name]) => !changed.has(name)))
  return new Map([...values].map(([name, value]) => [name, marked(resolve(value, known), changed.has(name))]))
}

/** An object that is changed after it has been written has more than it says. */
function marked(value: SourceValue, isChanged: boolean): SourceValue {
  return isChanged && isMap(value) ? new Map([...value, [ELSEWHERE, undefined]]) : value
}

/** `allow_origins=origins`, where the text says once what `origins` is. */
function resolve(value: SourceValue, root: ReadonlyMap<string, SourceValue>): SourceValue {
  if (isMap(value)) return new Map([...value].map(([name, part]) => [name, resolve(part, root)]))
  if (Array.isArray(value)) return value.map((part) => resolve(part, root))
  if (!(value instanceof Computed) || !root.has(value.expression)) return value
  const known = root.get(value.expression)
  return known instanceof Computed || isMap(known) ? value : known
}
