import { isWildcardChar } from '../config/origin-text.js'

/** A pattern inside one label, `prefix*suffix`. */
export interface LabelPattern {
  readonly prefix: string
  readonly suffix: string
}

/** Strings of which some slice is looked up by length: with the lengths that occur, at most one lookup for each. */
interface ByLength<V> {
  readonly lengths: readonly number[]
  readonly map: ReadonlyMap<string, V>
}

/** The in-label patterns below one parent domain. A label has at most 63 characters, and that bounds the lookups. */
export class LabelIndex {
  readonly #prefixes: ByLength<ByLength<true>>

  constructor(patterns: readonly LabelPattern[]) {
    const suffixes = new Map<string, Map<string, true>>()
    for (const { prefix, suffix } of patterns) {
      const known = suffixes.get(prefix)
      if (known === undefined) suffixes.set(prefix, new Map([[suffix, true]]))
      else known.set(suffix, true)
    }
    this.#prefixes = byLength(new Map([...suffixes].map(([prefix, map]) => [prefix, byLength(map)])))
  }

  matches(text: string, start: number, end: number): boolean {
    for (const prefixLength of this.#prefixes.lengths) {
      const wildcardStart = start + prefixLength
      if (wildcardStart >= end) break
      const suffixes = this.#prefixes.map.get(text.slice(start, wildcardStart))
      if (suffixes !== undefined && matchesRest(suffixes, text, wildcardStart, end)) return true
    }
    return false
  }
}

function matchesRest(suffixes: ByLength<true>, text: string, start: number, end: number): boolean {
  for (const suffixLength of suffixes.lengths) {
    const wildcardEnd = end - suffixLength
    if (wildcardEnd <= start) break
    if (suffixes.map.has(text.slice(wildcardEnd, end)) && isWildcardText(text, start, wildcardEnd)) return true
  }
  return false
}

function isWildcardText(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (!isWildcardChar(text.charCodeAt(i))) return false
  }
  return true
}

function byLength<V>(entries: ReadonlyMap<string, V>): ByLength<V> {
  const lengths = new Set([...entries.keys()].map((key) => key.length))
  return { lengths: [...lengths].sort((a, b) => a - b), map: entries }
}
