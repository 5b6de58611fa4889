import { parseOrigin } from '../config/origin-pattern.js'
import { isLocal } from '../config/origin-risk.js'
import { mergeRanges } from './merge-ranges.js'
import { type HostFault, readHost, withAnyPort } from './regex-host.js'
import { type Atom, type LanguageFault, readLanguage, type Sequence, type TextAtom } from './regex-language.js'

/**
 * Reads a regular expression for origins as the equivalent patterns. Only what is one of our patterns, or what
 * a pattern matches less than, is taken: for the origins that browsers send, never more. One exception, which is said:
 * the pattern for any port of loopback also matches the default one.
 */
export type RegexReading =
  | {
      readonly patterns: readonly string[]
      /** Those that match less than the expression. */
      readonly narrowed: readonly string[]
      /** Those that match the default port, where the expression requires a port. */
      readonly defaultPort: readonly string[]
    }
  | {
      readonly fault: RegexFault
      /** The origins and patterns that were probably meant. */
      readonly suggestions: readonly string[]
    }

export type RegexFault = HostFault | LanguageFault | 'unanchored' | 'port-required' | 'never-matches'

/**
 * `whole`: as Python's `fullmatch`. `part`: as `RegExp.test`, so the expression has to say `^` and `$`. `start`: anchored
 * at its start by the engine, and the expression has to say `$`.
 */
export type RegexMode = 'whole' | 'part' | 'start'

/** @param flags `i` or none */
export function readOriginRegex(source: string, mode: RegexMode, flags = ''): RegexReading {
  const sequences = readLanguage(source, flags)
  if (typeof sequences === 'string') return { fault: sequences, suggestions: [] }
  const found = new Found()
  for (const sequence of sequences) found.add(sequence, mode)
  return found.finish()
}

/** A longer list helps nobody. */
const MAX_SUGGESTIONS = 12

const INNER_ANCHOR = { fault: 'no-pattern', suggestions: [] } as const

function isText(atom: Atom): atom is TextAtom {
  return atom.kind !== 'start' && atom.kind !== 'end'
}

class Found {
  readonly #exact = new Set<string>()
  readonly #anyPort = new Set<string>()
  readonly #narrowed = new Set<string>()
  readonly #suggestions = new Set<string>()
  #fault: RegexFault | undefined

  add(sequence: Sequence, mode: RegexMode): void {
    const start = sequence.findIndex(({ kind }) => kind !== 'start')
    const inner = sequence.slice(start < 0 ? sequence.length : start)
    const last = inner.findLastIndex(({ kind }) => kind !== 'end')
    const body = inner.slice(0, last + 1)
    const reading = body.every(isText) ? readHost(body) : INNER_ANCHOR
    const anchored = mode === 'whole' || ((start > 0 || mode === 'start') && last < inner.length - 1)
    if ('fault' in reading) {
      const fault = anchored || reading.fault !== 'no-scheme' ? reading.fault : 'unanchored'
      this.#refuse(fault, reading.suggestions)
      return
    }
    const patterns = reading.anyPort ? withAnyPort(reading.patterns) : reading.patterns
    if (!anchored) {
      this.#refuse('unanchored', patterns)
      return
    }
    for (const pattern of reading.patterns) (reading.anyPort ? this.#anyPort : this.#exact).add(pattern)
    if (reading.narrowed) for (const pattern of patterns) this.#narrowed.add(pattern)
  }

  #refuse(fault: RegexFault, suggestions: readonly string[]): void {
    this.#fault ??= fault
    for (const suggestion of suggestions) this.#suggestions.add(suggestion)
  }

  finish(): RegexReading {
    const defaultPort: string[] = []
    for (const pattern of this.#anyPort) {
      const anyPort = `${pattern}:*`
      // With any port, the default one is covered.
      if (this.#exact.delete(pattern)) continue
      if (isLoopback(pattern)) defaultPort.push(anyPort)
      else this.#refuse('port-required', [anyPort])
    }
    const patterns = [...mergeRanges([...this.#exact, ...withAnyPort([...this.#anyPort])])]
    if (this.#fault !== undefined) {
      const meant = [...new Set([...this.#suggestions, ...patterns])]
      return { fault: this.#fault, suggestions: meant.length > MAX_SUGGESTIONS ? [] : meant }
    }
    if (patterns.length === 0) return { fault: 'never-matches', suggestions: [] }
    return { patterns, narrowed: patterns.filter((pattern) => this.#narrowed.has(pattern)), defaultPort }
  }
}

/** Whether a pattern is for the user's own machine. */
export function isLoopback(pattern: string): boolean {
  const origin = parseOrigin(pattern)
  return origin !== undefined && isLocal(origin)
}
