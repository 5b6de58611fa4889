import { SAFELISTED_METHODS } from '../http/methods.js'

/** What a request has to fit for a rule of a bucket to decide. The first rule that fits does. */
export interface RuleMatch {
  /** A `*` stands for any text. */
  readonly origins: readonly string[]
  readonly methods: readonly string[]
  readonly headers: readonly string[]
}

/** Whether no origin fits both rules. When unsure, false. */
export function areApart(a: RuleMatch, b: RuleMatch): boolean {
  return a.origins.every((one) => b.origins.every((other) => !mayOverlap(one, other)))
}

/** Two texts with a `*` overlap if their beginnings agree and their ends do. */
function mayOverlap(a: string, b: string): boolean {
  const [startA, startB] = [startOf(a), startOf(b)]
  const [endA, endB] = [endOf(a), endOf(b)]
  return (startA.startsWith(startB) || startB.startsWith(startA)) && (endA.endsWith(endB) || endB.endsWith(endA))
}

function startOf(text: string): string {
  return text.split('*', 1).join()
}

function endOf(text: string): string {
  return text.slice(text.lastIndexOf('*') + 1)
}

/**
 * The methods and headers of the later rule that the earlier one lacks: with one of them, a request of an origin of both
 * gets past the earlier rule. A policy lets everybody send GET, HEAD and POST to whom it answers at all.
 */
export function beyond(earlier: RuleMatch, later: RuleMatch): readonly string[] {
  const headers = earlier.headers.map((name) => name.toLowerCase())
  return [
    ...missing([...SAFELISTED_METHODS, ...earlier.methods], later.methods),
    ...missing(
      headers,
      later.headers.map((name) => name.toLowerCase()),
    ),
  ]
}

function missing(names: readonly string[], wanted: readonly string[]): readonly string[] {
  return names.includes('*') ? [] : wanted.filter((name) => !names.includes(name))
}
