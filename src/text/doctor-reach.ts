interface Reach {
  readonly host: string
  readonly where: string
  readonly fault: string
}

const FAILS = "The console says 'Failed to fetch' and net::ERR_…, whatever the CORS headers say."

/** Nobody answers: titles, what people see, and what to do. */
export const REACH_TEXTS = {
  'dns-failed': {
    title: ({ host }: Reach) => `The host name ${host} cannot be resolved`,
    impact: () => 'The console says net::ERR_NAME_NOT_RESOLVED. This is not a CORS problem.',
    fix: () => ({ app: 'Check the spelling of the URL, and the DNS record of the host.' }),
  },
  'connection-refused': {
    title: ({ where }: Reach) => `Connection refused: nothing listens at ${where}`,
    impact: () => 'The console says net::ERR_CONNECTION_REFUSED. This is not a CORS problem.',
    fix: () => ({
      app: 'Start the server, and check the port. In a container, listen on 0.0.0.0 and publish the port.',
    }),
  },
  'connection-failed': {
    title: ({ where, fault }: Reach) => CONNECTION_TITLES[fault]?.(where) ?? `No connection to ${where}`,
    impact: () => FAILS,
    fix: ({ fault }: Reach) => ({ app: CONNECTION_FIXES[fault] ?? 'Check the network, the firewall and the URL.' }),
  },
  timeout: {
    title: ({ where }: Reach) => `${where} does not answer in time`,
    impact: () => "The request stays 'pending' for a long time, and then fails. This is not a CORS problem.",
    fix: () => ({
      app: 'Check that the server is up and that no firewall drops the packets. If it is only slow, pass a longer --timeout.',
    }),
  },
  'tls-untrusted': {
    title: ({ where }: Reach) => `The certificate of ${where} is not trusted`,
    impact: () => 'The console says net::ERR_CERT_AUTHORITY_INVALID. This is not a CORS problem.',
    fix: () => ({
      app: 'Use a certificate of a public authority, and send the intermediate certificates too. If yours is a private authority, pass --ca <file>.',
    }),
  },
  'tls-name-mismatch': {
    title: ({ where, host }: Reach) => `The certificate of ${where} is not for the name ${host}`,
    impact: () => 'The console says net::ERR_CERT_COMMON_NAME_INVALID. This is not a CORS problem.',
    fix: ({ host }: Reach) => ({
      app: `Get a certificate that lists ${host}, or have the page use a name that the certificate lists. On a load balancer, check the certificate of the listener.`,
    }),
  },
  'tls-expired': {
    title: ({ where, fault }: Reach) =>
      fault === 'not-yet-valid'
        ? `The certificate of ${where} is not valid yet`
        : `The certificate of ${where} has expired`,
    impact: () => 'The console says net::ERR_CERT_DATE_INVALID. This is not a CORS problem.',
    fix: () => ({ app: 'Renew the certificate and reload the server. Check the clocks of both machines.' }),
  },
  'tls-failed': {
    title: ({ where, fault }: Reach) => TLS_TITLES[fault]?.(where) ?? `No TLS connection to ${where}`,
    impact: () => 'The console says net::ERR_SSL_…. This is not a CORS problem.',
    fix: ({ fault }: Reach) => ({ app: TLS_FIXES[fault] ?? 'Check the TLS settings of the server.' }),
  },
  'client-certificate-required': {
    title: ({ where }: Reach) => `${where} requires a client certificate`,
    impact: () => 'Preflights never carry a client certificate, so requests that need one fail.',
    fix: () => ({
      app: 'Make the client certificate optional during the handshake, and check it for every method but OPTIONS.',
      nginx: "Set 'ssl_verify_client optional;', and refuse requests without a certificate except OPTIONS.",
    }),
  },
}

const CONNECTION_TITLES: Readonly<Record<string, (where: string) => string>> = {
  closed: (where) => `${where} closes the connection without an answer`,
  'not-http': (where) => `The server at ${where} does not speak HTTP`,
  'headers-too-large': (where) => `The response headers of ${where} are larger than browsers accept (256 kB)`,
}

const CONNECTION_FIXES: Readonly<Record<string, string>> = {
  closed: 'Check the scheme of the URL (a TLS port closes on plain http), and the log of the server.',
  'not-http': 'Check the port of the URL: another service listens there.',
  'headers-too-large': 'Send fewer or smaller headers.',
}

const TLS_TITLES: Readonly<Record<string, (where: string) => string>> = {
  'not-tls': (where) => `The server at ${where} does not speak TLS`,
  'tls-refused': (where) => `${where} refuses the TLS handshake`,
  'tls-version': (where) => `${where} only offers TLS versions that browsers no longer accept`,
}

const TLS_FIXES: Readonly<Record<string, string>> = {
  'not-tls': 'Turn TLS on at that port, or use the port that has it.',
  'tls-refused':
    'Allow ciphers that browsers have. If the server requires a client certificate, make it optional for OPTIONS.',
  'tls-version': 'Allow TLS 1.2 and 1.3.',
}
