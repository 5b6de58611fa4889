import type { Catalogue } from './catalogue.js'
import { display } from './display.js'

/** What goes wrong between a policy and the source of its rows. */
export type SyncFault =
  | { readonly code: 'option'; readonly option: string; readonly expected: string; readonly value: unknown }
  | { readonly code: 'already-followed' }
  | { readonly code: 'closed' }
  | { readonly code: 'timeout'; readonly operation: 'changes' | 'check' | 'load'; readonly limit: number }
  | { readonly code: 'changes-ended' }
  | { readonly code: 'connection-lost' }
  | { readonly code: 'no-heartbeat'; readonly limit: number }
  | { readonly code: 'pool-too-small'; readonly size: number }

export const SYNC_TEXTS: Catalogue<SyncFault> = {
  option: ({ option, expected, value }) => `${option}: expected ${expected}, got ${display(value)}`,
  'already-followed': () => 'the policy follows a source already. Close that following first',
  closed: () => 'the following was closed',
  timeout: ({ operation, limit }) =>
    `${operation}() of the source did not finish within ${limit} ms. Check the database, the pool and its locks`,
  'changes-ended': () => 'changes() of the source ended, so changes would be missed',
  'connection-lost': () => 'the connection that listens for changes was lost',
  'no-heartbeat': ({ limit }) =>
    `a test announcement did not come back within ${limit} ms. The connection is dead, or a pooler in transaction mode swallows announcements`,
  'pool-too-small': ({ size }) =>
    `the pool has ${size} connection, and one is needed to listen for changes. Allow at least 2`,
}

/** For the log, where nobody has passed a function that takes it. */
export const SYNC_LOG = {
  failed: 'cors-policy: cannot follow the source of origins, and will try again.',
  threw: (callback: string) => `cors-policy: ${callback} threw.`,
}
