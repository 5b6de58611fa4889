import { type AST, RegExpParser } from '@eslint-community/regexpp'
import { anyPortRegex } from './pattern-regex.js'

/**
 * What a regular expression matches of the texts that can be origins: a list of sequences of atoms. Everything that
 * is finite is written out; what is not is a run of characters of one set, or labels below a domain.
 */
export type Atom =
  /** `set` has the characters, `loose` says that they come from a dot. A literal is a run of one character, once. */
  | { readonly kind: 'run'; readonly set: string; readonly min: number; readonly max: number; readonly loose: boolean }
  /** `(label\.)*` or `(label\.)+`. `full` if a label may be any. */
  | { readonly kind: 'labels'; readonly min: number; readonly full: boolean }
  | { readonly kind: 'start' | 'end' }

export type Sequence = readonly Atom[]
/** One that stands for characters. */
export type TextAtom = Exclude<Atom, { readonly kind: 'start' | 'end' }>

/** Why an expression cannot be written out. */
export type LanguageFault = 'syntax' | 'no-pattern' | 'too-many'

/** The characters of which origins consist: https://fetch.spec.whatwg.org/#origin-header, in lower case. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789-_.:/[]+'
export const DIGITS = '0123456789'
export const LABEL = `abcdefghijklmnopqrstuvwxyz${DIGITS}-`
export const MAX_LABEL = 63

/** An expression for origins is a line of text. The parser recurses, and so does what reads its tree. */
const MAX_SOURCE_LENGTH = 2000
const MAX_GROUPS = 100
/** As many entries as a person might list. */
const MAX_SEQUENCES = 400
/** A class by itself, `[12]` or `\d`, is read as one text per character. */
const MAX_CHOICES = 40
const MAX_REPEATS = 4

class Unreadable extends Error {
  readonly fault: LanguageFault

  constructor(fault: LanguageFault) {
    super(fault)
    this.fault = fault
  }
}

/** @param flags `i` or none */
export function readLanguage(source: string, flags: string): readonly Sequence[] | LanguageFault {
  if (source.length > MAX_SOURCE_LENGTH || source.split('(').length > MAX_GROUPS) return 'too-many'
  try {
    const pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(withoutDialect(source))
    return new Reader(flags).alternatives(pattern.alternatives)
  } catch (error) {
    return error instanceof Unreadable ? error.fault : 'syntax'
  }
}

/**
 * What other languages write differently: Python's and PCRE's `\A`, `\Z` and `\z`, and names of groups. Letters that mean
 * something there, and themselves in JavaScript, are not read.
 */
function withoutDialect(source: string): string {
  const text = [...SCHEMES].reduce((all, scheme) => all.replaceAll(anyPortRegex(scheme), '(?::[0-9]+)?'), source)
  if (text.includes('[[:')) throw new Unreadable('syntax')
  return text
    .replace(/^\(\?i\)/, '')
    .replaceAll('(?P<', '(?<')
    .replace(/\\([\s\S])/g, (escaped, char: string) => {
      if (char === 'A') return '^'
      if (char === 'Z' || char === 'z') return '$'
      if (/[a-zA-Z]/.test(char) && !/[dDwWsSbBtnrfv]/.test(char)) throw new Unreadable('syntax')
      return escaped
    })
}

const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', ''])

class Reader {
  readonly #flags: string
  readonly #sets = new Map<string, string>()

  constructor(flags: string) {
    this.#flags = flags
  }

  alternatives(list: readonly AST.Alternative[]): Sequence[] {
    return bounded(list.flatMap(({ elements }) => this.#concatenation(elements)))
  }

  #concatenation(elements: readonly AST.Element[]): Sequence[] {
    let sequences: Sequence[] = [[]]
    for (const element of elements) sequences = product(sequences, this.#element(element))
    return sequences
  }

  #element(element: AST.Element): Sequence[] {
    switch (element.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
        return this.#single(element)
      case 'Group':
      case 'CapturingGroup':
        return this.alternatives(element.alternatives)
      case 'Quantifier':
        return this.#quantified(element)
      case 'Assertion':
        if (element.kind === 'start' || element.kind === 'end') return [[{ kind: element.kind }]]
    }
    throw new Unreadable('no-pattern')
  }

  /** One character. None that an origin can have: then nothing matches. */
  #single(element: Char): Sequence[] {
    const set = this.#setOf(element)
    if (isLoose(element) || set.length > MAX_CHOICES) return [[run(set, 1, 1, isLoose(element))]]
    return [...set].map((char) => [run(char, 1, 1)])
  }

  #quantified({ element, min, max }: AST.Quantifier): Sequence[] {
    if (max <= 1) return max === 0 ? [[]] : [...(min === 0 ? [[]] : []), ...this.#element(element)]
    if (element.type === 'Character' && min === max && max <= MAX_LABEL) return this.#repeated(element, min, max)
    if (isChar(element)) {
      const set = this.#setOf(element)
      if (set === '') return min === 0 ? [[]] : []
      return [[run(set, min, max, isLoose(element))]]
    }
    if (max <= MAX_REPEATS) return this.#repeated(element, min, max)
    return this.#labels(element, min, max)
  }

  #repeated(element: AST.Element, min: number, max: number): Sequence[] {
    const once = this.#element(element)
    const all: Sequence[] = []
    let times: Sequence[] = [[]]
    for (let i = 0; i <= max; i++) {
      if (i >= min) all.push(...times)
      if (i < max) times = product(times, once)
    }
    return bounded(all)
  }

  /**
   * `(?:[a-z0-9-]+\.)+`: the one group that may be repeated without an end. If the set has a dot, once says the same as
   * more often.
   */
  #labels(element: AST.Element, min: number, max: number): Sequence[] {
    const [sequence = [], ...others] = this.#element(element)
    const [label, dot, ...more] = sequence
    const isLabels = label?.kind === 'run' && literal(dot) === '.'
    if (!isLabels || others.length > 0 || more.length > 0 || min > 1 || max !== Infinity) {
      throw new Unreadable('no-pattern')
    }
    if (label.set.includes('.') && label.min <= 1 && label.max === Infinity) {
      return min === 0 ? [[], sequence] : [sequence]
    }
    if (label.set.includes('.')) throw new Unreadable('no-pattern')
    const labels: Atom = {
      kind: 'labels',
      min,
      full: hasAll(label.set, LABEL) && label.min <= 1 && label.max >= MAX_LABEL,
    }
    return [[labels]]
  }

  #setOf({ raw }: Char): string {
    const known = this.#sets.get(raw)
    if (known !== undefined) return known
    // What is one character to the parser, is one to the engine: it says which ones.
    const regex = new RegExp(`^${raw}$`, this.#flags)
    const set = [...ALPHABET].filter((char) => regex.test(char)).join('')
    this.#sets.set(raw, set)
    return set
  }
}

type Char = AST.Character | AST.CharacterSet | AST.CharacterClass

function isChar(element: AST.Element): element is Char {
  return element.type === 'Character' || element.type === 'CharacterSet' || element.type === 'CharacterClass'
}

function isLoose(element: Char): boolean {
  return element.type === 'CharacterSet' && element.kind === 'any'
}

function run(set: string, min: number, max: number, loose = false): Atom {
  return { kind: 'run', set, min, max, loose }
}

/** The character that an atom is, if it is one. */
export function literal(atom: Atom | undefined): string | undefined {
  return atom?.kind === 'run' && atom.set.length === 1 && atom.min === 1 && atom.max === 1 ? atom.set : undefined
}

export function hasAll(set: string, wanted: string): boolean {
  return [...wanted].every((char) => set.includes(char))
}

function product(left: readonly Sequence[], right: readonly Sequence[]): Sequence[] {
  if (left.length * right.length > MAX_SEQUENCES) throw new Unreadable('too-many')
  return left.flatMap((first) => right.map((second) => [...first, ...second]))
}

function bounded(sequences: Sequence[]): Sequence[] {
  if (sequences.length > MAX_SEQUENCES) throw new Unreadable('too-many')
  return sequences
}
