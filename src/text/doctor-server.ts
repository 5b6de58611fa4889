interface Failing {
  readonly status: number
  readonly readable: boolean
  readonly standIn: boolean
  readonly server: string
  readonly recorded?: true
}

const HIDDEN = 'The console speaks of CORS because the error has no CORS headers. The cause is the error itself.'

/** What is wrong with a server or a network, and looks like CORS. */
export const SERVER_TEXTS = {
  'server-failing': {
    title: ({ status, standIn, server, recorded }: Failing) =>
      `The server answers ${status}${recorded ? '' : ' with and without Origin'}${/^ERR_/.test(server) ? ` (${server})` : ''}${recorded && status === 403 ? ', perhaps because of the origin' : ': this is not a CORS problem'}${standIn && status === 404 ? ', unless the URL only exists for another method' : ''}`,
    impact: ({ readable, status }: Failing) =>
      readable ? `The page gets the response, with status ${status}.` : HIDDEN,
    fix: serverFix,
  },
  'challenge-page': {
    title: ({ by }: { by: string }) =>
      `${CHALLENGES[by] ?? 'A firewall'} shows a challenge that only a person can solve`,
    impact: () => 'A script cannot solve the challenge, and the challenge page has no CORS headers.',
    fix: () => ({
      app: 'Exempt the API from the challenge. With ngrok, use a paid domain, or send the header ngrok-skip-browser-warning.',
      cdn: 'Exempt the path of the API, or at least OPTIONS, from challenges and bot protection (Cloudflare: a WAF rule with Skip).',
      'load-balancer':
        'Exclude the path of the API, or at least OPTIONS, from the rule of the firewall (AWS WAF) that challenges.',
    }),
  },
  'login-redirect': {
    title: ({ status, location }: { status: number; location: string }) =>
      `The request is redirected to a login (${status} to ${location})`,
    impact: () =>
      'The console speaks of CORS because the login has no CORS headers. The session is missing or has expired.',
    fix: () => ({
      app: 'Answer API requests without a session with 401 and CORS headers, and let the page go to the login. Answer OPTIONS before the session is checked.',
      cdn: 'Let OPTIONS pass the access policy (Cloudflare Access: "Bypass OPTIONS requests to origin"), and have the page log in first.',
      'load-balancer':
        'Forward OPTIONS without authentication, and set the action for unauthenticated API requests to deny.',
    }),
  },
  'redirect-loop': {
    title: ({ url }: { url: string }) => `${url} redirects in a loop`,
    impact: () =>
      'The console says net::ERR_TOO_MANY_REDIRECTS, or speaks of CORS if the redirect has no CORS headers.',
    fix: () => ({
      app: 'Have the server trust X-Forwarded-Proto of its proxy, so that it does not redirect https to https.',
      cdn: 'Let the CDN connect to the server over https (Cloudflare: SSL mode "Full (strict)" instead of "Flexible").',
      nginx: "Redirect to https only if $http_x_forwarded_proto is not 'https'.",
    }),
  },
  'mixed-content': {
    title: ({ origin }: { origin: string }) => `The page ${origin} is https, and this URL is plain http`,
    impact: () =>
      "The console says 'Mixed Content'. The browser blocks the request before it is sent, whatever the headers say.",
    fix: () => ({ app: 'Serve the API over https, and use the https URL in the page.' }),
  },
  'local-network-access': {
    title: ({ host }: { host: string }) => `${host} is on a local network, and the page is public`,
    impact: ({ secure }: { secure: boolean }) =>
      secure
        ? 'Chrome 142 and later asks the user for permission first (Local Network Access) and blocks the request without it.'
        : 'Chrome 142 and later blocks the request, because the page is not https (Local Network Access).',
    fix: () => ({
      page: 'For development, open the page from localhost too. Otherwise give the API a public address.',
    }),
  },
  'resource-policy': {
    title: ({ policy, origin }: { policy: string; origin: string }) =>
      `Cross-Origin-Resource-Policy is ${policy}, which keeps <img>, <script> and <video> of ${origin} out`,
    impact: () => 'Elements without crossorigin get net::ERR_BLOCKED_BY_RESPONSE. CORS headers do not change that.',
    fix: () => ({
      app: "Send Cross-Origin-Resource-Policy: cross-origin for what other sites may show (helmet: crossOriginResourcePolicy: { policy: 'cross-origin' }).",
      page: 'Load it with the attribute crossorigin, if the server sends CORS headers.',
    }),
  },
  'origin-rejected': {
    title: ({ status, origin, preflight }: { status: number; origin: string; preflight: boolean }) =>
      `The server rejects the origin ${origin} (${status}${preflight ? ' to the preflight' : ''}), and answers without it`,
    impact: () => 'The console speaks of CORS. The same URL works in curl and in the address bar.',
    fix: ({ origin }: { origin: string }) => ({
      app: `Add ${origin} to the allowed origins if you trust it. Refuse others without the header, not with an error (cors: callback(null, false)).`,
      bucket: `Add a CORS rule to the bucket that allows ${origin}, the method and each header.`,
      cdn: `Allow ${origin} in the firewall, and pass Origin on to the server.`,
      'api-gateway': `Add ${origin} to the allowed origins of the gateway.`,
    }),
  },
  'status-not-ok': {
    title: ({ status }: { status: number }) => `The page gets the response, with status ${status}`,
    impact: () => 'The script sees the status: CORS lets it through.',
    fix: ({ status }: { status: number }) => ({
      app:
        status === 401 || status === 403
          ? 'Send the credentials that the API requires, for instance with --header "authorization: …".'
          : 'Check the URL, and what the request has to contain.',
    }),
  },
  'method-not-sent': {
    title: ({ method, status }: { method: string; status: number }) =>
      `The ${method} itself was not sent. The GET in its place got status ${status}`,
    impact: ({ status }: { status: number }) =>
      status >= 400
        ? 'Nothing is known about the response that the page gets.'
        : 'The response to the real request may have other headers.',
    fix: ({ method }: { method: string }) => ({
      page: `Run the doctor with --send-actual where a ${method} does no harm.`,
    }),
  },
  'no-response': {
    title: () => 'The request itself gets no answer',
    impact: () => "The console says 'Failed to fetch' and net::ERR_…. This is not a CORS problem.",
    fix: ({ detail }: { detail: string }) => ({
      app: `Find out why the server does not answer (${detail}). The page fails the same way.`,
    }),
  },
  'same-origin': {
    title: ({ origin }: { origin: string }) =>
      `The URL belongs to the page's own origin, ${origin}, so CORS plays no part`,
    impact: () => 'The page reads the response whatever the headers say.',
    fix: () => ({
      page: 'Nothing to do. If a console speaks of CORS, the page has another origin: look at its address.',
    }),
  },
  incomplete: {
    title: ({ probes, why }: { probes: readonly string[]; why: string }) =>
      why === 'private'
        ? 'The check is incomplete: a redirect leads to a private network, and was not followed'
        : `The check is incomplete: ${probes.length} planned ${probes.length === 1 ? 'request has' : 'requests have'} no answer (${probes.join(', ')})`,
    impact: () => 'Nothing is known about these.',
    fix: ({ why }: { why: string }) => ({
      page: why === 'private' ? 'Pass --follow-private if that network is yours.' : 'Pass a longer --timeout.',
    }),
  },
}

const CHALLENGES: Readonly<Record<string, string>> = {
  cloudflare: 'Cloudflare',
  'aws-waf': 'AWS WAF',
  ngrok: "ngrok's warning page",
}

/** What a status says about the way to the server; the same for every product. */
const GATEWAY: Readonly<Record<number, string>> = {
  502: 'The proxy cannot talk to the app: check that the app runs, its port, and whether it expects http or https (an HTTPS target group needs TLS in the app).',
  503: 'The proxy knows no healthy app: check the health checks and whether the app runs.',
  504: 'The app answers too late: check what it waits for, and the timeouts.',
  520: 'The app answers something that is not HTTP, or crashes.',
  521: 'The app refuses the connection: check that it runs and lets the addresses of Cloudflare in.',
  522: 'The app does not accept the connection in time: check that it runs, and its firewall.',
  523: 'The app cannot be reached: check the DNS record and the address in Cloudflare.',
  525: 'The TLS handshake with the app fails: check its certificate.',
  526: 'The certificate of the app is not valid.',
}

function serverFix({ status, standIn }: Failing) {
  const gateway = GATEWAY[status] ?? 'Look in its log, and ask the app directly.'
  return {
    app: appFix(status, standIn),
    nginx: gateway,
    apache: gateway,
    caddy: gateway,
    'load-balancer': gateway,
    cdn: gateway,
    'api-gateway': gateway,
  }
}

function appFix(status: number, standIn: boolean): string {
  if (status === 401 || status === 403) {
    return 'Send what the server requires to let the request in. Set CORS headers on its refusal too, so that the page can see the status.'
  }
  if (status === 404) {
    return standIn
      ? 'Check the URL. If only another method exists there, register CORS for the whole app, so that OPTIONS is answered.'
      : 'Check the URL: the server has nothing there.'
  }
  if (status === 429) return 'Wait until the rate limit allows more, or raise it.'
  return status >= 500
    ? `Look in the log of the server for the reason. ${GATEWAY[status] ?? ''}`.trim()
    : 'Find out why the server refuses the request.'
}
