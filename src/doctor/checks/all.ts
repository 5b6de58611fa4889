import { inspectAllowOrigin } from './allow-origin.js'
import { inspectCookies, inspectErrors, inspectExposed, inspectLeftOut } from './answers.js'
import { inspectCacheable, inspectCopies, inspectInstances, inspectVary } from './caches.js'
import { inspectCoverage } from './coverage.js'
import type { Inspect } from './draft.js'
import {
  inspectGates,
  inspectLoops,
  inspectRedirects,
  inspectResourcePolicy,
  inspectSchemes,
  inspectStatus,
} from './not-cors.js'
import { inspectAvoidable, inspectPreflight } from './preflight.js'
import { inspectReach, inspectSilence } from './reach.js'
import { inspectRefusal } from './refusal.js'
import { inspectStrangers } from './strangers.js'

/** Every group of checks, causes before what they may cause. Findings of one severity are told in this order. */
export const INSPECTIONS: readonly Inspect[] = [
  // Is anybody there?
  inspectReach,
  // Is it CORS at all?
  inspectSchemes,
  inspectLoops,
  inspectGates,
  inspectResourcePolicy,
  // Do all of them say the same?
  inspectInstances,
  inspectCopies,
  // Does the server refuse this origin, or everything?
  inspectRefusal,
  inspectStatus,
  inspectSilence,
  // The preflight, and the request
  inspectCoverage,
  inspectPreflight,
  inspectRedirects,
  inspectAllowOrigin,
  inspectErrors,
  // What may go wrong later
  inspectCacheable,
  inspectVary,
  inspectCookies,
  inspectStrangers,
  inspectExposed,
  inspectAvoidable,
  inspectLeftOut,
]
