import { ServerResponse } from 'node:http'
import {
  ALLOW_CREDENTIALS,
  ALLOW_HEADERS,
  ALLOW_METHODS,
  ALLOW_ORIGIN,
  EXPOSE_HEADERS,
  MAX_AGE,
} from '../http/field-names.js'
import { put, putAnswer, takeSetFields } from './header-merge.js'
import type { Outgoing } from './pending-answer.js'

/**
 * Responses that only look like one of Node's: engine.io's for the upgrade to a WebSocket, mocks, wrappers of other
 * servers. They may lack any function, and may never call `writeHead`. So they get at once what can be set on them.
 */

/** A response of which nothing is certain. */
type Lookalike = Partial<ServerResponse>

/** What is asked for where there is no `getHeaderNames`. Some are case-sensitive, so the names are in the standards' case. */
const NAMES = [
  'Vary',
  ...[ALLOW_ORIGIN, ALLOW_CREDENTIALS, ALLOW_METHODS, ALLOW_HEADERS, MAX_AGE, EXPOSE_HEADERS],
  'Access-Control-Allow-Private-Network',
]

/** Whether the response is neither of node:http nor of http2's compatible API (only the latter can push). */
export function isLookalike(response: object): boolean {
  return !(response instanceof ServerResponse) && !('createPushResponse' in response)
}

/** Sets the answer's fields. */
export function setOnLookalike(response: Lookalike, outgoing: Outgoing): void {
  if (typeof response.setHeader !== 'function') return
  const { getHeader, removeHeader } = response
  const canRead = typeof getHeader === 'function' && typeof removeHeader === 'function'
  const vary = canRead ? takeSetFields(response as ServerResponse, NAMES, outgoing) : undefined
  putAnswer(response as ServerResponse, vary, outgoing)
}

/** Answers at once, without a body. */
export function sendOnLookalike(response: Lookalike, status: number, length: string | undefined): void {
  if (typeof response.setHeader === 'function' && length !== undefined) {
    put(response as ServerResponse, 'Content-Length', length)
  }
  if (typeof response.writeHead === 'function') response.writeHead(status)
  else response.statusCode = status
  response.end?.()
}
