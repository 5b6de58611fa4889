import type { TransportErrorCode, TransportFault } from '../transport.js'
import type { RecordedFailure } from './recorded.js'

type Reason = readonly [RegExp, TransportErrorCode, TransportFault?]

/** Errors of Chromium, Firefox and Safari, and of `curl`. */
const REASONS: readonly Reason[] = [
  [/NAME_NOT_RESOLVED|UNKNOWN_HOST|could not resolve host|hostname could not be found/i, 'dns-failed'],
  [/CONNECTION_REFUSED|failed to connect|could(n't| not) connect/i, 'connection-refused'],
  [/TIMED_OUT|NET_TIMEOUT|timed out/i, 'timeout'],
  [/CERT_COMMON_NAME|BAD_CERT_DOMAIN|no alternative certificate subject name/i, 'tls-name-mismatch'],
  [/not yet valid/i, 'tls-expired', 'not-yet-valid'],
  [/CERT_DATE|EXPIRED_CERTIFICATE|certificate has expired/i, 'tls-expired'],
  [/CERT_AUTHORITY|UNKNOWN_ISSUER|self.signed|unable to get local issuer|certificate is invalid/i, 'tls-untrusted'],
  [/CLIENT_AUTH_CERT_NEEDED|certificate required/i, 'client-certificate-required'],
  [/wrong version number/i, 'tls-failed', 'not-tls'],
  [/VERSION_OR_CIPHER|PROTOCOL_VERSION|unsupported protocol/i, 'tls-failed', 'tls-version'],
  [/handshake failure/i, 'tls-failed', 'tls-refused'],
  [/ERR_SSL|SSL_ERROR|ssl connect error|TLS/i, 'tls-failed'],
  [
    /EMPTY_RESPONSE|empty reply|CONNECTION_(RESET|CLOSED)|connection (was )?reset|network connection was lost/i,
    'connection-failed',
    'closed',
  ],
  [/too large response headers|HEADERS_TOO_BIG/i, 'connection-failed', 'headers-too-large'],
  [/failure when receiving/i, 'connection-failed'],
  [/INVALID_HTTP_RESPONSE|HTTP\/0\.9/i, 'connection-failed', 'not-http'],
]

/** The failure that a browser or `curl` reports if there is no response. Undefined if the text tells nothing. */
export function netFailure(says: string): RecordedFailure | undefined {
  const reason = REASONS.find(([pattern]) => pattern.test(says))
  if (reason === undefined) return undefined
  const [, code, fault] = reason
  return { code, says, ...(fault !== undefined && { fault }) }
}

/** As `curl` says it, for each of them: `netFailure` reads them back. */
const CURL: Readonly<Record<TransportErrorCode, Partial<Record<TransportFault, string>> & { readonly other: string }>> =
  {
    'dns-failed': { other: '(6) Could not resolve host' },
    'connection-refused': { other: '(7) Failed to connect' },
    'connection-failed': {
      closed: '(52) Empty reply from server',
      'not-http': '(1) Received HTTP/0.9 when not allowed',
      'headers-too-large': '(56) Too large response headers',
      other: '(56) Failure when receiving data from the peer',
    },
    timeout: { other: '(28) Operation timed out' },
    'tls-untrusted': { other: '(60) SSL certificate problem: self-signed certificate' },
    'tls-name-mismatch': { other: '(60) SSL: no alternative certificate subject name matches target host name' },
    'tls-expired': {
      'not-yet-valid': '(60) SSL certificate problem: certificate is not yet valid',
      other: '(60) SSL certificate problem: certificate has expired',
    },
    'tls-failed': {
      'not-tls': '(35) wrong version number',
      'tls-version': '(35) unsupported protocol',
      'tls-refused': '(35) sslv3 alert handshake failure',
      other: '(35) SSL connect error',
    },
    'client-certificate-required': { other: '(56) tlsv13 alert certificate required' },
  }

/** The line with which `curl` would end. */
export function curlFailure({
  code,
  fault,
}: {
  readonly code: TransportErrorCode
  readonly fault: TransportFault
}): string {
  return `curl: ${CURL[code][fault] ?? CURL[code].other}`
}
