import { CLASSIC_SCENARIOS } from './classic.js'
import { DECISION_SCENARIOS } from './decisions.js'
import { ELEMENT_SCENARIOS } from './elements.js'
import { ENFORCED_SCENARIOS } from './enforced.js'
import { PREFLIGHT_SCENARIOS } from './preflights.js'
import { REDIRECT_SCENARIOS } from './redirects.js'
import type { Scenario } from './scenario.js'

/** What a page does, what it sees, what the server gets, and what the app's own code gets: in every engine and adapter. */
export const SCENARIOS: readonly Scenario[] = [
  ...CLASSIC_SCENARIOS,
  ...DECISION_SCENARIOS,
  ...PREFLIGHT_SCENARIOS,
  ...REDIRECT_SCENARIOS,
  ...ELEMENT_SCENARIOS,
  ...ENFORCED_SCENARIOS,
]
