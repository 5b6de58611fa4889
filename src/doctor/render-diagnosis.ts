import { consoleMessages } from '../explain/console-messages.js'
import { printable, type Style, styleFor } from '../explain/text-style.js'
import { PLACE_NAMES, REPORT_TEXTS, VERDICTS } from '../text/doctor.js'
import type { Diagnosis } from './diagnosis.js'
import type { Evidence, Finding, Severity } from './finding.js'
import { withoutUnknown } from './inspect/unknown.js'

export interface RenderDiagnosisOptions {
  /** Whether to write the colours of a terminal. Default: false. */
  readonly color?: boolean | undefined
}

/** How many exchanges of one finding a terminal is shown; the JSON and the page have them all. */
const SHOWN: Readonly<Record<Severity, number>> = { critical: 2, error: 2, warning: 1, note: 0 }

/**
 * A diagnosis as text for people: the verdict, and each finding with what shows it and what fixes it.
 *
 * @returns several lines, without a line break at the end; nothing from the wire can move a terminal's cursor
 */
export function renderDiagnosis(diagnosis: Diagnosis, options: RenderDiagnosisOptions = {}): string {
  const style = styleFor(options.color === true)
  const { unknown } = diagnosis
  const blocks = [
    renderHead(diagnosis, style),
    ...diagnosis.findings.map((finding) => renderFinding(finding, style)),
    ...(unknown.length === 0 ? [] : [unknown.map(({ text }) => printable(REPORT_TEXTS.unknown(text)))]),
    footLines(diagnosis).map((line) => style.faint(line)),
  ]
  return blocks.map((block) => block.join('\n')).join('\n\n')
}

/** What was done, and what to mind before it is done again. */
export function footLines({ exchanges, rateLimit, unknown }: Diagnosis): string[] {
  const count = unknown.length === 0 ? REPORT_TEXTS.sent(exchanges.length) : REPORT_TEXTS.read(exchanges.length)
  return rateLimit === undefined ? [count] : [count, REPORT_TEXTS.rateLimit(rateLimit)]
}

function renderHead(diagnosis: Diagnosis, style: Style): string[] {
  const color = diagnosis.healthy ? style.good : style.bad
  const lines = [style.strong(printable(headline(diagnosis))), color(verdict(diagnosis))]
  const message = consoleLine(diagnosis)
  return message === undefined ? lines : [...lines, style.faint(printable(REPORT_TEXTS.console(message)))]
}

/** What the console says, where it is known that the page fails. */
export function consoleLine({ evaluation, healthy, findings }: Diagnosis): string | undefined {
  const message = consoleMessages(evaluation).chromium
  return message === undefined || (!healthy && findings.length === 0) ? undefined : withoutUnknown(message)
}

/** What was asked, and from where. */
export function headline({ method, url, origin, credentials, standIn }: Diagnosis): string {
  const notes = [credentials ? REPORT_TEXTS.withCredentials : '', standIn ? REPORT_TEXTS.standIn(method) : '']
  return REPORT_TEXTS.headline({
    method,
    url,
    origin: withoutUnknown(origin),
    notes: notes.filter((note) => note !== ''),
  })
}

/** What comes of it, in one sentence. */
export function verdict({ evaluation, findings, healthy, reached, method }: Diagnosis): string {
  if (!reached) return VERDICTS.unreachable()
  const [first] = findings
  if (first?.code === 'method-not-sent' && first.severity === 'warning') return VERDICTS.notSent(method)
  if (!healthy && findings.length === 0) return VERDICTS.unclear()
  const isBlocked = evaluation.outcome !== 'readable' || findings.some(({ code }) => code === 'mixed-content')
  if (isBlocked) return VERDICTS.blocked()
  if (healthy) return VERDICTS.healthy()
  const faults = findings.filter(({ severity, code }) => severity !== 'note' && code !== 'incomplete')
  return faults.length === 0 ? VERDICTS.unknown() : VERDICTS.faults(faults.length)
}

function renderFinding(finding: Finding, style: Style): string[] {
  const { code, severity, title, impact, place, fix, evidence, causes } = finding
  const shown = evidence.slice(0, SHOWN[severity])
  const more = evidence.length - shown.length
  return [
    `${colored(severity, style)} ${style.strong(printable(title))} ${style.faint(`[${code}]`)}`,
    ...shown.flatMap((exchange) => renderEvidence(exchange, style)),
    ...(more > 0 && severity !== 'note' ? [`    ${style.faint(REPORT_TEXTS.more(more))}`] : []),
    `  ${printable(REPORT_TEXTS.impact(impact))}`,
    `  ${printable(REPORT_TEXTS.fix(PLACE_NAMES[place], fix))}`,
    ...(causes.length === 0 ? [] : [`  ${style.faint(REPORT_TEXTS.explains(causes))}`]),
  ]
}

function colored(severity: Severity, style: Style): string {
  return (severity === 'note' ? style.faint : severity === 'warning' ? style.strong : style.bad)(
    `${REPORT_TEXTS.severities[severity]}:`,
  )
}

function renderEvidence({ request, response }: Evidence, style: Style): string[] {
  return [...arrow('→', request), ...arrow('←', response)].map((line) => style.faint(line))
}

function arrow(sign: string, lines: readonly string[]): string[] {
  return lines.map((line, i) => `    ${i === 0 ? sign : ' '} ${printable(line)}`)
}
