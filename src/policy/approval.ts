import { isRowProblem, type OriginRow, parseOriginRow } from '../config/origin-row.js'
import type { OriginRules } from '../config/origin-rules.js'

/**
 * The rules that a row was checked against. True: it is good under any rules. `replace` may give a policy stricter
 * rules. Then each row is checked again when it is looked up.
 */
export type Approval = true | OriginRules

export function approvalOf(row: OriginRow, rules: OriginRules): Approval {
  return row.safe ? true : rules
}

export function isApproved(approval: Approval, text: string, rules: OriginRules): boolean {
  return approval === true || approval === rules || !isRowProblem(parseOriginRow(text, rules, true))
}
