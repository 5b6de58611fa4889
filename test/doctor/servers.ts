import { ANSWERS } from './fixtures/answers.js'
import { CACHES } from './fixtures/caches.js'
import type { Fixture } from './fixtures/fixture.js'
import { HEADERS } from './fixtures/headers.js'
import { PREFLIGHTS } from './fixtures/preflights.js'
import { SCHEMES } from './fixtures/schemes.js'
import { STRANGERS } from './fixtures/strangers.js'
import { serverWith } from './good-server.js'

/** One small server for each finding. */
export const FIXTURES: readonly Fixture[] = [
  { name: 'a good server', server: () => serverWith(), findings: [] },
  ...PREFLIGHTS,
  ...HEADERS,
  ...CACHES,
  ...ANSWERS,
  ...STRANGERS,
  ...SCHEMES,
]
