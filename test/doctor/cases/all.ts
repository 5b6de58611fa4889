import { CACHES } from './caches.js'
import type { Case } from './case.js'
import { CORRECT } from './correct.js'
import { HEADERS } from './headers.js'
import { NOBODY } from './nobody.js'
import { SERVER_OWN } from './not-cors.js'
import { PEOPLE } from './people.js'
import { PREFLIGHTS } from './preflights.js'
import { REFUSALS } from './refusals.js'

/** By what is wrong. */
export const CASES: Readonly<Record<string, readonly Case[]>> = {
  'nobody is there': NOBODY,
  'not CORS': SERVER_OWN,
  'the origin is refused': REFUSALS,
  'the preflight': PREFLIGHTS,
  'the headers': HEADERS,
  caches: CACHES,
  'cookies and strangers': PEOPLE,
  'nothing is wrong': CORRECT,
}
