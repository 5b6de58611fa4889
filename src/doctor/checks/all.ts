import { inspectAllowOrigin } from './allow-origin.js'
import { inspectCached } from './cached.js'
import { inspectCoverage } from './coverage.js'
import type { Inspect } from './draft.js'
import { inspectExposed } from './exposed.js'
import { inspectErrors, inspectLayers, inspectRedirects, inspectSilence } from './other-answers.js'
import { inspectPreflightAnswer } from './preflight-answer.js'
import { inspectSchemes } from './schemes.js'
import { inspectStrangers } from './strangers.js'
import { inspectVary } from './vary.js'

/** Every group of checks, in the order in which findings of one severity are told. */
export const INSPECTIONS: readonly Inspect[] = [
  inspectStrangers,
  inspectPreflightAnswer,
  inspectSilence,
  inspectRedirects,
  inspectAllowOrigin,
  inspectCoverage,
  inspectCached,
  inspectErrors,
  inspectSchemes,
  inspectLayers,
  inspectVary,
  inspectExposed,
]
