import { render } from '../text/catalogue.js'
import { SYNC_TEXTS, type SyncFault } from '../text/sync.js'

export type { SyncFault } from '../text/sync.js'

/** What goes wrong between a policy and the source of its rows. Errors of the database itself are passed on as they are. */
export class CorsSyncError extends Error {
  static {
    CorsSyncError.prototype.name = 'CorsSyncError'
  }

  readonly code = 'ERR_CORS_SYNC'
  readonly fault: SyncFault

  constructor(fault: SyncFault) {
    super(render(SYNC_TEXTS, fault))
    this.fault = Object.freeze(fault)
  }
}
