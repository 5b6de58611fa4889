import type { Evaluation } from '../fetch-model/evaluate.js'
import type { OutgoingRequest, ReceivedResponse } from '../fetch-model/exchange.js'
import type { VisibleResponse } from '../fetch-model/filtered-response.js'
import type { HeaderList } from '../fetch-model/header-list.js'
import { firstFailure } from '../fetch-model/step.js'
import type { Decision } from '../policy/decision.js'
import { type ConsoleMessages, consoleMessages, type Engine } from './console-messages.js'
import { printable, type Style, styleFor } from './text-style.js'

/** What can be rendered: what `explain` returns, and what `evaluate` does. */
export interface Renderable extends Omit<Evaluation, 'fixes'> {
  readonly fixes: readonly { readonly text: string }[]
  /** What a policy decided on each request, where there is one. */
  readonly decisions?: readonly Decision[]
}

export interface RenderOptions {
  /** Whether to write the colours of a terminal. Default: false. */
  readonly color?: boolean | undefined
}

const ENGINES: readonly (readonly [Engine, string])[] = [
  ['chromium', 'Chromium'],
  ['firefox', 'Firefox'],
  ['webkit', 'WebKit'],
]

/**
 * An explanation as text for people: what was sent, what came back, the step that failed, what would have to change,
 * and what each engine's console says.
 *
 * @returns several lines, without a line break at the end; nothing from the wire can move a terminal's cursor
 */
export function renderExplanation(explanation: Renderable, options: RenderOptions = {}): string {
  const style = styleFor(options.color === true)
  const blocks = [
    [describeRequest(explanation, style)],
    ...explanation.sent.map((request, i) =>
      renderExchange(request, explanation.received[i] ?? null, explanation.decisions?.[i], style),
    ),
    renderVerdict(explanation, style),
    section(
      'Fix',
      explanation.fixes.map(({ text }) => text),
      style,
    ),
    section('Console', consoleLines(consoleMessages(explanation)), style),
  ]
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
}

function describeRequest({ request }: Renderable, style: Style): string {
  const { method = 'GET', url, origin, mode = 'cors', credentials = 'same-origin' } = request
  const modes = style.faint(`(mode ${mode}, credentials ${credentials})`)
  return `${style.strong(printable(`${method} ${url}`))} from ${printable(origin)} ${modes}`
}

function renderExchange(
  request: OutgoingRequest,
  response: ReceivedResponse | null,
  decision: Decision | undefined,
  style: Style,
): string[] {
  const notes = `${request.kind === 'preflight' ? 'preflight, ' : ''}${request.credentials ? 'with' : 'without'} credentials`
  const why = decision === undefined ? '' : ` ${style.faint(`(${decision.reason})`)}`
  return [
    `→ ${printable(`${request.method} ${request.url}`)} ${style.faint(`(${notes})`)}`,
    ...renderHeaders(request.headers),
    response === null ? `← ${style.bad('no response')}` : `← ${response.status}${why}`,
    ...renderHeaders(response?.headers ?? []),
  ]
}

function renderHeaders(headers: HeaderList): string[] {
  return headers.map(([name, value]) => `    ${printable(`${name}: ${value}`)}`)
}

function renderVerdict({ outcome, steps, response }: Renderable, style: Style): string[] {
  const failed = firstFailure(steps)
  if (failed === undefined)
    return [`${style.good('readable')}: ${describeResponse((response as VisibleResponse).headers)}`]
  const title = `${style.bad(outcome)} at ${style.strong(failed.step)} ${style.faint(`[${failed.reason}]`)}`
  return [`${title}: ${printable(failed.detail)}`, `  ${style.faint(failed.spec)}`]
}

function describeResponse(headers: HeaderList): string {
  if (headers.length === 0) return 'the script sees the response, and none of its headers'
  return `the script sees the response, and of its headers ${printable(headers.map(([name]) => name).join(', '))}`
}

function consoleLines(messages: ConsoleMessages): string[] {
  return ENGINES.flatMap(([engine, name]) => {
    const message = messages[engine]
    return message === undefined ? [] : [`${name}: ${message}`]
  })
}

function section(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length === 0 ? [] : [style.strong(title), ...lines.map((line) => `  ${printable(line)}`)]
}
