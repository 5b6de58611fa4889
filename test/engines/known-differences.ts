import type { Place } from './answers.js'
import type { Case } from './case.js'
import { ANSWER_DIFFERENCES } from './differences/answers.js'
import type { KnownDifference } from './differences/known-difference.js'
import { LINE_DIFFERENCES } from './differences/lines.js'
import { ORIGIN_DIFFERENCES } from './differences/origins.js'
import { RANGE_DIFFERENCES } from './differences/ranges.js'
import { REDIRECT_DIFFERENCES } from './differences/redirects.js'
import { VALUE_DIFFERENCES } from './differences/values.js'
import type { Engine } from './drivers/session.js'
import type { Observation } from './observation.js'
import { predict } from './predict.js'

/** All ways in which the browsers are known not to be as the standard says. The model follows the standard. */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  ...LINE_DIFFERENCES,
  ...RANGE_DIFFERENCES,
  ...VALUE_DIFFERENCES,
  ...ANSWER_DIFFERENCES,
  ...REDIRECT_DIFFERENCES,
  ...ORIGIN_DIFFERENCES,
]

/** What an engine is expected to do. */
export interface Expectation {
  readonly predicted: Observation
  /** How many of the requests are compared, where not all is. */
  readonly limit?: number
}

/**
 * What an engine does with a case: what the model says, with the engine's known differences.
 *
 * @param without a difference to leave out
 */
export function expectationFor(engine: Engine, asked: Case, place: Place, without?: KnownDifference): Expectation {
  const known = KNOWN_DIFFERENCES.filter((known) => known.engines.includes(engine) && known !== without)
  const taken = known.reduce((changed, { amend }) => amend?.(changed) ?? changed, asked)
  // The other way round, as brackets close: a value that one has marked is its own again for those before it.
  const predicted = known.reduceRight(
    (changed, { adjust }) => adjust?.(changed, asked, place) ?? changed,
    predict(asked, place, taken),
  )
  const limits = known.map(({ limit }) => limit?.(taken, predicted)).filter((limit) => limit !== undefined)
  return limits.length === 0 ? { predicted } : { predicted, limit: Math.min(...limits) }
}
