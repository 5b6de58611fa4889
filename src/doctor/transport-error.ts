import { TRANSPORT_TEXTS } from '../text/doctor-transport.js'
import { TransportError, type TransportErrorCode, type TransportFault, type TransportLimits } from './transport.js'

type Reason = readonly [TransportErrorCode, TransportFault?]

/** The codes of Node, of libuv and of OpenSSL, each for what a person can do about it. */
const REASONS: readonly (readonly [RegExp, Reason])[] = [
  [/^(ENOTFOUND|EAI_\w+)$/, ['dns-failed']],
  [/^ECONNREFUSED$/, ['connection-refused']],
  [/^HPE_HEADER_OVERFLOW$|^ERR_HTTP2_.*HEADER/, ['connection-failed', 'headers-too-large']],
  [/^HPE_/, ['connection-failed', 'not-http']],
  [/ALTNAME_INVALID/, ['tls-name-mismatch']],
  [/^CERT_NOT_YET_VALID$/, ['tls-expired', 'not-yet-valid']],
  [/CERT_HAS_EXPIRED/, ['tls-expired']],
  // RFC 8446 section 6.2: certificate_required. Before TLS 1.3 there was no alert of its own for it.
  [/CERTIFICATE_REQUIRED/, ['client-certificate-required']],
  [/SELF_SIGNED|UNABLE_TO_|CERT_UNTRUSTED|INVALID_CA|CERT_SIGNATURE_FAILURE|CERT_CHAIN/, ['tls-untrusted']],
  [/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|NO_PROTOCOLS_AVAILABLE|DH_KEY_TOO_SMALL/, ['tls-failed', 'tls-version']],
  [/^WRITE_EPROTO$|WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/, ['tls-failed', 'not-tls']],
  [/HANDSHAKE_FAILURE/, ['tls-failed', 'tls-refused']],
  [/SSL|TLS|CERT/, ['tls-failed']],
  [/^(ECONNRESET|EPIPE|ERR_HTTP2_\w+|ERR_STREAM_PREMATURE_CLOSE)$/, ['connection-failed', 'closed']],
]

/** `<thread>:error:<number>:<library>:<function>:<reason>:…` */
const OPENSSL = /:error:[0-9A-F]+:[^:]*:[^:]*:([^:]+)/

/** What went wrong, in plain words. */
export function toTransportError(error: unknown, { signal }: Pick<TransportLimits, 'signal'>): TransportError {
  if (error instanceof TransportError) return error
  if (signal.aborted) return make(['timeout'], '')
  const { code = '', message = '' } = firstError(error)
  // OpenSSL names the alert in its text, and Node calls all of them EPROTO.
  const name = code === 'EPROTO' ? message.toUpperCase().replaceAll(' ', '_') : code
  const found = REASONS.find(([pattern]) => pattern.test(name))
  const [line = ''] = message.split('\n', 1)
  return make(found === undefined ? ['connection-failed'] : found[1], OPENSSL.exec(line)?.[1] ?? line)
}

function make([code, fault = 'other']: Reason, detail: string): TransportError {
  return new TransportError(code, TRANSPORT_TEXTS[code]({ fault, detail }), fault)
}

/** A name with several addresses fails with one error for each. */
function firstError(error: unknown): { readonly code?: string; readonly message?: string } {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error ? first : { message: String(first) }
}
