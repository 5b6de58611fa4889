import type { Evaluation } from '../fetch-model/evaluate.js'
import { firstFailure } from '../fetch-model/step.js'
import { INSPECTIONS } from './checks/all.js'
import type { Draft } from './checks/draft.js'
import { DoctorError } from './doctor-error.js'
import { allLines, evidenceOf } from './evidence.js'
import { examine, type Facts } from './examine.js'
import type { Evidence, Finding, Place, Severity } from './finding.js'
import type { FindingText } from './finding-text.js'
import { type DiagnoseOptions, parseSettings } from './options.js'
import { placeOf } from './place.js'
import { FINDING_TEXTS, fillIn } from './texts.js'

/** What is wrong with a server. */
export interface Diagnosis {
  readonly url: string
  readonly origin: string
  readonly method: string
  readonly credentials: boolean
  /** Whether there is no finding worse than a note. */
  readonly healthy: boolean
  /** Whether a GET stands in for the request, since its method might change something. */
  readonly standIn: boolean
  /** Worst first. */
  readonly findings: readonly Finding[]
  /** What a browser makes of the server's answers, step by step. */
  readonly evaluation: Evaluation
  /** Everything that was sent, and what came back. Values of Authorization and of cookies are left out. */
  readonly exchanges: readonly Evidence[]
}

const ORDER: readonly Severity[] = ['critical', 'error', 'warning', 'note']

/**
 * Asks a live server what browsers ask it, and what they do not, and says what is wrong with its CORS headers. Only
 * GET, HEAD and OPTIONS are sent, one after the other, unless `sendActual` says otherwise; redirects are followed as a
 * browser would.
 *
 * @param url absolute, http or https
 * @throws DoctorError if the question is none, or nobody answers; within the timeout
 */
export async function diagnose(url: string, options: DiagnoseOptions): Promise<Diagnosis> {
  const facts = await examine(parseSettings(url, options))
  checkAnswered(facts)
  const drafts = INSPECTIONS.flatMap((inspect) => inspect(facts))
  const findings = drafts.map(toFinding).sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
  const { settings, evaluation, exchanges, plan } = facts
  return {
    url: settings.url.href,
    origin: settings.origin,
    method: plan.actual.method,
    credentials: settings.credentials,
    healthy: evaluation.outcome === 'readable' && findings.every(({ severity }) => severity === 'note'),
    standIn: facts.get('actual')?.request.method !== plan.actual.method,
    findings,
    evaluation,
    exchanges: exchanges.map(allLines),
  }
}

function checkAnswered({ exchanges, evaluation, settings }: Facts): void {
  const failure = exchanges[0]?.failure
  if (failure !== undefined && exchanges.every(({ response }) => response === undefined)) {
    throw new DoctorError(failure.code, `${settings.url.origin}: ${failure.message}`)
  }
  const failed = firstFailure(evaluation.steps)
  if (failed?.reason === 'redirect-count') {
    throw new DoctorError('redirect-loop', `${settings.url.href} redirects in a circle: ${failed.detail}`)
  }
}

function toFinding({ code, shown, names, values = {}, severity }: Draft): Finding {
  const text: FindingText = FINDING_TEXTS[code]
  const place = placeOf(shown[0]?.response)
  const entries = Object.entries(text.fix).map(([where, fix]) => [where, fillIn(fix, values)])
  const fixes = Object.fromEntries(entries) as Finding['fixes']
  const mendable: Place = fixes[place] === undefined ? 'app' : place
  return {
    code,
    severity: severity ?? text.severity,
    title: fillIn(text.title, values),
    sees: fillIn(text.sees, values),
    place: mendable,
    fix: fixes[mendable] as string,
    fixes,
    evidence: shown.map((exchange) => evidenceOf(exchange, names)),
  }
}
