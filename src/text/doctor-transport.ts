/** What is known of a request that got no response. */
interface Failure {
  readonly fault: string
  /** One line from the system. */
  readonly detail: string
}

const CONNECTION: Readonly<Record<string, string>> = {
  closed: 'the connection was closed without an answer',
  'not-http': 'the server does not speak HTTP',
  'headers-too-large': 'the response headers are larger than browsers accept (256 kB)',
}

const TLS: Readonly<Record<string, string>> = {
  'not-tls': 'the server does not speak TLS',
  'tls-refused': 'the server refuses the TLS handshake',
  'tls-version': 'the server only offers TLS versions that browsers no longer accept (older than 1.2)',
}

/** Why a request got no response, in a few words: the evidence of a finding. */
export const TRANSPORT_TEXTS = {
  'dns-failed': () => 'the host name cannot be resolved',
  'connection-refused': () => 'connection refused',
  'connection-failed': ({ fault, detail }: Failure) => CONNECTION[fault] ?? `no connection (${detail})`,
  timeout: () => 'no answer in time',
  'tls-untrusted': ({ detail }: Failure) => `the certificate is not trusted (${detail})`,
  'tls-name-mismatch': () => 'the certificate is for another name',
  'tls-expired': ({ fault }: Failure) =>
    fault === 'not-yet-valid' ? 'the certificate is not valid yet' : 'the certificate has expired',
  'tls-failed': ({ fault, detail }: Failure) => TLS[fault] ?? `no TLS connection (${detail})`,
  'client-certificate-required': () => 'the server requires a client certificate',
}
