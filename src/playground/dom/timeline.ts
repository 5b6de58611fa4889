import type { ExplainedDecision } from '../../explain/policy-responder.js'
import type { Evaluation } from '../../fetch-model/evaluate.js'
import type { HeaderList } from '../../fetch-model/header-list.js'
import { EXPLANATION } from '../../text/explanation.js'
import { PLAYGROUND_TIMELINE as TEXTS } from '../../text/playground.js'
import { type Party, type StepResult, type TimelineEntry, timelineOf } from '../timeline.js'
import type { Child } from './elements.js'
import type { Page } from './page.js'

type Entry<Kind extends TimelineEntry['kind']> = Extract<TimelineEntry, { readonly kind: Kind }>

/** The course of a request as a list, each entry in the lane of those that it is between. */
export function timeline(page: Page, evaluation: Evaluation, decisions: readonly ExplainedDecision[] = []): Element {
  const { make } = page
  return make(
    'ol',
    { class: 'timeline' },
    timelineOf(evaluation).map((entry) => entryOf(page, entry, evaluation, decisions)),
  )
}

function entryOf(
  page: Page,
  entry: TimelineEntry,
  evaluation: Evaluation,
  decisions: readonly ExplainedDecision[],
): Element {
  switch (entry.kind) {
    case 'call':
      return message(page, entry, callOf(page, evaluation))
    case 'step':
      return step(page, entry)
    case 'sent':
      return message(page, entry, sentOf(page, entry))
    case 'received':
      return message(page, entry, receivedOf(page, entry, decisions))
    case 'result':
      return message(page, entry, [resultOf(entry)], entry.outcome)
  }
}

interface Between {
  readonly kind: string
  readonly from: Party
  readonly to: Party
}

function message({ make }: Page, { kind, from, to }: Between, content: readonly Child[], more = ''): Element {
  const names = [TEXTS.parties[from], TEXTS.parties[to]] as const
  const lane = make(
    'span',
    { class: 'lane' },
    make('span', { 'aria-hidden': 'true' }, `${names[0]} → ${names[1]}`),
    make('span', { class: 'hidden' }, TEXTS.between(...names)),
  )
  return make('li', { class: `${kind} from-${from} to-${to} ${more}` }, lane, ' ', content)
}

const SIGNS: Readonly<Record<StepResult, string>> = { passed: '✓', failed: '✗', withheld: '–' }

function step({ make }: Page, { at, step, result }: Entry<'step'>): Element {
  return make(
    'li',
    { class: `step at-${at} ${result}` },
    make('span', { class: 'lane' }, TEXTS.parties[at]),
    ' ',
    make('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[result]),
    make('span', { class: result === 'passed' ? 'hidden' : 'sign' }, ` ${TEXTS[result]} `),
    ' ',
    make('a', { href: step.spec, rel: 'noreferrer' }, make('code', {}, step.step)),
    `: ${step.detail}`,
  )
}

function callOf({ make }: Page, { request }: Evaluation): readonly Child[] {
  return [make('span', {}, TEXTS.calls(request.method ?? 'GET', request.url))]
}

function sentOf(page: Page, { request }: Entry<'sent'>): readonly Child[] {
  const { kind, method, url, headers, credentials } = request
  const words = [
    ...(kind === 'preflight' ? [TEXTS.preflight] : []),
    credentials ? TEXTS.withCredentials : TEXTS.withoutCredentials,
  ]
  return [page.make('strong', {}, `${method} ${url}`), ` (${words.join(', ')})`, fields(page, headers)]
}

function receivedOf(
  page: Page,
  { from, response, index = -1 }: Entry<'received'>,
  decisions: readonly ExplainedDecision[],
): readonly Child[] {
  if (response === null) return [page.make('strong', {}, TEXTS.noResponse)]
  const decision = decisions[index]
  const words = [
    ...(from === 'cache' ? [TEXTS.fromCache] : []),
    ...(decision === undefined ? [] : [EXPLANATION.reason(decision)]),
  ]
  const note = words.length === 0 ? '' : ` (${words.join(', ')})`
  return [page.make('strong', {}, String(response.status)), note, fields(page, response.headers)]
}

function fields({ make }: Page, headers: HeaderList): Child {
  if (headers.length === 0) return undefined
  return make('pre', {}, headers.map(([name, value]) => `${name}: ${value}`).join('\n'))
}

function resultOf({ outcome, headers }: Entry<'result'>): string {
  if (outcome === 'readable') return TEXTS.readableHeaders(headers.map(([name]) => name))
  return outcome === 'opaque' ? TEXTS.opaqueResult : TEXTS.blockedResult
}
