import { ipaddr, words } from '#packages'
import { isExactOrigin, type ParsedOrigin, parseOrigin } from './origin-pattern.js'
import { isTrusting, judgeOrigin, LENIENT, type OriginRules } from './origin-rules.js'
import { ProblemList } from './problem-list.js'
import { readStrings, splitList } from './read-values.js'
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

/**
 * Reads `origins` of a config.
 *
 * @param mayBeEmpty for a live policy, whose rows come later: an empty list is nobody yet
 */
export function parseOriginsOption(
  value: unknown,
  rules: OriginRules,
  problems: ProblemList,
  mayBeEmpty = false,
): ParsedOrigins {
  const list = new OriginList(rules, problems)
  const at = { path: 'origins', value }
  const use = (entry: string, path: string) => list.add(entry, path)
  if (value === 'none') return list.finish(value)
  if (value === '*') {
    list.add('*', 'origins')
    return list.finish(value)
  }
  if (value === undefined) problems.report({ code: 'origins-missing', fault: 'missing', ...at })
  else if (typeof value === 'function') problems.report({ code: 'wrong-type', fault: 'origin-function', ...at })
  else if (typeof value === 'boolean')
    problems.report({ code: 'wrong-type', fault: 'origin-boolean', credentials: rules.credentials, ...at })
  else if (readStrings(value, 'origins', problems, use, isOriginPattern) === 0) {
    if (mayBeEmpty) return list.finish('none')
    problems.report({ code: 'origins-missing', fault: 'missing', ...at })
  }
  return list.finish()
}

function isOriginPattern(text: string): boolean {
  return parseOrigin(text) !== undefined
}

/**
 * Reads origins from outside the program, such as `process.env.CORS_ORIGINS`: a text is split at commas and white
 * space, or read as a JSON list if it is one, and each origin is checked as `compilePolicy` does. `'*'` and `'none'` are
 * refused: to allow everybody or nobody is for the program to say.
 *
 * @param list one text, or several; an environment variable that is not set is refused, with a message that says so
 * @returns the origins, without doubles, in their order
 * @throws CorsConfigError with every problem, under the paths `origins[0]`, `origins[1]`, …
 */
export function parseOrigins(list: string | readonly string[] | undefined): OriginPattern[] {
  const problems = new ProblemList()
  const origins = new OriginList(LENIENT, problems)
  const entries = outsideEntries(list, problems)
  for (const [i, entry] of entries.entries()) {
    const path = `origins[${i}]`
    if (entry === '*' || entry === 'none') {
      problems.report({ code: 'origin-syntax', fault: 'keyword', keyword: entry, path, value: entry })
    } else origins.add(entry, path)
  }
  if (entries.length === 0 && problems.size === 0) {
    const fault = list === undefined ? 'unset' : 'empty'
    problems.report({ code: 'origins-missing', fault, path: 'origins', value: list })
  }
  problems.throwIfAny()
  // What the list has taken, the grammar of OriginPattern has.
  return origins.texts as OriginPattern[]
}

function outsideEntries(list: unknown, problems: ProblemList): string[] {
  const entries: string[] = []
  if (list === undefined) return entries
  if (typeof list !== 'string') {
    readStrings(list, 'origins', problems, (text) => entries.push(...splitList(text)))
    return entries
  }
  const json = readJsonList(list)
  if (json === undefined) return splitList(list)
  readStrings(json, 'origins', problems, (text) => entries.push(text))
  return entries
}

/** `["https://a.com", "https://b.com"]`, as Pydantic and others write a list; undefined for any other text. */
function readJsonList(text: string): readonly unknown[] | undefined {
  if (!text.trimStart().startsWith('[')) return undefined
  try {
    // What begins with a bracket is a list, or not JSON.
    return JSON.parse(text)
  } catch {
    // `[::1]:3000` begins like a list.
    return undefined
  }
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

  /** @param keyword the word that was given instead of a list */
  finish(keyword?: '*' | 'none'): ParsedOrigins {
    return {
      origins: keyword ?? Object.freeze(this.texts),
      any: this.#any,
      exact: this.#exact,
      patterns: [...this.#patterns.values()],
    }
  }

  #addWildcard(path: string): void {
    if (this.#rules.credentials) this.#problems.report({ code: 'wildcard-with-credentials', path, value: '*' })
    if (!this.#any) this.texts.push('*')
    this.#any = true
  }

  #addExact(text: string, path: string): void {
    const { size } = this.#exact
    this.#exact.add(text)
    if (this.#exact.size === size) return
    this.texts.push(text)
    // Of exact origins only plain http is judged, and a list may hold a million of the others.
    if (text.startsWith('http:') && isTrusting(this.#rules)) {
      judgeOrigin(text, path, parseOrigin(text) as ParsedOrigin, this.#rules, this.#problems)
    }
  }

  #addPattern(text: string, path: string): void {
    if (this.#patterns.has(text)) return
    const parsed = parseOrigin(text)
    if (parsed === undefined) {
      this.#problems.report({ ...words().diagnoseOrigin(text, { parseOrigin, ipaddr }), path, value: text })
      return
    }
    this.#patterns.set(text, parsed)
    this.texts.push(text)
    judgeOrigin(text, path, parsed, this.#rules, this.#problems)
  }
}
