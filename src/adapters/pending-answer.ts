import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { Answer } from '../policy/answer.js'
import type { WriteHead } from './write-head.js'

/**
 * Two copies of this package in one process share what waits on a response, so that the innermost policy counts
 * whichever copy it comes from. Copies of different versions read these fields: change one, or the meaning of an
 * `Answer`, and the number in the name has to change too.
 */
export const PENDING: unique symbol = Symbol.for('cors-policy.pending/v1')

/** An answer, and what of its request goes into its headers. */
export interface Outgoing {
  readonly answer: Answer
  /** The request's own, kept apart: a handler may change the request, but not whom the policy has allowed. */
  readonly origin: string | undefined
  readonly incoming: IncomingHttpHeaders
}

/** An answer that waits for its response's headers. */
export interface Pending extends Outgoing {
  answer: Answer
  origin: string | undefined
  incoming: IncomingHttpHeaders
  /** What `writeHead` was: Node's own, or another wrapper's. */
  readonly writeHead: WriteHead
}

/** A response that may have an answer waiting. Those of http2's compatible API do all that is asked of them here. */
export type NodeResponse = ServerResponse & { [PENDING]?: Pending }
