import type { Engine } from '../fetch-model/engine.js'
import type { Evaluation } from '../fetch-model/evaluate.js'
import type { PassedFact } from '../fetch-model/facts.js'
import type { VisibleResponse } from '../fetch-model/filtered-response.js'
import type { HeaderList } from '../fetch-model/header-list.js'
import type { OutgoingRequest, ReceivedResponse } from '../fetch-model/messages.js'
import { firstFailure } from '../fetch-model/step.js'
import type { Decision } from '../policy/decision.js'
import { EXPLANATION } from '../text/explanation.js'
import { type ConsoleMessages, consoleMessages } from './console-messages.js'
import { fixesFor } from './fixes.js'
import { printable, type Style, styleFor } from './text-style.js'

type RenderableDecision = Decision & { readonly matchedBy?: string | undefined }

/** What can be rendered: what `explain` returns, and what `evaluate` does. */
export interface Renderable extends Evaluation {
  /** Default: those of {@link fixesFor}. */
  readonly fixes?: readonly { readonly text: string }[]
  /** What a policy decided on each request, where there is one. */
  readonly decisions?: readonly RenderableDecision[]
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

const CHANGES: ReadonlySet<string> = new Set<PassedFact['code']>(['headers-dropped', 'body-dropped'])

/**
 * An explanation as text for people: what was sent, what came back, the step that failed, what would have to change,
 * and what each engine's console says.
 *
 * @returns several lines, without a line break at the end; nothing from the wire can move a terminal's cursor
 */
export function renderExplanation(explanation: Renderable, options: RenderOptions = {}): string {
  const style = styleFor(options.color === true)
  const { fixes = fixesFor(explanation), notes, sent, received, decisions } = explanation
  const blocks = [
    [describeRequest(explanation, style)],
    ...sent.map((request, i) => renderExchange(request, received[i] ?? null, decisions?.[i], style)),
    renderCached(explanation, style),
    renderVerdict(explanation, style),
    section(EXPLANATION.notes, [...changesIn(explanation), ...notes.map(textOf)], style),
    section(EXPLANATION.fixes, fixes.map(textOf), style),
    section(EXPLANATION.console, consoleLines(consoleMessages(explanation)), style),
  ]
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
}

/** What the browser did to the script's options without an error, which is easily overlooked. */
function changesIn({ steps }: Renderable): readonly string[] {
  return steps.filter(({ fact }) => CHANGES.has(fact.code)).map(({ detail }) => detail)
}

function textOf({ text }: { readonly text: string }): string {
  return text
}

function describeRequest({ request }: Renderable, style: Style): string {
  const { method = 'GET', url, origin, mode = 'cors', credentials = 'same-origin' } = request
  const modes = style.faint(EXPLANATION.modes(mode, credentials))
  return `${style.strong(printable(`${method} ${url}`))} ${printable(EXPLANATION.from(origin))} ${modes}`
}

function renderExchange(
  { kind, method, url, headers, credentials }: OutgoingRequest,
  response: ReceivedResponse | null,
  decision: RenderableDecision | undefined,
  style: Style,
): string[] {
  const why = decision === undefined ? '' : ` ${style.faint(`(${EXPLANATION.reason(decision)})`)}`
  return [
    `→ ${printable(`${method} ${url}`)} ${style.faint(EXPLANATION[kind](credentials))}`,
    ...renderHeaders(headers),
    response === null ? `← ${style.bad(EXPLANATION.noResponse)}` : `← ${response.status}${why}`,
    ...renderHeaders(response?.headers ?? []),
  ]
}

/** A response that did not come just now. */
function renderCached({ last, received }: Renderable, style: Style): string[] {
  const response = last?.response ?? undefined
  if (response === undefined || received.includes(response)) return []
  return [`← ${response.status} ${style.faint(EXPLANATION.cached)}`, ...renderHeaders(response.headers)]
}

function renderHeaders(headers: HeaderList): string[] {
  return headers.map(([name, value]) => `    ${printable(`${name}: ${value}`)}`)
}

function renderVerdict({ outcome, steps, response }: Renderable, style: Style): string[] {
  const failed = firstFailure(steps)
  if (failed === undefined) {
    // Where no step fails, there is a response.
    const names = (response as VisibleResponse).headers.map(([name]) => name)
    return [`${style.good(EXPLANATION.outcomes[outcome])}: ${printable(EXPLANATION.readable(names))}`]
  }
  const title = `${EXPLANATION.failedAt(style.bad(EXPLANATION.outcomes[outcome]), style.strong(failed.step))} ${style.faint(`[${failed.reason}]`)}`
  return [`${title}: ${printable(failed.detail)}`, `  ${style.faint(failed.spec)}`]
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
