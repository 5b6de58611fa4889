import { firstFailure, type Step, type StepName } from '../fetch-model/step.js'
import type { Diagnosis } from './diagnosis.js'
import type { Evidence } from './finding.js'
import type { Probe } from './probe.js'

/** What happened, in order: the browser's steps, and between them what was sent and came back. */
export type TimelineEntry =
  | { readonly kind: 'step'; readonly step: Step; readonly failed: boolean }
  | { readonly kind: 'exchange'; readonly exchange: Evidence }

/** The probes that a browser would send, too. */
const OF_BROWSER: ReadonlySet<Probe> = new Set(['preflight', 'actual', 'redirect'])
/** The first steps that look at an answer. Where the URL is of the page's own origin, none of them does. */
const LOOK: ReadonlySet<StepName> = new Set(['preflight-network', 'preflight-cors-check', 'network', 'cors-check'])
const AFTER: ReadonlySet<StepName> = new Set([
  'redirect-mode',
  'redirect-location',
  'redirect-scheme',
  'filtered-response',
])

/** The request's course, with each exchange ahead of the step that looks at it. */
export function timelineOf({ evaluation, exchanges }: Diagnosis): TimelineEntry[] {
  const { steps, sent } = evaluation
  const failed = firstFailure(steps)
  const left = exchanges.filter(({ probe }) => OF_BROWSER.has(probe)).slice(0, sent.length)
  const entries: TimelineEntry[] = []
  let looked = false
  for (const step of steps) {
    const looks: boolean = LOOK.has(step.step) || (AFTER.has(step.step) && !looked)
    const exchange = looks ? left.shift() : undefined
    if (exchange !== undefined) entries.push({ kind: 'exchange', exchange })
    looked = looks || (looked && step.step !== 'request-mode')
    entries.push({ kind: 'step', step, failed: step === failed })
  }
  return entries
}
