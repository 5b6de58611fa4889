import { render } from '../text/catalogue.js'
import { ROW_TEXTS, type RowFault, withoutOptionAdvice } from '../text/rows.js'
import { isExactOrigin, type ParsedOrigin } from './origin-pattern.js'
import { LENIENT, type OriginRules } from './origin-rules.js'
import { parseOriginsOption } from './parse-origins.js'
import { ProblemList } from './problem-list.js'
import type { CorsConfigProblem, CorsConfigProblemCode } from './problems.js'

/** Every kind of mistake that a row can be. The union is closed. */
export type OriginRowProblemCode = RowFault['code'] | CorsConfigProblemCode

/** What is wrong with one row, ready to be shown to the person who typed it. */
export interface OriginRowProblem {
  readonly code: OriginRowProblemCode
  /** The row. */
  readonly value: unknown
  /** What is wrong and what to write instead, in a sentence or two. */
  readonly message: string
  /** The text to write instead, where one is certain: an origin in the spelling of browsers. */
  readonly suggestion?: string
}

/** A row that may be used. */
export interface OriginRow {
  readonly text: string
  /** Undefined for an exact origin. */
  readonly pattern: ParsedOrigin | undefined
  /** Whether every policy takes it, whatever its rules. */
  readonly safe: boolean
}

/** The rules that permit least: what they take, all others take. */
const STRICTEST: OriginRules = Object.freeze({ ...LENIENT, credentials: true, enforce: true })

/**
 * Reads one origin that is data, by the rules of a policy. Never throws, whatever the value is.
 *
 * @param patterns whether it may be a pattern
 */
export function parseOriginRow(value: unknown, rules: OriginRules, patterns: boolean): OriginRow | OriginRowProblem {
  if (typeof value !== 'string' || value === '') return problem({ code: 'row-type', value })
  // Of exact origins only plain http is ever risky: the others need no second look.
  if (isExactOrigin(value) && !value.startsWith('http:')) return { text: value, pattern: undefined, safe: true }
  if (value === '*') return problem({ code: 'row-wildcard', value })
  const problems = new ProblemList()
  const { patterns: parsed } = parseOriginsOption([value], rulesForRows(rules), problems)
  const [found] = problems.problems
  if (found !== undefined) return forRow(found)
  if (parsed.length > 0 && !patterns) return problem({ code: 'row-pattern', value })
  return { text: value, pattern: parsed[0], safe: rules === STRICTEST || isSafe(value) }
}

export function isRowProblem(row: OriginRow | OriginRowProblem): row is OriginRowProblem {
  return 'code' in row
}

/** Says that a row has no effect, since every origin is allowed. */
export function unusedRow(value: unknown): OriginRowProblem {
  return problem({ code: 'row-unused', value })
}

/** A list of exemptions cannot name rows, which come and go; `true` covers them. */
function rulesForRows(rules: OriginRules): OriginRules {
  return {
    ...rules,
    allowInsecure: rules.allowInsecure === true,
    allowPublicSuffix: rules.allowPublicSuffix === true,
    allowPublicAddress: rules.allowPublicAddress === true,
  }
}

function isSafe(text: string): boolean {
  return !isRowProblem(parseOriginRow(text, STRICTEST, true))
}

function problem(fault: RowFault): OriginRowProblem {
  return Object.freeze({ code: fault.code, value: fault.value, message: render(ROW_TEXTS, fault) })
}

/** The place of a row in a list of one tells nothing. */
function forRow({ path: _, ...rest }: CorsConfigProblem): OriginRowProblem {
  return Object.freeze({ ...rest, message: withoutOptionAdvice(rest.message) })
}
