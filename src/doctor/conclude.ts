import { getHeader } from '../fetch-model/header-list.js'
import { type Cause, findCauses } from './causes.js'
import { INSPECTIONS } from './checks/all.js'
import type { Draft } from './checks/draft.js'
import type { Diagnosis } from './diagnosis.js'
import { allLines, evidenceOf } from './evidence.js'
import { fieldsOf } from './exchange.js'
import { type Facts, get, isStandIn, unanswered } from './facts.js'
import type { Finding, Place } from './finding.js'
import { describeUnknown, type UnknownCode, withoutUnknown } from './inspect/unknown.js'
import { placeOf } from './place.js'
import { mapTexts, type Redactor, redactEvaluation } from './redact.js'
import { rankOf, severityOf } from './severity.js'
import { textOf } from './texts.js'

/** Draws the findings from what is known, the cause first, and leaves out what a report must not have. */
export function conclude(
  facts: Facts,
  redact: Redactor,
  unknown: readonly UnknownCode[] = [],
  drafts: readonly Draft[] = INSPECTIONS.flatMap((inspect) => inspect(facts)),
): Diagnosis {
  const { settings, plan, evaluation, exchanges, live } = facts
  const causes = findCauses(drafts)
  const isBlocked = evaluation.outcome !== 'readable'
  const findings = causes
    .map((cause) => toFinding(cause, redact))
    .sort((a, b) => rankOf(a.severity, isBlocked) - rankOf(b.severity, isBlocked))
  const consequences = causes.flatMap((cause) =>
    cause.consequences.map((draft) => toFinding({ draft, consequences: [] }, redact)),
  )
  const rateLimit = rateLimitOf(facts)
  const open = unanswered(facts)
  return {
    url: redact.text(settings.url.href),
    origin: settings.origin,
    method: plan.actual.method,
    credentials: settings.credentials,
    reached: !live || exchanges.some(({ response }) => response !== undefined),
    healthy: !isBlocked && findings.every(({ severity }) => severity === 'note'),
    complete: open.length === 0,
    standIn: isStandIn(facts),
    findings,
    consequences,
    evaluation: redactEvaluation(evaluation, redact),
    exchanges: exchanges.map((exchange) => allLines(exchange, redact)),
    leftOut: open,
    ...(rateLimit !== undefined && { rateLimit }),
    unknown: unknown.map(describeUnknown),
  }
}

function toFinding({ draft, consequences }: Cause, redact: Redactor): Finding {
  const { item, shown, names, severity } = draft
  const { title, impact, fixes } = mapTexts(textOf(item), (text) => withoutUnknown(redact.text(text)))
  const place = placeFor(draft, fixes)
  return {
    ...mapTexts(item, redact.text),
    severity: severity ?? severityOf(item.code),
    title,
    impact,
    place,
    fix: fixes[place] as string,
    fixes,
    causes: [...new Set(consequences.map(({ item: { code } }) => code))],
    evidence: shown.map((exchange) => evidenceOf(exchange, redact, names)),
  }
}

/** Where it comes from, if it can be fixed there; else in the app, or in the page. */
function placeFor({ place, shown }: Draft, fixes: Finding['fixes']): Place {
  const seen = place ?? placeOf(shown[0]?.response)
  if (fixes[seen] !== undefined) return seen
  return fixes.app === undefined ? 'page' : 'app'
}

/** A server that counts requests may run out of them while it is examined. */
function rateLimitOf(facts: Facts): number | undefined {
  const fields = fieldsOf(get(facts, 'actual'))
  const text = getHeader(fields, 'x-ratelimit-remaining') ?? getHeader(fields, 'ratelimit-remaining') ?? ''
  const remaining = /^\d+$/.test(text) ? Number(text) : undefined
  return remaining !== undefined && remaining < RUNS * facts.exchanges.length ? remaining : undefined
}

/** People run the doctor again after each change. */
const RUNS = 3
