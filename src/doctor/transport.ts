import type { HeaderList } from '../fetch-model/header-list.js'

/** A request that is sent as it stands: a transport adds Host and what frames the message, and nothing else. */
export interface TransportRequest {
  readonly method: string
  /** Absolute, http or https, without a fragment. */
  readonly url: string
  readonly headers: HeaderList
}

/** What came back, before anything was made of it. */
export interface TransportResponse {
  readonly status: number
  /** The reason phrase, `''` where there is none. */
  readonly statusText: string
  /** `1.1` */
  readonly httpVersion: string
  /** One element per field line, in their order: two lines of one name stay two. */
  readonly headers: HeaderList
  /** How many bytes of a body came; reading ends at the limit, or when no more come for a while. */
  readonly bodyBytes: number
}

/** What a transport has to keep to. */
export interface TransportLimits {
  /** Aborted when the time is up. */
  readonly signal: AbortSignal
  readonly maxBodyBytes: number
}

/**
 * Sends one request, and never follows a redirect. `fetch` cannot be one: it drops the Origin and the
 * Access-Control-Request-* headers that it is given, and joins lines of one name.
 *
 * @throws TransportError if there is no response
 */
export type Transport = (request: TransportRequest, limits: TransportLimits) => Promise<TransportResponse>

/** Why there was no response. The union is closed. */
export type TransportErrorCode =
  | 'name-unknown'
  | 'connection-refused'
  | 'connection-failed'
  | 'tls'
  | 'not-http'
  | 'timeout'

/** A request that got no response. The message is for people, one line. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly code: TransportErrorCode

  constructor(code: TransportErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
