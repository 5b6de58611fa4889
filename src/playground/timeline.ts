import type { Evaluation } from '../fetch-model/evaluate.js'
import type { HeaderList } from '../fetch-model/header-list.js'
import type { OutgoingRequest, ReceivedResponse } from '../fetch-model/messages.js'
import { firstFailure, type Step, type StepName } from '../fetch-model/step.js'

/** Between whom something happens: the browser stands between the page and the rest. */
export type Party = 'page' | 'browser' | 'cache' | 'server'

/** `withheld` is a response that an element uses, and no script may read. */
export type StepResult = 'passed' | 'failed' | 'withheld'

/** What happened, in order. */
export type TimelineEntry =
  | { readonly kind: 'call'; readonly from: 'page'; readonly to: 'browser' }
  | { readonly kind: 'step'; readonly at: 'browser' | 'cache'; readonly step: Step; readonly result: StepResult }
  | { readonly kind: 'sent'; readonly from: 'browser'; readonly to: 'server'; readonly request: OutgoingRequest }
  | {
      readonly kind: 'received'
      readonly from: 'server' | 'cache'
      readonly to: 'browser'
      /** Null where the connection failed. */
      readonly response: ReceivedResponse | null
      /** Which request of `sent` it answers; undefined for a copy in the cache. */
      readonly index: number | undefined
    }
  | {
      readonly kind: 'result'
      readonly from: 'browser'
      readonly to: 'page'
      readonly outcome: Evaluation['outcome']
      /** What the script can read of the response. */
      readonly headers: HeaderList
    }

/** The steps that look at the response to the request itself. Before the first of them it is sent. */
const LOOKS: ReadonlySet<StepName> = new Set([
  'network',
  'cors-check',
  'resource-policy',
  'redirect-mode',
  'redirect-location',
  'redirect-scheme',
  'redirect-count',
  'integrity',
  'handshake',
  'event-source',
  'filtered-response',
])

/** The course of a request: the browser's steps, and between them what was sent and what came back. */
export function timelineOf(evaluation: Evaluation): readonly TimelineEntry[] {
  const { steps, outcome, response, last } = evaluation
  const failed = firstFailure(steps)
  const resultOf = (step: Step) => (step !== failed ? 'passed' : outcome === 'opaque' ? 'withheld' : 'failed')
  const exchanges = exchangesOf(evaluation)
  const entries: TimelineEntry[] = [{ kind: 'call', from: 'page', to: 'browser' }]
  let hasResponse = false
  for (const step of steps) {
    const exchange = exchanges[0]
    if (exchange !== undefined && looksAt(exchange.kind, step, hasResponse)) {
      entries.push(...exchange.entries)
      exchanges.shift()
      hasResponse = exchange.kind === 'actual'
    }
    entries.push({ kind: 'step', at: step.step === 'http-cache' ? 'cache' : 'browser', step, result: resultOf(step) })
    if (isNewStart(step)) hasResponse = false
    if (step.fact.code === 'cache-fresh' && last !== undefined) {
      entries.push({ kind: 'received', from: 'cache', to: 'browser', response: last.response, index: undefined })
      hasResponse = true
    }
  }
  const headers = response?.headers ?? []
  return [...entries, { kind: 'result', from: 'browser', to: 'page', outcome, headers }]
}

interface Pair {
  readonly kind: OutgoingRequest['kind']
  readonly entries: readonly TimelineEntry[]
}

function exchangesOf({ sent, received }: Evaluation): Pair[] {
  return sent.map((request, index) => ({
    kind: request.kind,
    entries: [
      { kind: 'sent', from: 'browser', to: 'server', request },
      { kind: 'received', from: 'server', to: 'browser', response: received[index] ?? null, index },
    ],
  }))
}

function looksAt(kind: OutgoingRequest['kind'], { step, fact }: Step, hasResponse: boolean): boolean {
  if (kind === 'preflight') return step.startsWith('preflight-') && step !== 'preflight-needed'
  return !hasResponse && (LOOKS.has(step) || fact.code === 'cache-validated')
}

/** Another URL, or another try. */
function isNewStart({ step, fact }: Step): boolean {
  return step === 'redirect' || fact.code === 'misdirected-retry'
}
