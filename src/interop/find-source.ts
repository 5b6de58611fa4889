import { nearestOf } from '../text/nearest.js'
import type { ConfigBuilder } from './config-builder.js'
import { below, isMap, type SourceValue, same } from './source-value.js'

/** What makes a part of a document the configuration of a dialect. */
export interface Shape {
  /** As messages have it. */
  readonly dialect: string
  /** Names that one of them may have. */
  readonly known: readonly string[]
  /** Whether it is one object of options, and not rules. */
  readonly isFlat: boolean
  /** @param key the name of the property that holds it, `''` for the whole document */
  matches(value: SourceValue, key: string): boolean
  /** Whether it only says that there are defaults. Then others say more. */
  isDefault?(value: SourceValue): boolean
}

export interface FoundSource {
  readonly value: SourceValue
  readonly path: string
}

/** Larger objects are whole documents, of which one part is meant. */
const MAX_FRAGMENT_SIZE = 20

/** The one part of a document that has the shape. Undefined, and a problem, if there is none or there are several. */
export function findSource(root: SourceValue, shape: Shape, builder: ConfigBuilder): FoundSource | undefined {
  const { dialect, known } = shape
  const { pick } = builder.options
  const all = [...search(root, '', '', shape)]
  const explicit = all.filter(({ value }) => shape.isDefault?.(value) !== true)
  const found = distinct(explicit.length > 0 ? explicit : all)
  const paths = found.map(({ path }) => path)
  if (pick !== undefined) {
    const picked = all.find(({ path }) => path === pick)
    if (picked === undefined)
      builder.refuse({ code: 'pick-not-found', paths: all.map(({ path }) => path) }, 'pick', pick)
    return picked
  }
  const [first, ...others] = found
  if (others.length > 0) {
    builder.refuse({ code: 'several-found', dialect, paths }, '', undefined)
    return undefined
  }
  if (first !== undefined) return first
  if (shape.isFlat && isFragment(root, known)) return { value: root, path: '' }
  builder.refuse({ code: 'nothing-found', dialect, known: [...known] }, '', undefined)
  return undefined
}

function* search(value: SourceValue, path: string, key: string, shape: Shape): Generator<FoundSource> {
  if (shape.matches(value, key)) {
    yield { value, path }
  } else if (isMap(value)) {
    for (const [name, part] of value) yield* search(part, below(path, name), name, shape)
  } else if (Array.isArray(value)) {
    for (const [i, part] of value.entries()) yield* search(part, `${path}[${i}]`, key, shape)
  }
}

/** One that is named and used is found twice. */
function distinct(found: readonly FoundSource[]): readonly FoundSource[] {
  const [first, ...others] = found
  return first !== undefined && others.every(({ value }) => same(first.value, value)) ? [first] : found
}

/** A small object of plain values may be the configuration with a name misspelled: then that is the problem. */
function isFragment(root: SourceValue, known: readonly string[]): boolean {
  if (!isMap(root) || root.size > MAX_FRAGMENT_SIZE || [...root.values()].some(isMap)) return false
  return root.size === 0 || [...root.keys()].some((key) => nearestKey(key, known) !== undefined)
}

/** The name that was probably meant. */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  const bare = nearestOf(withoutPunctuation(key), known.map(withoutPunctuation))
  return known.find((name) => withoutPunctuation(name) === bare)
}

/** `AllowOrigins`, `allow_origins` and `allow-origins` are one name. */
export function withoutPunctuation(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** Whether an object has a property by one of these names, without punctuation. */
export function hasKey(value: SourceValue, names: readonly string[]): boolean {
  return isMap(value) && [...value.keys()].some((name) => names.includes(withoutPunctuation(name)))
}
