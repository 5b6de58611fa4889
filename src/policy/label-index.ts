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

  matches(label: string): boolean {
    for (const length of this.#prefixLengths) {
      if (length >= label.length) break
      const suffixes = this.#prefixes.get(label.slice(0, length))
      if (suffixes !== undefined && matchesRest(suffixes, label.slice(length))) return true
    }
    return false
  }
}

function matchesRest({ lengths, texts }: Suffixes, rest: string): boolean {
  for (const length of lengths) {
    const wildcardEnd = rest.length - length
    if (wildcardEnd <= 0) break
    if (texts.has(rest.slice(wildcardEnd)) && isWildcardText(rest.slice(0, wildcardEnd))) return true
  }
  return false
}

/** Whether a `*` matches the text, which is not empty. */
export function isWildcardText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (!isWildcardChar(text.charCodeAt(i))) return false
  }
  return true
}

function lengthsOf(texts: Iterable<string>): number[] {
  const lengths = new Set([...texts].map((text) => text.length))
  return [...lengths].sort((a, b) => a - b)
}
