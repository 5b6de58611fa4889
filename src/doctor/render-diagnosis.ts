import { consoleMessages } from '../explain/console-messages.js'
import { printable, type Style, styleFor } from '../explain/text-style.js'
import type { Diagnosis } from './diagnose.js'
import type { Evidence, Finding, Place, Severity } from './finding.js'

export interface RenderDiagnosisOptions {
  /** Whether to write the colours of a terminal. Default: false. */
  readonly color?: boolean | undefined
}

/** What people call the places. */
export const PLACE_NAMES: Readonly<Record<Place, string>> = {
  app: 'in the app',
  nginx: 'in nginx',
  cdn: 'in the CDN or cache',
  'load-balancer': 'in the load balancer',
  'api-gateway': 'in the API gateway',
}

/** How many exchanges of one finding a terminal is shown; the JSON and the page have them all. */
const SHOWN: Readonly<Record<Severity, number>> = { critical: 2, error: 2, warning: 1, note: 0 }

/**
 * A diagnosis as text for people: the verdict, and each finding with what shows it and what mends it.
 *
 * @returns several lines, without a line break at the end; nothing from the wire can move a terminal's cursor
 */
export function renderDiagnosis(diagnosis: Diagnosis, options: RenderDiagnosisOptions = {}): string {
  const style = styleFor(options.color === true)
  const blocks = [
    renderHead(diagnosis, style),
    ...diagnosis.findings.map((finding) => renderFinding(finding, style)),
    [style.faint(`${diagnosis.exchanges.length} requests sent.`)],
  ]
  return blocks.map((block) => block.join('\n')).join('\n\n')
}

function renderHead(diagnosis: Diagnosis, style: Style): string[] {
  const lines = [style.strong(printable(headline(diagnosis))), renderVerdict(diagnosis, style)]
  const message = consoleMessages(diagnosis.evaluation).chromium
  return message === undefined ? lines : [...lines, style.faint(`Console: ${printable(message)}`)]
}

/** What was asked, and from where. */
export function headline({ method, url, origin, credentials, standIn }: Diagnosis): string {
  const how = [credentials ? 'with credentials' : '', standIn ? `a GET stands in for the ${method}` : '']
  const notes = how.filter((note) => note !== '').join('; ')
  return `${method} ${url} from ${origin}${notes === '' ? '' : ` (${notes})`}`
}

/** What comes of it, in one sentence. */
export function verdict({ evaluation, findings, healthy }: Diagnosis): string {
  const { outcome } = evaluation
  if (outcome !== 'readable') return 'The page does not get the response.'
  if (healthy) return 'Healthy: the page gets the response.'
  const count = findings.filter(({ severity }) => severity !== 'note').length
  return `The page gets the response, but ${count === 1 ? 'one thing is' : `${count} things are`} wrong.`
}

function renderVerdict(diagnosis: Diagnosis, style: Style): string {
  return (diagnosis.healthy ? style.good : style.bad)(verdict(diagnosis))
}

function renderFinding(finding: Finding, style: Style): string[] {
  const { code, severity, title, sees, place, fix, evidence } = finding
  const shown = evidence.slice(0, SHOWN[severity])
  const more = evidence.length - shown.length
  return [
    `${colored(severity, style)} ${style.strong(printable(title))} ${style.faint(`[${code}]`)}`,
    ...shown.flatMap((exchange) => renderEvidence(exchange, style)),
    ...(more > 0 && severity !== 'note' ? [`    ${style.faint(`and ${more} more like it`)}`] : []),
    `  People see: ${printable(sees)}`,
    `  Fix ${PLACE_NAMES[place]}: ${printable(fix)}`,
  ]
}

function colored(severity: Severity, style: Style): string {
  return (severity === 'note' ? style.faint : severity === 'warning' ? style.strong : style.bad)(`${severity}:`)
}

function renderEvidence({ request, response }: Evidence, style: Style): string[] {
  return [...arrow('→', request), ...arrow('←', response)].map((line) => style.faint(line))
}

function arrow(sign: string, lines: readonly string[]): string[] {
  return lines.map((line, i) => `    ${i === 0 ? sign : ' '} ${printable(line)}`)
}
