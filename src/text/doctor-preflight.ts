interface Status {
  readonly status: number
}

/** A preflight that never gets to a status that is ok. */
const notOk = () =>
  "Every request that needs a preflight fails: the console says that the preflight's response does not have HTTP ok status, or lacks Access-Control-Allow-Origin. The request itself is never sent."

/** How the preflight is answered. */
export const PREFLIGHT_TEXTS = {
  'preflight-redirect': {
    title: ({ status, location }: Status & { location: string }) =>
      `The preflight is redirected${status === 0 ? '' : ` (${status} to ${location})`}, and browsers do not follow`,
    impact: () => "The console says 'Redirect is not allowed for a preflight request.'",
    fix: () => ({
      app: 'Use the final URL in the page (check the trailing slash), and answer OPTIONS before anything redirects.',
      nginx: 'Exempt OPTIONS from rewrite and return 301, or use the final URL in the page (check the trailing slash).',
      cdn: 'Exempt OPTIONS from the redirect rules, or use the final URL in the page.',
      'load-balancer': 'Exempt OPTIONS from the redirect rules of the listener, or use the final URL in the page.',
      'api-gateway': 'Use the URL with its stage and without a trailing slash in the page.',
    }),
  },
  'preflight-redirect-https': {
    title: ({ status }: Status) =>
      `The preflight is redirected (${status}) from http to https, and browsers do not follow`,
    impact: () =>
      "The console says 'Redirect is not allowed for a preflight request.' It works in browsers that remember the host's HSTS.",
    fix: () => ({
      page: 'Write https:// in the URL of the API. The redirect can stay for people who type the address.',
    }),
  },
  'preflight-unauthorized': {
    title: ({ status }: Status) =>
      `The server requires authentication for the preflight (${status}), but browsers never send credentials with one`,
    impact: notOk,
    fix: () => ({
      app: 'Answer preflights before authentication: register CORS ahead of the hook or middleware that checks the token.',
      nginx: "Answer OPTIONS before auth_basic or auth_request: 'if ($request_method = OPTIONS) { … return 204; }'.",
      apache: 'Wrap the authentication in <LimitExcept OPTIONS>.',
      cdn: 'Exempt OPTIONS from the access policy (Cloudflare Access: "Bypass OPTIONS requests to origin").',
      'load-balancer': 'Add a rule for OPTIONS that forwards without authentication, above the one that authenticates.',
      'api-gateway': 'Remove the authorizer and the API key from the OPTIONS method.',
    }),
  },
  'preflight-forbidden': {
    title: () => 'The preflight is forbidden (403)',
    impact: notOk,
    fix: () => ({
      app: 'Check the allowed origins, and look for CSRF protection or an IP filter that runs before CORS.',
      nginx: 'Look for deny, limit_except and ModSecurity rules, and let OPTIONS through.',
      cdn: 'Let OPTIONS through the firewall, and add it to the allowed methods of the path.',
      bucket: 'Add a CORS rule to the bucket that allows the origin, the method and each header.',
      'load-balancer': 'Let OPTIONS through the firewall (WAF) rules.',
      'api-gateway':
        'Create the OPTIONS method (enable CORS) and deploy again. Exempt it from resource policies and the firewall.',
    }),
  },
  'preflight-not-found': {
    title: () => 'The server has no route for the preflight (404)',
    impact: notOk,
    fix: () => ({
      app: 'Register CORS for the whole app and before the routes: a route for GET or PUT does not answer OPTIONS.',
      nginx: 'Pass OPTIONS on to the app, or answer it here with 204 and the headers.',
      cdn: 'Pass OPTIONS on to the server (CloudFront: allow GET, HEAD and OPTIONS, or all methods).',
      'load-balancer': 'Add the method OPTIONS to the rule that forwards the path.',
      'api-gateway': 'Add an OPTIONS route, or turn CORS of the gateway on, and deploy again.',
    }),
  },
  'preflight-method-not-allowed': {
    title: ({ status }: Status) => `The server does not allow the method OPTIONS (${status})`,
    impact: notOk,
    fix: () => ({
      app: 'Answer OPTIONS: register CORS for the whole app and before the routes (FastAPI: add CORSMiddleware).',
      nginx:
        "Static files only allow GET and HEAD. Answer OPTIONS: 'if ($request_method = OPTIONS) { … return 204; }' with the headers.",
      apache: 'Let OPTIONS through Limit and RewriteRule, or answer it with 204 and the headers.',
      iis: 'Install the IIS CORS module, or let OPTIONS through Request Filtering and to the app.',
      cdn: 'Allow OPTIONS for the path, and pass Origin and the Access-Control-Request-* headers on.',
      'load-balancer': 'Pass OPTIONS on to the app.',
      'api-gateway': 'Create the OPTIONS method of the resource, and deploy again.',
    }),
  },
  'preflight-client-error': {
    title: ({ status }: Status) =>
      status === 0 ? 'The preflight gets a status that is not ok' : `The preflight gets status ${status}`,
    impact: notOk,
    fix: () => ({
      app: 'Answer preflights before validation, body parsing and rate limits: a preflight has no body and none of your headers.',
      nginx: 'Exempt OPTIONS from limit_req, and pass it on to the app.',
      cdn: 'Exempt OPTIONS from rate limits and bot protection.',
      'load-balancer': 'Exempt OPTIONS from rate limits.',
      'api-gateway': 'Exempt OPTIONS from throttling, API keys and request validation.',
    }),
  },
  'preflight-server-error': {
    title: ({ status }: Status) => `The preflight gets status ${status}, and other requests are answered`,
    impact: notOk,
    fix: () => ({
      app: 'Answer OPTIONS: an app that crashes on it, or closes the connection, shows as 500 to 504 behind a proxy. Register CORS first.',
      nginx: 'See the error log for what the app did with OPTIONS, and fix it there.',
      cdn: 'The server fails on OPTIONS: ask it directly, and check that the CDN passes OPTIONS and the Access-Control-Request-* headers on.',
      'load-balancer': 'The app closes the connection on OPTIONS (see the termination flags in the log): fix it there.',
      'api-gateway': 'Let the gateway answer OPTIONS itself: turn its CORS settings on, and deploy again.',
    }),
  },
  'preflight-timeout': {
    title: () => 'The preflight gets no answer in time',
    impact: () => "The request stays 'pending' for a long time, and then fails.",
    fix: () => ({ app: 'Answer OPTIONS: a handler or middleware receives it, but neither answers nor calls next().' }),
  },
  'preflight-no-response': {
    title: () => 'The connection is closed without an answer to the preflight',
    impact: () => "The console says 'net::ERR_EMPTY_RESPONSE', and that the preflight did not succeed.",
    fix: () => ({ app: 'Answer OPTIONS, and look for a firewall in front that drops it.' }),
  },
  'preflight-body': {
    title: ({ status, what }: Status & { what: string }) =>
      `The ${status} response to the preflight must not have ${what}`,
    impact: () => 'With some proxies and kept-alive connections, the next request hangs or fails now and then.',
    fix: () => ({
      app: 'Send a 204 without body, Content-Length and Transfer-Encoding, or a 200 with Content-Length: 0.',
      nginx: "Write 'return 204;' without a text, and no add_header Content-Length 0.",
      'api-gateway': 'Remove Content-Length from the mapped headers, and leave the mapping template empty.',
    }),
  },
  'preflight-avoidable': {
    title: ({ names }: { names: readonly string[] }) =>
      `Without ${names.join(', ')} the request would need no preflight`,
    impact: () => 'The server answers the request itself, so it works without these headers.',
    fix: () => ({ page: 'If the API is not yours, leave these headers out: many public APIs answer no preflights.' }),
  },
}
