import type { HeaderList } from '../fetch-model/header-list.js'

/** A request that is sent as it is: a transport adds Host and what frames the message, and nothing else. */
export interface TransportRequest {
  readonly method: string
  /** Absolute, http or https, without a fragment. */
  readonly url: string
  readonly headers: HeaderList
  /** What the request carries. Default: nothing. */
  readonly body?: string | undefined
}

/** What came back, before anything was made of it. */
export interface TransportResponse {
  readonly status: number
  /** The reason phrase, `''` where there is none. */
  readonly statusText: string
  /** `1.1` or `2` */
  readonly httpVersion: string
  /** One element per field line, in their order: two lines of one name stay two. */
  readonly headers: HeaderList
  /** How many bytes of a body came; reading ends at the limit, or when no more come for a while. */
  readonly bodyBytes: number
  /** The first characters of the body, decoded; absent where a transport does not keep them. */
  readonly bodyStart?: string | undefined
}

/** What a transport has to keep to. */
export interface TransportLimits {
  /** Aborted when the time is up. */
  readonly signal: AbortSignal
  readonly maxBodyBytes: number
  /** Certificates to trust, as PEM, in place of those that Node trusts. */
  readonly ca?: string | undefined
  /** Whether any certificate will do. Default: false. */
  readonly insecure?: boolean | undefined
  /** The address to connect to, where it is known already. */
  readonly address?: string | undefined
}

/**
 * Sends one request, and never follows a redirect. `fetch` cannot do that: it drops the Origin and the
 * Access-Control-Request-* headers that it is given, and joins lines of one name.
 *
 * @throws TransportError if there is no response
 */
export type Transport = (request: TransportRequest, limits: TransportLimits) => Promise<TransportResponse>

/** Why there was no response. The union is closed. */
export type TransportErrorCode =
  | 'dns-failed'
  | 'connection-refused'
  | 'connection-failed'
  | 'timeout'
  | 'tls-untrusted'
  | 'tls-name-mismatch'
  | 'tls-expired'
  | 'tls-failed'
  | 'client-certificate-required'

/** What is known beyond the code. The union is closed. */
export type TransportFault =
  | 'closed'
  | 'not-http'
  | 'headers-too-large'
  | 'not-tls'
  | 'tls-version'
  /** RFC 8446 section 6.2: handshake_failure, for lack of a common cipher or, before TLS 1.3, of a client certificate. */
  | 'tls-refused'
  | 'not-yet-valid'
  | 'other'

/** A request that got no response. The message is for people, one line. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly code: TransportErrorCode
  readonly fault: TransportFault

  constructor(code: TransportErrorCode, message: string, fault: TransportFault = 'other') {
    super(message)
    this.code = code
    this.fault = fault
  }
}
