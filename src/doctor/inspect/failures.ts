import type { TransportErrorCode, TransportFault } from '../transport.js'
import type { RecordedFailure } from './recorded.js'

type Reason = readonly [RegExp, TransportErrorCode, TransportFault?]

/** Errors of Chromium, Firefox and Safari, and of `curl`. */
const REASONS: readonly Reason[] = [
  [/NAME_NOT_RESOLVED|UNKNOWN_HOST|could not resolve host|hostname could not be found/i, 'dns-failed'],
  [/CONNECTION_REFUSED|failed to connect|could(n't| not) connect/i, 'connection-refused'],
  [/TIMED_OUT|NET_TIMEOUT|timed out/i, 'timeout'],
  [/CERT_COMMON_NAME|BAD_CERT_DOMAIN|no alternative certificate subject name/i, 'tls-name-mismatch'],
  [/CERT_DATE|EXPIRED_CERTIFICATE|certificate has expired/i, 'tls-expired'],
  [/CERT_AUTHORITY|UNKNOWN_ISSUER|self.signed|unable to get local issuer|certificate is invalid/i, 'tls-untrusted'],
  [/CLIENT_AUTH_CERT_NEEDED|certificate required/i, 'client-certificate-required'],
  [/wrong version number/i, 'tls-failed', 'not-tls'],
  [/VERSION_OR_CIPHER|PROTOCOL_VERSION|unsupported protocol/i, 'tls-failed', 'tls-version'],
  [/ERR_SSL|SSL_ERROR|ssl connect error|TLS/i, 'tls-failed'],
  [
    /EMPTY_RESPONSE|empty reply|CONNECTION_(RESET|CLOSED)|connection (was )?reset|network connection was lost/i,
    'connection-failed',
    'closed',
  ],
  [/INVALID_HTTP_RESPONSE|HTTP\/0\.9/i, 'connection-failed', 'not-http'],
]

/** The failure that a browser or `curl` reports if there is no response. Undefined if the text tells nothing. */
export function netFailure(says: string): RecordedFailure | undefined {
  const reason = REASONS.find(([pattern]) => pattern.test(says))
  if (reason === undefined) return undefined
  const [, code, fault] = reason
  return { code, says, ...(fault !== undefined && { fault }) }
}
