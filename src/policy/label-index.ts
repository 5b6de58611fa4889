import { isWildcardChar } from '../config/origin-text.js'
import { groupBy, mapValues } from './group-by.js'

/** A pattern inside one label, `prefix*suffix`. */
export interface LabelPattern {
  readonly prefix: string
  readonly suffix: string
}

/** The suffixes that go with one prefix, and their lengths: at most one look-up for each. */
interface Suffixes {
  readonly lengths: readonly number[]
  readonly texts: ReadonlySet<string>
}

/** The in-label patterns below one parent domain. A label has at most 63 characters, and that bounds the lookups. */
export class LabelIndex {
  readonly #prefixLengths: readonly number[]
  readonly #prefixes: ReadonlyMap<string, Suffixes>

  constructor(patterns: readonly LabelPattern[]) {
    const siblings = groupBy(patterns, ({ prefix }) => prefix)
    this.#prefixLengths = lengthsOf(siblings.keys())
    this.#prefixes = mapValues(siblings, (group) => {
      const texts = new Set(group.map(({ suffix }) => suffix))
      return { lengths: lengthsOf(texts), texts }
    })
  }

  matches(text: string, start: number, end: number): boolean {
    for (const prefixLength of this.#prefixLengths) {
      const wildcardStart = start + prefixLength
      if (wildcardStart >= end) break
      const suffixes = this.#prefixes.get(text.slice(start, wildcardStart))
      if (suffixes !== undefined && matchesRest(suffixes, text, wildcardStart, end)) return true
    }
    return false
  }
}

function matchesRest(suffixes: Suffixes, text: string, start: number, end: number): boolean {
  for (const suffixLength of suffixes.lengths) {
    const wildcardEnd = end - suffixLength
    if (wildcardEnd <= start) break
    if (suffixes.texts.has(text.slice(wildcardEnd, end)) && isWildcardText(text, start, wildcardEnd)) return true
  }
  return false
}

/** Whether a `*` matches the slice. */
export function isWildcardText(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (!isWildcardChar(text.charCodeAt(i))) return false
  }
  return true
}

function lengthsOf(texts: Iterable<string>): number[] {
  const lengths = new Set([...texts].map((text) => text.length))
  return [...lengths].sort((a, b) => a - b)
}
