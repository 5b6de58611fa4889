import { display } from '../text/display.js'
import { diagnoseOrigin } from './origin-diagnosis.js'
import { isExactOrigin, type ParsedOrigin, parseOrigin } from './origin-pattern.js'
import { isInsecure, sharedDomain } from './origin-risk.js'
import { ProblemList } from './problem-list.js'
import { readStrings } from './read-values.js'
import type { OriginPattern } from './types.js'

/** `origins`, read once. */
export interface ParsedOrigins {
  /** As a normalised config holds them: no doubles, order kept. */
  readonly origins: '*' | 'none' | readonly string[]
  /** Whether `*` is, or is among them. */
  readonly any: boolean
  readonly exact: ReadonlySet<string>
  readonly patterns: readonly ParsedOrigin[]
}

/** What decides whether an origin may be listed. */
export interface OriginRules {
  readonly credentials: boolean
  readonly allowInsecure: boolean
  readonly allowPublicSuffix: boolean
}

const LENIENT: OriginRules = { credentials: false, allowInsecure: false, allowPublicSuffix: false }

/**
 * Reads `origins` of a config.
 *
 * @param mayBeEmpty for a live policy, whose rows come later
 */
export function parseOriginsOption(
  value: unknown,
  rules: OriginRules,
  problems: ProblemList,
  mayBeEmpty = false,
): ParsedOrigins {
  const list = new OriginList(rules, problems)
  if (value === 'none') return list.finish('none')
  if (value === '*') list.add('*', 'origins')
  else if (value === undefined) addMissing(value, problems)
  else if (readStrings(value, 'origins', problems, (entry, path) => list.add(entry, path)) === 0) {
    if (mayBeEmpty) return list.finish('none')
    addMissing(value, problems)
  }
  return list.finish(value === '*' ? '*' : undefined)
}

/**
 * Reads origins from outside the program, such as `process.env.CORS_ORIGINS`: splits at commas and white space, and
 * checks each as `compilePolicy` does. `'*'` is refused: to allow everybody is for the program to say.
 *
 * @param list one text, or several
 * @returns the origins, without doubles, in their order
 * @throws CorsConfigError with every problem, under the paths `origins[0]`, `origins[1]`, …
 */
export function parseOrigins(list: string | readonly string[]): OriginPattern[] {
  const problems = new ProblemList()
  const origins = new OriginList(LENIENT, problems)
  const texts: string[] = []
  if (typeof list === 'string') texts.push(list)
  else if (list === undefined) {
    problems.add(
      'wrong-type',
      'origins',
      list,
      'must be a string or a list of strings, and is undefined: is the environment variable set?',
    )
  } else readStrings(list, 'origins', problems, (entry) => texts.push(entry))
  const entries = texts.flatMap((text) => text.split(/[\s,]/)).filter((entry) => entry !== '')
  for (const [i, entry] of entries.entries()) {
    if (entry === '*') addLooseWildcard(`origins[${i}]`, problems)
    else origins.add(entry, `origins[${i}]`)
  }
  problems.throwIfAny()
  if (entries.length === 0) addMissing(list, problems)
  problems.throwIfAny()
  return origins.texts as OriginPattern[]
}

/** Collects entries and says what is wrong with them. */
class OriginList {
  readonly texts: string[] = []
  readonly #exact = new Set<string>()
  readonly #patterns = new Map<string, ParsedOrigin>()
  readonly #rules: OriginRules
  readonly #problems: ProblemList
  #any = false

  constructor(rules: OriginRules, problems: ProblemList) {
    this.#rules = rules
    this.#problems = problems
  }

  add(text: string, path: string): void {
    if (text === '*') this.#addWildcard(path)
    else if (isExactOrigin(text)) this.#addExact(text, path)
    else this.#addPattern(text, path)
  }

  /** @param word what stands there instead of a list */
  finish(word: '*' | 'none' | undefined): ParsedOrigins {
    return {
      origins: word ?? Object.freeze(this.texts),
      any: this.#any,
      exact: this.#exact,
      patterns: [...this.#patterns.values()],
    }
  }

  #addWildcard(path: string): void {
    if (this.#rules.credentials) {
      const why =
        "browsers refuse '*' with credentials, and to reflect every origin instead would give every site your users' data"
      this.#problems.add('wildcard-with-credentials', path, '*', `${why}: list the origins, or remove credentials`)
    }
    if (!this.#any) this.texts.push('*')
    this.#any = true
  }

  #addExact(text: string, path: string): void {
    const { size } = this.#exact
    this.#exact.add(text)
    if (this.#exact.size === size) return
    this.texts.push(text)
    // Everything but plain http is safe as an exact origin, and a list may hold a million of those.
    if (this.#rules.credentials && text.startsWith('http:')) this.#judge(text, path, parseOrigin(text) as ParsedOrigin)
  }

  #addPattern(text: string, path: string): void {
    if (this.#patterns.has(text)) return
    const parsed = parseOrigin(text)
    if (parsed === undefined) {
      const { code, message, suggestion } = diagnoseOrigin(text)
      this.#problems.add(code, path, text, `${display(text)} ${message}`, suggestion)
      return
    }
    this.#patterns.set(text, parsed)
    this.texts.push(text)
    if (this.#rules.credentials) this.#judge(text, path, parsed)
  }

  #judge(text: string, path: string, parsed: ParsedOrigin): void {
    if (!this.#rules.allowInsecure && isInsecure(parsed)) {
      const why =
        "is plain http: whoever sits on the wire can change its pages and read your users' data with their cookies"
      const how = 'write https, or set dangerouslyAllowInsecureOrigins'
      this.#problems.add('insecure-origin-with-credentials', path, text, `${display(text)} ${why}: ${how}`)
    }
    const domain = this.#rules.allowPublicSuffix ? undefined : sharedDomain(parsed)
    if (domain !== undefined) {
      const why = `lets in names below ${domain}, which anyone can register, to read your users' data with their cookies`
      const how = 'name your own subdomains, or set dangerouslyAllowPublicSuffixSubdomains'
      this.#problems.add('public-suffix-with-credentials', path, text, `${display(text)} ${why}: ${how}`)
    }
  }
}

function addMissing(value: unknown, problems: ProblemList): void {
  problems.add(
    'origins-missing',
    'origins',
    value,
    "names no origin: list those that may read responses, or write 'none' or '*'",
  )
}

function addLooseWildcard(path: string, problems: ProblemList): void {
  problems.add(
    'origin-syntax',
    path,
    '*',
    "'*' is not taken from outside the program: write origins: '*' in the config itself",
  )
}
