import type { Evaluation } from '../fetch-model/evaluate.js'
import type { Evidence, Finding } from './finding.js'
import type { Unknown } from './inspect/unknown.js'
import type { Probe } from './probe.js'

/** The result of `diagnose` and `inspect`. */
export interface Diagnosis {
  readonly url: string
  readonly origin: string
  readonly method: string
  readonly credentials: boolean
  /** Whether the server answered. */
  readonly reached: boolean
  /** Whether there is no finding worse than a note. */
  readonly healthy: boolean
  /** Whether all planned requests were sent and answered. */
  readonly complete: boolean
  /** Whether a GET was sent instead of the request, since its method might change something. */
  readonly standIn: boolean
  /** The cause first. */
  readonly findings: readonly Finding[]
  /** The consequences of the findings: each is in the `causes` of one of them. */
  readonly consequences: readonly Finding[]
  /** How a browser handles the server's answers, step by step. */
  readonly evaluation: Evaluation
  /** Everything that was sent, and what came back. Secrets are left out. */
  readonly exchanges: readonly Evidence[]
  /** Planned requests that were not sent or not answered in time. */
  readonly leftOut: readonly Probe[]
  /** How many requests the server still allows, if it says so and a run may use them up. */
  readonly rateLimit?: number
  /** What a record does not tell. Empty where a server was asked. */
  readonly unknown: readonly Unknown[]
}

/**
 * 0 healthy, 1 findings, 2 it could not find out: nobody is there, or too little was asked and nothing is known to be
 * wrong.
 */
export function exitCodeOf({ healthy, reached, findings }: Diagnosis): 0 | 1 | 2 {
  if (healthy) return 0
  if (!reached) return 2
  const isIncomplete = findings.some(({ code }) => code === 'incomplete')
  const isWrong = findings.some(({ severity }) => severity === 'error' || severity === 'critical')
  return isIncomplete && !isWrong ? 2 : 1
}
