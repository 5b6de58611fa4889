import { isRowProblem, type OriginRow, parseOriginRow } from '../config/origin-row.js'
import type { OriginRules } from '../config/origin-rules.js'

/**
 * By which rules a row was found good: true for any. `replace` may bring a policy rules that are stricter than those by
 * which its rows were added, and then they are judged again, each when it is asked for.
 */
export type Approval = true | OriginRules

export function approvalOf(row: OriginRow, rules: OriginRules): Approval {
  return row.safe ? true : rules
}

export function isApproved(approval: Approval, text: string, rules: OriginRules): boolean {
  return approval === true || approval === rules || !isRowProblem(parseOriginRow(text, rules, true))
}
