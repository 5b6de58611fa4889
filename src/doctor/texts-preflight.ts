import type { FindingText } from './finding-text.js'

/** A preflight that never gets to a status that is ok. */
const NOT_OK =
  "Every request that asks first fails: the console says that the preflight's response has no HTTP ok status, or lacks Access-Control-Allow-Origin. The request itself is never sent."

export const PREFLIGHT_TEXTS = {
  'preflight-redirect': {
    severity: 'error',
    title: 'The preflight is redirected ({status}) to {location}, and browsers do not follow',
    sees: "The console says 'Redirect is not allowed for a preflight request.'",
    fix: {
      app: 'Let the page ask for the final URL (mind a trailing slash), and answer OPTIONS before anything redirects: to a login, or to another spelling of the path.',
      nginx:
        'Take OPTIONS out of rewrite, return 301 and try_files with a slash; or let the page ask for the final URL.',
      cdn: 'Take OPTIONS out of the redirect rules, or let the page ask for the final URL.',
      'load-balancer': 'Take OPTIONS out of the redirect rules of the listener, or let the page ask for the final URL.',
      'api-gateway':
        'Let the page ask for the URL with its stage and without a trailing slash; turn the redirect of the custom domain off.',
    },
  },
  'preflight-redirect-https': {
    severity: 'error',
    title: 'The preflight is redirected ({status}) from http to https, and browsers do not follow',
    sees: "The console says 'Redirect is not allowed for a preflight request.' In a browser that remembers the host's HSTS it works, in others it does not.",
    fix: {
      app: "Write https:// in the page's URL of the API. Strict-Transport-Security helps those who have been there before.",
      nginx:
        "Write https:// in the page's URL of the API; 'return 301 https://…' stays for people who type the address.",
      cdn: "Write https:// in the page's URL of the API; 'redirect HTTP to HTTPS' stays for people who type the address.",
      'load-balancer':
        "Write https:// in the page's URL of the API; the listener's redirect stays for people who type the address.",
    },
  },
  'preflight-unauthorized': {
    severity: 'error',
    title: 'The preflight needs authentication ({status}), and browsers never send any with it',
    sees: NOT_OK,
    fix: {
      app: 'Answer preflights before authentication: register CORS first, ahead of the hook or middleware that wants a token.',
      nginx:
        "In the location: 'if ($request_method = OPTIONS) { … return 204; }' ahead of auth_basic or auth_request, or 'limit_except OPTIONS { auth_basic … }'.",
      cdn: 'Take OPTIONS out of the access policy: Cloudflare Access has "bypass OPTIONS requests to origin".',
      'load-balancer': 'Add a rule for the method OPTIONS above the one that authenticates, which forwards without it.',
      'api-gateway': 'Take the authorizer and the API key off the OPTIONS method of the resource.',
    },
  },
  'preflight-forbidden': {
    severity: 'error',
    title: 'The preflight is forbidden (403)',
    sees: NOT_OK,
    fix: {
      app: 'Add the origin to the policy if you trust it; look for CSRF protection or an IP filter that runs before CORS.',
      nginx: 'Look for deny, limit_except and ModSecurity rules, and let OPTIONS through.',
      cdn: "Let OPTIONS through the firewall (WAF) and among the allowed methods. S3 answers 403 where the bucket's CORS rules do not name the origin, the method and each header.",
      'load-balancer': 'Let OPTIONS through the firewall (WAF) rules.',
      'api-gateway':
        'Create the OPTIONS method (REST API: enable CORS, and deploy again), and take the resource policy and the WAF off it.',
    },
  },
  'preflight-not-found': {
    severity: 'error',
    title: 'The preflight is not found (404)',
    sees: NOT_OK,
    fix: {
      app: 'Register CORS for the whole app, and before the routes: a route for GET or PUT alone has none for OPTIONS.',
      nginx: 'Pass OPTIONS on to the app, or answer it here with 204 and the headers.',
      cdn: 'Pass OPTIONS on to the origin: in CloudFront, allow GET, HEAD, OPTIONS (or all methods) in the behaviour.',
      'load-balancer': 'Add the method OPTIONS to the rule that forwards the path.',
      'api-gateway': 'Add an OPTIONS route (HTTP API: set cors on the API), and deploy again.',
    },
  },
  'preflight-method-not-allowed': {
    severity: 'error',
    title: 'The method OPTIONS is not allowed ({status})',
    sees: NOT_OK,
    fix: {
      app: 'Answer OPTIONS: register CORS for the whole app and before the routes. (Express answers OPTIONS for app.put(path, cors(), …) itself: use app.use(cors()).)',
      nginx:
        "Static files take GET and HEAD alone: 'if ($request_method = OPTIONS) { … return 204; }' with the headers.",
      cdn: 'Allow OPTIONS in the behaviour of the path, and pass Origin and the Access-Control-Request-* headers on.',
      'load-balancer': 'Pass OPTIONS on to the app.',
      'api-gateway': 'Create the OPTIONS method of the resource, and deploy again.',
    },
  },
  'preflight-client-error': {
    severity: 'error',
    title: 'The preflight is answered {status}',
    sees: NOT_OK,
    fix: {
      app: 'Answer preflights before validation, body parsing and rate limits: a preflight has no body and no headers of yours.',
      nginx: 'Take OPTIONS out of limit_req, and pass it on to the app.',
      cdn: 'Take OPTIONS out of rate limits and bot protection.',
      'load-balancer': 'Take OPTIONS out of rate limits.',
      'api-gateway': 'Take OPTIONS out of throttling, API keys and request validation.',
    },
  },
  'preflight-server-error': {
    severity: 'error',
    title: 'The preflight is answered {status}',
    sees: NOT_OK,
    fix: {
      app: 'Answer OPTIONS: an app that crashes on it, or closes the connection, shows as 500 to 504 behind a proxy. Register CORS first.',
      nginx:
        'See the error log for what the app did with OPTIONS; the fix is there. Until then, answer preflights here.',
      cdn: 'The origin fails on OPTIONS: ask it directly. See that the CDN passes OPTIONS and the Access-Control-Request-* headers on.',
      'load-balancer':
        'The app closes the connection on OPTIONS (the log has its termination flags): mend it there. Until then, answer preflights in the load balancer.',
      'api-gateway': 'Give OPTIONS a mock integration with a 204 response, or set cors on the API, and deploy again.',
    },
  },
  'preflight-timeout': {
    severity: 'error',
    title: 'The preflight gets no answer in time',
    sees: "The request stays 'pending' for a long time, and then fails.",
    fix: {
      app: 'Answer OPTIONS: a handler or middleware takes it and neither answers nor calls next().',
    },
  },
  'preflight-no-response': {
    severity: 'error',
    title: 'The connection is closed without an answer to the preflight',
    sees: "The console says 'net::ERR_EMPTY_RESPONSE', and that the preflight did not succeed.",
    fix: {
      app: 'Answer OPTIONS; look for a firewall in front that drops what it does not know.',
    },
  },
  'preflight-body': {
    severity: 'warning',
    title: 'The {status} to the preflight comes with {what}, which it must not have',
    sees: 'Behind some proxies and over connections that are kept open, the next request hangs, or fails now and then.',
    fix: {
      app: 'Send a 204 with neither body nor Content-Length nor Transfer-Encoding, or a 200 with Content-Length: 0.',
      nginx: "Write 'return 204;' without a text, and no add_header Content-Length 0.",
      'api-gateway': 'Leave Content-Length out of the mapped headers, and the mapping template empty.',
    },
  },
} as const satisfies Record<string, FindingText>
